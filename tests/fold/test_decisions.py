"""Decisions: whose, of which day, with which outcome, and who was away."""

import pytest

from converters.model import AgendaItem, Outcome
from tests.reading import labels, meeting_of, words_under

HEAD = "Birkevig Kommune\nReferat\nHavneudvalget\n5. marts 2026\n"
CASE = "Sagsfremstilling\nDet er slidt.\n"


def item(decision: str) -> AgendaItem:
    """The first of two items, that ends in these lines."""
    return meeting_of(
        f"{HEAD}\n1. Ny kran\n{CASE}{decision}\n\n2. Takster\n{CASE}Beslutning\nUdsat.\n"
    ).items[0]


def facts(found: AgendaItem) -> list[tuple[str | None, str | None]]:
    """Committee and date of each decision, in order."""
    return [(decision.committee, decision.date) for decision in found.decisions]


def test_an_unnamed_decision_is_the_meetings_own() -> None:
    """It has the meeting's committee and date."""
    assert facts(item("Beslutning\nGodkendt.")) == [("Havneudvalget", "2026-03-05")]


@pytest.mark.parametrize(
    "label",
    [
        "Beslutning i Byrådet den 30-03-2026:",
        "Beslutning i Byrådet den 30-03-2026",
        "Beslutning i Byrådet den 30. marts 2026:",
        "Beslutning i Byrådet 30. marts 2026",
        "Beslutning fra Byrådet, 30.03.2026",
        "Beslutning Byrådet den 30-03-2026, pkt. 4:",
        "BESLUTNING FRA BYRÅDET DEN 30. MARTS 2026",
        "Byrådets beslutning den 30. marts 2026",
        "Byrådets beslutning 30-03-2026",
        "Beslutninger Byrådet den 30-03-2026",
        "BESLUTNING Byrådet den 30-03-2026",
        "Beslutninger i Byrådet den 30-03-2026, pkt. 4:",
    ],
)
def test_a_decision_that_names_committee_and_date(label: str) -> None:
    """In every form that systems print it in."""
    ((committee, date),) = facts(item(f"{label}\nGodkendt."))
    assert ((committee or "").capitalize(), date) == ("Byrådet", "2026-03-30")


def test_a_decision_on_the_line_of_its_label() -> None:
    """What stands behind the label is the decision's first text."""
    found = item("Beslutning i Byrådet den 30-03-2026: Godkendt.")

    assert words_under(found, labels(found)[-1]) == "Godkendt."


def test_decisions_of_several_committees() -> None:
    """One each, in the order printed."""
    found = item(
        "Beslutning i Byrådet den 30-03-2026:\nGodkendt.\n"
        "Beslutning i Økonomiudvalget den 10-03-2026:\nAnbefales.\nFraværende: Bo Lind\n"
    )

    assert facts(found) == [("Byrådet", "2026-03-30"), ("Økonomiudvalget", "2026-03-10")]
    assert [decision.absent for decision in found.decisions] == [(), ("Bo Lind",)]
    assert [decision.outcome for decision in found.decisions] == [Outcome.APPROVED, Outcome.RECOMMENDED]


def test_committees_under_one_label() -> None:
    """Each committee and date on a line of its own opens a decision."""
    found = item(
        "Beslutning\nHavneudvalget, den 5. marts 2026\nAnbefales.\nByrådet, den 30. marts 2026\nGodkendt."
    )

    assert labels(found) == ["Sagsfremstilling", "Beslutning"]
    assert facts(found) == [("Havneudvalget", "2026-03-05"), ("Byrådet", "2026-03-30")]


def test_earlier_decisions_come_with_the_case() -> None:
    """Of another committee and of this one; the item's outcome is that of the last of its own."""
    found = item(
        "Beslutning i Havneudvalget den 05-02-2026:\nUdsat.\n"
        "Beslutning i Økonomiudvalget den 12-02-2026:\nAnbefales.\n"
        "Beslutning i Havneudvalget den 05-03-2026:\nGodkendt.\n"
    )

    assert len(found.decisions) == 3
    assert found.outcome is Outcome.APPROVED


def test_the_text_under_a_title_is_the_decision_where_there_are_no_labels() -> None:
    """As in minutes of a board, which print nothing else."""
    items = "".join(f"\n{n}. Sag om {'abcd'[n]}-kajen\n\nGodkendt.\n" for n in (1, 2, 3))

    assert [item.outcome for item in meeting_of(HEAD + items).items] == [Outcome.APPROVED] * 3


