"""Facts on the front pages of printed papers: letters, columns, and lines that sound like another fact."""

from __future__ import annotations

import pytest

from converters.model import Presence
from tests.fold.test_facts import BODY, meeting
from tests.reading import labels, meeting_of
from tests.segment.set_lines import heading
from tests.segment.set_lines import line as set_line
from tests.segment.set_lines import meeting as set_meeting

ITEMS = tuple(
    line
    for number, title in enumerate(("Ny kran", "Lys på molen"), 1)
    for line in (heading(f"{number}. {title}", 2), heading("Beslutning", 3), set_line("Godkendt."))
)
MEMBERS = ("Medlemmer", "Ida Holm (Havnerådet)", "Per Dam (Idrætsrådet)")


@pytest.mark.parametrize(
    "hour", ["5. marts 2026 kl. 16:00", "Torsdag den 5. marts 2026", "Mødet holdes den 5. marts 2026"]
)
def test_the_day_of_a_letter_is_not_the_meetings(hour: str) -> None:
    """A place, a comma and a day head the letter that the minutes came with."""
    found = meeting(
        "Region Sundvig", "Sundvig, den 9. marts 2026", "Referat", "af mødet i Regionsrådet", hour
    )

    assert found.date == "2026-03-05"


def test_the_day_of_a_letter_is_better_than_none() -> None:
    """Where no other day stands on the front page."""
    assert meeting("Referat", "Regionsrådet", "Sundvig, den 5. marts 2026").date == "2026-03-05"


@pytest.mark.parametrize(
    "line",
    [
        "åbent møde for Havneudvalgets møde den 5. marts 2026 kl. 14:00 i Salen",
        "Åbent møde for Havneudvalgets møde den 05. marts 2026",
    ],
)
def test_an_open_meeting_for_a_committees_meeting(line: str) -> None:
    """The system's own words stand before the committee's name."""
    assert (meeting(line).committee, meeting(line).date) == ("Havneudvalget", "2026-03-05")


def test_members_of_other_bodies_are_no_committee() -> None:
    """Whom a member stands for stands behind the name; the decisions say whose meeting it was."""
    items = "".join(
        f"\nNr.{n} - Sag om {title}\nBeslutning i Havneudvalget den 05-03-2026\nGodkendt.\n"
        for n, title in ((1, "kajen"), (2, "molen"))
    )

    found = meeting_of("05-03-2026 kl. 17:00\nSalen\n" + "\n\n".join(MEMBERS) + f"\n{items}")
    assert found.committee == "Havneudvalget"
    assert [one.name for one in found.attendance] == ["Ida Holm", "Per Dam"]


@pytest.mark.parametrize(
    "line",
    [
        "Mødet blev afsluttet kl. 18.20",
        "Mødet blev hævet kl. 18.20",
        "Slut kl. : 18.20",
        "Slut kl.     : 18.20",
    ],
)
def test_the_end_on_the_front_page(line: str) -> None:
    """Without a label of its own, or with one that has its colon far off."""
    found = meeting("Referat", "Havneudvalget", "Dato : 5. marts 2026", "Start kl. : 16.00", line)

    assert (found.start, found.end) == ("16:00", "18:20")


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (("Havneudvalget 5. marts 2026 kl. 16.00 i mødelokale 2",), "mødelokale 2"),
        (("Den 05.03.2026 kl. 13:00 i Pakhuset, Gl. Havnevej 1",), "Pakhuset, Gl. Havnevej 1"),
        (("Torsdag 5.03.2026 kl. 8.30", "Ordinært møde", "Havneudvalget"), None),
        (("Havneudvalget, 5. marts 2026", "Ida Holm mødte kl. 16.25 under punkt 4."), None),
        (("MØDESTED:                 MØDEDATO:", "Salen                   05-03-2026"), None),
    ],
)
def test_the_place_and_what_only_sounds_like_it(lines: tuple[str, ...], place: str | None) -> None:
    """A kind of meeting, someone who came late and the label of another column are none."""
    assert meeting("Referat", *lines).place == place


