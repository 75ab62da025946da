"""What MkDocs holds, opened: the pages as they are read and as they are rendered, and the theme's styles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from mkdocs.structure.files import File, Files
from mkdocs.structure.toc import AnchorLink

from converters import frontmatter
from converters.errors import FrontMatterError
from converters.site.decision_words import Heading
from converters.site.reading import SitePage

THEME_STYLES = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")


def read(file: File) -> SitePage:
    """Read one page of ``content/``; raises FrontMatterError where it cannot be read."""
    try:
        text = file.content_string
    except UnicodeDecodeError as error:
        raise FrontMatterError(
            "Siden er ikke gemt som UTF-8.", where=file.src_uri, hint="Gem den igen med tegnsættet UTF-8."
        ) from error
    return SitePage(path=file.src_uri, page=frontmatter.load(text, where=file.src_uri))


def theme_styles(files: Files) -> str:
    """The address of the theme's own styles, whose name is another in each version of the theme."""
    return next(file.url for file in files.css_files() if THEME_STYLES.fullmatch(file.src_uri))


def rendered(files: Files, path: str) -> tuple[str, tuple[Heading, ...]]:
    """The HTML of a page and its headings; nothing where there is no such page."""
    file = files.get_file_from_path(path)
    if file is None or file.page is None:
        return "", ()
    return file.page.content or "", tuple(headings(file.page.toc))


def headings(links: Iterable[AnchorLink]) -> Iterator[Heading]:
    """The headings of a rendered page, in order."""
    for link in links:
        yield Heading(anchor=link.id, text=unescape(link.title), level=link.level)
        yield from headings(link.children)
