"""Writing thousands of small files into the site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def write_files(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Write files into a folder."""
    made: set[str] = set()
    for path, content in files:
        place = f"{folder}/{path}"
        above = place.rpartition("/")[0]
        if above not in made:
            Path(above).mkdir(parents=True, exist_ok=True)
            made.add(above)
        with open(place, "wb") as file:  # noqa: PTH123 - there are thousands, and a Path costs as much as the writing
            file.write(content)
