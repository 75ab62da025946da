"""Decisions that others made before, and by what the meeting's own are told from them."""

import pytest

from converters.model import Outcome
from converters.redact import redact
from tests.fold.test_decisions import CASE, HEAD, facts, item
from tests.reading import labels, meeting_of, words_under

EARLIER = (
    "Indstilling\nAt kranen købes.\n\nØkonomiudvalget, den 3. marts 2026\nAnbefales.\n\nBeslutning\nGodkendt."
)


def test_an_earlier_committees_decision_under_the_recommendation() -> None:
    """Committee and date alone on a line head it, though the last decision has a label of its own."""
    found = item(EARLIER)

    assert facts(found) == [("Økonomiudvalget", "2026-03-03"), ("Havneudvalget", "2026-03-05")]
    assert words_under(found, "Indstilling") == "At kranen købes."


def test_an_earlier_decision_of_a_closed_item_stays_withheld() -> None:
    """What stands under its recommendation is no decision that is published."""
    text = f"{HEAD}\n1. Ny kran\n{CASE}Beslutning\nUdsat.\n\n2. Lukket - Salg\n{EARLIER}\n"

    (_, closed) = redact(meeting_of(text))[0].items
    assert "Anbefales" not in repr(closed)


@pytest.mark.parametrize("point", ["Punkt 1:", "Pkt. 1", "Sag nr. 1:", "\nPunkt 1:"])
def test_a_meeting_and_its_point_head_a_decision(point: str) -> None:
    """What each committee decided stands under its meeting and the item's number there, in two lines."""
    paper = (
        f"{HEAD}Indholdsfortegnelse\n1. Ny kran     1\n2. Takster     2\n"
        f"\n1. Ny kran\n\nResumé\nDet er slidt.\n\nØkonomiudvalgets møde 3. marts 2026\n{point}\nAnbefales.\n"
        f"\nHavneudvalgets møde den 5. marts 2026\n{point}\nGodkendt.\n"
        f"\n2. Takster\n\nHavneudvalgets møde den 5. marts 2026\n{point.replace('1', '2')}\nUdsat.\n"
    )
    first, second = meeting_of(paper).items

    assert (first.title, second.title) == ("Ny kran", "Takster")
    assert facts(first) == [("Økonomiudvalget", "2026-03-03"), ("Havneudvalget", "2026-03-05")]
    assert words_under(first, "Havneudvalgets møde den 5. marts 2026") == "Godkendt."
    assert (first.outcome, second.outcome) == (Outcome.APPROVED, Outcome.POSTPONED)


def test_a_meeting_without_its_point_heads_nothing() -> None:
    """Such a line may as well run over the page."""
    assert facts(item("Beslutning\nGodkendt.\nHavneudvalgets møde den 5. marts 2026\nMere herom.")) == [
        ("Havneudvalget", "2026-03-05")
    ]


@pytest.mark.parametrize("words", ["beslutning i mødet den", "beslutning på mødet den", "beslutning på møde"])
def test_a_decision_in_the_meeting(words: str) -> None:
    """The committee's own decision may say that it was made in its meeting."""
    found = item(f"Byrådets {words} 30. marts 2026:\nGodkendt.")

    assert facts(found) == [("Byrådet", "2026-03-30")]
    assert found.outcome is Outcome.APPROVED


BEFORE = (
    "Indstilling\nForvaltningen indstiller, at kranen købes.\n\n"
    "{}, 3. marts 2026, pkt. 12:\n\nAnbefales.\n\n"
    "Økonomiudvalget, 4. marts 2026, pkt. 31:\n\nIndstilles godkendt.\n\n"
)


@pytest.mark.parametrize(
    "body", ["Teknik- og Miljøudvalget", "Havne, Både og Fiskeri", "Havn og Fiskeri", "Skoleudvalget 2022-25"]
)
def test_several_earlier_decisions_under_the_recommendation(body: str) -> None:
    """Each committee has its own; a name that ends as no committee's is one before a date and an item."""
    found = item(BEFORE.format(body) + "Beslutning\nGodkendt.")

    assert facts(found) == [
        (body, "2026-03-03"),
        ("Økonomiudvalget", "2026-03-04"),
        ("Havneudvalget", "2026-03-05"),
    ]
    assert found.outcome is Outcome.APPROVED


def test_who_was_away_is_no_committee() -> None:
    """Though the council is named and dated behind the word."""
    found = item("Beslutning\n\nGodkendt.\n\nFraværende i Byrådet, 5. marts 2026:\n\nBo Lind")

    assert facts(found) == [("Havneudvalget", "2026-03-05")]


SEVERAL = (
    "Indstilling\nHavnechefen indstiller, at kranen købes.\n\n"
    "Social og Sundhed, 12. februar 2026, pkt. 4:\n\nAnbefales.\n\n"
    "Plan, Havn og Teknik, 13. februar 2026, pkt. 41:\n\nUdsat.\n\n"
    "Økonomiudvalget, 16. februar 2026, pkt. 15:\n\nAnbefales.\nFraværende: Bo Lind\n\n"
)


