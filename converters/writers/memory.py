"""What earlier runs converted, so that an unchanged source is not converted again.

It lies in ``.referat/`` in the content folder, which git and MkDocs leave out.  It is only a short
cut: whatever is missing or makes no sense there is converted again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from converters.findings import Code, Finding
from converters.model import Source

MEMORY_FOLDER = ".referat"
_FILE = "omsat.json"
_PACKAGE = Path(__file__).parent.parent
_NOT_CONVERSION = ("site", "gates")  # changing these changes no page


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What a source gave: paths of the records beside its pages, and its findings.

    ``company`` tells which files lay in its folder, where they were judged together; ``outdone`` are
    the folder of its meeting and the later paper that fills it.
    """

    records: tuple[str, ...]
    findings: tuple[Finding, ...]
    company: str | None = None
    outdone: tuple[tuple[str, str], ...] = ()


class Memory:
    """Remembers by source, converter and options; ``options`` is any text that tells options apart."""

    def __init__(self, out: Path, options: str) -> None:
        self._folder = out / MEMORY_FOLDER
        self._options = options
        self._converter = _converter_hash()
        self._rows = _rows(self._folder / _FILE, self._converter)
        self._changed = False

    def recall(self, source: Source) -> Remembered | None:
        """What the source gave when it was converted by this very converter with these options."""
        try:
            return _remembered(self._rows.get(self._key(source)))
        except ValueError:
            return None

    def keep(self, source: Source, remembered: Remembered) -> None:
        """Remember what a source gave."""
        row: dict[str, object] = {
            "records": list(remembered.records),
            "findings": [[one.code.value, one.message, one.line] for one in remembered.findings],
            "company": remembered.company,
            "outdone": [list(one) for one in remembered.outdone],
        }
        if self._rows.get(self._key(source)) != row:
            self._rows[self._key(source)] = row
            self._changed = True

    def save(self) -> None:
        """Write it down for the next run."""
        if not self._changed:
            return
        memory = {"converter": self._converter, "sources": self._rows}
        text = json.dumps(memory, ensure_ascii=False, indent=1, sort_keys=True)
        with contextlib.suppress(OSError):  # the next run is slower then, and nothing else
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / ".gitignore").write_text("*\n", encoding="utf-8")
            beside = self._folder / f"{_FILE}.ny"
            beside.write_text(text, encoding="utf-8")
            beside.replace(self._folder / _FILE)

    def _key(self, source: Source) -> str:
        return hashlib.sha256(f"{source.sha256} {source.file} {self._options}".encode()).hexdigest()[:32]


def _rows(path: Path, converter: str) -> dict[str, object]:
    try:
        memory = json.loads(path.read_text(encoding="utf-8"))
        return dict(memory["sources"]) if memory["converter"] == converter else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _remembered(row: object) -> Remembered | None:
    match row:
        case {
            "records": [*records],
            "findings": [*found],
            "company": str() | None as company,
            "outdone": [*outdone],
        }:
            return Remembered(
                records=tuple(str(record) for record in records),
                findings=tuple(_finding(one) for one in found),
                company=company,
                outdone=tuple((str(folder), str(by)) for folder, by in outdone),
            )
    return None


def _finding(row: object) -> Finding:
    match row:
        case [str(code), str(message), int() | None as line]:
            return Finding(code=Code(code), message=message, line=line)
    raise ValueError(row)


def _converter_hash() -> str:
    """Hash of everything that decides what a page says."""
    hashed = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        part = path.relative_to(_PACKAGE)
        if path.suffix in {".py", ".toml"} and part.parts[0] not in _NOT_CONVERSION:
            hashed.update(part.as_posix().encode() + b"\0" + path.read_bytes())
    return hashed.hexdigest()
