"""The pages nobody writes: lists of committees, years and documents, made from the catalog.

    udvalg/                 every committee
    aar/  aar/<YYYY>/       every year, and the meetings of one
    <udvalg>/               a committee: its newest meetings
    <udvalg>/<YYYY>/        a committee's year: every item of every meeting
    <udvalg>/<møde>/samlet/ a whole meeting, to print
    sager/                  cases, see case_pages
    dokumenter/             every source that is no minutes
    soeg/                   the search
    rettelser/              every correction

A page that a person has written at one of these paths stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from converters.site import case_pages, corrections, findable, latest, sidebar, whole_meeting
from converters.site.addresses import COMMITTEES, DOCUMENTS, HOME, SEARCH, YEARS
from converters.site.archive import Committee, Year
from converters.site.catalog import UNDATED, Catalog
from converters.site.danish import count, month
from converters.site.outcomes import LABELS
from converters.site.sidebar import NO_DATE, committee_name
from converters.site.view import IndexPage, View, way
from converters.site.views import home


def pages(catalog: Catalog) -> Mapping[str, IndexPage]:
    """Every such page by its path, less those whose path is taken."""
    made = {page.path: page for page in _pages(catalog)}
    return {path: page for path, page in made.items() if path not in catalog.addresses.files}


def _pages(catalog: Catalog) -> Iterator[IndexPage]:
    for committee in catalog.committees:
        yield _committee(catalog, committee)
        for year in committee.years:
            yield _committee_year(catalog, committee, year)
    for year in catalog.years:
        yield _year(catalog, year)
    yield from whole_meeting.pages(catalog)
    yield from case_pages.pages(catalog)
    yield IndexPage(path=HOME, template="home.html", view=home(catalog), date=catalog.newest)
    # The site's own lists come last: a committee called "Udvalg" must not hide them.
    yield _list(catalog, COMMITTEES, "committees.html", "Udvalg", "Alle udvalg, råd og nævn med deres møder.")
    yield _list(catalog, YEARS, "years.html", "År", "Alle møder, år for år.")
    yield _search(catalog)
    yield corrections.index(catalog)
    yield _list(catalog, DOCUMENTS, "documents.html", "Dokumenter", "Dokumenter, der ikke er referater.")


def _list(catalog: Catalog, path: str, template: str, title: str, description: str) -> IndexPage:
    view = View(title=title, description=description, crumbs=way(catalog, (title, None)))
    return IndexPage(path=path, template=template, view=view, date=catalog.newest)


def _search(catalog: Catalog) -> IndexPage:
    title, description = "Søg", "Søg i alle dagsordener, referater og bilag."
    view = View(
        title=title,
        description=description,
        crumbs=way(catalog, (title, None)),
        shown={"outcomes": tuple(LABELS), "choices": findable.choices(catalog)},
    )
    return IndexPage(path=SEARCH, template="search.html", view=view, date=catalog.newest)


def _committee(catalog: Catalog, committee: Committee) -> IndexPage:
    name = committee_name(committee.name)
    text = f"Møder og beslutninger i {name}"
    view = View(
        title=name,
        description=f"{text}.",
        crumbs=way(catalog, ("Udvalg", catalog.addresses.of(COMMITTEES)), (name, None)),
        blocks=(sidebar.years(committee),),
        shown={
            "committee": committee,
            "newest": committee.years[0],
            "count": count(sum(len(year.meetings) for year in committee.years), "møde", "møder"),
            "decisions": latest.decisions(committee.meetings, 5, 3),
        },
    )
    return IndexPage(
        path=f"{committee.folder}/index.md",
        template="committee.html",
        view=view,
        date=committee.years[0].meetings[0].date,
    )


def _committee_year(catalog: Catalog, committee: Committee, year: Year) -> IndexPage:
    name, when = committee_name(committee.name), year.name or NO_DATE
    view = View(
        title=f"{name} {year.name or 'uden dato'}",
        description=f"Alle punkter på møderne i {name} {year.name or 'uden dato'}.",
        crumbs=way(
            catalog, ("Udvalg", catalog.addresses.of(COMMITTEES)), (name, committee.url), (when, None)
        ),
        blocks=(sidebar.years(committee, year),),
        shown={"committee": committee, "year": year},
    )
    path = f"{committee.folder}/{year.name or UNDATED}/index.md"
    return IndexPage(path=path, template="committee-year.html", view=view, date=year.meetings[0].date)


def _year(catalog: Catalog, year: Year) -> IndexPage:
    when = year.name or NO_DATE
    months = [
        (name, tuple(meetings))
        for name, meetings in groupby(
            year.meetings, key=lambda meeting: month(meeting.date) if meeting.date else None
        )
    ]
    view = View(
        title=f"Møder i {when}" if year.name else "Møder uden dato",
        description=f"Alle møder i {when}, måned for måned." if year.name else "Alle møder uden dato.",
        crumbs=way(catalog, ("År", catalog.addresses.of(YEARS)), (when, None)),
        shown={"year": year, "months": months},
    )
    return IndexPage(
        path=f"aar/{year.name or UNDATED}/index.md",
        template="year.html",
        view=view,
        date=year.meetings[0].date,
    )
