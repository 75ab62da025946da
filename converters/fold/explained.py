"""Why each line became what it became, as ``referat explain`` shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from converters.segment.marks import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from converters.segment.outline import Outline

ROLES = {
    Role.ITEM: "PUNKT",
    Role.TITLE: "TITEL",
    Role.SECTION: "AFSNIT",
    Role.DECISION: "BESLUTNING",
    Role.BODY_DECISION: "UDVALG",
    Role.FIELD: "FELT",
    Role.VALUE: "VÆRDI",
    Role.OPEN: "ÅBENT",
    Role.CLOSED: "LUKKET",
    Role.GROUP: "GRUPPE",
    Role.TEXT: "TEKST",
    Role.TABLE: "TABEL",
    Role.CONTENTS: "INDHOLD",
    Role.HEADER: "SIDEHOVED",
    Role.FOOTER: "SIDEFOD",
    Role.PAGE_NUMBER: "SIDETAL",
    Role.STAMP: "STEMPEL",
    Role.CHROME: "WEBSIDE",
    Role.LINK_DUMP: "LINK",
}
KINDS = {
    "paragraph": ("TEKST", "løbende tekst"),
    "entry": ("LISTE", "listemærke foran eller efter teksten"),
    "heading": ("OVERSKRIFT", "kort linje for sig selv over en tekst, gentages ikke på tværs af punkter"),
    "table": ("TABEL", "rækker med lige mange tal eller celler"),
    "front": ("FORSIDE", "står før det første punkt"),
    "link": ("LINK", "adressen er sat på sit bilag"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One line of the source: where it stood, how it looked, what it became, and why."""

    page: int
    line: int
    style: str
    role: str
    text: str
    why: str


def trace(outline: Outline, kinds: Mapping[int, str]) -> tuple[Trace, ...]:
    """Give a row for each line of the outline; ``kinds`` are the blocks that text became."""
    annexed = {i: annex for annex in outline.annexes for i in range(annex.start, annex.end)}
    rows = []
    for index, line in enumerate(outline.lines):
        mark = outline.marks.get(index)
        annex = annexed.get(index)
        if annex is not None and (mark is None or mark.role is not Role.STAMP):
            whose = f"bilag til punkt {annex.number}" if annex.number else "bilag efter det sidste punkt"
            role, why = "BILAG", whose
        elif mark is not None and not (index in kinds and index < outline.front_end):
            role, why = ROLES[mark.role], mark.why
        else:
            role, why = KINDS.get(kinds.get(index, "paragraph"), KINDS["paragraph"])
        style = f"{'side ' if line.starts_page else ''}{'luft ' if line.gap else ''}".strip()
        rows.append(
            Trace(
                page=line.origin.page, line=line.origin.line, style=style, role=role, text=line.text, why=why
            )
        )
    return tuple(rows)
