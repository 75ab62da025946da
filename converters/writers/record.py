"""The record beside the pages: what was written, from which source, so that a person's edits show.

One small hidden file lies in each meeting's folder (``.referat.json``), and beside each document
(``.<name>.referat.json``).  MkDocs leaves hidden files out of the site.  The record holds a hash of
each page as it was written: a page that no longer matches was edited by a person, one that is gone
was deleted by a person.  The hash ignores the line ends that git changes on Windows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from converters.model import Stage
from converters.writers.changes import without_block

RECORD = ".referat.json"
HASH_DIGITS = 16  # enough to tell an edit; nobody gains by forging one
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Source and pages of one meeting or document; ``pages`` maps each path to the hash as written."""

    file: str
    sha256: str
    pages: Mapping[str, str]
    start: str | None = None
    stage: Stage | None = None

    def as_json(self) -> str:
        """The record as it stands on disk: a line a page, in order, so that a diff is short."""
        row = {
            "source": {"file": self.file, "sha256": self.sha256},
            "start": self.start,
            "stage": self.stage.value if self.stage else None,
            "pages": dict(sorted(self.pages.items())),
        }
        return json.dumps(row, ensure_ascii=False, indent=1) + "\n"


def page_hash(content: bytes) -> str:
    """Hash of a page that is the same for the line ends of every system, and for any corrections it tells."""
    text = content.removeprefix(_BYTE_ORDER_MARK).replace(b"\r\n", b"\n")
    return hashlib.sha256(without_block(text)).hexdigest()[:HASH_DIGITS]


def read_record(path: Path) -> Record | None:
    """Read a record; None where there is none, or none that makes sense."""
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        source, pages, stage = row["source"], row["pages"], row["stage"]
        return Record(
            file=str(source["file"]),
            sha256=str(source["sha256"]),
            pages={str(name): str(digest) for name, digest in pages.items()},
            start=row["start"],
            stage=Stage(stage) if stage else None,
        )
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ValueError, KeyError, TypeError, AttributeError):
        # Without a record every page counts as edited, which loses nothing.
        return None
