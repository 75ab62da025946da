"""Everything as tables: ``items`` and ``meetings``, as CSV for a spreadsheet and NDJSON for a program.

The columns have the names of the front matter. Of a closed item there is what its page shows.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from converters.site.archive import Attachment, Decision, Item, Meeting
from converters.site.catalog import Catalog, newest_first
from converters.site.outcomes import LABELS
from converters.site.published.addresses import DATA
from converters.site.published.decided import Decisions
from converters.site.published.site import NOT_IN_XML, Site

ITEM_COLUMNS = (
    "url", "municipality", "committee", "date", "meeting_url", "number", "position", "title", "case_number",
    "item_type", "access", "outcome", "outcome_label", "decision",
)  # fmt: skip
MEETING_COLUMNS = (
    "url", "municipality", "committee", "date", "ordinal", "start", "end", "place", "stage", "cancelled",
    "items",
)  # fmt: skip
# A spreadsheet takes a cell that begins so for a formula, which may run a program.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
BYTE_ORDER_MARK = "\ufeff"  # by which a spreadsheet knows UTF-8
DUMP = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Row = Mapping[str, object]


def tables(catalog: Catalog, site: Site, decisions: Decisions) -> Iterator[tuple[str, bytes]]:
    """The four files: the path of each in the site, and its bytes."""
    meetings = newest_first(catalog.meetings.values())
    rows = [item_row(item, meeting, site, decisions) for meeting in meetings for item in meeting.items]
    held = [meeting_row(meeting, site) for meeting in meetings]
    yield f"{DATA}/items.csv", as_csv(ITEM_COLUMNS, rows)
    yield f"{DATA}/items.ndjson", as_lines(rows)
    yield f"{DATA}/meetings.csv", as_csv(MEETING_COLUMNS, held)
    yield f"{DATA}/meetings.ndjson", as_lines(held)


def as_csv(columns: tuple[str, ...], rows: Iterable[Row]) -> bytes:
    """Rows as a spreadsheet opens them: UTF-8 with its mark, commas, CRLF, no cell a formula."""
    sheet = io.StringIO(newline="")
    sheet.write(BYTE_ORDER_MARK)
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([cell(row[column]) for column in columns] for row in rows)
    return sheet.getvalue().encode()


def cell(value: object) -> str:
    """A value as text; what would begin a formula gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = NOT_IN_XML.sub("", str(value))
    return f"'{text}" if text.startswith(FORMULA) else text


def as_lines(rows: Iterable[Row]) -> bytes:
    """Rows as JSON, one to a line."""
    return "".join(f"{DUMP(row)}\n" for row in rows).encode(errors="replace")


def item_row(item: Item, meeting: Meeting, site: Site, decisions: Decisions) -> Row:
    """An item; addresses are whole where the site has one, and else relative to its root."""
    said = decisions.get(item.path)
    return {
        "url": site.absolute(item.url) or item.url,
        "municipality": meeting.municipality,
        "committee": meeting.committee,
        "date": meeting.date,
        "meeting_url": site.absolute(meeting.url) or meeting.url,
        "number": item.number,
        "position": item.position,
        "title": item.title,
        "case_number": item.case_number,
        "item_type": item.item_type,
        "access": item.access.value,
        "outcome": item.outcome.value,
        "outcome_label": LABELS[item.badge] if item.badge else None,
        "decision": said.text if said else None,
        "decisions": [decision_row(decision) for decision in item.decisions],
        "attachments": [attachment_row(attachment, site) for attachment in item.attachments],
    }


def decision_row(decision: Decision) -> Row:
    """One committee's decision."""
    return {
        "committee": decision.committee,
        "date": decision.date,
        "outcome": decision.outcome.value,
        "absent": decision.absent,
        "votes": [
            {
                "subject": vote.subject,
                "in_favour": vote.in_favour,
                "against": vote.against,
                "abstained": vote.abstained,
            }
            for vote in decision.votes
        ],
    }


def attachment_row(attachment: Attachment, site: Site) -> Row:
    """An attachment: its page or address, and its file where that is published."""
    address, original = attachment.address, attachment.original
    return {
        "title": attachment.title,
        "url": site.fetched_at(address) if address else None,
        "file": site.fetched_at(original.address) if original else None,
    }


def meeting_row(meeting: Meeting, site: Site) -> Row:
    """A meeting; ``items`` is how many there are."""
    return {
        "url": site.absolute(meeting.url) or meeting.url,
        "municipality": meeting.municipality,
        "committee": meeting.committee,
        "date": meeting.date,
        "ordinal": meeting.ordinal,
        "start": meeting.start,
        "end": meeting.end,
        "place": meeting.place,
        "stage": meeting.stage.value if meeting.stage else None,
        "cancelled": meeting.cancelled,
        "items": len(meeting.items),
        "attendance": [
            {"name": one.name, "party": one.party, "role": one.role, "presence": one.presence.value}
            for one in meeting.attendance
        ],
    }
