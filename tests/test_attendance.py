"""Lists of people, the labels they stand under, and sentences about absence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.attendance import absences, absent_in, attendance_label, is_nobody, merge, persons
from converters.model import Attendance, Presence

FIRST = ("Asta", "Bent", "Carla", "Didrik", "Esther", "Frode", "Grethe", "Åge", "Anne-Mette", "Øjvind")
LAST = ("Birk", "Dalum", "Enevold", "Fuglsbjerg", "Grydehøj", "Hvidtoft", "Ibsker", "Ørnskov", "Åstrup")
PARTIES = ("A", "B", "C", "F", "O", "V", "Æ", "Ø", "Å", "IA", "u.p.", "UP", "løsgænger")
ROLES = ("borgmester", "1. viceborgmester", "formand", "næstformand", "kulturchef", "referent")


def read(text: str) -> list[tuple[str, str | None, str | None]]:
    """Name, party and role of the people in a text."""
    return [(person.name, person.party, person.role) for person in persons(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Asta Birk (A), Bent Dalum (V)",
        "Asta Birk (A); Bent Dalum (V).",
        "Asta Birk (A) og Bent Dalum (V)",
        "Asta Birk (A) samt Bent Dalum (V)",
        "Asta Birk (A) Bent Dalum (V)",
        "Asta Birk(A),Bent Dalum(V),",
        "Asta Birk, A, Bent Dalum, V",
        "Asta Birk, (A)\nBent Dalum, (V)",
        "Asta Birk A\nBent Dalum V",
        "Birk, Asta A\nDalum, Bent V",
        "• Asta Birk (A)\n • Bent Dalum (V)",
        "- Asta Birk (A)\n- Bent Dalum (V)",
        "\uf0b7 Asta Birk (A) \uf0b7 Bent Dalum (V)",
        "1. Asta Birk (A)\n2. Bent Dalum (V)",
        "Asta Birk\n(A)\nBent Dalum\n(V)",
        "\nAsta Birk (A)\n\n\nBent Dalum (V)\n",
    ],
)
def test_a_list_is_read_however_it_is_set_apart(text: str) -> None:
    """Commas, semicolons, "og", bullets, numbers, lines or nothing at all part the people."""
    assert read(text) == [("Asta Birk", "A", None), ("Bent Dalum", "V", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Asta Birk (Borgmester)(A)", ("Asta Birk", "A", "Borgmester")),
        ("Asta Birk (1. Viceborgmester)(A)", ("Asta Birk", "A", "1. Viceborgmester")),
        ("Asta Birk (A, formand)", ("Asta Birk", "A", "formand")),
        ("Asta Birk (formand/A)", ("Asta Birk", "A", "formand")),
        ("Asta Birk, Formand, (A)", ("Asta Birk", "A", "Formand")),
        ("Asta Birk (A), formand", ("Asta Birk", "A", "formand")),
        ("Borgmester: Asta Birk (A)", ("Asta Birk", "A", "Borgmester")),
        ("1. Viceborgmester: Asta Birk (A)", ("Asta Birk", "A", "1. Viceborgmester")),
        ("1. viceborgmester Asta Birk (A)", ("Asta Birk", "A", "1. viceborgmester")),
        ("Borgmester - Asta Birk (A)", ("Asta Birk", "A", "Borgmester")),
        ("Borgmester\nAsta Birk (A)", ("Asta Birk", "A", "Borgmester")),
        ("Asta Birk\nBorgmester\n(A)", ("Asta Birk", "A", "Borgmester")),
        ("kulturchef Asta Birk", ("Asta Birk", None, "kulturchef")),
        ("Asta Birk (referent)", ("Asta Birk", None, "referent")),
        ("Asta Birk ()", ("Asta Birk", None, None)),
        ("Asta Birk (u.p.)", ("Asta Birk", "u.p.", None)),
        ("Asta Birk (UP)", ("Asta Birk", "UP", None)),
        ("Asta Birk, løsgænger", ("Asta Birk", "løsgænger", None)),
        ("Asta Birk (Løsgænger)", ("Asta Birk", "Løsgænger", None)),
        ("Asta Birk (Liste D)", ("Asta Birk", "Liste D", None)),
        ("Birk, Asta Sam", ("Asta Birk", "Sam", None)),
        ("Asta P. Birk (A)", ("Asta P. Birk", "A", None)),
        ("Asta Chr. Birk (A)", ("Asta Chr. Birk", "A", None)),
        ("Asta af Birk-Dalum (A)", ("Asta af Birk-Dalum", "A", None)),
        ("Asta d’Albi (A)", ("Asta d’Albi", "A", None)),
        ("ASTA BIRK", ("ASTA BIRK", None, None)),
    ],
)
def test_party_and_role_are_read_in_every_form(
    text: str, expected: tuple[str, str | None, str | None]
) -> None:
    """Roles stand before or after a name, parties in brackets, behind a comma or bare."""
    assert read(text) == [expected]


def test_roles_in_a_flattened_list_go_to_their_own_people() -> None:
    """Roles with colons between people without commas are not mixed up."""
    text = "Borgmester: Asta Birk (A) 1. Viceborgmester: Bent Dalum (O) 2. Viceborgmester: Carla Ibsker (A)"
    assert read(text) == [
        ("Asta Birk", "A", "Borgmester"),
        ("Bent Dalum", "O", "1. Viceborgmester"),
        ("Carla Ibsker", "A", "2. Viceborgmester"),
    ]


def test_roles_before_their_names_go_on_as_the_list_began() -> None:
    """In a list that begins with a role every role belongs to the name below it."""
    assert read("Borgmester\nAsta Birk (A)\nFormand\nBent Dalum (V)") == [
        ("Asta Birk", "A", "Borgmester"),
        ("Bent Dalum", "V", "Formand"),
    ]


def test_initials_in_brackets_are_a_note_when_a_party_follows() -> None:
    """A party behind the brackets makes what stands in them initials."""
    (person,) = persons("Asta Birk (AB) V")
    assert (person.party, person.note) == ("V", "AB")


@pytest.mark.parametrize(
    ("text", "name", "note"),
    [
        ("Asta Birk (stedfortræder: Bent Dalum)", "Asta Birk", "stedfortræder: Bent Dalum"),
        ("Bent Dalum (A) Stedfortræder for Asta Birk (A)", "Bent Dalum", "Stedfortræder for Asta Birk (A)"),
        ("Bent Dalum deltog for Asta Birk.", "Bent Dalum", "deltog for Asta Birk"),
        ("Bent Dalum (A) var indkaldt som stedfortræder for Asta Birk (A).", "Bent Dalum", None),
    ],
)
def test_a_substitute_keeps_the_words_that_say_so(text: str, name: str, note: str | None) -> None:
    """Who stands in for whom is a note, never a second person."""
    (person,) = persons(text)
    assert person.name == name
    assert person.note
    assert note is None or person.note == note


@pytest.mark.parametrize(
    ("text", "presence"),
    [
        ("Asta Birk (A) (afbud)", Presence.ABSENT),
        ("Asta Birk (A) (deltog fra kl. 17.30)", Presence.PARTLY),
        ("Asta Birk (A) (til pkt. 5)", Presence.PARTLY),
        ("Asta Birk (A), punkt 3-5", Presence.PARTLY),
        ("Asta Birk (A) (via skærm)", Presence.PRESENT),
    ],
)
def test_a_remark_in_brackets_may_change_the_presence(text: str, presence: Presence) -> None:
    """Absence told behind a name in a list counts."""
    assert [person.presence for person in persons(text)] == [presence]


@pytest.mark.parametrize("text", ["Ingen", "Ingen.", "ingen afbud", "Nej - Ingen", " Ingen fraværende "])
def test_nobody_is_nobody(text: str) -> None:
    """The word for nobody gives no people, and can be told from a text that is no list."""
    assert persons(text) == ()
    assert is_nobody(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Godkendt.",
        "Taget til efterretning.",
        "Punktet blev drøftet af udvalget.",
        "Asta Birk bød velkommen til mødet.",
        "Udvalget godkendte indstillingen fra Asta Birk",
        "Byrådssalen",
        "Birkevig Kommune",
        "Økonomi og Plan",
        "Borgmester, som bød velkommen til alle",
        "Telefon 5511 2233",
        "Rådhuspladsen 3, 9999 Birkevig",
        "kl. 17.00",
        "Asta",
        "1. Godkendelse af dagsorden",
        "Bilag 1: Notat (A)",
    ],
)
def test_prose_is_no_list(text: str) -> None:
    """Sentences, places, headings and single words are refused."""
    assert persons(text) == ()
    assert not is_nobody(text)


def test_first_names_alone_are_people_in_a_list_or_if_asked_for() -> None:
    """Small boards write first names; one word alone needs a label to vouch for it."""
    assert [person.name for person in persons("Asta, Bent")] == ["Asta", "Bent"]
    assert [person.name for person in persons("Asta", lone_first_names=True)] == ["Asta"]


def test_a_letterhead_between_the_names_is_passed_over() -> None:
    """Lines that are no people do not spoil a list of which most lines are."""
    text = (
        "Asta Birk (A) Bent Dalum (V)\nTorvet 3 9999 Birkevig\n"
        "Carla Ibsker (F)\nwww.birkevig.example\nFrode Å. Hald (C)"
    )
    assert [person.name for person in persons(text)] == [
        "Asta Birk",
        "Bent Dalum",
        "Carla Ibsker",
        "Frode Å. Hald",
    ]


NAMES = st.builds("{} {}".format, st.sampled_from(FIRST), st.sampled_from(LAST))
PEOPLE = st.lists(
    st.tuples(NAMES, st.sampled_from(PARTIES), st.none() | st.sampled_from(ROLES)), min_size=1, max_size=8
)


@given(PEOPLE, st.sampled_from([", ", "; ", "\n", "\n\n", " og ", " "]))
def test_a_printed_list_is_read_back(people: list[tuple[str, str, str | None]], joint: str) -> None:
    """Whatever names, parties and roles are printed come back in their order."""
    printed = joint.join(
        f"{name} ({role}) ({party})" if role else f"{name} ({party})" for name, party, role in people
    )
    assert read(printed) == people


@given(st.text(alphabet="Aa BbØø().,:;\n-1•", max_size=60))
def test_any_text_gives_people_whose_names_stand_in_it(text: str) -> None:
    """No name is made of letters the text does not have."""
    for person in persons(text):
        assert person.name.strip()
        assert all(word in text for word in person.name.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Medlemmer", (Presence.PRESENT, True, "")),
        ("Medlemmer:", (Presence.PRESENT, True, "")),
        ("MEDLEMMER: Asta Birk (A)", (Presence.PRESENT, True, "Asta Birk (A)")),
        ("Medlemmer Asta Birk (A) Bent Dalum (V)", (Presence.PRESENT, True, "Asta Birk (A) Bent Dalum (V)")),
        ("Indkaldelse", (Presence.PRESENT, True, "")),
        ("Deltagere", (Presence.PRESENT, False, "")),
        ("Mødedeltagere: Asta Birk", (Presence.PRESENT, False, "Asta Birk")),
        ("Til stede: Asta Birk", (Presence.PRESENT, False, "Asta Birk")),
        ("Tilstede:", (Presence.PRESENT, False, "")),
        ("Afbud", (Presence.ABSENT, False, "")),
        ("• Afbud", (Presence.ABSENT, False, "")),
        ("Afbud:Asta, Bent", (Presence.ABSENT, False, "Asta, Bent")),
        ("Afbud fra: Asta Birk (A)", (Presence.ABSENT, False, "Asta Birk (A)")),
        ("Afbud fra Asta Birk (A)", (Presence.ABSENT, False, "Asta Birk (A)")),
        ("Fraværende Ingen.", (Presence.ABSENT, False, "Ingen.")),
        ("Fraværende- Asta Birk ()", (Presence.ABSENT, False, "Asta Birk ()")),
        ("Fraværende med afbud", (Presence.ABSENT, False, "")),
        ("Fravær: ", (Presence.ABSENT, False, "")),
        ("Ikke til stede: Asta Birk", (Presence.ABSENT, False, "Asta Birk")),
    ],
)
def test_labels_say_what_the_people_under_them_did(text: str, expected: tuple[Presence, bool, str]) -> None:
    """A label gives presence, whether all members follow, and the rest of its line."""
    label = attendance_label(text)
    assert label
    assert (label.presence, label.members, label.rest) == expected
    assert not label.guests


@pytest.mark.parametrize(
    "text", ["Derudover deltog: Asta Birk (referent)", "Gæster", "Fra administrationen deltog:"]
)
def test_guests_are_present_but_no_members(text: str) -> None:
    """People who are no members stand under labels of their own."""
    label = attendance_label(text)
    assert label
    assert (label.presence, label.members, label.guests) == (Presence.PRESENT, False, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Deltagere i projektet får et kursus",
        "Indkaldelse af stedfortrædere",
        "Afbudsfrist",
        "Fraværende elever skal meldes",
        "Bemærkninger: Asta Birk",
        "Medlemmernes diæter",
        "Beslutning",
    ],
)
def test_a_sentence_that_begins_like_a_label_is_none(text: str) -> None:
    """Without colon only people may follow a label."""
    assert attendance_label(text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fraværende: Asta Birk (C)", ["Asta Birk"]),
        ("Fraværende:  Asta Birk (A), Bent Dalum (V)\n\nGodkendt.", ["Asta Birk", "Bent Dalum"]),
        ("Fraværende med afbud: Asta Birk", ["Asta Birk"]),
        ("Godkendt.\nFraværende: Asta Liv Birk \n 72 Udkast til plan", ["Asta Liv Birk"]),
        ("Godkendt. Fraværende: Asta Birk", ["Asta Birk"]),
        ("Godkendt. Fraværende: Asta Birk. Bent Dalum deltog for Asta Birk.", ["Asta Birk"]),
        ("Fraværende- Asta Birk ()", ["Asta Birk"]),
        ("Fraværende\n- Asta Birk ()\n- Bent Dalum (A)\nGodkendt", ["Asta Birk", "Bent Dalum"]),
        (
            "Fraværende med afbud\n\n  • Asta Birk (O)\n\n  • Bent Dalum (C)\n\nBemærkninger",
            ["Asta Birk", "Bent Dalum"],
        ),
        ("Anna Aastrup og Bent Dalum var fraværende.", ["Anna Aastrup", "Bent Dalum"]),
        (
            "Asta Birk (A), Bent Dalum (V) og Carla Ibsker (F) var fraværende.",
            ["Asta Birk", "Bent Dalum", "Carla Ibsker"],
        ),
        ("Godkendt.\n\nAsta P. Birk (u.p.) var ikke til stede.", ["Asta P. Birk"]),
        ("Borgmester Asta Birk (A) deltog ikke i mødet.", ["Asta Birk"]),
        ("Byrådet Asta Birk var fraværende.", ["Asta Birk"]),
        ("Byrådet, 16.12.2014 Asta Birk var fraværende. Godkendt.", ["Asta Birk"]),
        ("Under punktet var Asta Birk (A) fraværende.", ["Asta Birk"]),
        (
            "Asta Birk (A) var fraværende. I stedet deltog Bent Dalum (A) Carla Ibsker (A) var fraværende.",
            ["Asta Birk", "Carla Ibsker"],
        ),
        ("Asta Birk er forhindret i at deltage.", ["Asta Birk"]),
        ("Asta Birk havde meldt afbud.", ["Asta Birk"]),
        ("Afbud fra Asta Birk.", ["Asta Birk"]),
        ("Der var afbud fra Asta Birk og Bent Dalum. Sag nr. 8 udgik.", ["Asta Birk", "Bent Dalum"]),
        ("Afbud: Asta, Bent\n\nFraværende:\n\nNæste møde:", ["Asta", "Bent"]),
        ("Fraværende Nej - Ingen", []),
        ("Godkendt. Afbud: Ingen Side 2", []),
        ("Fraværende: Ingen", []),
        ("Der var ingen fraværende.", []),
        ("Formanden var fraværende.", []),
        ("Børn, der var fraværende, får brev.", []),
        ("Udvalget drøftede afbud fra leverandører.", []),
        ("Asta Birk (A) kunne ikke tiltræde.", []),
        ("Godkendt.", []),
    ],
)
def test_absence_is_found_in_decisions(text: str, names: list[str]) -> None:
    """Labels and sentences about absence give names, anything else gives none."""
    assert list(absent_in(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "Asta Birk var fraværende under punkterne 14-18.",
        "Asta Birk (A) forlod mødet efter sag nr. 104.",
        "Asta Birk deltog fra kl. 18.10.",
    ],
)
def test_absence_for_a_while_is_no_absence(text: str) -> None:
    """Who was away for some items took part partly, and the words that limit it are kept."""
    assert absent_in(text) == ()
    (person,) = absences(text)
    assert (person.name, person.presence) == ("Asta Birk", Presence.PARTLY)
    assert person.note
    assert person.note in text


def _one(
    name: str, party: str | None = None, presence: Presence = Presence.PRESENT, note: str | None = None
) -> Attendance:
    return Attendance(name=name, presence=presence, party=party, note=note)


def test_members_listed_absent_become_absent() -> None:
    """The list of members says who should have come, the list of the absent who did not."""
    members = persons("Asta Birk (A, formand), Bent Dalum (V), Carla Ibsker (F)")
    merged = merge(members, persons("Bent Dalum", presence=Presence.ABSENT))
    assert [(person.name, person.party, person.presence) for person in merged] == [
        ("Asta Birk", "A", Presence.PRESENT),
        ("Bent Dalum", "V", Presence.ABSENT),
        ("Carla Ibsker", "F", Presence.PRESENT),
    ]
    assert merged[0].role == "formand"


def test_absent_people_who_are_no_listed_members_come_last() -> None:
    """A list of those present is made whole by those absent."""
    merged = merge([_one("Asta Birk")], [_one("Bent Dalum", presence=Presence.ABSENT)])
    assert [(person.name, person.presence) for person in merged] == [
        ("Asta Birk", Presence.PRESENT),
        ("Bent Dalum", Presence.ABSENT),
    ]


def test_a_person_listed_twice_is_one_and_two_parties_are_two_people() -> None:
    """Equal names are one person unless their parties differ."""
    assert merge([_one("Asta Birk", "A"), _one("ASTA  BIRK")], []) == (_one("Asta Birk", "A"),)
    two = (_one("Asta Birk", "A"), _one("Asta Birk", "V"))
    assert merge(two, []) == two
    assert [person.presence for person in merge(two, [_one("Asta Birk", "V", Presence.ABSENT)])] == [
        Presence.PRESENT,
        Presence.ABSENT,
    ]


def test_partly_present_members_keep_the_note_that_says_when() -> None:
    """A limit on someone's presence is carried over to the list of members."""
    (person,) = merge([_one("Asta Birk", "A")], [_one("Asta Birk", None, Presence.PARTLY, "under punkt 3")])
    assert person == _one("Asta Birk", "A", Presence.PARTLY, "under punkt 3")


