"""The fold of minutes: an outline becomes a meeting, step by step."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from converters.blocks import Paragraph
from converters.fold.account import Account
from converters.fold.explained import trace
from converters.fold.facts import Facts, facts
from converters.fold.items import ItemFolder
from converters.fold.links import give_addresses
from converters.ledger import Reason
from converters.lexicon import danish, fold
from converters.model import Access, AgendaItem, Attachment, Meeting, Source
from converters.segment.annexes import Annex, split_annexes
from converters.segment.marks import FURNITURE, Role
from converters.segment.outline import Outline
from converters.segment.typeset import is_typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from converters.blocks import Content, Reading
    from converters.segment.parts import Part


from converters.fold.remarks import doubt_findings, findings
from converters.fold.shut import shut
from converters.fold.understood import Said, Understood


class MeetingFold:
    """Folds one outline into a meeting, step by step."""

    def __init__(
        self, seen: Outline, reading: Reading, source: Source, said: Said, links: Sequence[int]
    ) -> None:
        self._seen = seen
        self._recognised = reading.recognised
        # A web page has no pages; in plain text they are told by the lines themselves.
        self._paged = reading.pages is not None or not is_typeset(reading.lines)
        self._source = source
        self._said = said
        self._links = links
        told = shut(seen, _by_item(seen.parts))
        self._groups, self._closed, self._withheld = told.groups, told.closed, told.withheld
        self._doubts = told.doubts
        self._account = Account(seen, told.lines)
        self._other: str | None = None
        self._facts = self._told()

    def _told(self) -> Facts:
        former = [
            self._seen.lines[i].text
            for annex in self._seen.annexes
            if self._is_former(annex)
            for i in range(annex.start, min(annex.start + 4, annex.end))
        ]
        found = facts(self._seen, self._source.file, former, said_date=self._said.date)
        said = self._said
        if said.municipality and found.municipality and fold(said.municipality) != fold(found.municipality):
            self._other = found.municipality
        return replace(
            found,
            municipality=said.municipality or found.municipality,
            committee=said.committee or found.committee,
        )

    def _is_former(self, annex: Annex) -> bool:
        return any(
            part.number == annex.number and fold(part.title) in danish().former_minutes
            for part in self._seen.parts
        )

    def understood(self, *, explained: bool) -> Understood:
        """Fold the items, give them their annexes and links, and close the account."""
        self._account.furniture()
        folder = ItemFolder(self._seen, self._account, committee=self._facts.committee, date=self._facts.date)
        items = self._items(folder)
        items = self._linked(items, folder)
        items, rest = self._annexed(items)
        front = self._front(folder)
        for index in sorted(self._withheld):
            self._account.leave_out(index, self._seen.lines[index].text, Reason.CLOSED)
        self._account.stripped()
        self._account.letters_for_bullets()
        self._account.hyphens()
        meeting = Meeting(
            municipality=self._facts.municipality,
            committee=self._facts.committee,
            date=self._facts.date,
            source=self._source,
            start=self._facts.start,
            end=self._facts.end,
            place=self._facts.place,
            stage=self._facts.stage,
            cancelled=self._facts.cancelled,
            attendance=self._facts.attendance,
            front=front,
            items=items,
            attachments=rest,
        )
        return Understood(
            meetings=(meeting,),
            left_out=self._account.entries(),
            findings=(
                *findings(meeting, date_of_name=self._facts.date_of_name, other=self._other),
                *doubt_findings(self._doubts),
            ),
            trace=trace(self._seen, folder.kinds) if explained else (),
        )

    def _items(self, folder: ItemFolder) -> tuple[AgendaItem, ...]:
        return tuple(
            folder.fold(
                parts,
                position=place,
                access=Access.CLOSED if closed else Access.OPEN,
                annexes=self._stamped(parts),
                source=self._origin(parts),
            )
            for place, (parts, closed) in enumerate(zip(self._groups, self._closed, strict=True), start=1)
        )

    def _stamped(self, parts: Sequence[Part]) -> tuple[Attachment, ...]:
        number = parts[0].number
        return tuple(
            self._attachment(annex, annex.title or "Bilag")
            for annex in self._seen.annexes
            if annex.number is not None and annex.number == number and annex.start not in self._withheld
        )

    def _attachment(self, annex: Annex, title: str) -> Attachment:
        indexes = [
            i for i in range(annex.start, annex.end) if i not in self._withheld and not self._is_furniture(i)
        ]
        return Attachment(
            title=title,
            content=self._seen.composer.compose(indexes),
            source=self._pages(annex.start, annex.end),
        )

    def _is_furniture(self, index: int) -> bool:
        mark = self._seen.marks.get(index)
        return mark is not None and mark.role in FURNITURE

    def _pages(self, start: int, end: int) -> Source:
        lines = self._seen.lines
        text = [lines[index] for index in range(start, end) if not self._is_furniture(index)]
        last = text[-1] if text else lines[end - 1]
        if not self._paged:
            return self._source
        pages = lines[start].origin.page, last.last_page or last.origin.page
        # Of a mixed paper, only what stands on scanned pages may be misread.
        ocr = any(pages[0] <= page <= pages[1] for page in self._recognised)
        return replace(self._source, pages=pages, ocr=ocr)

    def _origin(self, parts: Sequence[Part]) -> Source:
        real = [part for part in parts if not part.listed_only]
        return self._pages(real[-1].start, real[-1].end) if real else self._source

    def _linked(self, items: tuple[AgendaItem, ...], folder: ItemFolder) -> tuple[AgendaItem, ...]:
        """Give dumped links to attachments, and take them out of the text they were printed in."""
        dumped = [(self._seen.lines[i].origin.page, self._seen.lines[i].text) for i in self._links]
        pages = {n: item.source.pages for n, item in enumerate(items) if item.source and item.source.pages}
        linked, used = give_addresses(items, dumped, pages)
        for place in sorted(used):
            index = self._links[place]
            url = dumped[place][1]
            shown = not any(
                a.url == url for item in linked if item.access is not Access.OPEN for a in item.attachments
            )
            self._account.leave_out(
                index,
                url,
                Reason.DUPLICATE_LINK if shown else Reason.CLOSED,
                "adressen er sat på sit bilag" if shown else None,
            )
            folder.kinds[index] = "link"
            linked = tuple(_without(item, url) for item in linked)
        return linked

    def _annexed(
        self, items: tuple[AgendaItem, ...]
    ) -> tuple[tuple[AgendaItem, ...], tuple[Attachment, ...]]:
        """Give the text behind the last item to the attachments the items list, in their order."""
        loose = [
            annex
            for annex in self._seen.annexes
            if annex.number is None and annex.start not in self._withheld
        ]
        rest: list[Attachment] = []
        for annex in loose:
            wanted = [
                (n, rank)
                for n, item in enumerate(items)
                for rank, a in enumerate(item.attachments)
                if not a.content
            ]
            titles = [items[n].attachments[rank].title for n, rank in wanted]
            # What may be a closed item's annex is published only where a title is found on it.
            sure = any(items[n].access is not Access.OPEN for n, _ in wanted)
            found = split_annexes(self._seen.lines, annex, titles, sure=sure)
            if sure:
                self._withheld |= set(range(annex.start, found[0].start if found else annex.end))
            elif not found:
                rest.append(self._attachment(annex, "Bilag"))
            for one in found:
                n, rank = wanted[titles.index(one.title or "")]
                filled = self._attachment(one, one.title or "")
                attachments = tuple(
                    replace(a, content=filled.content, source=filled.source) if r == rank else a
                    for r, a in enumerate(items[n].attachments)
                )
                items = (*items[:n], replace(items[n], attachments=attachments), *items[n + 1 :])
        return items, tuple(rest)

    def _front(self, folder: ItemFolder) -> tuple[Content, ...]:
        """Compose what stands before the first item, and whatever lies between the parts of others."""
        covered = {i for part in self._seen.parts for i in part.lines()} | self._withheld
        covered |= {i for annex in self._seen.annexes for i in range(annex.start, annex.end)}
        indexes = [
            i
            for i in range(len(self._seen.lines))
            if i not in covered and not self._is_furniture(i) and not self._has_role(i, Role.GROUP)
        ]
        content = self._seen.composer.compose(indexes, headings=False)
        for span in self._seen.composer.spans:
            folder.kinds.update(dict.fromkeys(span, "front"))
        return content

    def _has_role(self, index: int, role: Role) -> bool:
        mark = self._seen.marks.get(index)
        return mark is not None and mark.role is role


def _without(item: AgendaItem, url: str) -> AgendaItem:
    sections = tuple(
        replace(s, content=tuple(b for b in s.content if not (isinstance(b, Paragraph) and b.text == url)))
        for s in item.sections
    )
    return replace(item, sections=tuple(s for s in sections if s.content))


def _by_item(parts: Iterable[Part]) -> list[list[Part]]:
    """Gather the parts of each item: a pack prints an item on its agenda page and in its minutes."""
    groups: list[list[Part]] = []
    places: dict[str, int] = {}
    for part in parts:
        if part.number is not None and part.number in places:
            groups[places[part.number]].append(part)
            continue
        if part.number is not None:
            places[part.number] = len(groups)
        groups.append([part])
    if len(groups) < sum(len(group) for group in groups):
        groups.sort(key=lambda group: (int(re.sub(r"\D", "", group[0].number or "") or 0), group[0].start))
    return groups
