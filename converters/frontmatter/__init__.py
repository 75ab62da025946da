"""The contract between the two halves: a page is front matter, in plain YAML, and a Markdown body."""

from importlib import import_module
from typing import TYPE_CHECKING

from converters.frontmatter.writing import Dumped, dump

if TYPE_CHECKING:
    from converters.frontmatter.reading import Page, load, load_with_lines, setting, settings

__all__ = ["Dumped", "Page", "dump", "load", "load_with_lines", "setting", "settings"]


def __getattr__(name: str) -> object:
    """Give what reads when it is asked for: who writes alone need not load YAML, which takes 15 ms."""
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module("converters.frontmatter.reading"), name)
