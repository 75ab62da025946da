"""A correction of a published page is told: when, what for, and which words were others before."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from converters.earlier.git import NoHistory, Published, published
from converters.earlier.wording import differences, shown_lines, wording
from converters.errors import UnfitPage
from converters.frontmatter import Page, dump, load
from converters.gates.cpr import find_cpr
from converters.gates.persons import day_of_check
from converters.gates.schema import row_faults
from converters.gates.wording import words_of
from converters.history.places import Place
from converters.history.word_diff import word_diff
from converters.model import Access
from converters.unbroken import unbroken
from converters.writers.changes import CORRECTIONS, block, with_block
from converters.writers.disk import write_files
from converters.writers.failures import named_failures
from converters.writers.leaf import Leaf
from converters.writers.store import rewrite
from converters.writers.tombstones import is_tombstone

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a clerk says of a correction; without ``shows_words`` the old words are not shown to anybody."""

    date: str
    note: str
    shows_words: bool = True
    ref: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A page that tells of its correction now; ``shown_on`` is the page with the words, or ``why_not``."""

    page: str
    parts: tuple[str, ...]
    shown_on: str | None
    why_not: str | None = None

    @property
    def told(self) -> str:
        """What a clerk is told of it."""
        what = f" ({', '.join(self.parts)})" if self.parts else ""
        shown = f"Ordene: {self.shown_on}" if self.shown_on else f"Ordene vises ikke: {self.why_not}."
        return f"Rettelsen står på {self.page}{what}. {shown}"


def correct(places: Sequence[Place], said: Correction) -> Iterator[Corrected]:
    """Let pages tell of a correction; of several those that were changed since they were published.

    Raises UnfitPage, FrontMatterError and Unwritable; the pages that came before are done then.
    """
    for fault in row_faults("change", {"date": said.date, "note": said.note}):
        _, problem, hint, _ = words_of(fault)
        raise UnfitPage(problem, where="--note", hint=hint)
    refuse_numbers(said.note, "--note", "Skriv den uden.")
    found = 0
    for place, old, known in _published(places, said.ref):
        done = _correct(place, old, said, alone=len(places) == 1, known=known)
        if done:
            found += 1
            yield done
    if not found:
        raise UnfitPage(
            "Ingen af siderne er ændret, siden de blev offentliggjort.",
            where=str(places[0].file.parent if places else "."),
            hint="Ret siden først, og kør så kommandoen.",
        )


def refuse_numbers(text: str, where: str, hint: str) -> None:
    """Raise UnfitPage where a text that is to be published looks like a personal number."""
    if next(iter(find_cpr(text, day_of_check())), None):
        raise UnfitPage("Her står noget, der ligner et CPR-nummer.", where=where, hint=hint)


def _published(
    places: Sequence[Place], ref: str | None
) -> Iterator[tuple[Place, Page | None, Published | None]]:
    if not places:
        return
    try:
        known = published(places[0].content, ref)
        olds = known.texts(place.path for place in places)
    except NoHistory:
        yield from ((place, None, None) for place in places)
        return
    for place in places:
        old = olds.get(place.path)
        yield place, load(old, where=f"{known.commit[:12]}:{place.path}") if old is not None else None, known


def _correct(
    place: Place, old: Page | None, said: Correction, *, alone: bool, known: Published | None
) -> Corrected | None:
    new = place.read()
    if new.meta.get("type") in (None, "change") or is_tombstone(new):
        if alone:
            raise UnfitPage(
                "Kun siderne om et møde, et punkt, et bilag eller et dokument fortæller om rettelser.",
                where=str(place.file),
                hint="Ret siden uden denne kommando.",
            )
        return None
    if known is None and not alone:
        return None  # which of them were changed, nobody can tell
    if known and old is None:
        if alone:
            raise UnfitPage(
                "Siden er ikke offentliggjort endnu, så ingen har læst den.",
                where=str(place.file),
                hint="Ret den blot.",
            )
        return None
    parts = differences(wording(old), wording(new)) if old else ()
    if old and not parts:
        return None
    diff, why_not = _diff(old, new, said, place)
    change = _free_name(place, said.date) if diff else None
    files: dict[str, Leaf] = {}
    if change:
        files[change] = _change_page(place, new, said, parts, diff)
    row: dict[str, object] = {"date": said.date, "note": said.note}
    if change:
        row["href"] = posixpath.relpath(change, posixpath.dirname(place.name) or ".")
    files[place.name] = _told(place.file.read_bytes(), [*_rows(new), row])
    _write(place, new, files)
    return Corrected(
        page=place.path,
        parts=parts,
        shown_on=f"{place.folder}/{change}" if change else None,
        why_not=why_not,
    )


def _write(place: Place, page: Page, files: dict[str, Leaf]) -> None:
    """Write the page and that with its words: a meeting's at once, a document's one after the other."""
    if page.meta.get("type") != "document":
        rewrite(place.content, place.folder, files)
        return
    folder = place.content / place.folder
    with unbroken(), named_failures(folder):
        write_files(folder, files)


def _diff(old: Page | None, new: Page, said: Correction, place: Place) -> tuple[str, str | None]:
    if old is None:
        return "", "der er ingen offentliggjort udgave at sammenligne med (git)"
    if Access.CLOSED.value in (old.meta.get("access"), new.meta.get("access")):
        return "", "punktet er lukket"
    if not said.shows_words:
        return "", "--no-words"
    diff = word_diff(shown_lines(old), shown_lines(new))
    refuse_numbers(
        diff,
        str(place.file),
        "Tilføj --no-words, så de gamle ord ikke bliver vist.",
    )
    return diff, None if diff else "ordene er de samme"


def _change_page(place: Place, new: Page, said: Correction, parts: Sequence[str], diff: str) -> str:
    facts = {key: new.meta[key] for key in ("municipality", "committee") if new.meta.get(key)}
    return dump(
        {
            "type": "change",
            "page": f"../{place.name}",
            **facts,
            "date": said.date,
            "note": said.note,
            "parts": list(parts),
        },
        diff,
    )


def _free_name(place: Place, date: str) -> str:
    stem = f"{CORRECTIONS}/{place.stem}-{date}"
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(f"{name}.md" for name in names if not (place.content / place.folder / f"{name}.md").exists())


def _rows(page: Page) -> list[dict[str, object]]:
    rows = page.meta.get("changes")
    return [dict(row) for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _told(page: bytes, rows: Sequence[dict[str, object]]) -> bytes:
    """The page with these corrections, and with the line ends and the mark that it had."""
    mark = BYTE_ORDER_MARK if page.startswith(BYTE_ORDER_MARK) else b""
    plain = page.removeprefix(mark)
    is_windows = b"\r\n" in plain
    made = with_block(plain.replace(b"\r\n", b"\n"), block(rows))
    return mark + (made.replace(b"\n", b"\r\n") if is_windows else made)
