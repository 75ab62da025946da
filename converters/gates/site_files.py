"""The files of a built site: what each is, and every word that stands in it."""

from __future__ import annotations

import gzip
import os
import re
import zlib
from collections.abc import Iterator
from html import unescape
from pathlib import Path, PurePosixPath

from converters.gates.markup import words_of

PAGES = (".html", ".htm", ".xhtml")
DRAWINGS = (".svg",)
STYLES = (".css",)
TEXTS = (
    ".json",
    ".ndjson",
    ".jsonld",
    ".xml",
    ".atom",
    ".js",
    ".txt",
    ".csv",
    ".ics",
    ".css",
    ".webmanifest",
)
PACKED = (".pf_fragment", ".pf_index", ".pf_meta", ".pf_filter")  # the search index, gzip
WORD_LISTS = (".pf_index",)
GZIPPED = (".gz",)  # as the list for search engines is
OWN_FOLDERS = ("assets/", "pagefind/")  # of the theme, of Pagefind and our own: they come with the program
SCRIPTS = (".js", ".mjs", ".wasm", ".swf", ".jar", ".exe", ".bat", ".cmd", ".ps1", ".sh", ".vbs", ".hta")
_ESCAPED = re.compile(r"\\(?:u(?P<code>[0-9a-fA-F]{4})|.)", re.DOTALL)
_FOLDED = re.compile(r"\r?\n[ \t]")  # a calendar breaks long lines
_MARKUP = re.compile(r"</?[a-z]", re.IGNORECASE)


def files_of(site: Path) -> Iterator[str]:
    """Every file of a site by its path, in order."""
    for folder, names, files in os.walk(site):
        names.sort()
        for name in sorted(files):
            yield (Path(folder) / name).relative_to(site).as_posix()


def is_text(path: str) -> bool:
    """Whether a file is text as it lies there, or packed text."""
    return path.endswith((*PAGES, *DRAWINGS, *TEXTS, *PACKED, *GZIPPED))


def comes_with_the_program(path: str) -> bool:
    """Whether a file is no municipality's: a style, a script, a picture of the theme."""
    return path.startswith(OWN_FOLDERS) and not path.endswith(PACKED)


def text_of(site: Path, path: str) -> str:
    """The text of a file as it lies there, unpacked."""
    raw = (site / path).read_bytes()
    if path.endswith((*PACKED, *GZIPPED)):
        raw = _unpacked(raw)
    text = raw.decode("utf-8", errors="replace")
    # Its sign between the parts of a word is none to a reader.
    return text.replace("~", "") if path.endswith(PACKED) else text


def said_in(path: str, text: str) -> str:
    """Every word of a file that is no page, however it is written there."""
    if path.endswith(".ics"):
        text = _FOLDED.sub("", text)
    if "\\" in text:
        text = _ESCAPED.sub(_sign, text)
    # What stands in a feed is markup written as text.
    for _ in range(2):
        if _MARKUP.search(text):
            text = words_of(text)
        elif "&" in text:
            text = unescape(text)
    return text


def name_words(path: str) -> str:
    """The words of a file's path, without its ending."""
    return str(PurePosixPath(path).with_suffix(""))


def _sign(escape: re.Match[str]) -> str:
    if escape["code"]:
        return chr(int(escape["code"], 16))
    return " " if escape[0][1] in "nrtNbf" else escape[0][1]


def _unpacked(raw: bytes) -> bytes:
    try:
        return gzip.decompress(raw)
    except (OSError, EOFError, zlib.error):
        return raw
