"""What each meeting lacks: decisions, attachments, numbers of items. None of it stops a publication."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from converters.gates.pages import ContentPage
from converters.gates.problems import Problem

AGENDA, APPROVED = "agenda", "approved"
NO_DECISION_NEEDED = frozenset({"withdrawn"})
MOST_NAMED = 12  # numbers of one problem
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_WHERE = ("href", "file", "url")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A meeting's page and those of its items."""

    meeting: ContentPage
    items: tuple[ContentPage, ...]


def held_meetings(pages: Iterable[ContentPage]) -> Iterator[Held]:
    """Each meeting with its items, in the order of the folders."""
    meetings: dict[str, ContentPage] = {}
    items: dict[str, list[ContentPage]] = defaultdict(list)
    for page in pages:
        if page.kind == "meeting":
            meetings[page.folder] = page
        elif page.kind == "item":
            items[page.folder].append(page)
    for folder, meeting in meetings.items():
        yield Held(meeting=meeting, items=tuple(items[folder]))


def name_of_meeting(page: ContentPage) -> str:
    """What a clerk calls the meeting of a page: ``Byrådet 05-03-2026``; empty for other pages."""
    meta = page.page.meta
    if page.kind not in {"meeting", "item", "attachment"}:
        return ""
    found = _ISO.match(str(meta.get("date") or ""))
    day = f"{found['day']}-{found['month']}-{found['year']}" if found else "uden dato"
    return f"{meta.get('committee') or 'Ukendt udvalg'} {day}"


def completeness_problems(pages: Iterable[ContentPage]) -> Iterator[Problem]:
    """Tell what each meeting lacks."""
    for held in held_meetings(pages):
        yield from _numbers_missing(held)
        yield from _attachments_missing(held.meeting)
        decides = _decides(held)
        for item in sorted(held.items, key=_place):
            if decides and _lacks_decision(item):
                yield _lacking(item, "no-decision", f"{_item(item)}: Der står ingen beslutning.", _DECISION)
            yield from _attachments_missing(item)


_DECISION = "Find den i kilden, og skriv den på siden under »## Beslutning« og i decisions."
_NUMBER = "Se efter i kilden, om et punkt mangler; nogle springer numre over med vilje."
_ATTACHMENT = "Læg filen ved siden af referatet, og kør convert igen; eller skriv filens adresse som href."


def _decides(held: Held) -> bool:
    """Whether decisions are to be expected: the minutes are approved, or some item of theirs has one."""
    meta = held.meeting.page.meta
    if meta.get("cancelled") or meta.get("stage") == AGENDA:
        return False
    return meta.get("stage") == APPROVED or any(item.page.meta.get("decisions") for item in held.items)


def _lacks_decision(item: ContentPage) -> bool:
    meta = item.page.meta
    return (
        meta.get("access") == "open"
        and not meta.get("decisions")
        and meta.get("outcome") not in NO_DECISION_NEEDED
    )


def _numbers_missing(held: Held) -> Iterator[Problem]:
    """Tell which whole numbers are passed over between the first item's and the last's."""
    printed = [str(item.page.meta.get("number") or "") for item in held.items]
    numbers = {int(found[0]) for one in printed if (found := re.match(r"\d{1,4}(?=[a-zæøå]?$)", one))}
    missing = sorted(set(range(min(numbers), max(numbers))) - numbers) if numbers else []
    # Where most are missing, they are no run: numbers of cases, or of years.
    if missing and len(missing) <= len(numbers):
        told = ", ".join(map(str, missing[:MOST_NAMED])) + (" …" if len(missing) > MOST_NAMED else "")
        yield _lacking(held.meeting, "number-gap", f"Der er intet punkt {told}.", _NUMBER)


def _attachments_missing(page: ContentPage) -> Iterator[Problem]:
    rows = page.page.meta.get("attachments")
    for number, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, Mapping) and not any(row.get(key) for key in _WHERE):
            yield _lacking(
                page,
                "attachment-absent",
                f"{_item(page)}: Bilaget »{row.get('title')}« er nævnt, men ikke lagt ved.",
                _ATTACHMENT,
                page.line_of(("attachments", number)),
            )


def _lacking(page: ContentPage, code: str, text: str, hint: str, line: int | None = None) -> Problem:
    return Problem(
        file=page.path,
        line=line,
        text=text,
        hint=hint,
        blocks=False,
        code=code,
        meeting=name_of_meeting(page),
    )


def _item(page: ContentPage) -> str:
    if page.kind == "meeting":
        return "Mødet"
    return f"Punkt {page.page.meta.get('number') or page.page.meta.get('position')}"


def _place(item: ContentPage) -> int:
    position = item.page.meta.get("position")
    return position if isinstance(position, int) else 0
