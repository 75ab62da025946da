"""Sources in which closed text could reach a page or stand in words in the ledger."""

from __future__ import annotations

import pytest

from converters.blocks import Reading
from converters.fold import understand
from converters.ledger import as_json_lines
from converters.model import Source
from converters.readers.text import read_text
from converters.redact import redact
from converters.writers.document import document_page
from converters.writers.meeting import meeting_pages

HEAD = (
    "Birkevig Kommune\nReferat\nTeknikudvalget\nMødedato: 5. marts 2024\n"
    "Mødested: Rådhuset\nDeltagere: Anna Holm, Bo Lind\n\n"
)
CLOSED_TEXT = "Sagsfremstilling\nHemmelig handel om ejendommen ved åen.\n"


def open_item(number: int, title: str) -> str:
    """An item that anybody may read."""
    return (
        f"{number}. {title}\nSagsfremstilling\nForvaltningen fremlægger sagen om vejen ved søen.\n"
        "Beslutning\nGodkendt.\n\n"
    )


FIRST = open_item(1, "Godkendelse af dagsorden") + open_item(2, "Budget for veje")
LIST = "Indholdsfortegnelse\n1. Godkendelse af dagsorden\n2. Budget for veje\n"

SOURCES = {
    "a mark right above the title": HEAD + FIRST + "Lukket punkt\n3. Personale\n" + CLOSED_TEXT,
    "a mark behind a section": HEAD
    + FIRST
    + "3. Personale\nPunkttype\nOrientering\nÅben/lukket: Lukket\n"
    + CLOSED_TEXT,
    "a closed title without a number": HEAD + FIRST + "Lukket punkt: Personale\n" + CLOSED_TEXT,
    "a paper of closed items only": HEAD.replace("Referat", "Referat\nLukket dagsorden")
    + f"1. Personale\n{CLOSED_TEXT}\n2. Køb af grund\n{CLOSED_TEXT}\n3. Salg af grund\n{CLOSED_TEXT}",
    "a group in the contents list": HEAD
    + LIST.replace("1.", "Åbne punkter\n1.")
    + f"Lukkede punkter\n3. Personale\n\n{FIRST}3. Personale\n{CLOSED_TEXT}",
    "a mark in the contents list": HEAD
    + LIST
    + f"3. Personale (lukket punkt)\n\n{FIRST}3. Personale\n{CLOSED_TEXT}",
    "a title in the contents list alone": HEAD
    + LIST
    + f"3. Hemmelig handel\n\n{FIRST}3. Lukket punkt\nSagsfremstilling\nTekst.\n",
    "a group on one page of a pack": HEAD
    + "1. Godkendelse af dagsorden\nSagsnr.: 24/1001\n\n2. Budget for veje\nSagsnr.: 24/1002\n\n"
    + "3. Personale\nSagsnr.: 24/1003\n\n\fReferat\nÅbne punkter\n"
    + f"{FIRST}Lukkede punkter\n3. Personale\n{CLOSED_TEXT}",
    "words of an open group in a closed text": HEAD
    + FIRST
    + f"Lukkede punkter\n3. Personale\n{CLOSED_TEXT}Fra åbent møde\nTekst.\n\n4. Køb af grund\n{CLOSED_TEXT}",
    "a heading behind a closed decision": HEAD
    + FIRST
    + "3. Lukket punkt\nBeslutning\nGodkendt.\n\nNotat til sagen\nHemmelig handel om ejendommen ved åen.\n",
    "a field behind a closed decision": HEAD
    + FIRST
    + "3. Lukket punkt\nBeslutning\nGodkendt.\nSagsbehandler: Hemmelig Hansen\n",
    "a label behind a closed decision that is a heading elsewhere": HEAD
    + FIRST
    + "".join(open_item(number, f"Sag nummer {number} om veje") for number in (3, 4, 5))
    + "6. Lukket punkt\nBeslutning\nGodkendt.\nBaggrund\nHemmelig handel om ejendommen ved åen.\n",
    "an address of a closed item at the foot of the page": HEAD
    + open_item(1, "Godkendelse af dagsorden")
    + "2. Lukket punkt\nBilag\nHemmelig aftale med Hansen\n\n3. Eventuelt\nBeslutning\nIntet.\n"
    + "https://birkevig.example/bilag/hemmelig_aftale_med_hansen.pdf\n",
    "an address in a closed text, and again at the foot of the page": HEAD
    + open_item(1, "Godkendelse af dagsorden")
    + "2. Lukket punkt\nSagsfremstilling\nSe https://birkevig.example/hemmelig.pdf om sagen\n\n"
    + "3. Eventuelt\nBeslutning\nIntet.\nhttps://birkevig.example/hemmelig.pdf\n",
    "a paper of one closed item": "Birkevig Kommune\nReferat\nTeknikudvalget\n5. marts 2024\n\n"
    "1. Lukket punkt\nMødet holdes på Hemmelig Kro.\nBeslutning\nGodkendt.\n",
    "former minutes as an annex": HEAD
    + FIRST
    + open_item(3, "Referat fra sidst")
    + "\fPunkt 3, Bilag 1: Referat.pdf\nReferat fra tidligere møde\n"
    + open_item(1, "Valg af formand")
    + f"2. Lukket punkt\n{CLOSED_TEXT}\n"
    + open_item(3, "Byggesag i midtbyen"),
    "text that goes on from a bare mark": HEAD + FIRST + "3. Lukket punkt\nhemmelig handel om ejendommen.\n",
    "a document with a group of closed items": (
        "Birkevig Kommune\n\nLukket dagsorden\n\nKøb\nHemmelig handel om ejendommen ved åen.\n"
    ),
}


def shown(text: str) -> str:
    """Everything that is written of a source: its pages, its ledger, its findings."""
    understood = understand(Reading(lines=read_text(text)), Source(file="referat.txt", sha256="0" * 64))
    written = [document_page(document) for document in understood.documents]
    ledger = list(understood.left_out)
    for meeting in understood.meetings:
        public, withheld = redact(meeting)
        ledger.extend(withheld)
        written.extend(meeting_pages(public).values())
    written.append(as_json_lines(ledger, "referat.txt"))
    written.extend(finding.message for finding in understood.findings)
    return "\n".join(written)


@pytest.mark.parametrize("case", SOURCES)
def test_nothing_closed_is_written(case: str) -> None:
    """However a source says that an item is closed, its text is on no page and not in the ledger."""
    assert "hemmelig" not in shown(SOURCES[case]).casefold()


def test_an_open_item_between_closed_ones_is_shown() -> None:
    """A heading of open items right above an item ends the group of closed ones."""
    text = (
        HEAD
        + f"Lukkede punkter\n1. Personale\n{CLOSED_TEXT}\nÅbne punkter\n"
        + open_item(2, "Budget for veje")
    )
    assert "vejen ved søen" in shown(text)


def test_an_empty_group_withholds_nothing() -> None:
    """A heading of closed items with nothing under it leaves the item above it whole."""
    assert "vejen ved søen" in shown(HEAD + FIRST + "Lukkede punkter\n")


def test_former_minutes_are_shown_but_for_their_closed_item() -> None:
    """Behind a closed item in an annex, the next item is public again."""
    assert "Byggesag i midtbyen" in shown(SOURCES["former minutes as an annex"])
