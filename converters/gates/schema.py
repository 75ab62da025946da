"""What front matter may hold, as a table: the contract's keys, their kinds, and which must be there."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from converters.model import Access, Outcome, Presence, Stage

_CLOCK = re.compile(r"(?:[01][0-9]|2[0-4]):[0-5][0-9]")
_SHA256 = re.compile(r"[0-9a-f]{64}")
# What a browser could take for a tag; a lone »<« between two numbers is none.
_TAG = re.compile(r"<[A-Za-z/!?]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

Test = Callable[[object], str | None]
"""Says in Danish what a value should have been; None for a good one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One mapping: the test of each key, and the keys that must be there and not be null."""

    keys: Mapping[str, Test]
    required: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with one key of a page's front matter."""

    key: str
    text: str
    blocks: bool = True


def text(value: object) -> str | None:
    """A text without anything a browser could run."""
    if not isinstance(value, str):
        return "en tekst (sæt den i citationstegn)"
    if _TAG.search(value):
        return "en tekst uden HTML (tegnet < må ikke stå lige foran et bogstav)"
    return "en tekst uden usynlige tegn" if _CONTROL.search(value) else None


def number(value: object) -> str | None:
    """A whole number from 0."""
    return None if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else "et helt tal"


def truth(value: object) -> str | None:
    """True or false."""
    return None if isinstance(value, bool) else "true eller false"


def date(value: object) -> str | None:
    """A date of the calendar."""
    try:
        good = isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        good = False
    return None if good else "en dato, der findes, skrevet som 2026-03-05"


def _like(pattern: re.Pattern[str], wanted: str) -> Test:
    return lambda value: None if isinstance(value, str) and pattern.fullmatch(value) else wanted


def _one_of(words: type[Enum]) -> Test:
    wanted = "et af ordene " + ", ".join(str(word.value) for word in words)
    return lambda value: None if any(value == word.value for word in words) else wanted


def _rows(shape: Shape) -> Test:
    def test(value: object) -> str | None:
        if not isinstance(value, list):
            return "en liste"
        return next((wanted for row in value if (wanted := _row(shape)(row))), None)

    return test


def _row(shape: Shape) -> Test:
    def test(value: object) -> str | None:
        if not isinstance(value, Mapping):
            return "linjer med nøgle og værdi"
        return next(
            (f"rettet: {fault.key} {fault.text}" for fault in faults(value, shape) if fault.blocks), None
        )

    return test


def _list_of(one: Test) -> Test:
    def test(value: object) -> str | None:
        if not isinstance(value, list):
            return "en liste"
        return next((wanted for item in value if (wanted := one(item))), None)

    return test


SOURCE = Shape(
    keys={"file": text, "sha256": _like(_SHA256, "64 tegn (0-9 og a-f)"), "pages": _list_of(number)},
    required=frozenset({"file", "sha256"}),
)
VOTE = Shape(keys={"subject": text, "in_favour": number, "against": number, "abstained": number})
DECISION = Shape(
    keys={
        "committee": text,
        "date": date,
        "outcome": _one_of(Outcome),
        "absent": _list_of(text),
        "votes": _rows(VOTE),
    },
    required=frozenset({"outcome"}),
)
# "Åben sag" is a value that stands alone, "Sagsnr." may be a label with nothing behind it.
FIELD = Shape(keys={"label": text, "value": text})
AGENDA_ROW = Shape(keys={"number": text, "title": text})
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")
# A published original: where it lies, and what a reader may want to know before fetching it.
_ORIGINAL: Mapping[str, Test] = {
    "file": text,
    "size": number,
    "media_type": _like(_MEDIA_TYPE, "en filtype som application/pdf"),
    "sha256": _like(_SHA256, "64 tegn (0-9 og a-f)"),
}
ATTACHMENT = Shape(keys={"title": text, "href": text, **_ORIGINAL}, required=frozenset({"title"}))
PERSON = Shape(
    keys={"name": text, "party": text, "role": text, "presence": _one_of(Presence), "note": text},
    required=frozenset({"name", "presence"}),
)

