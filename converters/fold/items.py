"""Agenda items: the parts of a document that belong to one item, folded into it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from converters.blocks import Paragraph, Picture, Table
from converters.case_numbers import find_case_number, is_case_number
from converters.fold.closed_files import open_part, titles_in
from converters.fold.decisions import decisions_of, item_outcome
from converters.fold.joined import joined
from converters.fold.listed import listed_in
from converters.fold.opened import Fields, Opened
from converters.fold.public_half import ends_decision, heads_on, heads_other
from converters.fold.titled import repeated_title, title_of
from converters.ledger import WORD, Reason
from converters.lexicon import danish
from converters.model import Access, AgendaItem, Section
from converters.segment.closed import is_closed_file
from converters.segment.fields import field_values
from converters.segment.labels import OPENNESS_AND_CASE, unbullet
from converters.segment.marks import FURNITURE, Role
from converters.segment.typeset import moved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.blocks import Content
    from converters.fold.account import Account
    from converters.model import Attachment, Source
    from converters.segment.marks import Mark
    from converters.segment.outline import Outline
    from converters.segment.parts import Part

TYPE_IN_TITLE = re.compile(r"\((?P<type>[A-ZÆØÅ][^()]{3,30})\)\s*$")
# In these a short line is a lead-in, a vote or a file, never a heading.
WITHOUT_HEADINGS = frozenset({"decision", "attachments", "recommendation", "competence"})
NO_TEXT = FURNITURE | {Role.GROUP, Role.ITEM, Role.TITLE}
CASE_AT_START = re.compile(r"^(?P<case>\S{5,30})\s+(?=\S)")


class ItemFolder:
    """Folds the parts of one item; keeps the document's outline and its account at hand."""

    def __init__(
        self, outline: Outline, account: Account, *, committee: str | None, date: str | None
    ) -> None:
        self._outline = outline
        self._account = account
        self._committee = committee
        self._date = date
        self.kinds: dict[int, str] = {}
        self._shut: list[str] = []  # titles of attachments that are closed

    def fold(
        self,
        parts: Sequence[Part],
        *,
        position: int,
        access: Access,
        annexes: Sequence[Attachment],
        source: Source | None,
    ) -> AgendaItem:
        """Fold the parts of one item."""
        fields = Fields()
        sections: list[Section] = []
        self._shut = []
        for part in parts:
            sections.extend(self._sections(part, fields, closed=access is Access.CLOSED))
        sections = joined(sections)
        raw_title = max((part.title for part in parts), key=len, default="")
        title, minutes = title_of(self._outline, self._account, raw_title, parts)
        decisions = decisions_of(sections, self._committee, self._date)
        kind = TYPE_IN_TITLE.search(title)
        listed = tuple(a for s in sections for a in listed_in(s))
        return AgendaItem(
            number=parts[0].number,
            position=position,
            title=title or None,
            access=access,
            case_number=fields.case_number,
            item_type=kind["type"]
            if kind and kind["type"].casefold() in {t.casefold() for t in danish().item_types}
            else None,
            planned_minutes=minutes,
            decided_by=fields.decided_by,
            fields=tuple(fields.printed),
            outcome=item_outcome(decisions, self._committee),
            sections=tuple(sections),
            decisions=decisions,
            attachments=(*listed, *annexes),
            closed_attachments=tuple(self._shut),
            source=source,
        )

    def _sections(self, part: Part, fields: Fields, *, closed: bool) -> list[Section]:
        if part.listed_only:
            return []
        opened = [Opened(mark=None, label_index=None)]
        head, beyond = True, False
        # Where no label says "decision", committee and date alone on a line are that label.
        labelled = any(
            mark.role is Role.DECISION for mark in map(self._outline.marks.get, part.body()) if mark
        )
        repeated = repeated_title(self._outline, self._account, part)
        for index in part.body():
            mark = self._outline.marks.get(index)
            if index == repeated or (mark is not None and mark.role in NO_TEXT):
                continue
            if mark is not None and mark.role in {Role.OPEN, Role.CLOSED} and head:
                self._openness(self._outline.lines[index].text, fields)
                continue
            beyond = beyond or (closed and heads_on(self._outline, index, part))
            decides = mark is not None and opened[-1].decides()
            others = closed and mark is not None and heads_other(mark, self._date, inside=decides)
            if closed and (beyond or others or self._ends_decision(index, opened[-1])):
                opened.append(Opened(mark=None, label_index=None))
            decides = mark is not None and opened[-1].decides()
            bodies = not decides and (not labelled if closed else opened[-1].lets_decide(labelled=labelled))
            opens = {Role.SECTION, Role.DECISION} | ({Role.BODY_DECISION} if bodies else set())
            if mark is not None and mark.role in opens and not (beyond or others):
                head = False
                opened.append(Opened(mark=mark, label_index=index))
            elif mark is not None and mark.role is Role.FIELD and (head or self._is_whole(index, mark)):
                self._field(index, mark, fields)
            elif mark is not None and mark.role is Role.VALUE:
                self._value(index, mark, fields)
            else:
                heads = mark is not None and mark.role is Role.BODY_DECISION and decides
                if mark is not None and (heads or (mark.role is Role.TEXT and not mark.text)):
                    opened[-1].heads.add(index)
                opened[-1].indexes.append(index)
        self._hang_pictures(part, () if closed else opened)
        return [section for one in opened if (section := self._section(one, fields)) is not None]

    def _hang_pictures(self, part: Part, opened: Sequence[Opened]) -> None:
        """Give pictures that stand under a title, a label or a field to the section they are in."""
        composed = {index for one in opened for index in one.indexes}
        for index in part.lines() if opened else ():
            pictures = self._outline.lines[index].pictures
            if pictures and index not in composed:
                above = [one for one in opened if one.start(part.start) <= index]
                (above[-1] if above else opened[0]).pictures.extend(pictures)

    def _ends_decision(self, index: int, one: Opened) -> bool:
        begun = bool(one.indexes or (one.mark and one.mark.text))
        return self._role(one.mark) == "decision" and ends_decision(self._outline, index, begun=begun)

    def _field(self, index: int, mark: Mark, fields: Fields) -> None:
        """Take a line of fields: each as printed, and those with a name of their own by that name."""
        text = unbullet(self._outline.lines[index].text)
        rows = field_values(text) if mark.label else ((mark.name or "", "", text),)
        for name, label, value in rows:
            self._take(name, label, value, fields)
            fields.printed.append((label, value))
        read = sum(len(WORD.findall(f"{label} {value}")) for _, label, value in rows)
        if read < len(WORD.findall(text)):
            self._account.leave_out(index, text, Reason.BOILERPLATE, "felt, der ikke kunne læses helt")

    @staticmethod
    def _openness(text: str, fields: Fields) -> None:
        """Take a line that says whether the item is open, and the case number that may stand behind it."""
        fields.printed.append(("", text))
        beside = OPENNESS_AND_CASE.match(unbullet(text))
        if beside is not None and fields.case_number is None:
            fields.case_number = find_case_number(beside["case"])

    def _is_whole(self, index: int, mark: Mark) -> bool:
        """Tell whether a field inside a section is one: a case number, or a label with its value below."""
        below = self._outline.marks.get(index + 1)
        return mark.name == "case_number" or (below is not None and below.role is Role.VALUE)

    def _value(self, index: int, mark: Mark, fields: Fields) -> None:
        """Take a value that stands on the line under its label."""
        text = self._outline.lines[index].text
        label = fields.printed[-1][0] if fields.printed else ""
        self._take(mark.name or "", label, text, fields)
        if fields.printed and not fields.printed[-1][1]:
            fields.printed[-1] = (fields.printed[-1][0], text)
        else:
            fields.printed.append(("", text))

    @staticmethod
    def _take(name: str, label: str, value: str, fields: Fields) -> None:
        if name == "case_number" and fields.case_number is None and value:
            fields.case_number = find_case_number(value) or find_case_number(f"{label} {value}")
        elif name == "decided_by" and fields.decided_by is None and value:
            fields.decided_by = value.rstrip(".")

    def _section(self, one: Opened, fields: Fields) -> Section | None:
        """Compose one section; a label with nothing under it is dropped and recorded."""
        role = self._role(one.mark)
        if one.mark is not None and one.mark.label and one.label_index is not None:
            _, label, rest = self._outline.lines[one.label_index].text.partition(one.mark.label)
            self._account.run_together(
                one.label_index, label, rest, "overskriften er løbet sammen med teksten"
            )
        content = self._outline.composer.compose(
            one.indexes, headings=role not in WITHOUT_HEADINGS, fixed=frozenset(one.heads)
        )
        for block, span in zip(content, self._outline.composer.spans, strict=True):
            self.kinds.update(dict.fromkeys(span, type(block).__name__.lower()))
        if role == "attachments":
            content = self._without_closed(content)
        if one.mark is not None and one.mark.text:
            content = self._with_lead(one, content)
        content = (*one.pictures, *content)
        if one.mark is None:
            content = self._without_case(content, fields)
            return Section(label=None, role=None, content=content) if content else None
        if not content and one.label_index is not None:
            self._account.leave_out(
                one.label_index, self._outline.lines[one.label_index].text, Reason.EMPTY_SECTION
            )
            return None
        return Section(label=one.mark.label or "", role=role, content=content)

    def _without_closed(self, content: tuple[Content, ...]) -> tuple[Content, ...]:
        """Withhold the attachments of an open item that the source marks as closed: "Lukket - Notat.pdf"."""
        kept: list[Content] = []
        for block, span in zip(content, self._outline.composer.spans, strict=True):
            if isinstance(block, Table):
                rest, rows = open_part(block)
                kept += [rest] if rest else []
                self._shut += [title for row in rows for title in titles_in(row)]
                self._account.leave_out(span[0], " ".join(map(" ".join, rows)), Reason.CLOSED)
            elif isinstance(block, Picture) or not is_closed_file(block.text):
                kept.append(block)
            else:
                self._shut.append(block.text)
                for index in span:
                    self._account.leave_out(index, self._outline.lines[index].text, Reason.CLOSED)
        return tuple(kept)

    def _with_lead(self, one: Opened, content: tuple[Content, ...]) -> tuple[Content, ...]:
        """Put the text that stands on the label's own line before the rest."""
        text = one.mark.text if one.mark and one.mark.text else ""
        first = one.indexes[0] if one.indexes else None
        joins = (
            first is not None
            and one.label_index is not None
            and self._outline.composer.goes_on(one.label_index, first)
        )
        if joins and content and isinstance(content[0], Paragraph):
            return (
                Paragraph(text=self._outline.composer.join(text, content[0].text, one.label_index or 0)),
                *content[1:],
            )
        line = self._outline.lines[one.label_index or 0]
        links = moved(line.links, len(text) - len(line.text)) if line.text.endswith(text) else ()
        return (Paragraph(text=text, links=links), *content)

    def _without_case(self, content: tuple[Content, ...], fields: Fields) -> tuple[Content, ...]:
        """Take a case number that opens the text: "00.22.02-A26-1-13 Godkendelse af dagsorden. ..."."""
        if fields.case_number is None and content and isinstance(content[0], Paragraph):
            match = CASE_AT_START.match(content[0].text)
            if match and is_case_number(match["case"]):
                fields.case_number = match["case"]
                return (Paragraph(text=content[0].text[match.end() :]), *content[1:])
        return content

    @staticmethod
    def _role(mark: Mark | None) -> str | None:
        if mark is None:
            return None
        if mark.role in {Role.DECISION, Role.BODY_DECISION}:
            return "decision"
        return mark.name
