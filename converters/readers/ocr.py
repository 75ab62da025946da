"""Scanned pages: their text read off the image by ocrmypdf with Tesseract's Danish model."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from converters.errors import MissingProgram, TimedOut, TooLarge, UnreadableSource
from converters.readers.programs import FailedError, TooSlowError, run

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS_PER_PAGE = 20.0  # the limit; a page of text takes three to five on two idle cores, ten on busy ones
SECONDS_TO_START = 60.0
PAGE_TIMEOUT = "120"  # seconds for one page, after which it is left without text
# Pages a run: a process of ocrmypdf computes four seconds for a page, and the limit on computing that a
# reading has holds for each process alone.
AT_A_TIME = 8
MOST_PAGES = 200  # scanned pages of a file; beyond, a person should look at it first
FEWEST_LETTERS = 20  # a page with fewer, and with an image over most of it, is a scan
LEAST_SHARE = 0.5
LARGEST_IMAGE = "60"  # million pixels of a page; A3 at 400 dpi is 31
JOBS = "2"  # pages at a time: half the waiting for one file, and no harm to many
LANGUAGE = "dan"
ORIENTATION = "osd"  # the model that tells which way up a page is
BAD_INPUT = 2  # ocrmypdf's own exit codes
LOCKED = 8
ANSWERS_WITHIN = 20.0  # seconds that tesseract may take to tell its languages


def is_scan(chars: int, image_share: float) -> bool:
    """Tell whether a page is a scan: next to no text, and an image over more than half of it."""
    return chars < FEWEST_LETTERS and image_share > LEAST_SHARE


def seconds_for(pages: int) -> float:
    """How long recognising so many pages may take."""
    return SECONDS_TO_START + SECONDS_PER_PAGE * pages


@cache
def languages() -> frozenset[str]:
    """The models Tesseract has; none if there is no Tesseract or no ocrmypdf."""
    tesseract = shutil.which("tesseract")
    if tesseract is None or shutil.which("ocrmypdf") is None:
        return frozenset()
    try:
        told = subprocess.run(  # noqa: S603 - a program by its full path, no shell
            [tesseract, "--list-langs"],
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=ANSWERS_WITHIN,
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(told.stdout.decode("utf-8", "replace").split())


def recognise(raw: bytes, pages: Sequence[int], where: str) -> bytes:
    """Give the PDF again with a text layer on the pages asked for (from 1); the others stay as they are.

    Raises UnreadableSource where the programs are missing or cannot read the file, UnsafeSource for
    more pages than they are given time for.
    """
    if LANGUAGE not in languages():
        raise MissingProgram(
            "Siderne er billeder, og programmerne til tekstgenkendelse mangler.",
            where=_place(where, pages),
            hint="Installér pakkerne ocrmypdf og tesseract-ocr-dan, eller find filen som den blev skrevet.",
        )
    if len(pages) > MOST_PAGES:
        raise TooLarge(
            f"{len(pages)} sider er billeder; grænsen for tekstgenkendelse er {MOST_PAGES}.",
            where=where,
            hint="Del filen i et referat ad gangen, eller find filen som den blev skrevet.",
        )
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR"), ignore_cleanup_errors=True) as name:
        return _recognised(Path(name), raw, pages, where)


def _recognised(folder: Path, raw: bytes, pages: Sequence[int], where: str) -> bytes:
    left, right = folder / "scan.pdf", folder / "text.pdf"
    left.write_bytes(raw)
    until = time.monotonic() + seconds_for(len(pages))
    wanted = sorted(set(pages))
    try:
        for start in range(0, len(wanted), AT_A_TIME):
            command = _command(left, right, wanted[start : start + AT_A_TIME])
            run(command, folder=folder, seconds=until - time.monotonic())
            left, right = right, left
        return left.read_bytes()
    except TooSlowError as error:
        raise TimedOut(
            f"Tekstgenkendelsen blev ikke færdig på {seconds_for(len(pages)):.0f} sekunder.",
            where=_place(where, pages),
            hint="Skan siderne igen i 300 dpi og sort-hvid, eller find filen som den blev skrevet.",
        ) from error
    except FailedError as error:
        problem = {
            LOCKED: "Filen er låst med en adgangskode, så teksten ikke kan genkendes.",
            BAD_INPUT: "Filen er ikke en PDF, som tekstgenkendelsen kan læse.",
        }.get(error.code, f"Tekstgenkendelsen gik i stå (ocrmypdf svarede {error.code}).")
        raise UnreadableSource(
            problem,
            where=_place(where, pages),
            hint="Skan siderne igen, eller find filen som den blev skrevet.",
        ) from error


def _command(source: Path, result: Path, pages: Sequence[int]) -> list[str]:
    """The call: pages asked for are drawn anew and read whole, a stamp of a few words with them."""
    command = ["ocrmypdf", "--quiet", "--language", LANGUAGE, "--output-type", "pdf", "--optimize", "0"]
    command += ["--jobs", JOBS, "--force-ocr", "--deskew", "--max-image-mpixels", LARGEST_IMAGE]
    command += ["--tesseract-timeout", PAGE_TIMEOUT]
    if ORIENTATION in languages():
        command.append("--rotate-pages")
    return [*command, "--pages", ",".join(map(str, pages)), str(source), str(result)]


def _place(where: str, pages: Sequence[int]) -> str:
    first = min(pages, default=1)
    return f"{where}: side {first}" if len(set(pages)) <= 1 else f"{where}: side {first} og flere"
