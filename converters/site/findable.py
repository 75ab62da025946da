"""What the search knows of each page: what it is called, whose it is, when it was, and what it says."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from converters.site.addresses import HOME, SEARCH
from converters.site.archive import Attachment, AttachmentPage, Committee, Document, Item, Meeting
from converters.site.case_spellings import spellings
from converters.site.cases import Case
from converters.site.catalog import Catalog
from converters.site.danish import listing, long_date
from converters.site.outcomes import LABELS
from converters.site.reading import SitePage
from converters.site.sidebar import committee_name, meeting_date


class Kind(StrEnum):
    """What a result is, in the words of the filter."""

    ITEM = "Punkt"
    MEETING = "Møde"
    CASE = "Sag"
    ATTACHMENT = "Bilag"
    DOCUMENT = "Dokument"
    COMMITTEE = "Udvalg"
    GUIDE = "Vejledning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of a page as rendered HTML; ``weight`` is what a word in it counts, 1 being the usual."""

    html: str
    weight: float = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Findable:
    """A page as the search sees it.

    ``numbers`` are the spellings of its case number, ``also`` what else finds it without being shown;
    ``outcome`` is the label of the mark on it.
    """

    url: str
    kind: Kind
    title: str
    passages: tuple[Passage, ...]
    committee: str | None = None
    date: str | None = None
    outcome: str | None = None
    numbers: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


def pages(
    catalog: Catalog, written: Mapping[str, SitePage], bodies: Mapping[str, str], made: Collection[str]
) -> Iterator[Findable]:
    """Every page that can be found, in an order that depends on the pages alone.

    ``written`` are the pages of ``content/`` by path, ``bodies`` their rendered HTML; ``made`` are the
    paths of pages made from the catalog. Of pages that say nothing about themselves the newest come
    first: the index keeps this order among results that are equal.
    """
    for year in catalog.years:
        for meeting in year.meetings:
            yield from _meeting_and_items(catalog, meeting, bodies)
    for path, case in catalog.cases.items():
        if path in made and case.url:
            yield _case(catalog, case, case.url)
    for path, page in sorted(catalog.attachments.items()):
        yield _attachment(catalog, page, bodies.get(path, ""))
    for path, document in sorted(catalog.documents.items()):
        yield _document(document, bodies.get(path, ""))
    for committee in catalog.committees:
        yield _committee(catalog, committee)
    for path, guide in sorted(written.items()):
        if guide.kind is None and path not in {HOME, SEARCH}:
            yield _guide(catalog, guide, bodies.get(path, ""))


