"""The minutes as OParl 1.1 (https://oparl.org), the format made for council minutes, as plain files.

Every object lies at the address that is its id, and stands in the list of its kind. An id has to be a whole
address, so a site without one has no OParl. There are no persons and no terms of office: minutes do not tell
two people of one name apart. What OParl has no word for has the prefix ``referat:``.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from converters.model import Stage
from converters.site.addresses import is_external
from converters.site.archive import Attachment, Committee, Item, Meeting
from converters.site.cases import Case
from converters.site.catalog import Catalog, newest_first
from converters.site.outcomes import LABELS
from converters.site.published import oparl_lists
from converters.site.published.addresses import OPARL
from converters.site.published.decided import Decisions
from converters.site.published.site import Site
from converters.site.published.tables import DUMP, decision_row
from converters.site.published.times import begin, end, midnight
from converters.site.sidebar import committee_name, meeting_date
from converters.slugs import slug

VERSION = "https://schema.oparl.org/1.1/"
Thing = Mapping[str, object]
"""One OParl object."""
# The words that the specification recommends for how far a meeting has come.
STATES = {Stage.AGENDA: "eingeladen", Stage.DRAFT: "durchgeführt", Stage.APPROVED: "durchgeführt"}
# The lists that a body must have, by their property, if only empty. Items, consultations and files stand
# inside meetings and papers, so that lists of them would only say everything once more.
LISTS = {"organization": "Organization", "person": "Person", "meeting": "Meeting", "paper": "Paper"}


def oparl(catalog: Catalog, site: Site, decisions: Decisions) -> Iterator[tuple[str, bytes]]:
    """Every file: its path in the site, and its bytes. None at all on a site without an address."""
    if site.url is None:
        return
    owners = sorted({one.municipality or site.owner for one in catalog.committees}) or [site.owner]
    bodies = [
        Body(catalog=catalog, root=f"{site.url}{OPARL}/", site=site, owner=owner, decisions=decisions)
        for owner in owners
    ]
    for body in bodies:
        yield from body.files()
    listed = [encoded(body.thing()) for body in bodies]
    yield from oparl_lists.pages(listed, f"{site.url}{OPARL}/bodies.json", site)
    system = system_of(site, catalog)
    yield file_of(system, site), encoded(system)


def file_of(thing: Thing, site: Site) -> str:
    """The path in the site of the object at an address."""
    return str(thing["id"]).removeprefix(site.url or "")


def encoded(thing: Thing) -> bytes:
    """An object as a file."""
    return DUMP(thing).encode(errors="replace")


def system_of(site: Site, catalog: Catalog) -> Thing:
    """The way in: ``oparl/system.json``."""
    return {
        "id": f"{site.url}{OPARL}/system.json",
        "type": f"{VERSION}System",
        "oparlVersion": VERSION,
        "name": site.name,
        "website": site.url,
        "body": f"{site.url}{OPARL}/bodies.json",
        **({"modified": midnight(catalog.newest)} if catalog.newest else {}),
    }


@dataclass(frozen=True, kw_only=True)
class Body:
    """One municipality; ``root`` is the address of all OParl.

    Objects are written as they are made: ``ready`` are those not handed on yet, ``listed`` those that the
    lists repeat, and ``known`` the ids of all, since several meetings are at one place.
    """

    catalog: Catalog
    root: str
    site: Site
    owner: str
    decisions: Decisions
    ready: list[tuple[str, bytes]] = field(default_factory=list)
    listed: dict[str, list[bytes]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The municipality's name as it stands in addresses."""
        return slug(self.owner)

    @property
    def address(self) -> str:
        """The id of the body itself."""
        return f"{self.root}body/{self.name}.json"

    def list_address(self, key: str) -> str:
        """The first page of one of the lists."""
        return f"{self.root}body/{self.name}/{key}.json"

    def thing(self) -> Thing:
        """The body as an object."""
        dates = [one.meetings[0].date or "" for one in self.committees()]
        return {
            "id": self.address,
            "type": f"{VERSION}Body",
            "system": f"{self.root}system.json",
            "name": self.owner,
            "legislativeTerm": [],
            **{key: self.list_address(key) for key in LISTS},
            "web": self.site.url,
            **({"modified": midnight(max(dates))} if any(dates) else {}),
        }

    def committees(self) -> Iterator[Committee]:
        """The committees of this municipality."""
        return (one for one in self.catalog.committees if (one.municipality or self.site.owner) == self.owner)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every object and every list: the path of each in the site, and its bytes."""
        for committee in self.committees():
            self._keep("Organization", self._committee(committee))
            for meeting in newest_first(committee.meetings):
                self._keep("Meeting", self._meeting(meeting))
                yield from self._handed_on()
        folders = {committee.folder for committee in self.committees()}
        for case in self.catalog.cases.values():
            if posixpath.dirname(case.items[0].folder) in folders:
                self._keep("Paper", self._paper(case))
                yield from self._handed_on()
        self._keep("Body", self.thing())
        yield from self._handed_on()
        for key, kind in LISTS.items():
            yield from oparl_lists.pages(self.listed.get(kind, ()), self.list_address(key), self.site)

    def _handed_on(self) -> Iterator[tuple[str, bytes]]:
        yield from self.ready
        self.ready.clear()

    def _keep(self, kind: str, thing: Thing) -> Thing:
        identity = str(thing["id"])
        if identity not in self.known:
            self.known.add(identity)
            self.ready.append((file_of(thing, self.site), encoded(thing)))
            if kind in LISTS.values():
                self.listed.setdefault(kind, []).append(self.ready[-1][1])
        return thing

    def _start(self, kind: str, path: str, date: str | None) -> dict[str, object]:
        made: dict[str, object] = {
            "id": f"{self.root}{kind.lower()}/{path}.json",
            "type": f"{VERSION}{kind}",
        }
        if date:
            made["created"] = made["modified"] = midnight(date)
        return made

    def _committee(self, committee: Committee) -> Thing:
        return {
            **self._start("Organization", committee.folder, committee.meetings[0].date),
            "body": self.address,
            "name": committee_name(committee.name),
            "organizationType": "Gremium",
            "meeting": self.list_address("meeting"),
            "web": self.site.absolute(committee.url),
        }

    def _meeting(self, meeting: Meeting) -> Thing:
        started, ended = begin(meeting), end(meeting)
        made = self._start("Meeting", meeting.folder, meeting.date) | {
            "name": f"{committee_name(meeting.committee)}, {meeting_date(meeting)}",
            "cancelled": meeting.cancelled,
            "organization": [f"{self.root}organization/{posixpath.dirname(meeting.folder)}.json"],
            "agendaItem": [self._item(item, meeting) for item in meeting.items],
            "web": self.site.absolute(meeting.url),
        }
        if meeting.stage:
            made["meetingState"] = STATES[meeting.stage]
        if meeting.date:
            made["start"] = started.isoformat() if started else midnight(meeting.date)
        if ended:
            made["end"] = ended.isoformat()
        if meeting.place:
            made["location"] = self._place(meeting.place)
        self._attach(made, meeting.attachments, meeting.path, meeting.date)
        return made

    def _place(self, place: str) -> Thing:
        made = self._start("Location", str(self.site.identity(f"place\n{place}", self.owner)), None)
        return self._keep("Location", made | {"description": place})

    def _item(self, item: Item, meeting: Meeting) -> Thing:
        """The item as it stands in its meeting; on its own it also names the meeting."""
        path = item.path.removesuffix(".md")
        said = self.decisions.get(item.path)
        made = self._start("AgendaItem", path, meeting.date) | {
            "order": item.position,
            "name": item.title,
            "public": not item.closed,
            "web": self.site.absolute(item.url),
        }
        made.update(optional({
            "number": item.number,
            "result": LABELS[item.badge] if item.badge else None,
            "resolutionText": said.text if said else None,
            "referat:outcome": item.badge.value if item.badge else None,
            "referat:decisions": [decision_row(one) for one in item.decisions],
        }))  # fmt: skip
        if item.path in self.catalog.case_of:
            made["consultation"] = f"{self.root}consultation/{path}.json"
        self._attach(made, item.attachments, item.path, meeting.date)
        self._keep("AgendaItem", made | {"meeting": f"{self.root}meeting/{meeting.folder}.json"})
        return made

    def _file(self, attachment: Attachment, owner: str, date: str | None) -> dict[str, object]:
        """An attachment that lies here: the file as published where there is one, else its page."""
        original, address = attachment.original, where(attachment)
        whole = self.site.absolute(address)
        made = self._start("File", str(self.site.identity(f"{owner}\n{address}", self.owner)), date)
        made |= {"name": attachment.title, "accessUrl": whole}
        if original:
            made |= optional({
                "fileName": posixpath.basename(address),
                "mimeType": original.media_type,
                "size": original.size,
                "downloadUrl": whole,
                "web": self.site.fetched_at(attachment.address) if attachment.address else None,
            })  # fmt: skip
        elif address.endswith("/"):
            made["mimeType"] = "text/html"
        return made

    def _attach(
        self, made: dict[str, object], attachments: tuple[Attachment, ...], owner: str, date: str | None
    ) -> None:
        """Add to an object its files and, since those are no files of ours, its links to other sites.

        Files on their own also name what they belong to.
        """
        reached = [one for one in attachments if where(one)]
        held = (one for one in reached if not is_external(where(one)))
        files = {str(one["id"]): one for one in (self._file(one, owner, date) for one in held)}
        backwards = "meeting" if str(made["type"]).endswith("Meeting") else "agendaItem"
        for one in files.values():
            self._keep("File", one | {backwards: [made["id"]]})
        links = [{"name": one.title, "url": where(one)} for one in reached if is_external(where(one))]
        made |= optional({"auxiliaryFile": list(files.values()), "referat:links": links})

    def _paper(self, case: Case) -> Thing:
        """A case; each item that carries its number is a consultation of it."""
        folder = posixpath.relpath(f"/{posixpath.dirname(case.path)}", "/sager")
        held = [(item, self.catalog.meeting_in[item.folder]) for item in case.items]
        made = self._start("Paper", folder, held[-1][1].date)
        web = self.site.absolute(case.address)
        made |= {"body": self.address, "name": case.title, "reference": case.number, "web": web}
        if held[0][1].date:
            made |= {"date": held[0][1].date, "created": midnight(held[0][1].date)}
        made["consultation"] = [self._consultation(item, meeting, made) for item, meeting in held]
        return made

    def _consultation(self, item: Item, meeting: Meeting, paper: Thing) -> Thing:
        path = item.path.removesuffix(".md")
        made = self._start("Consultation", path, meeting.date) | {
            "agendaItem": f"{self.root}agendaitem/{path}.json",
            "meeting": f"{self.root}meeting/{meeting.folder}.json",
            "organization": [f"{self.root}organization/{posixpath.dirname(meeting.folder)}.json"],
        }
        self._keep("Consultation", made | {"paper": paper["id"]})
        return made


def where(attachment: Attachment) -> str:
    """The address of an attachment's file, or else of its page; empty where only its title is known."""
    return attachment.original.address if attachment.original else attachment.address or ""


def optional(found: Mapping[str, object]) -> dict[str, object]:
    """What is recorded, and nothing where nothing is."""
    return {key: value for key, value in found.items() if value is not None and value != []}
