"""Committees that are hardly ones: a name of one meeting that is nearly the name of many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from converters import frontmatter
from converters.frontmatter.reading import Place
from converters.gates.contacts import SITE_CONFIG
from converters.gates.pages import ContentPage
from converters.gates.problems import Problem
from converters.page_schema.values import LONGEST_NAME
from converters.slugs import slug

SETTING = "committees"
KNOWN = 3  # meetings with a name, from which on it is a committee's beyond doubt
MOST_APART = 2  # letters that a misspelt name may differ in
SHORTEST = 6  # letters of a name that is compared


def committees_of(content: Path) -> tuple[str, ...]:
    """The committees that the list ``extra.committees`` of the site's settings names.

    Raises FrontMatterError for a file of settings that cannot be read.
    """
    config = content.resolve().parent / SITE_CONFIG
    try:
        text = config.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ()
    rows = frontmatter.settings(text, "extra", SETTING, where=str(config))
    names = (str(getattr(row, "value", "")) for row in (rows if isinstance(rows, list) else ()))
    return tuple(" ".join(name.split()) for name in names if name.strip())


def committee_problems(pages: Iterable[ContentPage], told: Collection[str] = ()) -> Iterator[Problem]:
    """Find names of committees that occur in one meeting and are nearly one that is known.

    Known are those that were ``told`` and those of many meetings.
    """
    places: dict[str, list[tuple[ContentPage, Place]]] = defaultdict(list)
    for page in pages:
        for name, place in _named(page):
            places[name].append((page, place))
    meetings = {name: {page.folder for page, _ in found} for name, found in places.items()}
    known = [*told, *(name for name, folders in meetings.items() if len(folders) >= KNOWN)]
    for name, folders in meetings.items():
        if name in told or len(folders) > 1 or not SHORTEST <= len(name) <= LONGEST_NAME:
            continue
        meant = _nearest(name, known)
        if meant is None:
            continue
        # Where all of a meeting has the name, it is how its source has it, and may be right.
        once = len(places[name]) <= MOST_APART
        for page, place in places[name][: None if once else 1]:
            yield Problem(
                file=page.path,
                line=page.line_of(place),
                text=f"Udvalget »{name}« kendes ikke fra andre møder. Mente du »{meant}«?",
                hint=f"Skriv {place[-1]}: {meant}"
                + ("" if once else ", på alle mødets sider, hvis det er det samme udvalg."),
                blocks=once,
                code="unknown-committee",
            )


def _named(page: ContentPage) -> Iterator[tuple[str, Place]]:
    meta = page.page.meta
    if isinstance(name := meta.get("committee"), str):
        yield name, ("committee",)
    rows = meta.get("decisions")
    for number, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, Mapping) and isinstance(name := row.get("committee"), str):
            yield name, ("decisions", number, "committee")


def _nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is the same but for case, accents and a letter or two."""
    folded = slug(name)
    for other in known:
        if slug(other) == folded or _apart(name.casefold(), other.casefold()) <= MOST_APART:
            return other
    return None


def _apart(one: str, other: str) -> int:
    """How many letters have to be added, dropped or changed to make one name the other."""
    if abs(len(one) - len(other)) > MOST_APART:
        return MOST_APART + 1
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        above, row[0] = row[0], number
        for place, against in enumerate(other, 1):
            above, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, above + (letter != against)),
            )
    return row[-1]
