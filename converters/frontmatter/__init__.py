"""The contract between the two halves: a page is front matter, in plain YAML, and a Markdown body."""

from converters.frontmatter.reading import Page, load, load_with_lines, setting, settings
from converters.frontmatter.writing import dump

__all__ = ["Page", "dump", "load", "load_with_lines", "setting", "settings"]
