"""``referat new``: a municipality's own repository, written into a folder that holds nothing yet."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from converters.errors import TakenFolder, UnfitSetting, Unwritable
from converters.town.files import files
from converters.town.settings import Town, checked

WHEELS = "wheels"
_WHEEL = re.compile(r"referat-(?P<version>[^-]+)-py3-none-any\.whl")
_PROGRAM = "run.py"  # may be run by its name


def new(folder: Path, town: Town, wheel: Path | None = None) -> Iterator[str]:
    """Write the repository, and tell what to do next.

    ``wheel`` goes along, so that nothing need be fetched from a registry; without it the wheel that this
    very code is run from. Raises ReferatError for settings that would not do and a folder that is taken.
    """
    checked(town)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise TakenFolder(
            "Mappen er ikke tom.", where=str(folder), hint="Vælg en mappe, der ikke findes endnu."
        )
    wheel = wheel or _own_wheel()
    version = version_of(wheel) if wheel else metadata.version("referat")
    try:
        for name, content in files(town, version):
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        (folder / _PROGRAM).chmod(0o755)
        if wheel:
            (folder / WHEELS / wheel.name).write_bytes(wheel.read_bytes())
    except OSError as error:
        raise Unwritable(
            f"Mappen kan ikke skrives ({error.strerror}).",
            where=str(error.filename or folder),
            hint="Vælg en anden mappe, og prøv igen.",
        ) from error
    yield f"{folder} er klar: {town.municipality}, Referat {version}."
    if wheel is None:
        name = f"referat-{version}-py3-none-any.whl"
        yield f"Læg {name} i {folder / WHEELS}."
    yield f"Byg hjemmesiden:  cd {folder}  og derefter  python3 run.py site"


def version_of(wheel: Path) -> str:
    """The version that a wheel's name tells. Raises ReferatError for a file that is no wheel of Referat."""
    found = _WHEEL.fullmatch(wheel.name)
    if found is None or not zipfile.is_zipfile(wheel):
        raise UnfitSetting(
            f"{wheel} er ikke en udgave af Referat.",
            where="--wheel",
            hint="Hent referat-….whl fra udgivelsen, og skriv, hvor den ligger.",
        )
    return found["version"]


def _own_wheel() -> Path | None:
    """The wheel that this code is run from without being installed: a file on the way to this one."""
    return next((one for one in Path(__file__).parents if one.is_file() and zipfile.is_zipfile(one)), None)
