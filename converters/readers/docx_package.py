"""The package a Word file is: a zip of parts, inflated in memory within limits and never onto the disk."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO

from converters.errors import (
    EmptySource,
    EncryptedSource,
    TooLarge,
    TruncatedSource,
    UnreadableSource,
)
from converters.readers.docx_xml import Element, doctype_refused, parse

MEGABYTE = 2**20
LARGEST_SUM = 200 * MEGABYTE  # of all entries, counted while they are inflated
LARGEST_TEXT = 40 * MEGABYTE  # of one part of XML; the longest agenda pack seen has three
MOST_ELEMENTS = 750_000  # of one part; a pack of 700 pages has a hundred thousand
LARGEST_RATIO = 100  # of an entry to what it takes in the file
SMALL = MEGABYTE  # an entry up to this size may have any ratio: a style sheet repeats itself
MOST_ENTRIES = 2000
MOST_HEADERS = 5 * MOST_ENTRIES  # a stored zip inside the zip brings headers of its own
CHUNK = 256 * 1024
ENCRYPTED = 0x1  # the bit of an entry that needs a password
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # what Office writes; others inflate without bound
PARTS = (".xml", ".rels")
KEPT = (*PARTS, ".png", ".jpg", ".jpeg", ".jpe", ".gif")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PACKAGE_OF_A_LOCKED_FILE = "EncryptedPackage".encode("utf-16-le")
STRANGERS = (
    (b"%PDF", "Filen er en PDF.", "Ret filens endelse til .pdf."),
    (b"{\\rtf", "Filen er i rich text-format.", "Ret filens endelse til .rtf."),
    (OLE, "Filen er i Words gamle format.", "Ret filens endelse til .doc, eller gem den i Word som .docx."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What an id in a part stands for: a part of the package, or an address outside it."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The parts of a Word file by their names, and the name of the one with the text."""

    parts: Mapping[str, bytes]
    where: str
    main: str = field(default="word/document.xml")

    def tree(self, name: str) -> Element | None:
        """Parse a part; None if it is not there."""
        raw = self.parts.get(name)
        if raw is None:
            return None
        root = parse(raw, where=self.where)
        if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
            raise _too_large(self.where)
        return root

    def relations(self, name: str) -> dict[str, Relation]:
        """Give what the ids in a part stand for."""
        folder, file = posixpath.split(name)
        tree = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = {}
        for element in () if tree is None else tree:
            target = element.get("Target", "") or ""
            external = element.get("TargetMode") == "External"
            found[element.get("Id", "") or ""] = Relation(
                kind=(element.get("Type", "") or "").rsplit("/", 1)[-1],
                target=target if external else _inside(folder, target),
                external=external,
            )
        return found

    def related(self, kind: str) -> str | None:
        """Give the name of the part of a kind that belongs to the text, such as its styles."""
        for relation in self.relations(self.main).values():
            if relation.kind == kind and not relation.external and relation.target in self.parts:
                return relation.target
        return None


def _inside(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def open_package(raw: bytes, *, where: str) -> Package:
    """Inflate a Word file.  Raises EmptySource, UnreadableSource and UnsafeSource."""
    _refuse_strangers(raw, where)
    if raw.count(b"PK\x01\x02") > MOST_HEADERS:
        raise _too_many(where)
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            parts = _inflate(archive, len(raw), where)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, struct.error) as error:
        raise TruncatedSource(
            "Word-filen er beskadiget eller ikke hentet helt.",
            where=where,
            hint="Hent eller kopiér den igen; kan Word åbne den, så gem den igen som .docx.",
        ) from error
    package = Package(parts=parts, where=where)
    for relation in package.relations("").values():
        if relation.kind == "officeDocument" and relation.target in parts:
            package = Package(parts=parts, where=where, main=relation.target)
    if package.main not in parts:
        raise UnreadableSource(
            "Filen er en zip-fil, men ikke et Word-dokument.",
            where=where,
            hint="Åbn den i det program, den kommer fra, og gem den som .docx.",
        )
    return package


def _refuse_strangers(raw: bytes, where: str) -> None:
    if not raw:
        raise EmptySource("Filen er tom.", where=where, hint="Hent eller kopiér den igen.")
    if raw.startswith(OLE) and PACKAGE_OF_A_LOCKED_FILE in raw:
        raise EncryptedSource(
            "Filen er låst med en adgangskode.",
            where=where,
            hint="Åbn den i Word, fjern adgangskoden under Filer > Oplysninger, og gem den igen.",
        )
    for start, problem, hint in STRANGERS:
        if raw.startswith(start):
            raise UnreadableSource(f"{problem} Endelsen passer ikke.", where=where, hint=hint)
    if not raw.startswith(b"PK"):
        raise UnreadableSource(
            "Filen er ikke et Word-dokument.",
            where=where,
            hint="Åbn den i det program, den kommer fra, og gem den som .docx.",
        )


def _too_many(where: str) -> TooLarge:
    return TooLarge(
        f"Filen indeholder mere end {MOST_ENTRIES} dele.",
        where=where,
        hint="Åbn den i Word, del den i et referat ad gangen, og gem dem som .docx.",
    )


def _inflate(archive: zipfile.ZipFile, size: int, where: str) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise _too_many(where)
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise EncryptedSource(
            "Filen er låst med en adgangskode.", where=where, hint="Fjern adgangskoden, og gem den igen."
        )
    parts: dict[str, bytes] = {}
    total = 0
    for entry in entries:
        if entry.compress_type not in METHODS:
            raise NotImplementedError(entry.compress_type)
        content = _content(archive, entry, min(size, entry.compress_size), LARGEST_SUM - total, where)
        total += len(content)
        if entry.filename.lower().endswith(PARTS):
            # A part may be UTF-16, where the letters have zeros between them.
            if b"<!DOCTYPE" in content.replace(b"\0", b""):
                raise doctype_refused(where)
            if len(content) > LARGEST_TEXT:
                raise _too_large(where)
        if entry.filename.lower().endswith(KEPT):
            parts[entry.filename] = content
    return parts


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, packed: int, left: int, where: str) -> bytes:
    """Inflate one entry piece by piece, since the size in its header may be a lie."""
    content = bytearray()
    with archive.open(entry) as stream:
        while piece := stream.read(CHUNK):
            content += piece
            if len(content) > left or len(content) > max(SMALL, LARGEST_RATIO * packed):
                raise _too_large(where)
    return bytes(content)


def _too_large(where: str) -> TooLarge:
    return TooLarge(
        "Filen fylder for meget, når den er pakket ud.",
        where=where,
        hint="Åbn den i Word, del den i et referat ad gangen, og gem dem som .docx.",
    )
