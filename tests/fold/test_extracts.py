"""Papers whose every item stands under its meeting and its number, and lines beside a list of contents."""

from tests.reading import agenda, meeting_of

TITLES = ("Godkendelse af dagsorden", "Budget for kajer", "Ny kran")
TEXT = "\n\nSagsfremstilling\nDet er slidt.\n\nBeslutning\nGodkendt.\n\n"
HEAD = "Birkevig Kommune\nReferat\n"
NUMBERED = [(str(number), title) for number, title in enumerate(TITLES, 1)]


def test_a_meeting_over_the_number_of_every_item() -> None:
    """An extract says whose item it was over each of them; no decision is meant."""
    items = (f"Byrådets møde den 5. marts 2026\nPunkt {n}\n{title}{TEXT}" for n, title in NUMBERED)

    assert agenda(HEAD + "".join(items)) == NUMBERED


def test_a_meeting_over_the_first_item() -> None:
    """The front page ends with whose meeting it was."""
    items = (f"Punkt {n}\n{title}{TEXT}" for n, title in NUMBERED)

    assert agenda(f"{HEAD}Byrådets møde den 5. marts 2026\n" + "".join(items)) == NUMBERED


def test_a_number_far_right_under_a_list_without_pages() -> None:
    """Figures of the front page are no entries of a list that has no pages."""
    listed = "".join(f"{n}. {title}\n" for n, title in NUMBERED)
    items = "".join(f"{n}. {title}{TEXT}" for n, title in NUMBERED)
    found = meeting_of(
        f"{HEAD}Havneudvalget\n5. marts 2026\nDagsorden\n{listed}Fremmødte ialt     6\n\n{items}"
    )

    assert [item.title for item in found.items] == list(TITLES)
    assert any("Fremmødte" in str(block) for block in found.front)


def test_a_title_that_counts_with_its_items_number() -> None:
    """A quarter or a reading that has the item's own number keeps it."""
    items = (f"{n}. {title}{TEXT}" for n, title in [*NUMBERED[:2], ("3", "3. Kvartal 2026")])

    assert agenda(HEAD + "".join(items))[2] == ("3", "3. Kvartal 2026")


def test_a_meeting_and_a_number_end_the_paper() -> None:
    """Nothing stands under the last number."""
    text = "".join(f"{n}. {title}{TEXT}" for n, title in NUMBERED)

    assert len(agenda(f"{HEAD}{text}Byrådets møde den 5. marts 2026\nPunkt 3:")) == len(NUMBERED)
