"""The filters of a search index in an order of their own.

Pagefind writes the values of its filters in the order of a hash table, another one on each run. Everything
else it writes is the same for the same pages. So its filters, and the list of contents that names their
files, are read, sorted and written again, each under a name made from what it holds.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

SIGNATURE = b"pagefind_dcd"  # before the content of every file
FILTERS = 3  # the place of the filters in the list of contents
# CBOR, of which the index uses counts, texts and lists: the kind of a value is in the first three bits.
COUNT, TEXT, LIST = 0, 3, 4
ENDLESS, END = 31, 0xFF
SIZES = {24: 1, 25: 2, 26: 4, 27: 8}  # bytes of a number that is too large for the other five bits

Value = int | str | list["Value"]


def put_in_order(folder: Path, language: str) -> None:
    """Rewrite the filters and the list of contents of the index in ``folder``."""
    entry_file = folder / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    old = folder / f"pagefind.{entry['languages'][language]['hash']}.pf_meta"
    contents = _read(old)
    if not isinstance(contents, list):
        raise TypeError(f"{old} holds no list")
    named = sorted(_filters(folder / "filter", contents[FILTERS], language), key=lambda row: str(row[0]))
    contents[FILTERS] = list[Value](named)
    data = encoded(contents)
    entry["languages"][language]["hash"] = name = f"{language}_{hashlib.sha256(data).hexdigest()[:10]}"
    old.unlink()
    _write(folder / f"pagefind.{name}.pf_meta", data)
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _filters(folder: Path, named: Value, language: str) -> Iterator[list[Value]]:
    """Each filter's name and its new file, which is written."""
    for name, file in rows(named):
        old = folder / f"{file}.pf_filter"
        values = rows([_read(old)])[0][1]
        old.unlink()
        in_order = sorted(rows(values), key=lambda row: str(row[0]))  # behind each text, its pages' places
        data = encoded([name, list[Value](in_order)])
        new = f"{language}_{hashlib.sha256(data).hexdigest()[:7]}"
        _write(folder / f"{new}.pf_filter", data)
        yield [name, new]


def rows(value: Value) -> list[list[Value]]:
    """A value that is a list of lists. Raises ValueError where it is none."""
    held = [row for row in value if isinstance(row, list)] if isinstance(value, list) else []
    if not isinstance(value, list) or len(held) != len(value):
        raise ValueError("the index has another form than that of Pagefind 1.5")
    return held


def _read(file: Path) -> Value:
    data = gzip.decompress(file.read_bytes()).removeprefix(SIGNATURE)
    value, _ = decoded(data, 0)
    return value


def _write(file: Path, data: bytes) -> None:
    file.write_bytes(gzip.compress(SIGNATURE + data, mtime=0))


def decoded(data: bytes, place: int) -> tuple[Value, int]:
    """The value that begins at a place, and the place after it. Raises ValueError for any other kind."""
    kind, size = data[place] >> 5, data[place] & 31
    place += 1
    if kind == LIST and size == ENDLESS:
        values = []
        while data[place] != END:
            value, place = decoded(data, place)
            values.append(value)
        return values, place + 1
    length = SIZES.get(size, 0)
    number = int.from_bytes(data[place : place + length], "big") if length else size
    place += length
    if kind == COUNT:
        return number, place
    if kind == TEXT:
        return data[place : place + number].decode(), place + number
    if kind != LIST:
        raise ValueError(f"no kind of value that an index uses: {kind}")
    values = []
    for _ in range(number):
        value, place = decoded(data, place)
        values.append(value)
    return values, place


def encoded(value: Value | Sequence[Value]) -> bytes:
    """A value as the index holds it."""
    if isinstance(value, int):
        return _head(COUNT, value)
    if isinstance(value, str):
        text = value.encode()
        return _head(TEXT, len(text)) + text
    return _head(LIST, len(value)) + b"".join(map(encoded, value))


def _head(kind: int, number: int) -> bytes:
    """The first bytes of a value: its kind, and a number in as few bytes as hold it."""
    if number < min(SIZES):
        return bytes([kind << 5 | number])
    size, length = next((size, length) for size, length in SIZES.items() if number < 1 << 8 * length)
    return bytes([kind << 5 | size]) + number.to_bytes(length, "big")