# What was corrected after publication, and the page that shows it word for word.
CHANGE = Shape(keys={"date": date, "note": text, "href": text}, required=frozenset({"date", "note"}))
WITHDRAWAL = Shape(keys={"date": date, "reason": text}, required=frozenset({"date", "reason"}))

_MEETING_KEYS: Mapping[str, Test] = {"type": text, "municipality": text, "committee": text, "date": date}
_COMMON: Mapping[str, Test] = {
    **_MEETING_KEYS,
    "title": text,
    "ocr": truth,
    "source": _row(SOURCE),
    "changes": _rows(CHANGE),
    "withdrawn": _row(WITHDRAWAL),
}
CLOSED_KEYS = frozenset({*_COMMON, "number", "position", "access", "outcome", "decisions"})

# Old addresses of the page. A closed item has none: they may tell what its page does not.
_OPEN: Mapping[str, Test] = {**_COMMON, "aliases": _list_of(text)}

PAGES: Mapping[str, Shape] = {
    "item": Shape(
        keys={
            **_OPEN,
            "number": text,
            "position": number,
            "case_number": text,
            "item_type": text,
            "planned_minutes": number,
            "decided_by": text,
            "fields": _rows(FIELD),
            "access": _one_of(Access),
            "outcome": _one_of(Outcome),
            "decisions": _rows(DECISION),
            "attachments": _rows(ATTACHMENT),
        },
        # Committee and date are those of the meeting, where a missing one is named once.
        required=frozenset({"position", "access", "outcome", "source"}),
    ),
    "meeting": Shape(
        keys={
            **_OPEN,
            "start": _like(_CLOCK, 'et klokkeslæt i citationstegn som "16:30"'),
            "end": _like(_CLOCK, 'et klokkeslæt i citationstegn som "16:30"'),
            "place": text,
            "stage": _one_of(Stage),
            "cancelled": truth,
            "attendance": _rows(PERSON),
            "attachments": _rows(ATTACHMENT),
            "items": number,
            "agenda": _rows(AGENDA_ROW),
        },
        required=frozenset({"committee", "date", "items", "source"}),
    ),
    "attachment": Shape(
        keys={**_OPEN, "item": text, **_ORIGINAL, "preview": text}, required=frozenset({"title", "source"})
    ),
    # A document's own date is no meeting's, and so has a word of its own.
    "document": Shape(keys={**_OPEN, "dated": date}, required=frozenset({"title", "source"})),
    "change": Shape(
        keys={**_MEETING_KEYS, "page": text, "note": text, "parts": _list_of(text)},
        required=frozenset({"page", "date", "note"}),
    ),
}
# What stays of a page that was taken down, whatever it was.
TAKEN_DOWN = Shape(
    keys={
        **_MEETING_KEYS,
        "title": text,
        "number": text,
        "position": number,
        "item": text,
        "items": number,
        "access": _one_of(Access),
        "withdrawn": _row(WITHDRAWAL),
    }
)


def shape_of(meta: Mapping[str, object]) -> Shape | None:
    """The shape of a page's front matter; None where its type is none that is known."""
    known = PAGES.get(str(meta.get("type")))
    return TAKEN_DOWN if known and meta.get("withdrawn") is not None else known


def faults(meta: Mapping[str, object], shape: Shape) -> Iterator[Fault]:
    """Find every fault of a mapping; an unknown key is a warning with the nearest known one."""
    for key in sorted(shape.required):
        if meta.get(key) is None:
            yield Fault(key=key, text="mangler")
    for key, value in meta.items():
        test = shape.keys.get(key)
        if test is None:
            near = difflib.get_close_matches(key, shape.keys, n=1)
            meant = f"; mente du {near[0]}?" if near else ""
            yield Fault(key=key, text=f"kendes ikke her{meant}", blocks=False)
        elif value is not None and (wanted := test(value)):
            yield Fault(key=key, text=f"skal være {wanted}")
