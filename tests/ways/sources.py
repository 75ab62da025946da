"""What a clerk uploads: minutes as a PDF, whole and otherwise."""

from __future__ import annotations

from collections.abc import Sequence

import weasyprint

NAME = "inbox/referat-byraadet-2026-04-28.pdf"
PLACE = "byraadet/2026-04-28"
NUMBER = "070761-4285"  # made up, with a valid day and checksum
SECRET = "Køberen Åge Bæk byder to en halv million kroner for grunden ved åen."  # noqa: S105 - no password

Item = tuple[str, Sequence[tuple[str, str]]]
OPEN: Sequence[Item] = (
    ("Godkendelse af dagsorden", [("Beslutning", "Godkendt.")]),
    (
        "Cykelsti langs Møllevej",
        [
            ("Sagsfremstilling", "Stien langs Møllevej er slidt, og skolen har bedt om en ny belægning."),
            ("Beslutning", "Byrådet godkender, at stien får ny belægning i 2026."),
        ],
    ),
    ("Lukket - Salg af grund", [("Beslutning", "Godkendt.")]),
)


def minutes(items: Sequence[Item] = OPEN) -> bytes:
    """Minutes of the council as its secretary prints them."""
    body = "".join(
        f"<h2>{number}. {title}</h2>" + "".join(f"<h3>{label}</h3><p>{text}</p>" for label, text in sections)
        for number, (title, sections) in enumerate(items, 1)
    )
    page = f"<h1>Referat</h1><p>Birkevig Kommune</p><p>Byrådet</p><p>28. april 2026</p>{body}"
    return bytes(weasyprint.HTML(string=f"<html lang=da><body>{page}").write_pdf())


def with_section(label: str, text: str, item: int) -> bytes:
    """The same minutes, with a section more in one item (from 1)."""
    items = list(OPEN)
    title, sections = items[item - 1]
    items[item - 1] = (title, [(label, text), *sections])
    return minutes(items)
