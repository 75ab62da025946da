"""The account that conversion leaves: the words of each page as it was written, and those that stand nowhere.

It lies in ``.referat/regnskab/`` in the content folder, which git and MkDocs leave out, and may be deleted at
any time; the check can tell less then.  What stands nowhere may be a piece of what is withheld: so the folder
is as closed as the sources, and such words are named to nobody.
"""

from __future__ import annotations

import contextlib
import hashlib
import html
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from converters.ledger import WORD, LeftOut, Reason

if TYPE_CHECKING:
    from converters.frontmatter import Dumped, Page

    Written = Page | Dumped

FOLDER = ".referat/regnskab"  # in the content folder
_ROW = ".json"
_OWNER_ALONE = 0o600
# Where words of the source stand in front matter and nowhere else; the rest is drawn from the body.
_ITS_OWN = ("title", "number", "fields", "case_number")
_ESCAPED = re.compile(r"\\(?=[^\w\s])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """Words of a page of the source that stand nowhere; ``is_open`` where they can not be closed ones."""

    page: int
    words: tuple[str, ...]
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The account of one meeting or document.

    ``place`` is its folder, or a document's page; ``pages`` holds the words of each page as it was written,
    and its hash, by the page's path in the content folder.
    """

    place: str
    sha256: str
    pages: Mapping[str, tuple[str, str]]
    lost: tuple[Lost, ...] = ()


def words_of(page: Written) -> list[str]:
    """The words of the source that a page shows, each where it has its place: its body, an item's title."""
    words = WORD.findall(html.unescape(_ESCAPED.sub("", page.body)).casefold())
    if page.meta.get("type") != "item":
        return words
    title, number, fields, case = (_words_in(page.meta.get(key)) for key in _ITS_OWN)
    # A case number may be one of the fields.
    return [*words, *title, *number, *fields, *(Counter(case) - Counter(fields)).elements()]


def _words_in(value: object) -> list[str]:
    return _words(_values(value))


def _values(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from (text for key in ("label", "value") for text in _values(value.get(key)))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield from (text for inner in value for text in _values(inner))
    elif value is not None:
        yield str(value)


def lost_words(
    texts: Sequence[tuple[int, str]], on_pages: Iterable[Sequence[str]], left_out: Iterable[LeftOut]
) -> tuple[Lost, ...]:
    """Compare the words of a source, told page by page, with those on its pages and in the ledger."""
    entries = tuple(left_out)
    found: Counter[str] = Counter()
    for words in on_pages:
        found.update(words)
    found.update(_words(entry.text for entry in entries))
    missing = Counter(_words(text for _, text in texts)) - found
    if not missing:
        return ()
    is_open = all(entry.reason is not Reason.CLOSED for entry in entries)
    said = [(number, _words((text,))) for number, text in texts]
    rows: dict[int, list[str]] = {}
    # A word that stands in the source again and again is lost where the words around it are.
    for number, words in sorted(said, key=lambda row: _share(row[1], missing)):
        for word in words:
            if missing[word] > 0:
                missing[word] -= 1
                rows.setdefault(number, []).append(word)
    return tuple(
        Lost(page=number, words=tuple(words), is_open=is_open) for number, words in sorted(rows.items())
    )


def _words(texts: Iterable[str]) -> list[str]:
    """The words of texts; they are looked for in all of them at once, since each look costs as much."""
    return WORD.findall("\n".join(texts).casefold())


def _share(words: Sequence[str], missing: Counter[str]) -> float:
    """How many of a line's words are not missing."""
    return sum(not missing[word] for word in words) / len(words) if words else 1.0


class Accounts:
    """The accounts of one content folder."""

    def __init__(self, content: Path) -> None:
        self._folder = content / FOLDER

    def keep(self, account: Account) -> None:
        """Write an account; where that cannot be done, the check knows less, and nothing else."""
        row = {
            "place": account.place,
            "sha256": account.sha256,
            "pages": dict(account.pages),
            "lost": [[one.page, one.words, one.is_open] for one in account.lost],
        }
        text = json.dumps(row, ensure_ascii=False)
        name = hashlib.sha256(account.place.encode()).hexdigest()[:24] + _ROW
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder.parent / ".gitignore").write_text("*\n", encoding="utf-8")
            beside = self._folder / f"{name}.ny"
            beside.touch(mode=_OWNER_ALONE)
            beside.write_text(text, encoding="utf-8")
            beside.replace(self._folder / name)

    def all(self) -> Iterator[Account]:
        """Every account that can be read."""
        for path in sorted(self._folder.glob(f"*{_ROW}")):
            try:
                row = json.loads(path.read_bytes())
                pages = row["pages"].items()
                yield Account(
                    place=str(row["place"]),
                    sha256=str(row["sha256"]),
                    pages={str(name): (str(digest), str(words)) for name, (digest, words) in pages},
                    lost=tuple(
                        Lost(page=int(page), words=tuple(map(str, words)), is_open=bool(is_open))
                        for page, words, is_open in row["lost"]
                    ),
                )
            except (OSError, ValueError, KeyError, TypeError, AttributeError):
                continue
