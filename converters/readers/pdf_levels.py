"""Headings by typography: which looks of a document are headings, and how they rank."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from converters.readers.pdf_printed import Look, Printed

LARGER = 1.05  # times the size of running text: what is seen as larger
SMALLER = 0.8  # times that size: what bold headings keep above
LONGEST = 160  # characters of a heading
SENTENCES = 0.5  # share of a look's paragraphs that are long or end a sentence, above which it is text
MOST_LETTERS = 0.35  # of a document's letters: what has more is no heading


def body_look(lines: Iterable[Printed]) -> Look | None:
    """Give the look that most letters of a document have."""
    letters: Counter[Look] = Counter()
    for line in lines:
        letters[line.look] += len(line.text)
    return max(letters, key=lambda look: (letters[look], str(look))) if letters else None


def levels(paragraphs: Sequence[tuple[Look, str]], body: Look) -> Mapping[Look, int]:
    """Rank the looks that are those of headings, 1 the highest; ``paragraphs`` are look and whole text.

    Larger comes before smaller, bold before plain, upright before italic.
    """
    texts: dict[Look, list[str]] = defaultdict(list)
    for look, text in paragraphs:
        texts[look].append(text)
    total = sum(len(text) for _, text in paragraphs) or 1
    heads = [
        look
        for look, mine in texts.items()
        if _stands_out(look, body)
        and sum(map(len, mine)) <= MOST_LETTERS * total
        and sum(map(_is_text, mine)) <= SENTENCES * len(mine)
    ]
    ranks = sorted({_rank(look) for look in heads})
    return {look: ranks.index(_rank(look)) + 1 for look in heads}


def _stands_out(look: Look, body: Look) -> bool:
    """Tell whether a look is larger than running text, or bold where that is not and hardly smaller."""
    if look.size > LARGER * body.size:
        return True
    return look.bold and not body.bold and look.size >= SMALLER * body.size


def _is_text(text: str) -> bool:
    return len(text) > LONGEST or (text.endswith((".", ";", ",")) and len(text.split()) > 3)


def _rank(look: Look) -> tuple[float, bool, bool]:
    return -look.size, not look.bold, look.italic
