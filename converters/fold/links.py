"""Link addresses that a text layer dumps at a page's end: repeated ones go, others find their attachment."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from converters.fold.matching import named, same_number
from converters.lexicon import fold
from converters.segment.marks import Mark, Marks, Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from converters.blocks import Line
    from converters.model import AgendaItem, Attachment
    from converters.segment.content import Composer

URL_LINE = re.compile(r"^https?://\S+$")
URL = re.compile(r"https?://\S+")
WORD = re.compile(r"[a-z]{4,}|\d{3,}")
SURE = 2.0  # more than all words of a title
ALIKE = 0.6  # of the words of an attachment's title that its address has to hold


def find_dumps(lines: Sequence[Line], marks: Marks, composer: Composer) -> tuple[Marks, tuple[int, ...]]:
    """Mark link lines that repeat an address already in the text; give the lines of the others.

    An address that wraps over two lines of running text is not a dump.
    """
    seen = _addresses(lines, composer)
    dumps: Marks = {}
    others: list[int] = []
    for index, line in enumerate(lines):
        if index in marks or not URL_LINE.match(line.text) or _wraps(lines, index, composer):
            continue
        if line.text in seen:
            dumps[index] = Mark(role=Role.LINK_DUMP, why="adressen står allerede i teksten")
        else:
            seen.add(line.text)
            others.append(index)
    return dumps, tuple(others)


def _addresses(lines: Sequence[Line], composer: Composer) -> set[str]:
    """Give every address in running text, put together again where it wraps."""
    found: set[str] = set()
    for index, line in enumerate(lines):
        if "://" not in line.text:
            continue
        urls = URL.findall(line.text)
        if not URL_LINE.match(line.text):
            found.update(url.rstrip(".,;)") for url in urls)
        if _wraps(lines, index, composer):
            found.add(urls[-1] + lines[index + 1].text.split(" ", 1)[0].rstrip(".,;)"))
    return found


def _wraps(lines: Sequence[Line], index: int, composer: Composer) -> bool:
    """Tell whether the address at the line's end goes on in the next line."""
    if index + 1 >= len(lines) or not re.search(r"https?://\S+$", lines[index].text):
        return False
    text, following = lines[index].text, lines[index + 1]
    if following.text.startswith("http") or following.gap > 0 or " " in following.text.strip():
        return False
    return text.endswith("-") or (
        composer.goes_on(index, index + 1) and bool(re.search(r"[./_-]", following.text))
    )


def give_addresses(
    items: Sequence[AgendaItem], dumped: Sequence[tuple[int, str]], pages: Mapping[int, tuple[int, int]]
) -> tuple[tuple[AgendaItem, ...], frozenset[int]]:
    """Give dumped addresses to the attachments they name; also give the lines that were used.

    ``dumped`` holds page and address of each, ``pages`` the first and last page of each item.
    """
    given = list(items)
    used: set[int] = set()
    for place, (page, url) in enumerate(dumped):
        best = max(
            (
                (_told(a.title, url, item.number, rank), number, rank)
                for number, item in enumerate(given)
                if _near(pages, number, page)
                for rank, a in enumerate(item.attachments)
                if a.url is None
            ),
            default=(0.0, 0, 0),
        )
        if best[0] < ALIKE:
            continue
        item = given[best[1]]
        attachments: tuple[Attachment, ...] = tuple(
            replace(a, url=url) if rank == best[2] else a for rank, a in enumerate(item.attachments)
        )
        given[best[1]] = replace(item, attachments=attachments)
        used.add(place)
    return tuple(given), frozenset(used)


def _told(title: str, url: str, number: str | None, rank: int) -> float:
    """Tell how sure it is that an address is an attachment's: by its item and rank, else by its words."""
    name, listed = named(unquote(url).rsplit("/", 1)[-1]), named(title).rank
    if name.sure and name.item and name.rank:
        if not same_number(name.item, number):
            return 0.0
        if same_number(name.rank, listed or str(rank + 1)):
            return SURE
    return _likeness(title, url)


def _near(pages: Mapping[int, tuple[int, int]], number: int, page: int) -> bool:
    first, last = pages.get(number, (0, 0))
    return first <= page <= last + 1


def _likeness(title: str, url: str) -> float:
    wanted, there = _words(title), _words(unquote(url).rsplit("/", 1)[-1])
    return len(wanted & there) / len(wanted) if wanted else 0.0


def _words(text: str) -> set[str]:
    plain = fold(text).replace("æ", "ae").replace("ø", "oe").replace("å", "aa").replace("_", " ")
    return set(WORD.findall(plain))
