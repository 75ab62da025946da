"""Words that are on no page: lost when a source was converted, or taken off a page since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from converters.accounts import Account, Accounts, Lost, words_of
from converters.gates.meetings import name_of_meeting
from converters.gates.pages import ContentPage
from converters.gates.problems import Problem
from converters.writers.meeting import MEETING_PAGE
from converters.writers.record import RECORD, Record, page_hash, read_record

MOST_NAMED = 12  # words of one problem
OPEN = "open"


def account_problems(content: Path, pages: Mapping[str, ContentPage]) -> Iterator[Problem]:
    """Hold the pages to the account that conversion left of each meeting and document.

    An account of another source than the one the pages are made of tells nothing of them.
    """
    for account in Accounts(content).all():
        record = _record(content, account.place)
        if record is not None and record.sha256 == account.sha256:
            yield from _held(account, record, pages)


def _record(content: Path, place: str) -> Record | None:
    if not place.endswith(".md"):
        return read_record(content / place / RECORD)
    page = content / place
    return read_record(page.with_name(f".{page.stem}{RECORD}"))


def _held(account: Account, record: Record, pages: Mapping[str, ContentPage]) -> Iterator[Problem]:
    gone: dict[str, Counter[str]] = {}
    new: Counter[str] = Counter()
    for path, (digest, words) in account.pages.items():
        page = pages.get(path)
        name = path.rpartition("/")[2] if account.place.endswith(".md") else path[len(account.place) + 1 :]
        if page is None or record.pages.get(name) != digest or page_hash(page.text.encode()) == digest:
            continue
        before, now = Counter(words.split(" ")), Counter(words_of(page.page))
        gone[path] = before - now
        new += now - before
    for path, taken in gone.items():
        left = taken - new
        new -= taken
        if left:
            yield _taken_off(pages[path], tuple(word for word in left.elements() if word))
    for lost in account.lost:
        nowhere = Counter(lost.words)
        missing = nowhere - new
        new -= nowhere
        if missing:
            yield _never_put_on(account, lost, tuple(missing.elements()), pages)


def _taken_off(page: ContentPage, words: tuple[str, ...]) -> Problem:
    # What a person closes by hand was open in the source; its words are not told on a screen.
    named = f": {_named(words)}" if page.page.meta.get("access", OPEN) == OPEN else ""
    return Problem(
        file=page.path,
        line=None,
        text=f"Siden er rettet, og {_counted(words)} fra kilden står ikke mere på den{named}.",
        hint="Sæt dem ind igen, hvis det ikke er meningen.",
        blocks=False,
        code="words-gone",
        meeting=name_of_meeting(page),
    )


def _never_put_on(
    account: Account, lost: Lost, words: tuple[str, ...], pages: Mapping[str, ContentPage]
) -> Problem:
    path = account.place if account.place.endswith(".md") else f"{account.place}/{MEETING_PAGE}"
    page = pages.get(path)
    named = f": {_named(words)}" if lost.is_open else ""
    return Problem(
        file=path,
        line=None,
        text=f"Side {lost.page} i kilden har {_counted(words)}, som ikke er kommet med på nogen side{named}.",
        hint="Skriv dem på den side, de hører til, og meld fejlen.",
        code="words-lost",
        meeting=name_of_meeting(page) if page else "",
    )


def _counted(words: tuple[str, ...]) -> str:
    return f"{len(words)} ord"


def _named(words: tuple[str, ...]) -> str:
    return f"»{' '.join(words[:MOST_NAMED])}«" + (" …" if len(words) > MOST_NAMED else "")