def test_earlier_decisions_under_the_recommendation() -> None:
    """Each by its place on that committee's agenda, whatever the committee is called."""
    found = item(f"{SEVERAL}Beslutning\n\nGodkendt.\n")

    assert [(one.committee, one.date, one.outcome) for one in found.decisions] == [
        ("Social og Sundhed", "2026-02-12", Outcome.RECOMMENDED),
        ("Plan, Havn og Teknik", "2026-02-13", Outcome.POSTPONED),
        ("Økonomiudvalget", "2026-02-16", Outcome.RECOMMENDED),
        ("Havneudvalget", "2026-03-05", Outcome.APPROVED),
    ]
    assert labels(found)[2:5] == [
        "Social og Sundhed, 12. februar 2026, pkt. 4",
        "Plan, Havn og Teknik, 13. februar 2026, pkt. 41",
        "Økonomiudvalget, 16. februar 2026, pkt. 15",
    ]


def test_earlier_decisions_do_not_tell_whose_the_meeting_was() -> None:
    """Nor when: the meeting's own decisions name nobody."""
    own = "Beslutning\n\nGodkendt.\n\n"

    found = meeting_of(f"Referat\n\n1. Ny dagsorden\n\n{own}2. Ny kran\n\n{SEVERAL}{own}")
    assert (found.committee, found.date) == (None, None)


@pytest.mark.parametrize(
    "label",
    [
        "Behandling i Udvalget for havn og strand torsdag den 5. marts 2026, pkt. {}",
        "Behandling i Politisk styregruppe for kranen torsdag den 5. marts 2026, pkt. {}",
        "Havneudvalget. 05-03-2026, pkt. {}",
        "Havn og Strand, 5. marts 2026, pkt. {}",
    ],
)
def test_the_meetings_own_decision_by_its_place_on_the_agenda(label: str) -> None:
    """It is a decision's label, and tells whose meeting it was."""
    items = "".join(
        f"{n}. Sag om {'abcd'[n]}-kajen\n\nResume\n\nDen er slidt.\n\n{label.format(n)}\n\nGodkendt.\n\n"
        for n in (1, 2, 3)
    )
    found = meeting_of(f"Referat\n\n{items}")

    assert [one.outcome for one in found.items] == [Outcome.APPROVED] * 3
    assert found.date == "2026-03-05"
    assert (found.committee or "")[:6] in {"Udvalg", "Politi", "Havneu", "Havn o"}


def test_what_an_authority_ruled_is_part_of_the_case() -> None:
    """Its name is no committee's that met, and its ruling no decision of the meeting."""
    found = item("Naturklagenævnets afgørelse\nNævnet afviste klagen.\n\nBeslutning\nGodkendt.\n")

    assert facts(found) == [("Havneudvalget", "2026-03-05")]


PLAN = "Resume\nPolitisk behandling\nHavneudvalget (anbefaler), 5. marts 2026\nKajen er slidt.\n"


def test_a_committee_with_what_it_will_do_in_brackets_has_decided_nothing() -> None:
    """It says whose turn it is, above the case."""
    text = "Birkevig Kommune\nReferat\nHavneudvalget\n5. marts 2026\n\n" + "".join(
        f"{n}. {title}\n{PLAN}{decision}\n"
        for n, title, decision in ((1, "Ny kran", "Beslutning\nUdsat.\n"), (2, "Molen", ""))
    )
    first, second = meeting_of(text).items

    assert [len(one.decisions) for one in (first, second)] == [1, 0]


def test_the_name_and_day_at_the_head_of_a_page_are_no_decision() -> None:
    """They run over the pages of a short paper, under the decision of the item before."""
    running = "\fHavneudvalget 05.03.2026\n"
    case = "Sagsfremstilling\nDen er slidt.\nBeslutning\n"
    text = f"Birkevig Kommune\nReferat\nHavneudvalget\n5. marts 2026\n{running}1. Ny kran\n{case}Godkendt.\n"
    first, second = meeting_of(f"{text}{running}2. Molen\n{case}Udsat.\n").items

    assert [(one.outcome, len(one.decisions)) for one in (first, second)] == [
        (Outcome.APPROVED, 1),
        (Outcome.POSTPONED, 1),
    ]


def test_a_committees_recommendation_with_its_day() -> None:
    """It is what that committee decided, and no text of the section above."""
    earlier = "Indstilling\nAt kranen købes.\n\nØkonomiudvalgets indstilling den 3. marts 2026:\nAnbefales.\n"
    found = item(f"{earlier}\nBeslutning\nGodkendt.")

    assert facts(found) == [("Økonomiudvalget", "2026-03-03"), ("Havneudvalget", "2026-03-05")]
    assert words_under(found, "Indstilling") == "At kranen købes."
