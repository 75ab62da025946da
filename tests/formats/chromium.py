"""Chromium as a producer: a web page printed with the browser's own header and footer."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

SECONDS = 60
NAMES = ("chromium", "chromium-browser", "google-chrome")


def installed() -> str | None:
    """The program, if there is one."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def print_page(source: Path, path: Path, *, profile: Path) -> None:
    """Print a web page; its title, the day, its address and *1/6* stand at the edges of each page."""
    program = installed()
    if program is None:
        raise FileNotFoundError(NAMES[0])
    command = [program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
    command += [f"--print-to-pdf={path}", source.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
