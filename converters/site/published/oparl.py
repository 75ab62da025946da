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
    bodies = [one.municipality or site.owner for one in catalog.committees]
    owners = tuple(dict.fromkeys(sorted(bodies))) or (site.owner,)
    listed: list[Thing] = []
    for owner in owners:
        body = Body(catalog=catalog, root=f"{site.url}{OPARL}/", site=site, owner=owner, decisions=decisions)
        body.fill()
        listed.append(body.thing())
        files = {kind: tuple(map(encoded, things.values())) for kind, things in body.held.items()}
        for kind, things in body.held.items():
            yield from zip((file_of(thing, site) for thing in things.values()), files[kind], strict=True)
        yield file_of(listed[-1], site), encoded(listed[-1])
        for key, kind in LISTS.items():
            yield from oparl_lists.pages(files.get(kind, ()), body.list_address(key), site)
    yield from oparl_lists.pages(tuple(map(encoded, listed)), f"{site.url}{OPARL}/bodies.json", site)
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
        "created": midnight(None),
        "modified": midnight(catalog.newest),
    }


@dataclass(frozen=True, kw_only=True)
class Body:
    """One municipality. ``held`` are its objects by kind and id; ``root`` is the address of all OParl."""

    catalog: Catalog
    root: str
    site: Site
    owner: str
    decisions: Decisions
    held: dict[str, dict[str, Thing]] = field(default_factory=dict)

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
        newest = max((one.meetings[0].date or "" for one in self.committees()), default="")
        return {
            "id": self.address,
            "type": f"{VERSION}Body",
            "system": f"{self.root}system.json",
            "name": self.owner,
            "legislativeTerm": [],
            **{key: self.list_address(key) for key in LISTS},
            "modified": midnight(newest or None),
            "web": self.site.url,
        }

    def committees(self) -> Iterator[Committee]:
        """The committees of this municipality."""
        return (one for one in self.catalog.committees if (one.municipality or self.site.owner) == self.owner)

    def fill(self) -> None:
        """Make every object."""
        for committee in self.committees():
            self._keep("Organization", self._committee(committee))
            for meeting in newest_first(committee.meetings):
                self._keep("Meeting", self._meeting(meeting))
        folders = {committee.folder for committee in self.committees()}
        for case in self.catalog.cases.values():
            if posixpath.dirname(case.items[0].folder) in folders:
                self._keep("Paper", self._paper(case))

    def _keep(self, kind: str, thing: Thing) -> Thing:
        self.held.setdefault(kind, {})[str(thing["id"])] = thing
        return thing

    def _start(self, kind: str, path: str, date: str | None) -> dict[str, object]:
        moment = midnight(date)
        return {
            "id": f"{self.root}{kind.lower()}/{path}.json",
            "type": f"{VERSION}{kind}",
            "created": moment,
            "modified": moment,
        }

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