def choices(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """The values of each filter, in the order a reader looks for them."""
    committees = (_name(catalog, one.name, one.municipality) for one in catalog.committees)
    outcomes = {item.badge for item in catalog.items.values()}
    return {
        "udvalg": tuple(dict.fromkeys(committees)),
        "aar": tuple(year.name for year in catalog.years if year.name),
        "udfald": tuple(label for outcome, label in LABELS.items() if outcome in outcomes),
        "type": tuple(kind.value for kind in Kind),
    }


def _meeting_and_items(catalog: Catalog, meeting: Meeting, bodies: Mapping[str, str]) -> Iterator[Findable]:
    name = _name(catalog, meeting.committee, meeting.municipality)
    for item in meeting.items:
        yield _item(name, meeting, item, bodies.get(item.path, ""))
    yield _meeting(name, meeting, bodies.get(meeting.path, ""))


def _item(name: str, meeting: Meeting, item: Item, body: str) -> Findable:
    """Of a closed item the catalog holds no more than its page shows."""
    return Findable(
        url=item.url,
        kind=Kind.ITEM,
        title=item.heading,
        committee=name,
        date=meeting.date,
        outcome=LABELS[item.badge] if item.badge else None,
        numbers=spellings(item.case_number) if item.case_number else (),
        also=tuple(value for _, value in item.fields),
        passages=(Passage(html=body), *_attachments(item.attachments, "Bilag til punktet")),
    )


def _meeting(name: str, meeting: Meeting, body: str) -> Findable:
    """A meeting is found by whose it is, when, where and who took part; its items come before it."""
    people = "".join(f"<li>{escape(person.name)}</li>" for person in meeting.attendance)
    items = "".join(f"<li>{escape(item.heading)}</li>" for item in meeting.items)
    when = f" {long_date(meeting.date)}" if meeting.date else ""
    place = f", {meeting.place}" if meeting.place else ""
    return Findable(
        url=meeting.url,
        kind=Kind.MEETING,
        title=f"{name}, {meeting_date(meeting)}",
        committee=name,
        date=meeting.date,
        passages=(
            Passage(html=f"<p>Møde{escape(when)}{escape(place)}</p>"),
            *(
                [Passage(html=f'<h2 id="punkter">Punkter på mødet</h2><ul>{items}</ul>', weight=0.2)]
                if items
                else []
            ),
            *([Passage(html=f'<h2 id="fremmoede">Hvem var med?</h2><ul>{people}</ul>')] if people else []),
            *([Passage(html=body, weight=0.2)] if body else []),
            *_attachments(meeting.attachments, "Bilag til mødet"),
        ),
    )


def _attachments(attachments: tuple[Attachment, ...], heading: str) -> Iterator[Passage]:
    if attachments:
        titles = "".join(f"<li>{escape(attachment.title)}</li>" for attachment in attachments)
        yield Passage(html=f'<h2 id="bilagene">{heading}</h2><ul>{titles}</ul>', weight=0.5)


def _case(catalog: Catalog, case: Case, url: str) -> Findable:
    newest = case.newest
    names = dict.fromkeys(committee_name(step.committee) for step in case.steps)
    municipality = newest.meeting.municipality
    return Findable(
        url=url,
        kind=Kind.CASE,
        title=case.title,
        committee=_name(catalog, newest.committee, municipality),
        date=newest.date,
        outcome=LABELS[newest.outcome] if newest.outcome else None,
        numbers=spellings(case.number),
        passages=(
            Passage(html=f"<p>Sag {escape(case.number)}, behandlet i {escape(listing(tuple(names)))}</p>"),
        ),
    )


def _attachment(catalog: Catalog, page: AttachmentPage, body: str) -> Findable:
    meeting = catalog.meeting_in.get(page.folder)
    return Findable(
        url=page.url,
        kind=Kind.ATTACHMENT,
        title=page.title,
        committee=_name(catalog, meeting.committee, meeting.municipality) if meeting else None,
        date=meeting.date if meeting else None,
        passages=(Passage(html=body, weight=0.7),),
    )


def _document(document: Document, body: str) -> Findable:
    return Findable(
        url=document.url,
        kind=Kind.DOCUMENT,
        title=document.title,
        date=document.date,
        passages=(Passage(html=body),),
    )


def _committee(catalog: Catalog, committee: Committee) -> Findable:
    name = _name(catalog, committee.name, committee.municipality)
    years = listing(tuple(year.name for year in reversed(committee.years) if year.name))
    return Findable(
        url=committee.url,
        kind=Kind.COMMITTEE,
        title=name,
        committee=name,
        date=committee.years[0].meetings[0].date,
        passages=(Passage(html=f"<p>Møder og beslutninger i {escape(name)}{' ' * bool(years)}{years}</p>"),),
    )


def _guide(catalog: Catalog, guide: SitePage, body: str) -> Findable:
    """A page written by hand."""
    return Findable(
        url=catalog.addresses.of(guide.path),
        kind=Kind.GUIDE,
        title=guide.fields.text("title") or "Uden overskrift",
        passages=(Passage(html=body),),
    )


def _name(catalog: Catalog, committee: str | None, municipality: str | None) -> str:
    """A committee's name, with its municipality's where the site has several."""
    name = committee_name(committee)
    return f"{name} ({municipality})" if municipality and len(catalog.municipalities) > 1 else name
