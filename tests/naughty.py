"""A reader that does what its source tells it, as a library would that a source has got the better of."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from converters.blocks import Line, Origin, Reading
from converters.errors import EncryptedSource

LARGEST = 2**20
ENDING = ".uartig"
GIGABYTE = 2**30
OUTSIDE = "../udenfor.txt"  # from the folder that a child may write in

# Python runs this module whenever it starts, if it finds it; so every child knows the reader.
START = f"""
import sys
from converters import readers
from tests import naughty
sys.modules["converters.readers.naughty"] = naughty
readers.READERS["{ENDING}"] = "naughty"
"""


def read(raw: bytes, where: str) -> Reading:
    """Do what the first word of the source says, and give the source as a line."""
    word = raw.decode().split()[0]
    deed = DEEDS.get(word)
    if deed:
        deed()
    if word == "låst":
        raise EncryptedSource("Filen er låst.", where=where, hint="Lås den op.")
    return Reading(lines=(Line(text=raw.decode(), origin=Origin(page=1, line=1)),), pages=1)


def start_file(folder: Path) -> Path:
    """Write what makes every Python that starts with ``folder`` on its path know this reader."""
    (folder / "sitecustomize.py").write_text(START, encoding="utf-8")
    return folder


def _compute() -> None:
    while True:
        pass


def _recurse() -> None:
    _recurse()


def _close_streams() -> None:
    os.closerange(0, 3)


def _sleep() -> None:
    sys.stderr.write(f"{os.getpid()}\n")
    sys.stderr.flush()
    time.sleep(600)


DEEDS: Mapping[str, Callable[[], object]] = {
    "sov": _sleep,
    "regn": _compute,
    "grib": lambda: bytes(3 * GIGABYTE),
    "dyk": _recurse,
    "afbryd": os.abort,
    "stop": lambda: os._exit(0),
    "gå": lambda: sys.exit(3),
    "snub": lambda: os.environ["INTET"],
    "skriv": lambda: Path(OUTSIDE).write_text("skrevet", encoding="utf-8"),
    "slet": lambda: Path(OUTSIDE).unlink(),
    "fyld": lambda: Path("stor").write_bytes(bytes(GIGABYTE)),
    "ring": lambda: socket.create_connection(("192.0.2.1", 80)),
    "kald": lambda: subprocess.run(["true"], check=False),
    "del": os.fork,
    "luk": _close_streams,
}
