"""LibreOffice as a producer: many files in one start of it, with a profile of its own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

SECONDS = 120
FROM_WEB = "HTML (StarWriter)"
TO_WORD = "docx:Office Open XML Text"
TO_PDF = "pdf:writer_pdf_Export"


def installed() -> bool:
    """Whether there is a LibreOffice."""
    return shutil.which("soffice") is not None


def convert(sources: Sequence[Path], to: str, out: Path, *, profile: Path) -> None:
    """Convert the sources into a folder; web pages are opened as texts, not as pages of the web."""
    pages = [one for one in sources if one.suffix == ".html"]
    others = [one for one in sources if one.suffix != ".html"]
    for files, opened in ((pages, [f"--infilter={FROM_WEB}"]), (others, [])):
        if files:
            command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", *opened]
            command += ["--convert-to", to, "--outdir", str(out), *map(str, files)]
            subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
