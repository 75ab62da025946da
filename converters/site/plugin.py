# ruff: noqa: ARG002 - MkDocs calls every event with these names
"""The MkDocs plugin: each event hands over to a pure function and does no more.

Reading happens once, in ``on_files``; MkDocs' own reading of front matter is passed by, since it
swallows what it cannot read and takes any key for an instruction to the theme.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import cast

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils.templates import TemplateContext

from converters import frontmatter
from converters.errors import FrontMatterError, SearchIndexFailed
from converters.site import (
    body,
    catalog,
    danish,
    decision_words,
    files,
    findable,
    indexes,
    outcomes,
    search_index,
    sidebar,
    views,
)
from converters.site.addresses import Addresses
from converters.site.archive import Item
from converters.site.catalog import Catalog
from converters.site.decision_words import Heading, Words
from converters.site.indexes import IndexPage
from converters.site.reading import SitePage

# Without it MkDocs would take a body that begins "Beslutning: godkendt" for front matter of an older kind.
NO_FRONT_MATTER = "---\n{}\n---\n\n"
BEFORE_SEARCH = 100  # the theme's search reads a page's title and content in the same event
UNDATED_BUILD = "1970-01-01"  # the date of a page of a site without one dated meeting
FILTERS = {
    "long_date": danish.long_date,
    "short_date": danish.short_date,
    "clock": danish.clock,
    "count": danish.count,
    "listing": danish.listing,
    "about_file": files.about,
    "outcome": outcomes.LABELS.__getitem__,
    "committee_name": sidebar.committee_name,
    "meeting_date": sidebar.meeting_date,
    "excerpt": decision_words.excerpt,
}


class Settings(Config):  # type: ignore[no-untyped-call]  # MkDocs' __init_subclass__
    """The plugin has no settings; MkDocs wants a class for them."""


class ReferatPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]  # MkDocs' __init_subclass__
    """Shows the pages of ``content/``: reads their front matter, adds lists, and picks templates."""

    _catalog: Catalog
    _pages: Mapping[str, SitePage]
    _indexes: Mapping[str, IndexPage]
    _bodies: Mapping[str, str]

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Give Markdown what every body needs, whatever mkdocs.yml says."""
        config.markdown_extensions.append(body.Body())  # type: ignore[arg-type]  # MkDocs only hands it on
        config.markdown_extensions.remove("fenced_code")  # MkDocs adds it; minutes hold no code
        config.mdx_configs.setdefault("toc", {})["slugify"] = body.anchor
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read every page, make the catalog, and add the pages made from it."""
        addresses = Addresses(directory_urls=config.use_directory_urls, files=set(files.src_uris))
        try:
            pages = [read(file) for file in files.documentation_pages()]
            self._catalog = catalog.of(pages, addresses)
        except FrontMatterError as error:
            raise PluginError(str(error)) from error
        self._pages = {page.path: page for page in pages}
        self._indexes = indexes.pages(self._catalog)
        for path in self._indexes:
            files.append(File.generated(config, path, content=""))
        return files

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str:
        """Hand over the body that was read already."""
        found = self._pages.get(page.file.src_uri)
        return NO_FRONT_MATTER + (found.page.body if found else "")

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Pick the template, and the date that the list for search engines gives the page."""
        path = page.file.src_uri
        index = self._indexes.get(path)
        page.meta["template"] = index.template if index else views.template(self._pages[path])
        date = index.date if index else self._catalog.date_of(path)
        page.update_date = date or self._catalog.newest or UNDATED_BUILD
        return markdown

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Make every template escape what it shows, and find the words of every decision."""
        self._bodies = {
            file.src_uri: file.page.content or "" for file in files.documentation_pages() if file.page
        }
        env.autoescape = True
        env.filters.update(FILTERS)
        env.filters["address"] = self._catalog.addresses.of
        env.globals["catalog"] = self._catalog
        env.globals["decision_words"] = {
            path: words_of(item, self._catalog.meeting_in[item.folder].committee, page)
            for path, item in self._catalog.items.items()
            if (file := files.get_file_from_path(path)) and (page := file.page)
        }
        return env

    @event_priority(BEFORE_SEARCH)
    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Give the template its part of the catalog, and search what it shall find the page by."""
        path = page.file.src_uri
        view = (
            self._indexes[path].view if path in self._indexes else views.of(self._catalog, self._pages[path])
        )
        names = cast("dict[str, object]", context)  # a TypedDict that templates may add names to
        names.update(view=view, body=page.content, **view.shown)
        page.meta["title"] = escape(view.found_as or view.title)
        page.content = f"<p>{escape(view.lead)}</p>{page.content}" if view.lead else page.content
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the search index of the finished site."""
        found = findable.pages(self._catalog, self._pages, self._bodies, self._indexes.keys())
        try:
            search_index.write(found, Path(config.site_dir))
        except SearchIndexFailed as error:
            raise PluginError(str(error)) from error


def read(file: File) -> SitePage:
    """Read one page of ``content/``; raises FrontMatterError where it cannot be read."""
    try:
        text = file.content_string
    except UnicodeDecodeError as error:
        raise FrontMatterError(
            "Siden er ikke gemt som UTF-8.", where=file.src_uri, hint="Gem den igen med tegnsættet UTF-8."
        ) from error
    return SitePage(path=file.src_uri, page=frontmatter.load(text, where=file.src_uri))


def words_of(item: Item, committee: str | None, page: Page) -> Words | None:
    """The words of an item's decision, from its rendered page; None where nothing was decided."""
    if not item.decisions:
        return None
    return decision_words.words(page.content or "", tuple(headings(page.toc)), committee)


def headings(links: Iterable[AnchorLink]) -> Iterator[Heading]:
    """The headings of a rendered page, in order."""
    for link in links:
        yield Heading(anchor=link.id, text=unescape(link.title), level=link.level)
        yield from headings(link.children)
