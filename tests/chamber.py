"""Meetings made in code, for tests that begin where reading ends."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from converters.blocks import Paragraph
from converters.model import (
    Access,
    AgendaItem,
    Attachment,
    Decision,
    Meeting,
    Outcome,
    PublicMeeting,
    Section,
    Source,
    Stage,
)
from converters.redact import redact

MUNICIPALITY = "Birkevig Kommune"
COMMITTEE = "Teknik- og Miljøudvalget"
DATE = "2026-03-05"


def source(file: str = "referat.txt", content: str = "") -> Source:
    """A source of this name; other content has another checksum."""
    return Source(file=file, sha256=(content.encode().hex() + "0" * 64)[:64])


def section(label: str | None, *texts: str, role: str | None = None) -> Section:
    """A section of paragraphs."""
    return Section(label=label, role=role, content=tuple(Paragraph(text=text) for text in texts))


def item(
    position: int = 1,
    number: str | None = None,
    *,
    title: str | None = "Cykelsti langs Møllevej",
    access: Access = Access.OPEN,
    text: str = "Godkendt.",
    attachments: tuple[Attachment, ...] = (),
) -> AgendaItem:
    """An item with a case and a decision."""
    return AgendaItem(
        number=number,
        position=position,
        title=title,
        access=access,
        case_number="26/1234",
        outcome=Outcome.APPROVED,
        sections=(
            section("Sagsfremstilling", "Stien er slidt."),
            section("Beslutning", text, role="decision"),
        ),
        decisions=(Decision(committee=COMMITTEE, date=DATE, outcome=Outcome.APPROVED),),
        attachments=attachments,
        source=Source(file="referat.txt", sha256="0" * 64, pages=(1, 2)),
    )


def meeting(
    *items: AgendaItem,
    committee: str | None = COMMITTEE,
    date: str | None = DATE,
    start: str | None = None,
    stage: Stage | None = None,
    of: Source | None = None,
) -> Meeting:
    """A meeting of a committee of Birkevig."""
    return Meeting(
        municipality=MUNICIPALITY,
        committee=committee,
        date=date,
        start=start,
        stage=stage,
        source=of or source(),
        items=items,
    )


def public(*items: AgendaItem, **facts: str | None) -> PublicMeeting:
    """A meeting that has passed the gate."""
    return redact(meeting(*items, committee=facts.get("committee", COMMITTEE)))[0]


def tree(folder: Path) -> Mapping[str, bytes]:
    """Every file under a folder, by its path, with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def minutes(*items: tuple[str, str, str], day: str = "5. marts 2026", committee: str = COMMITTEE) -> str:
    """The text of plain minutes: number, title and decision of each item."""
    head = [MUNICIPALITY, "Referat", committee, f"Mødedato: {day}", "Mødested: Lokale 2"]
    told = [
        part
        for place, (number, title, decision) in enumerate(items)
        for part in (
            f"{number}. {title}",
            f"Sagsnr.: 26/{100 + place}",
            "Sagsfremstilling",
            "Forvaltningen har set på sagen.",
            "Beslutning",
            decision,
        )
    ]
    return "\n\n".join([*head, *told]) + "\n"


THREE_ITEMS = (
    ("1", "Godkendelse af dagsorden", "Godkendt."),
    ("2", "Cykelsti langs Møllevej", "Udvalget godkendte forslaget."),
    ("3", "Orientering fra formanden", "Taget til efterretning."),
)
