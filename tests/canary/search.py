"""Every byte of a folder, looked through for words: names, text, packed text, and what lies inside files."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pypdfium2

_WORD = re.compile(r"zk\d{3}zk")


def words_in(folder: Path) -> dict[str, set[str]]:
    """The corpus' words that stand in a folder, each with the files it stands in."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        texts = [name, *(_texts(path.read_bytes()) if path.is_file() else ())]
        for text in texts:
            for told in {text, unescape(unquote(text))}:
                # Pagefind writes a sign between the parts of a word.
                for word in _WORD.findall(told.replace("~", "").casefold()):
                    found[word].add(name)
    return dict(found)


def _texts(raw: bytes) -> Iterator[str]:
    yield raw.decode("utf-8", "replace")
    yield raw.decode("utf-16-le", "replace")
    if raw.startswith(b"\x1f\x8b"):
        yield from _texts(gzip.decompress(raw))
    elif raw.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            for entry in package.infolist():
                yield entry.filename
                yield from _texts(package.read(entry))
    elif raw.startswith(b"%PDF"):
        pdf = pypdfium2.PdfDocument(raw)
        yield json.dumps(pdf.get_metadata_dict(), ensure_ascii=False)
        for page in pdf:
            yield page.get_textpage().get_text_bounded()
        pdf.close()
