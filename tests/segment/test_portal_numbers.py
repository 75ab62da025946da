"""Numbers that stand twice, or in the middle of a line, as portals print them."""

import pytest

from converters.model import Access
from converters.redact import redact
from tests.reading import agenda, item_of, labels, meeting_of, words_under
from tests.segment.test_agendas import HEAD, ITEMS, NUMBERS


@pytest.mark.parametrize("between", ["", "\nKort_over_kajen.pdf Brev.pdf\n"])
def test_a_title_that_comes_again_under_its_bare_number(between: str) -> None:
    """A page that folds its items out has each title twice: on the button, and under the number alone."""
    items = "".join(
        f"\n • Pkt. {n} {title}\n{between}\n  Pkt. {n}\n\n  {title}\n\n  Sagsnr. 24903{n} Åbent punkt\n"
        f"\n  Resume\n\n  Der er slidt på {n}.\n\n  Havneudvalget, 05-03-2026, pkt. {n}\n\n  Godkendt.\n"
        for n, title in NUMBERS
    )
    text = f"You are here\n\nReferat\n\nDato: Torsdag, Marts 5, 2026 - 17:00\nSted: Salen\n{items}"

    found = meeting_of(text)
    assert [(item.number, item.title) for item in found.items] == NUMBERS
    assert all([d.date for d in item.decisions] == ["2026-03-05"] for item in found.items)
    assert all(words_under(item, "Resume") == f"Der er slidt på {item.number}." for item in found.items)
    assert "slidt" not in repr(found.front)


def test_numbers_that_ran_into_the_line_above() -> None:
    """A portal prints the list's last entry and the first title on one line, and titles behind labels."""
    titles = [
        "Rundvisning i havnen",
        "Godkendelse af dagsorden",
        "Havnepris 2026 - Lukket punkt",
        "Eventuelt",
    ]
    listed = "\n".join(f"{n}. {title}" for n, title in enumerate(titles, 1))
    inside = (
        "Indstilling\nDirektøren indstiller {}.\n\nBeslutning i Havneudvalget den 05-03-2026\nGodkendt.\n\n"
    )
    inside += "Referat\nSagsfremstilling"
    words = ["en tur", "den gamle dagsorden", "Ida Holm til prisen", "intet"]
    items = "".join(f"{n}. {t}\n\n{inside.format(words[n - 1])}" for n, t in enumerate(titles, 1))
    text = f"UDVALG\n\nHavneudvalget\n\nMØDE\n\nReferat\n\nPUNKTER\n\n{listed}{items}\n"

    found = meeting_of(text)
    assert [(item.number, item.title) for item in found.items] == [
        (str(n), title) for n, title in enumerate(titles, 1)
    ]
    assert [item.access for item in found.items].count(Access.CLOSED) == 1
    assert "Ida Holm" not in repr(redact(found)[0])
    assert words_under(item_of(text, "1"), "Indstilling") == "Direktøren indstiller en tur."


def test_a_sentence_that_a_number_ran_into_stays_whole() -> None:
    """Only an entry that stands elsewhere too was run into a line."""
    text = HEAD + ITEMS.replace("Det er slidt.", "Det er slidt siden2. Ny kran", 1)

    assert agenda(text) == NUMBERS
    assert "slidt siden2. Ny kran" in words_under(item_of(text, "1"), "Sagsfremstilling")


def test_an_item_folded_out_has_its_number_twice() -> None:
    """With its title behind it where it was folded, and alone above the title where it is unfolded."""
    items = [(n, f"Sag om {what}") for n, what in ((52, "kajen"), (53, "molen"), (54, "broen"))]
    text = "Referat\n\nDato: 5. marts 2026\n" + "".join(
        f" • Pkt. {n} {t}\n\n  Pkt. {n}\n\n  {t}\n\n  Sagsnr. 2990{n} Havneudvalget {o} punkt\n\n  Resume\n\n"
        f"  Om sagen {n}.\n\n  Beslutning\n\n  Godkendt.\n\n"
        for (n, t), o in zip(items, ("Åbent", "Åbent", "Lukket"), strict=True)
    )
    found = meeting_of(text)
    assert [(item.number, item.title) for item in found.items] == [(str(n), t) for n, t in items]
    assert [labels(item) for item in found.items] == [["Resume", "Beslutning"]] * 3
    assert "Om sagen" not in repr(found.front)
    assert "Om sagen 54" not in repr(redact(found)[0])
