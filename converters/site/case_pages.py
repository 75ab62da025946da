"""The pages of cases: one for each that was treated more than once, and all of them from A to Å.

sager/                  the cases that moved last, and the letters
sager/bogstav-<a>/      the cases whose title begins with a letter, some hundred to a page
sager/<number>/         a case: who treated it, when, with what outcome
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from converters.site.addresses import CASES
from converters.site.cases import Case
from converters.site.catalog import Catalog
from converters.site.danish import alphabetical, count, short_date
from converters.site.view import IndexPage, View, way
from converters.slugs import slug

MOST_ON_A_PAGE = 400
NEWEST = 12
OTHER_SIGNS = "0–9"
FOLDER = posixpath.dirname(CASES)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPage:
    """Some of the cases whose title begins with a letter; ``name`` tells two pages of a letter apart."""

    name: str
    path: str
    url: str
    cases: tuple[Case, ...]


def pages(catalog: Catalog) -> Iterator[IndexPage]:
    """Every page of cases."""
    letters = tuple(letter_pages(catalog))
    yield _index(catalog, letters)
    for letter in letters:
        yield _letter(catalog, letter, letters)
    for case in catalog.cases.values():
        if case.url:
            yield _case(catalog, case)


def letter_pages(catalog: Catalog) -> Iterator[LetterPage]:
    """The cases by the first letter of their title, in the order of the alphabet."""
    in_order = sorted(catalog.cases.values(), key=lambda case: (alphabetical(case.title), case.path))
    for letter, cases in groupby(sorted(in_order, key=_place_of_letter), key=_letter_of):
        held = tuple(cases)
        for number, start in enumerate(range(0, len(held), MOST_ON_A_PAGE), start=1):
            ending = f"-{number}" if number > 1 else ""
            # "0–9" has no letter of its own in an address.
            path = f"{FOLDER}/bogstav-{slug(letter) if letter != OTHER_SIGNS else '0'}{ending}/index.md"
            yield LetterPage(
                name=f"{letter} ({number})" if len(held) > MOST_ON_A_PAGE else letter,
                path=path,
                url=catalog.addresses.of(path),
                cases=held[start : start + MOST_ON_A_PAGE],
            )


def _letter_of(case: Case) -> str:
    title = case.title.casefold()
    first = "å" if title.startswith("aa") else title[:1]
    return first.upper() if first.isalpha() else OTHER_SIGNS


def _place_of_letter(case: Case) -> str:
    letter = _letter_of(case)
    return alphabetical(letter) if letter != OTHER_SIGNS else ""


def _index(catalog: Catalog, letters: tuple[LetterPage, ...]) -> IndexPage:
    several = [case for case in catalog.cases.values() if case.url]
    newest = sorted(several, key=lambda case: (case.newest.date or "", case.path), reverse=True)[:NEWEST]
    view = View(
        title="Sager",
        description="Alle sager fra A til Å, og de sager, der sidst er behandlet.",
        crumbs=way(catalog, ("Sager", None)),
        shown={"letters": letters, "newest": newest, "number": len(catalog.cases)},
    )
    return IndexPage(path=CASES, template="cases.html", view=view, date=catalog.newest)


def _letter(catalog: Catalog, letter: LetterPage, letters: tuple[LetterPage, ...]) -> IndexPage:
    title = f"Sager på {letter.name}"
    view = View(
        title=title,
        description=f"{count(len(letter.cases), 'sag', 'sager')} på {letter.name}.",
        crumbs=way(catalog, ("Sager", catalog.addresses.of(CASES)), (letter.name, None)),
        shown={"letter": letter, "letters": letters},
    )
    newest = max((case.newest.date or "" for case in letter.cases), default="")
    return IndexPage(path=letter.path, template="case-letter.html", view=view, date=newest or None)


def _case(catalog: Catalog, case: Case) -> IndexPage:
    last = case.newest
    treated = case.treated
    when = f", senest {short_date(treated[-1].date)}" if treated and treated[-1].date else ""
    view = View(
        title=f"Sag {case.number}: {case.title}",
        description=f"Sagens vej: {count(len(treated), 'behandling', 'behandlinger')}{when}.",
        crumbs=way(catalog, ("Sager", catalog.addresses.of(CASES)), (f"Sag {case.number}", None)),
        shown={
            "case": case,
            "treated": treated,
            "decided": next((step for step in reversed(case.steps) if step.decision), None),
        },
    )
    return IndexPage(path=case.path, template="case.html", view=view, date=last.date)
