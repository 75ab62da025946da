"""Whose meeting it was, told by what the paper calls the meeting."""

import pytest

from tests.reading import meeting_of


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (
            "Dagsorden\ntil\nmødet i Udvalg for regional havn\nden 5. marts 2026 kl. 09:00\ni Strandhuset",
            "Udvalg for regional havn",
        ),
        (
            "Referat\n\nMøde i Politisk styregruppe for kranen\n\ntorsdag den 5. marts 2026 kl. 08:00",
            "Politisk styregruppe for kranen",
        ),
        ("Referat\n\nMøde i Byrådssalen\n\ntorsdag den 5. marts 2026 kl. 08:00", None),
        (
            "Referat - Havnerådet 2022-2025\n\n05-03-2026 16:00\n\nMedlemmer af udvalget:\n\nIda Holm",
            "Havnerådet",
        ),
    ],
)
def test_the_committee_of_a_meeting_in_it(head: str, name: str | None) -> None:
    """Whatever it is called, but no room to meet in, and no label over its members."""
    items = "".join(f"\n{n}. Sag om {'abcd'[n]}-kajen\n\nBeslutning\n\nGodkendt.\n" for n in (1, 2, 3))

    assert meeting_of(f"{head}\n{items}").committee == name


def test_labels_that_ran_into_their_values() -> None:
    """A portal prints label and value in two cells without a blank between."""
    items = "".join(f"\n{n}. Sag om {'abcd'[n]}-kajen\n\nBeslutning\n\nGodkendt.\n" for n in (1, 2, 3))
    found = meeting_of(
        f"Referat\n\nTorsdag d. 5. marts 2026, kl. 10:15\nMødestedHavnesalen\nUdvalgHavneråd\n{items}"
    )

    assert (found.committee, found.place, found.start) == ("Havneråd", "Havnesalen", "10:15")


def test_when_the_meeting_was_over_stands_before_the_first_item() -> None:
    """In a sentence of its own."""
    items = "".join(f"\n{n}. Sag om {'abcd'[n]}-kajen\n\nBeslutning\n\nGodkendt.\n" for n in (1, 2, 3))
    head = "Referat til mødet i Havneudvalget den 5. marts 2026 kl. 14:00\n\nAlle var mødt.\n\n"

    assert meeting_of(f"{head}Mødet blev hævet kl. 16.20.\n{items}").end == "16:20"


def test_a_local_council_is_called_by_its_part_of_town() -> None:
    """The name before the word is part of it."""
    text = "2. Godkendelse af dagsordenen\n\nIndstilling\n\nFormanden foreslår,\n\n"
    text += "1. at Kgs. Birkevang Lokaludvalg godkender dagsordenen\n\nBeslutning\n\nGodkendt.\n"

    assert meeting_of(text).committee == "Kgs. Birkevang Lokaludvalg"
