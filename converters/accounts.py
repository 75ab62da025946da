"""The account that conversion leaves: the words of each page as it was written, and those that stand nowhere.

It lies in ``.referat/regnskab/`` in the content folder, which git and MkDocs leave out, and may be deleted at
any time; the check can tell less then.  What stands nowhere may be a piece of what is withheld: so the folder
is as closed as the sources, and such words are named to nobody.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from converters import closed_folder
from converters.ledger import WORD, LeftOut, Reason

if TYPE_CHECKING:
    from converters.frontmatter import Dumped, Page

    Written = Page | Dumped

FOLDER = ".referat/regnskab"  # in the content folder
_ROW = ".json"
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
class Shown:
    """What a page shows of its source: its Markdown, and an item's title and the like as plain text."""

    body: str
    plain: str = ""

    def words(self) -> list[str]:
        """The words, each where it has its place."""
        return [*_in_markdown(self.body), *_words(self.plain)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The account of one meeting or document.

    ``place`` is its folder, or a document's page; ``pages`` holds the hash of each page as it was written,
    and what it shows, by the page's path in the content folder.
    """

    place: str
    sha256: str
    pages: Mapping[str, tuple[str, Shown]]
    lost: tuple[Lost, ...] = ()


def shown_on(page: Written) -> Shown:
    """What a page shows of its source."""
    if page.meta.get("type") != "item":
        return Shown(body=page.body)
    title, number, fields, case = ("\n".join(_values(page.meta.get(key))) for key in _ITS_OWN)
    # A case number may be one of the fields.
    more = (Counter(_words(case)) - Counter(_words(fields))).elements() if case else ()
    return Shown(body=page.body, plain="\n".join((title, number, fields, *more)))


def _values(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for key in ("label", "value") for text in _values(value.get(key)))
    elif isinstance(value, Sequence):
        yield from (text for inner in value for text in _values(inner))
    elif value is not None:
        yield str(value)


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def _in_markdown(text: str) -> list[str]:
    return _words(html.unescape(_ESCAPED.sub("", text)))


def lost_words(
    texts: Sequence[tuple[int, str]], on_pages: Sequence[Shown], left_out: Iterable[LeftOut]
) -> tuple[Lost, ...]:
    """Compare the words of a source, told page by page, with those on its pages and in the ledger."""
    entries = tuple(left_out)
    missing = _missing(
        "\n".join([text for _, text in texts]),
        "\n".join([page.body for page in on_pages]),
        "\n".join([*(page.plain for page in on_pages), *(entry.text for entry in entries)]),
    )
    if not missing:
        return ()
    is_open = all(entry.reason is not Reason.CLOSED for entry in entries)
    said = [(number, _words(text)) for number, text in texts]
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


def _missing(source: str, markdown: str, plain: str) -> Counter[str]:
    """Give the words of the source that are neither in the Markdown nor in the plain text.

    Nearly all stand between the same two blanks there; looking for words in the rest alone takes a third.
    """
    of_source, of_markdown, of_plain = (Counter(text.split()) for text in (source, markdown, plain))
    for known in (of_plain, of_markdown):
        for piece in known.keys() & of_source.keys():
            if known is of_markdown and ("&" in piece or "\\" in piece):
                continue  # says another thing in Markdown
            both = min(known[piece], of_source[piece])
            known[piece] -= both
            of_source[piece] -= both
    return (
        Counter(_words(_rest(of_source)))
        - Counter(_in_markdown(_rest(of_markdown)))
        - Counter(_words(_rest(of_plain)))
    )


def _rest(pieces: Counter[str]) -> str:
    return " ".join(pieces.elements())


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
            "pages": {
                name: [digest, shown.body, shown.plain] for name, (digest, shown) in account.pages.items()
            },
            "lost": [[one.page, one.words, one.is_open] for one in account.lost],
        }
        text = json.dumps(row, ensure_ascii=False)
        closed_folder.keep(self._folder / _name(account.place), text)

    def forget(self, place: str) -> None:
        """Delete the account of a meeting or document, whose words may not stand anywhere any more."""
        (self._folder / _name(place)).unlink(missing_ok=True)

    def all(self) -> Iterator[Account]:
        """Every account that can be read."""
        for path in sorted(self._folder.glob(f"*{_ROW}")):
            try:
                row = json.loads(path.read_bytes())
                pages = row["pages"].items()
                yield Account(
                    place=str(row["place"]),
                    sha256=str(row["sha256"]),
                    pages={
                        str(name): (str(digest), Shown(body=str(body), plain=str(plain)))
                        for name, (digest, body, plain) in pages
                    },
                    lost=tuple(
                        Lost(page=int(page), words=tuple(map(str, words)), is_open=bool(is_open))
                        for page, words, is_open in row["lost"]
                    ),
                )
            except (OSError, ValueError, KeyError, TypeError, AttributeError):
                continue


def _name(place: str) -> str:
    return hashlib.sha256(place.encode()).hexdigest()[:24] + _ROW