@pytest.mark.parametrize(
    "words", ["Medlemmerne var mødt, bortset fra", "Alle medlemmer var mødt, bortset fra"]
)
def test_all_had_come_but_those_who_had_not(words: str) -> None:
    """The sentence says at its end that they had told of it."""
    found = meeting(
        "Referat fra Havneudvalget den 5. marts 2026",
        f"{words} Ida Holm, Bo Lind og Per Dam, der havde meldt afbud.",
    )

    assert [(one.name, one.presence) for one in found.attendance] == [
        ("Ida Holm", Presence.ABSENT),
        ("Bo Lind", Presence.ABSENT),
        ("Per Dam", Presence.ABSENT),
    ]


def test_the_secretary_beside_the_label_is_not_away() -> None:
    """The label of those away is empty, and the next is a role in the same column."""
    found = meeting(
        "Referat fra Havneudvalget den 5. marts 2026",
        "Tilstede              Ida Holm (A) - formand",
        "                      Per Dam (V)",
        "",
        "Afbud/Fraværende",
        "",
        "Sekretær              Bo Lind",
    )

    assert [one.name for one in found.attendance if one.presence is Presence.ABSENT] == []


@pytest.mark.parametrize("label", ["Fraværende", "Afbud:", "Afbud"])
def test_who_was_away_under_each_decision(label: str) -> None:
    """A label alone on its line that stands under every decision belongs to it."""
    items = "".join(
        f"\n{n}. Sag om {title}\nBeslutning Havneudvalget den 05-03-2026\nGodkendt.\n\n{label}\n"
        "Ida Holm (A)\n\nSagsfremstilling\nDet er slidt.\n"
        for n, title in ((1, "kajen"), (2, "molen"), (3, "bolværket"))
    )

    (first, *_) = meeting_of(f"Referat\nHavneudvalget\n5. marts 2026\n{items}").items
    assert labels(first) == ["Beslutning Havneudvalget den 05-03-2026", "Sagsfremstilling"]
    assert first.decisions[0].absent == ("Ida Holm",)


def test_whose_names_follow_two_empty_labels_is_not_known() -> None:
    """The columns ran together: those who came are not to be called absent."""
    found = meeting(
        "Referat", "Havneudvalget", "5. marts 2026", "Deltagere:", "Fraværende:", "Ida Holm, Bo Lind, Per Dam"
    )

    assert found.attendance == ()


@pytest.mark.parametrize("over", ["", "Mødet slut kl. 18.20\n\n"])
def test_signatures_behind_the_last_item(over: str) -> None:
    """Names under a line to write on are no part of the last decision; when it was over is read there too."""
    found = meeting_of(
        f"Referat\nHavneudvalget\n5. marts 2026 kl. 16.00\n{BODY}\n\fUnderskriftsside\n\n{over}"
        "__________________          __________________\nIda Holm                    Bo Lind\n"
    )

    assert found.end == ("18:20" if over else None)
    assert "Ida Holm" not in repr(found.items[-1])
    assert "Underskrift" not in repr(found.items[-1])


def test_the_body() -> None:
    """The three items that the front pages here stand over are read."""
    assert len(meeting("Referat").items) == BODY.count("Sag om")


@pytest.mark.parametrize("place", ["Mødelokale 2 E", "Mødelokale Kutteren, Rådhuset, Havnevej 1"])
def test_committee_and_hour_over_the_first_label_are_no_title(place: str) -> None:
    """A portal's page whose items have lost their titles still says whose meeting it was, when and where."""
    text = (
        f"Referat\nHavne- og Kajudvalget mandag den 5. marts 2026 kl. 16:30\n\n{place}\n\nResume\n\n"
        "Det er slidt.\n\nBeslutning\n\nTiltrådt.\n"
    )

    found = meeting_of(text)
    assert (found.committee, found.date, found.start) == ("Havne- og Kajudvalget", "2026-03-05", "16:30")
    assert [item.title for item in found.items] == [None]
    assert found.place == place


def test_colons_in_a_column_of_their_own() -> None:
    """A label, and in the next column its colon and its value."""
    front = [
        ("Sted", "Salen i Sundby"),
        ("Dato", "5. marts 2026"),
        ("Start kl.", "15.00"),
        ("Slut kl.", "17.10"),
    ]
    lines = [set_line(f"{label}   : {value}") for label, value in front]
    found = set_meeting(set_line("Havneudvalget"), *lines, *ITEMS)

    assert (found.place, found.date, found.start, found.end) == (
        "Salen i Sundby",
        "2026-03-05",
        "15:00",
        "17:10",
    )
