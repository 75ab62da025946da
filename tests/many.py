"""A clerk's folder with many small papers of every kind, some of them broken."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.chamber import THREE_ITEMS, minutes
from tests.damaged import hostile, pdfs

COMMITTEES = ("Teknik- og Miljøudvalget", "Økonomiudvalget", "Kultur- og Fritidsudvalget", "Socialudvalget")
FIRST_DAY = dt.date(2025, 1, 6)


def paper(number: int) -> str:
    """Minutes of a meeting that no other number has."""
    week, committee = divmod(number, len(COMMITTEES))
    day = FIRST_DAY + dt.timedelta(weeks=week)
    return minutes(*THREE_ITEMS, day=f"{day:%d-%m-%Y}", committee=COMMITTEES[committee])


def as_page(text: str) -> bytes:
    """The minutes as a web page."""
    return hostile.page("".join(f"<p>{html.escape(line)}</p>\n" for line in text.split("\n\n")))


def as_word(text: str) -> bytes:
    """The minutes as a Word file."""
    return hostile.word(hostile.paragraphs(*map(html.escape, text.split("\n\n"))))


KINDS: Mapping[str, Callable[[str], bytes]] = {
    ".txt": str.encode,
    ".html": as_page,
    ".docx": as_word,
    ".pdf": pdfs.written,
}
# Each with the name of the refusal that it has to end in.
BROKEN: Mapping[str, tuple[bytes, str]] = {
    "brudt-adgangskode.pdf": (pdfs.locked(), "encrypted"),
    "brudt-billede.png": (hostile.PNG, "unreadable"),
    "brudt-dtd.docx": (
        hostile.word(hostile.paragraphs("&a;"), '<!DOCTYPE d [<!ENTITY a "Referat">]>'),
        "unsafe",
    ),
    "brudt-halv.docx": (as_word(paper(0))[:700], "truncated"),
    "brudt-halv.pdf": (pdfs.written(paper(0))[:1400], "truncated"),
    "brudt-halv.txt": (paper(0).encode("utf-16")[:-1], "truncated"),
    "brudt-sider.pdf": (pdfs.many_pages(3_000), "too_large"),
    "brudt-stoej.txt": (bytes(range(256)) * 40, "unreadable"),
    "brudt-tom.html": (hostile.page("<p> </p>"), "empty"),
    "brudt-tom.txt": (b"", "empty"),
}


def fill(folder: Path, count: int, *, kinds: str = ".txt .txt .txt .txt .txt .txt .docx .html .pdf") -> None:
    """Write so many good papers, their kinds by turns."""
    turns = kinds.split()
    for number in range(count):
        kind = turns[number % len(turns)]
        (folder / f"referat-{number:03}{kind}").write_bytes(KINDS[kind](paper(number)))


def break_some(folder: Path) -> None:
    """Write the broken ones among them."""
    for name, (content, _) in BROKEN.items():
        (folder / name).write_bytes(content)
