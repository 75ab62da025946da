"""What a clerk is told of each source, in plain lines, and of all of them at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from converters.errors import ReferatError
from converters.ledger import WORD, LeftOut, Reason
from converters.model import Access, Document

if TYPE_CHECKING:
    from converters.model import PublicMeeting
    from converters.pipeline import Conversion
    from converters.writers.store import Written

MOST_WORDS = 60  # left out, that are told one by one
CONVERTED, UNCHANGED, ATTACHED, SKIPPED, REFUSED = "omsat", "uændret", "bilag", "sprunget over", "afvist"
IN_ORDER = (CONVERTED, UNCHANGED, ATTACHED, SKIPPED, REFUSED)


def told(conversion: Conversion) -> Iterable[str]:
    """What a clerk wants to know of one source."""
    name = conversion.source
    if conversion.unchanged:
        yield f"{name}: uændret."
    for place in conversion.attached_to:
        yield f"{name}: bilag til {place}"
    for one in conversion.outdone:
        yield f"{name}: sprunget over, da {one.by} er nyere eller magen til. Se {one.folder}."
    for result in conversion.results:
        changed = len(result.written.changed) + len(result.written.dropped)
        news = f"{changed} {'side' if changed == 1 else 'sider'} ændret" if changed else "ingen sider ændret"
        yield f"{name}: {_what(result.of)} -> {result.written.place} ({news})"
    if not (conversion.results or conversion.unchanged or conversion.attached_to or conversion.outdone):
        yield f"{name}: sprunget over; intet af den er lagt ud."
    if not conversion.outdone or conversion.results:
        yield from (f"    Bemærk{_at(one.line)}: {one.message}" for one in conversion.findings)
        yield from _left_out(conversion.left_out)
    for result in conversion.results:
        yield from _of_a_person(result.written)
    yield from (f"    Flyttet fra {folder}." for folder in conversion.moved)
    yield from (
        f"    Bemærk: siderne i {folder} er fra den samme kilde. Slet dem, hvis de er forkerte."
        for folder in conversion.left_behind
    )


def _of_a_person(written: Written) -> Iterable[str]:
    """What became of pages that a person edited or deleted."""
    for page in written.edited:
        yield f"    Beholdt {written.folder}/{page}, som en person har rettet. --replace skriver den om."
    for page in written.shut:
        yield f"    Taget væk: rettelser i {written.folder}/{page}. Punktet er lukket i den nye udgave."
    for page in written.deleted:
        yield f"    Undladt {written.folder}/{page}, som en person har slettet. --replace skriver den."


def _left_out(entries: Iterable[LeftOut]) -> Iterable[str]:
    """What of the source stands on no page: word for word while it is little, else how much of what."""
    hidden = {Reason.CLOSED, Reason.HYPHEN}  # the one is nobody's to read, the other only joined
    texts = Counter(" ".join(entry.text.split()) for entry in entries if entry.reason not in hidden)
    words = sum(len(WORD.findall(text)) * times for text, times in texts.items())
    if words > MOST_WORDS:
        what = "sidehoveder, sidetal, indholdsfortegnelse o.l."
        yield f"    Ikke på siderne: {words} ord ({what}). Se dem med --report."
    elif texts:
        told = (f"»{text}«" + (f" ({times} gange)" if times > 1 else "") for text, times in texts.items())
        yield f"    Ikke på siderne: {', '.join(told)}."


def _what(made: PublicMeeting | Document) -> str:
    if isinstance(made, Document):
        return f"dokumentet »{made.title}«"
    items = len(made.items)
    closed = [item.number or str(item.position) for item in made.items if item.access is Access.CLOSED]
    when = f"{made.committee or 'ukendt udvalg'} {made.date or 'uden dato'}"
    shut = f", heraf {len(closed)} lukket (punkt {', '.join(closed)})" if closed else ""
    return f"{when}, {items} {'punkt' if items == 1 else 'punkter'}{shut}"


def became(fate: Conversion | ReferatError) -> str:
    """Name what became of a source, in a word that is counted."""
    if isinstance(fate, ReferatError):
        return REFUSED
    if fate.unchanged:
        return UNCHANGED
    if fate.attached_to:
        return ATTACHED
    return CONVERTED if fate.results else SKIPPED


def summary(counts: Counter[str], out: Path) -> str:
    """Sum up in a sentence."""
    told = ", ".join(f"{counts[what]} {what}" for what in IN_ORDER if counts[what])
    total = counts.total()
    place = "" if counts[REFUSED] == total else f" Siderne ligger i {out}."
    return f"{total} {'kilde' if total == 1 else 'kilder'}: {told}.{place}"


def rows(
    counts: Mapping[str, int], refused: Sequence[tuple[Path, ReferatError]]
) -> list[tuple[str, str, str]]:
    """Sum up as a table: what became of how many, and each source that was refused with its reason's name."""
    table = [(what, str(counts[what]), "") for what in IN_ORDER if counts.get(what)]
    table += [(f"  {path.name}", "", f"{error.called} ({error.name})") for path, error in refused]
    return table if sum(counts.values()) > 1 else []


def refusal(error: ReferatError, path: Path | None = None) -> str:
    """Say what is wrong, where, and what to try."""
    source = f"{path}: " if path and path.name not in error.where else ""
    return f"Afvist: {source}{error}"


def _at(line: int | None) -> str:
    return f" (linje {line})" if line else ""