@given(PEOPLE, PEOPLE)
def test_merging_again_changes_nothing(
    members: list[tuple[str, str, str | None]], absent: list[tuple[str, str, str | None]]
) -> None:
    """Merging is idempotent and loses nobody."""
    here = [_one(name, party) for name, party, _ in members]
    away = [_one(name, party, Presence.ABSENT) for name, party, _ in absent]
    merged = merge(here, away)
    assert merge(merged, away) == merged
    assert {person.name for person in merged} == {person.name for person in [*here, *away]}


def test_whoever_stands_in_for_an_absent_member_is_not_absent() -> None:
    """Behind a dash the substitute is named, or that there was none."""
    found = persons(
        "Asta Birk (A) – stedfortræder Bent Dalum\nCarla Fuglsbjerg (V) – ingen stedfortræder",
        presence=Presence.ABSENT,
    )

    assert [(one.name, one.presence, one.note) for one in found] == [
        ("Asta Birk", Presence.ABSENT, "stedfortræder Bent Dalum"),
        ("Carla Fuglsbjerg", Presence.ABSENT, "ingen stedfortræder"),
    ]


@pytest.mark.parametrize("behind", ["– stedfortræder: ", ", stedfortræder: ", ", stedfortræder "])
def test_a_substitute_behind_a_colon_or_a_comma_is_not_absent(behind: str) -> None:
    """However the two are set apart, who came instead is no person who was away."""
    found = persons(f"Asta Birk (A) {behind}Bent Dalum (A)", presence=Presence.ABSENT)

    assert [(one.name, one.role, one.note) for one in found] == [
        ("Asta Birk", None, "stedfortræder Bent Dalum (A)")
    ]


def test_a_role_behind_a_comma_is_that_of_the_person_before_it() -> None:
    """Where a party in brackets and a comma stand before it, though the next name follows at once."""
    assert read("Asta Birk (C), formand Bent Dalum (A) Carla Ibsker (O)") == [
        ("Asta Birk", "C", "formand"),
        ("Bent Dalum", "A", None),
        ("Carla Ibsker", "O", None),
    ]


def test_a_role_right_behind_a_name_is_no_part_of_it() -> None:
    """A web page sets it apart by its look alone."""
    assert read("Asta Birk Formand\nBent Dalum Medlem\nCarla Ibsker (V) Næstformand") == [
        ("Asta Birk", None, "Formand"),
        ("Bent Dalum", None, "Medlem"),
        ("Carla Ibsker", "V", "Næstformand"),
    ]


@pytest.mark.parametrize("dashes", ["----------", "__________", "=========", "* * *"])
def test_a_ruled_line_is_no_part_of_a_list(dashes: str) -> None:
    """A typewriter rules off the front page."""
    assert read(f"Asta Birk (A) {dashes}") == [("Asta Birk", "A", None)]
