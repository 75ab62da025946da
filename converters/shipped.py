"""What goes with the code and is no code: templates, pages about the site, the lock, files for a town.

In the repository each has a place of its own; the wheel has them all in one folder of the package, where
setup.py puts them.
"""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

FOLDER = "shipped"  # in the wheel; setup.py says what lies in it
PACKAGE = Path(__file__).resolve().parent
SOURCES = {
    "overrides": "overrides",
    "index.md": "content/index.md",
    "inbox.md": "inbox/README.md",
    "om": "content/om",
    "requirements.lock": "requirements.lock",
    "run.py": "run.py",
    "github": ".github/workflows",
    "forgejo": ".forgejo/workflows",
    "gitlab-ci.yml": ".gitlab-ci.yml",
}


def place(name: str) -> Path:
    """Where a file or folder lies on the disk, by its name in the wheel."""
    packed = PACKAGE / FOLDER / name
    return packed if packed.exists() else PACKAGE.parent / SOURCES[name]


def opened(name: str) -> Traversable:
    """The same, also from a wheel that is not unpacked."""
    packed = resources.files("converters") / FOLDER / name
    if packed.is_file() or packed.is_dir():
        return packed
    return PACKAGE.parent / SOURCES[name]
