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
