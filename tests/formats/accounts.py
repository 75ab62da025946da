"""The words of a paper: each on a page or in the ledger, and closed ones on no page."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from converters.blocks import Picture, Table
from tests.accounting import Published, ledger_words, page_words
from tests.accounting import words as plain_words
from tests.formats.papers import Attached, Paper, Part, Point
from tests.formats.shares import Share
from tests.truth_files import bare_label

DIVIDED = re.compile(r"(?P<left>[^\W_]+)[-\u00ad\u2010]\n\f?(?P<right>[^\W_]+)")


def told_words(paper: Paper, published: Published) -> Share:
    """Words of the paper on a page or in the ledger, whatever any extractor says."""
    return _accounted(_paper_text(paper), published)


def printed_words(path: Path, published: Published) -> Share | None:
    """Words that pdftotext sees in a PDF, on a page or in the ledger; None where there is no pdftotext."""
    if path.suffix != ".pdf" or not shutil.which("pdftotext"):
        return None
    run = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True
    )
    return _accounted(run.stdout.decode(), published)


def secrets(paper: Paper, published: Published) -> Share:
    """Words that only closed text has are in no file that is published."""
    share = Share()
    public = plain_words(_paper_text(paper, closed=False))
    withheld = Counter(
        word
        for one in paper.points
        if one.closed
        for part in _closed_parts(one)
        for word in plain_words(" ".join(texts(part)))
    )
    for word in sorted(set(withheld) - set(public)):
        files = [name for name, text in published.files.items() if word in plain_words(text)]
        share.add(not files, f"{word!r} stands in {files}")
    return share


def texts(part: Part) -> Iterator[str]:
    """The texts under a label: of paragraphs, entries, headings, attachments and cells."""
    for block in part.content:
        if isinstance(block, Attached):
            yield block.title
        elif isinstance(block, Table):
            yield from (cell for row in (block.header, *block.rows) for cell in row)
        elif not isinstance(block, Picture):
            yield block.text


def _closed_parts(point: Point) -> Iterator[Part]:
    return (part for part in point.parts if not bare_label(part.label).startswith("beslutning"))


def _paper_text(paper: Paper, *, closed: bool = True) -> str:
    front = [paper.municipality, paper.committee, paper.printed_date, paper.start or "", paper.place or ""]
    told = [*front, *paper.present, *paper.absent]
    for one in paper.points:
        told += [one.number, one.title, one.case or ""]
        for part in one.parts:
            if closed or not one.closed or bare_label(part.label).startswith("beslutning"):
                told += [part.label, *texts(part)]
    return "\n".join(told)


def _accounted(text: str, published: Published) -> Share:
    there = page_words(published) + ledger_words(published.left_out)
    wanted = _words(text)
    missing, spare = wanted - there, there - wanted
    for one in DIVIDED.finditer(text):  # a word divided at a line's end may be accounted for in one piece
        pieces, whole = (_words(one["left"]) + _words(one["right"])), _words(one["left"] + one["right"])
        if pieces & missing and whole <= spare:
            missing -= pieces
            spare -= whole
    share = Share(found=wanted.total() - missing.total(), wanted=wanted.total())
    share.misses += [f"{word!r} ×{count}" for word, count in sorted(missing.items())]
    return share


def _words(text: str) -> Counter[str]:
    return plain_words(unicodedata.normalize("NFC", text).replace("\u00ad", ""))
