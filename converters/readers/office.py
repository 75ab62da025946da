"""Older office formats (.doc, .odt, .rtf): LibreOffice writes them as Word files, and those are read."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from converters.blocks import Reading
from converters.errors import EmptySource, MissingProgram, TimedOut, UnreadableSource
from converters.readers import docx

LARGEST = 100 * 2**20  # bytes
PROGRAMS = ("soffice", "libreoffice")
LONGEST = 60  # seconds
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What a file begins with, and the ending under which LibreOffice is to open it.
KINDS = (
    (OLE, ".doc"),
    (b"{\\rtf", ".rtf"),
    (b"PK\x03\x04", ".odt"),
)
ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
WORD_FILE = b"[Content_Types].xml"  # a new Word file under an old name
ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "SYSTEMROOT")


def read(raw: bytes, where: str) -> Reading:
    """Read an older office file.  Raises EmptySource, UnreadableSource and UnsafeSource."""
    if not raw:
        raise EmptySource("Filen er tom.", where=where, hint="Hent eller kopiér den igen.")
    if raw.startswith(b"PK") and WORD_FILE in raw and ODT not in raw[:200]:
        return docx.read(raw, where)
    ending = next((ending for start, ending in KINDS if raw.startswith(start)), None)
    if ending is None:
        raise UnreadableSource(
            "Filen er ikke et tekstdokument.",
            where=where,
            hint="Åbn den i det program, den kommer fra, og gem den som .docx.",
        )
    return docx.read(_as_word(raw, ending, where), where)


def _as_word(raw: bytes, ending: str, where: str) -> bytes:
    """Let LibreOffice write the file anew, in a folder and with a profile of its own."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name)) is not None), None)
    if program is None:
        raise MissingProgram(
            "Filen er i et ældre format, og LibreOffice er ikke installeret.",
            where=where,
            hint="Installér pakken libreoffice-writer, eller åbn filen i Word og gem den som .docx.",
        )
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
        source = Path(folder, f"source{ending}")
        source.write_bytes(raw)
        _run(program, source, where)
        written = Path(folder, "out", "source.docx")
        if not written.is_file():
            raise UnreadableSource(
                "LibreOffice kan ikke åbne filen: den er beskadiget eller låst med en adgangskode.",
                where=where,
                hint="Åbn den i Word, fjern en eventuel adgangskode, og gem den som .docx.",
            )
        return written.read_bytes()


def _run(program: str, source: Path, where: str) -> None:
    folder = source.parent
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "out"),
        str(source),
    ]
    _write_profile(folder / "profile" / "user")
    environment = {name: os.environ[name] for name in ENVIRONMENT if name in os.environ} | {
        "HOME": str(folder)
    }
    # A process that leads its session was set apart to read this one file: whoever did so ends the whole
    # group, and LibreOffice has to be in it.  Elsewhere LibreOffice gets a group that is ended here.
    apart = os.getsid(0) == os.getpid()
    started = subprocess.Popen(  # noqa: S603 - a program from the path, with a file of our own naming
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=not apart,
    )
    try:
        started.wait(timeout=LONGEST)
    except subprocess.TimeoutExpired as error:
        raise TimedOut(
            f"LibreOffice blev ikke færdig med filen på {LONGEST} sekunder.",
            where=where,
            hint="Åbn den i Word, og gem den som .docx.",
        ) from error
    finally:
        # soffice is a script, and the office itself runs under it.
        with suppress(ProcessLookupError, PermissionError):
            (os.kill if apart else os.killpg)(started.pid, signal.SIGKILL)
        started.wait()


def _write_profile(user: Path) -> None:
    """Write a profile in which no macro runs and no link to another file is followed."""
    setting = (
        '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
        '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
    )
    settings = {
        "MacroSecurityLevel": "3",
        "DisableMacrosExecution": "true",
        "DisableActiveContent": "true",
        "BlockUntrustedRefererLinks": "true",
    }
    items = "".join(setting.format(name=name, value=value) for name, value in settings.items())
    user.mkdir(parents=True)
    Path(user, "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>",
        encoding="utf-8",
    )
