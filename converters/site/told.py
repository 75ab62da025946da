"""What a page tells of itself since it was published: its corrections, and that it was taken down."""

from __future__ import annotations

from converters.errors import FrontMatterError
from converters.site.addresses import Addresses
from converters.site.archive import Change, Withdrawal
from converters.site.fields import Fields

TAKEN_DOWN = "Taget ned"  # in the place of a title


def changes(fields: Fields, folder: str, addresses: Addresses) -> tuple[Change, ...]:
    """Read the corrections of a page in a folder, the newest first. Raises FrontMatterError."""
    found = [_change(row, folder, addresses) for row in fields.rows("changes")]
    return tuple(sorted(found, key=lambda one: one.date, reverse=True))


def withdrawal(fields: Fields) -> Withdrawal | None:
    """Read whether a page was taken down. Raises FrontMatterError."""
    row = fields.fields("withdrawn")
    if row is None:
        return None
    date, reason = row.date("date"), row.text("reason")
    if date is None or reason is None:
        raise _refused("withdrawn", "date og reason", fields.where)
    return Withdrawal(date=date, reason=reason)


def title(fields: Fields, otherwise: str) -> str:
    """Read the title of a page; one that was taken down has none unless a person kept it."""
    return fields.text("title") or (TAKEN_DOWN if withdrawal(fields) else otherwise)


def _change(row: Fields, folder: str, addresses: Addresses) -> Change:
    date, note, href = row.date("date"), row.text("note"), row.text("href")
    if date is None or note is None:
        raise _refused("changes", "date og note i hver række", row.where)
    url = addresses.linked(folder, href) if href else None
    if href and url is None:
        raise FrontMatterError(
            f"Rettelsen henviser til {href}, som ikke findes.",
            where=row.where,
            hint="Hent siden frem igen med git, eller slet href.",
        )
    return Change(date=date, note=note, url=url)


def _refused(key: str, wanted: str, where: str) -> FrontMatterError:
    return FrontMatterError(
        f"»{key}« skal have {wanted}.",
        where=where,
        hint="Ret det øverst på siden, eller kør kommandoen igen.",
    )
