# ruff: noqa: ARG002 - MkDocs calls every event with these names
"""The MkDocs plugin: each event hands over to a pure function and does no more.

Reading happens once, in ``on_files``; MkDocs' own reading of front matter is passed by, since it
swallows what it cannot read and takes any key for an instruction to the theme.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Literal, cast

from jinja2 import Environment
from markdown import Markdown
from markdown.extensions.toc import TocExtension
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from converters import page_schema
from converters.closed_items import SETTING, Shown, shown_in
from converters.errors import FrontMatterError, SearchIndexFailed
from converters.patience import be_patient
from converters.site import (
    arrangement,
    body,
    catalog,
    closed_pages,
    corrections,
    edit_link,
    findable,
    glossary,
    guides,
    indexes,
    item_page,
    item_words,
    search_index,
    standard,
    standing,
    taken_down,
    under_way,
    views,
    whole_meeting,
)
from converters.site.addresses import GLOSSARY, HOME, SEARCH, Addresses
from converters.site.archive import Meeting
from converters.site.catalog import Catalog
from converters.site.glossary import Glossary
from converters.site.item_words import ItemWords
from converters.site.listed import Listed
from converters.site.many_files import write_files
from converters.site.once import Once
from converters.site.opened import read, rendered, theme_styles
from converters.site.policy import CONTENT_SECURITY_POLICY
from converters.site.published import aliases, everything, following
from converters.site.published.decided import decided
from converters.site.published.linked import linked
from converters.site.published.site import Site, site
from converters.site.reading import SitePage
from converters.site.template_filters import TEMPLATE_FILTERS
from converters.site.view import IndexPage, View
from converters.site.ways import Ways
from converters.site.whole_meeting import PrintedItem

# MkDocs looks for front matter up to the first blank line: without one at the top it would take a body that
# begins "Beslutning: godkendt" for front matter of an older kind.
NO_FRONT_MATTER = "\n"
UNDATED_BUILD = "1970-01-01"  # the date of a page of a site without one dated meeting


class Settings(Config):  # type: ignore[no-untyped-call]  # MkDocs' __init_subclass__
    """The plugin has no settings; MkDocs wants a class for them."""


class ReferatPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]  # MkDocs' __init_subclass__
    """Shows the pages of ``content/``: reads their front matter, adds lists, and picks templates."""

    _under_way: under_way.UnderWay
    _body: body.Body
    _catalog: Catalog
    _standing: Catalog
    _pages: Mapping[str, SitePage]
    _indexes: Mapping[str, IndexPage]
    _files: Files
    _words: Mapping[str, ItemWords]
    _glossary: Glossary
    _site: Site
    _redirects: Mapping[str, str]
    _ways: Ways
    _shown: Shown

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Let Python look for cycles less often.

        A build makes many small objects and keeps them; looking for cycles among them at the usual pace
        takes a seventh of its time (measured on 1,000 items; 3 MB more memory).
        """
        be_patient()
        self._under_way = under_way.UnderWay(command)

    def on_shutdown(self) -> None:
        """Put the finished site in its place."""
        self._under_way.end()

    def on_build_error(self, *, error: Exception) -> None:
        """Keep the old site."""
        self._under_way.fail(error)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add what mkdocs.yml does not name; give Markdown what every body needs, whatever it says."""
        try:
            standard.furnish(config)
            self._shown = shown_in(config.extra.get(SETTING), "mkdocs.yml")
        except FrontMatterError as error:
            raise PluginError(str(error)) from error
        self._body = body.Body()
        config.mdx_configs.setdefault("toc", {}).update(slugify=body.anchor, marker="")  # "[TOC]" is text
        # MkDocs makes a parser a page; looking up what it extends it by once is a fiftieth of a build.
        by_name = Markdown().build_extension
        names = tuple(config.markdown_extensions)
        made = [by_name(name, config.mdx_configs.get(name, {})) for name in names]
        for extension in made:
            if isinstance(extension, TocExtension):
                extension.TreeProcessorClass = body.Contents
        config.markdown_extensions[:] = [*made, self._body]  # type: ignore[list-item]  # MkDocs only hands them on
        self._site = site(config.site_name, config.extra.get("municipality"), config.site_url)
        self._under_way.begin(config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read every page, make the catalog, and add the pages made from it."""
        for file in standard.pages(files, config):
            files.append(file)
        try:
            found = (taken_down.bare(read(file)) for file in files.documentation_pages())
            pages = [closed_pages.public(page, self._shown) for page in found]
            left = closed_pages.leftovers(pages, files.src_uris)
            for path in left:
                files.remove(files.src_uris[path])
            pages = [page for page in pages if page.path not in left]
            addresses = Addresses(directory_urls=config.use_directory_urls, files=set(files.src_uris))
            self._catalog = catalog.of(pages, addresses)
            corrections.refuse_unfit(self._catalog, pages)
            self._standing = standing.standing(self._catalog)
        except FrontMatterError as error:
            raise PluginError(str(error)) from error
        self._pages = {page.path: page for page in pages}
        self._indexes = {**indexes.pages(self._catalog), **following.pages(self._catalog)}
        for path in self._indexes:
            files.append(File.generated(config, path, content=""))
        files.append(File.generated(config, page_schema.ADDRESS, content=page_schema.schema_json()))
        try:
            self._redirects = aliases.redirects(pages, {file.dest_uri for file in files})
        except FrontMatterError as error:
            raise PluginError(str(error)) from error
        return files

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str:
        """Hand over the body that was read already."""
        found = self._pages.get(page.file.src_uri)
        is_text = found is not None and found.kind != corrections.KIND
        return NO_FRONT_MATTER + (found.page.body if found and is_text else "")

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Pick the template, and the date that the list for search engines gives the page."""
        path = page.file.src_uri
        index = self._indexes.get(path)
        page.meta["template"] = index.template if index else views.template(self._pages[path])
        page.update_date = self._date_of(path) or self._catalog.newest or UNDATED_BUILD
        item = self._catalog.items.get(path)
        self._body.lead_decides = bool(item.decisions) if item else None
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Free what the page was rendered with."""
        self._body.release()
        return html

    def _date_of(self, path: str) -> str | None:
        index = self._indexes.get(path)
        date = index.date if index else self._catalog.date_of(path)
        return date or (self._catalog.newest if path == HOME else None)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Make every template escape what it shows, and take every item's rendered body apart."""
        self._files, self._ways = files, Ways()
        self._words = {
            path: item_words.of(item, self._catalog.meeting_in[item.folder].committee, *rendered(files, path))
            for path, item in self._catalog.items.items()
        }
        self._glossary = glossary.of(*rendered(files, GLOSSARY))
        env.autoescape = True
        env.filters.update(TEMPLATE_FILTERS)
        env.filters["url"] = self._ways.shown
        env.filters["whose"] = self._catalog.whose
        env.filters["address"] = self._catalog.addresses.of
        env.globals["catalog"] = self._catalog
        env.globals["content_security_policy"] = CONTENT_SECURITY_POLICY
        env.globals["decision_words"] = {path: said.decision for path, said in self._words.items()}
        env.globals["printed_items"] = self._printed_items
        env.globals["once"] = Once()
        env.globals["listed"] = Listed(self._ways)
        env.globals["theme_styles"] = theme_styles(files)
        env.globals["linked"] = partial(linked, self._standing, self._site)
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Lead on from a page that is none of `content/`, such as "not found"."""
        self._ways.stand_anywhere(context["base_url"])
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put feeds, calendars and data beside the pages, and the index that search reads."""
        folder = Path(config.site_dir)
        write_files(everything.everything(self._published()), folder)
        bodies = {file.src_uri: file.page.content or "" for file in self._files if file.page}
        found = findable.pages(self._standing, self._pages, bodies, self._indexes.keys())
        try:
            search_index.write(found, folder)
        except SearchIndexFailed as error:
            raise PluginError(str(error)) from error
        self._under_way.finish(config)

    def _published(self) -> everything.Published:
        listed = (
            file
            for file in self._files.documentation_pages()
            if file.inclusion is not InclusionLevel.DRAFT and self._is_listed(file.src_uri)
        )
        return everything.Published(
            catalog=self._standing,
            site=self._site,
            decisions={
                path: decided(said, self._site.absolute(self._catalog.items[path].url))
                for path, said in self._words.items()
                if said.decision
            },
            pages=tuple((file.url, self._date_of(file.src_uri)) for file in listed),
            redirects=self._redirects,
            titles={path: self._title(path) for path in set(self._redirects.values())},
        )

    def _is_listed(self, path: str) -> bool:
        if path in self._indexes:
            return self._indexes[path].view.listed
        return not taken_down.withdrawal(self._catalog, path) and self._pages[path].kind != corrections.KIND

    def _title(self, path: str) -> str:
        item = self._catalog.items.get(path)
        return item.heading if item else views.of(self._catalog, self._pages[path]).title

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Give the template its part of the catalog."""
        self._ways.stand_on(page)
        view = self._view(page)
        names = cast("dict[str, object]", context)  # a TypedDict that templates may add names to
        path = page.file.src_uri
        in_menu = path == SEARCH or any(entry.file.src_uri == path for entry in nav.pages)
        names.update(view=view, body=page.content, menu_place=path if in_menu else None, **view.shown)
        names["edit_address"] = edit_link.of(self._pages.get(path), page.edit_url)
        return context

    def _view(self, page: Page) -> View:
        path = page.file.src_uri
        if path in self._indexes:
            return self._indexes[path].view
        withdrawn = taken_down.withdrawal(self._catalog, path)
        whole = self._whole_view(page, path)
        return taken_down.view(whole, withdrawn) if withdrawn else whole

    def _whole_view(self, page: Page, path: str) -> View:
        if path not in self._catalog.items:
            return guides.placed(views.of(self._catalog, self._pages[path]), page)
        address = get_relative_url(self._catalog.addresses.of(GLOSSARY), page.url)
        parts = arrangement.arranged(glossary.marked(page.content or "", self._glossary, address))
        words = self._words[path].decision
        return item_page.view(self._catalog, self._catalog.items[path], parts, words)

    def _printed_items(self, meeting: Meeting) -> Iterator[PrintedItem]:
        bodies = {item.path: rendered(self._files, item.path)[0] for item in meeting.items}
        return whole_meeting.printed(meeting, bodies)