def test_an_item_without_a_decision_has_none() -> None:
    """Its outcome is unknown, and nothing is made up."""
    text = f"{HEAD}\n1. Ny kran\n{CASE}\n2. Takster\n{CASE}Beslutning\nUdsat.\n"

    first = meeting_of(text).items[0]
    assert (first.decisions, first.outcome) == ((), Outcome.UNKNOWN)


def test_a_dash_is_a_decision() -> None:
    """It says that there was nothing to decide; the outcome is unknown."""
    found = item("Beslutning\n-")

    assert words_under(found, "Beslutning") == "-"
    assert found.outcome is Outcome.UNKNOWN


def test_votes_belong_to_their_decision() -> None:
    """Those for and against are counted, by number or by name."""
    found = item(
        "Beslutning\nFor stemte: Anna Holm (A) og Bo Lind (V).\nImod stemte: Per Dam (O).\nGodkendt."
    )

    (vote,) = found.decisions[0].votes
    assert (vote.in_favour, vote.against) == (2, 1)


@pytest.mark.parametrize(
    "label",
    [
        "Beslutning for Punkt 1:",
        "Beslutning for punkt 1",
        "Beslutning til pkt. 1",
        "Beslutning på udvalgsmødet den 5. marts 2026",
    ],
)
def test_a_decision_that_names_its_item(label: str) -> None:
    """It is the meeting's own."""
    found = item(f"{label}\nGodkendt.")

    assert facts(found) == [("Havneudvalget", "2026-03-05")]
    assert labels(found) == ["Sagsfremstilling", label.rstrip(":")]


def test_a_decision_of_the_committee_that_is_not_named() -> None:
    """The words "Udvalgets beslutning" stand over the meeting's own."""
    assert facts(item("Udvalgets beslutning\nGodkendt.")) == [("Havneudvalget", "2026-03-05")]


@pytest.mark.parametrize("form", ["Referat: {0}", "\nReferat\n{0}"])
def test_minutes_of_an_item_are_its_decision(form: str) -> None:
    """Where an item has no decision and "Referat" stands in item after item, what came of it is there."""
    texts = ("Kranen blev godkendt.", "Udsat til næste møde.", "Taget til efterretning.")
    items = (f"\n{n}. Sag {n}\n\nDet er slidt.\n{form.format(text)}\n" for n, text in enumerate(texts, 1))
    found = meeting_of(HEAD + "".join(items)).items

    assert [one.outcome for one in found] == [Outcome.APPROVED, Outcome.POSTPONED, Outcome.NOTED]
    assert words_under(found[1], "Referat") == "Udsat til næste møde."


def test_minutes_beside_a_decision_are_none() -> None:
    """The label that says so has it; the minutes right under a title are a section all the same."""
    items = (f"\n{n}. Sag {n}\n\nReferat\nKranen blev afvist.\nBeslutning\nGodkendt.\n" for n in (1, 2, 3))
    found = meeting_of(HEAD + "".join(items)).items

    assert {one.outcome for one in found} == {Outcome.APPROVED}
    assert labels(found[1]) == ["Referat", "Beslutning"]


def test_who_was_away_ends_with_its_line() -> None:
    """However full the line is, the sentence below it is the decision's."""
    away = (
        "Ikke til stede: Ida Holm-Kristensen, Bo Dal Mikkelsen, Per Lindegaard, Siv Krogager, Kurt Mortensen"
    )
    found = item(f"Beslutning\n{away}\nDagsordenen godkendt.")

    assert found.outcome is Outcome.APPROVED
    assert found.decisions[0].absent[-1] == "Kurt Mortensen"


def test_names_under_who_was_away_are_no_label() -> None:
    """The same two were away from item after item."""
    away = "Beslutning\nGodkendt.\nAfbud under hele mødet:\nIda Holm og Bo Dal\nLiv Mose kom for Bo Dal.\n"
    found = meeting_of(f"{HEAD}\n1. Ny kran\n{CASE}{away}\n2. Takster\n{CASE}{away}").items

    assert [labels(one) for one in found] == [["Sagsfremstilling", "Beslutning"]] * 2
    assert [one.decisions[0].absent for one in found] == [("Ida Holm", "Bo Dal")] * 2
