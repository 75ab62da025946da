"""Shows why each line of a source became what it became: one row a block, for a stranger to read."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from converters.fold import Said, Understood, understand
from converters.fold.explained import Trace
from converters.model import Access, Document, Meeting, Stage
from converters.readers.doorway import source_of
from converters.sandbox import read

NARROWEST = 70  # columns; below, the columns would say nothing
ROLE_WIDTH = 10
NEW_ITEM = "PUNKT"  # the role that gets air above it
SHARE_OF_REASON = 0.55  # at most, of what page, line and role leave; the rest is the text's
AIR = "luft"  # an empty line above

# What running text is called; its lines belong together until the next empty line.
RUNNING = frozenset({"TEKST", "FORSIDE", "BILAG", "INDHOLD", "TABEL"})
BREAKS = (AIR, "side")  # words of a row's style that begin a new block

STAGES = {Stage.AGENDA: "dagsorden", Stage.DRAFT: "udkast til referat", Stage.APPROVED: "referat"}
MEANINGS = {
    "PUNKT": "begynder et punkt på dagsordenen",
    "TITEL": "hører med til punktets overskrift",
    "AFSNIT": "overskrift over et afsnit; afsnittet får sit navn efter den",
    "BESLUTNING": "overskrift over en beslutning",
    "UDVALG": "siger, hvilket udvalg der besluttede",
    "FELT": "ledetekst, fx Sagsnr.",
    "VÆRDI": "det, der står ud for en ledetekst",
    "ÅBENT": "siger, at punktet er åbent",
    "LUKKET": "siger, at punktet er lukket",
    "GRUPPE": "overskrift over flere punkter",
    "TEKST": "almindelig tekst",
    "LISTE": "punkt i en liste",
    "OVERSKRIFT": "overskrift inde i et afsnit",
    "TABEL": "linje i en tabel",
    "INDHOLD": "indholdsfortegnelse; står ikke på siderne",
    "SIDEHOVED": "gentages øverst på siderne; står ikke på siderne",
    "SIDEFOD": "gentages nederst på siderne; står ikke på siderne",
    "SIDETAL": "sidetal; står ikke på siderne",
    "STEMPEL": "mærke, der er sat på et bilags sider; står ikke på siderne",
    "WEBSIDE": "knapper og menuer fra en webside; står ikke på siderne",
    "LINK": "en adresse, der allerede står et andet sted",
    "BILAG": "tekst i et bilag",
    "FORSIDE": "står før det første punkt; kommer på mødets side",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """Lines that became one thing, from the first to the last line of the source."""

    first: Trace
    last: Trace

    @property
    def lines(self) -> str:
        """Number of the line, or of the first and last."""
        return (
            f"{self.first.line}"
            if self.first.line == self.last.line
            else f"{self.first.line}-{self.last.line}"
        )


def explain(path: Path, width: int) -> Iterator[str]:
    """Give the rows of the explanation of a source, for a screen of ``width`` columns.

    Shows the words of closed items too, so it belongs on a screen and never on a site.
    Raises ConversionError for a source that cannot be read.
    """
    source = source_of(path)
    understood = understand(read(path), source, Said(), explained=True)
    yield from _heading(path.name, understood)
    yield ""
    yield "Hvad hver linje blev til, og hvorfor. Rollerne er forklaret nederst."
    yield ""
    yield from _table(tuple(_blocks(understood.trace)), max(NARROWEST, width))
    yield ""
    yield from _legend(understood.trace)
    yield from (f"Bemærk{_at(finding.line)}: {finding.message}" for finding in understood.findings)


def _heading(name: str, understood: Understood) -> Iterator[str]:
    for meeting in understood.meetings:
        yield f"{name} er læst som et møde:"
        yield from (f"  {label:<11}{fact}" for label, fact in _facts(meeting))
    for document in understood.documents:
        yield f"{name} er læst som et dokument, der ikke er et referat:"
        yield from (f"  {label:<11}{fact}" for label, fact in _document_facts(document))


def _facts(meeting: Meeting) -> Iterator[tuple[str, str]]:
    closed = [item.number or str(item.position) for item in meeting.items if item.access is Access.CLOSED]
    unknown = "ukendt (kilden siger det ikke)"
    yield "Kommune", meeting.municipality or unknown
    yield "Udvalg", meeting.committee or unknown
    yield "Dato", " ".join(filter(None, (meeting.date or unknown, meeting.start and f"kl. {meeting.start}")))
    yield "Udgave", STAGES[meeting.stage] if meeting.stage else unknown
    told = f", heraf {len(closed)} lukket (punkt {', '.join(closed)})" if closed else ""
    yield "Punkter", f"{len(meeting.items)}{told}"
    if closed:
        yield "OBS", "Her vises også ord fra lukkede punkter. Læg ikke udskriften på nettet."


def _document_facts(document: Document) -> Iterator[tuple[str, str]]:
    yield "Overskrift", document.title
    yield "Dato", document.date or "ukendt (kilden siger det ikke)"


def _blocks(trace: Sequence[Trace]) -> Iterator[_Block]:
    """Put together lines of running text that became one block."""
    block: _Block | None = None
    for row in trace:
        if block and _goes_on(block.last, row):
            block = _Block(first=block.first, last=row)
            continue
        if block:
            yield block
        block = _Block(first=row, last=row)
    if block:
        yield block


def _goes_on(above: Trace, row: Trace) -> bool:
    same = (above.role, above.why, above.page) == (row.role, row.why, row.page)
    return same and row.role in RUNNING and not any(word in row.style for word in BREAKS)


def _table(blocks: Sequence[_Block], width: int) -> Iterator[str]:
    room = width - len(_place("", "", "", "")) - len("  ")
    longest_reason = max((len(block.first.why) for block in blocks), default=0)
    why_width = min(longest_reason, int(room * SHARE_OF_REASON))
    text_width = room - why_width
    yield f"{_place('Side', 'Linje', 'Luft', 'Rolle')}{'Tekst':<{text_width}}  Hvorfor"
    told: dict[str, str] = {}
    page: int | None = None
    for block in blocks:
        row = block.first
        # A long reason is given in full where it is met first; after that, the place is named.
        again = row.why in told and len(row.why) > why_width
        first = told.setdefault(row.why, block.lines)
        reasons = [f"som linje {first}"] if again else textwrap.wrap(row.why, why_width)
        if row.role == NEW_ITEM and block is not blocks[0]:
            yield ""
        air = AIR if AIR in row.style else ""
        where = _place("" if row.page == page else str(row.page), block.lines, air, row.role)
        page = row.page
        yield f"{where}{_cut(row.text, text_width):<{text_width}}  {''.join(reasons[:1])}".rstrip()
        yield from (" " * (len(where) + text_width + 2) + more for more in reasons[1:])


def _place(page: str, lines: str, air: str, role: str) -> str:
    return f"{page:>4}  {lines:<9} {air:<4}  {role:<{ROLE_WIDTH}}  "


def _cut(text: str, width: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else f"{text[: width - 3]}..."


def _legend(trace: Sequence[Trace]) -> Iterator[str]:
    yield "Rollerne betyder:"
    used = dict.fromkeys(row.role for row in trace)
    yield from (f"  {role:<{ROLE_WIDTH}}  {meaning}" for role, meaning in MEANINGS.items() if role in used)
    yield "Luft er en tom linje ovenover. Ordlisten rummer de mødeord, Referat kender."
    yield "Ser en rolle forkert ud, så læs »Hvorfor«, og ret linjen i kilden eller siden bagefter."


def _at(line: int | None) -> str:
    return f" (linje {line})" if line else ""
