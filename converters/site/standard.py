"""How a site is shown unless its mkdocs.yml says otherwise, so that a town's names what is its own alone."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from converters import shipped
from converters.site import colour
from converters.site.theme import ReferatTheme

THEME_SETTINGS: dict[str, object] = {
    "language": "da",
    "font": False,  # no request leaves the site
    "favicon": "assets/favicon.svg",
}
STYLES = "assets/referat.css"
SCRIPT = "assets/referat.js"
# Content comes from outside, so Markdown gets only what minutes need: no HTML, attributes or macros.
EXTENSIONS = ("tables", "sane_lists", "toc")
CONTENTS = {"permalink": "#", "permalink_title": "Link til dette afsnit"}
# Of the theme we use the styles: its scripts and their maps are 3 MB that no page loads.
LEFT_OUT = "*.map\n/assets/javascripts/\n/partials/"
ABOUT = "om"  # the folder of the pages about the site
NAVIGATION: tuple[dict[str, object], ...] = (
    {"Forside": "index.md"},
    {"Udvalg": "udvalg/index.md"},
    {"Beslutninger": "beslutninger/index.md"},
    {"Sager": "sager/index.md"},
    {"År": "aar/index.md"},
    {"Dokumenter": "dokumenter/index.md"},
    {"Følg med": "foelg/index.md"},
    {
        "Om siderne": [
            {"Om siderne": "om/index.md"},
            {"Sådan læser du et referat": "om/saadan-laeser-du-et-referat.md"},
            {"Søg, følg og henvis": "om/soeg-og-foelg.md"},
            {"Ordliste": "om/ordliste.md"},
            {"Data og formater": "om/data.md"},
            {"Tilgængelighed": "om/tilgaengelighed.md"},
            {
                "For sekretærer": [
                    {"For sekretærer": "om/sekretaer/index.md"},
                    {"Læg et møde på": "om/sekretaer/laeg-et-moede-paa.md"},
                    {"Se efter, før det bliver lagt ud": "om/sekretaer/se-efter.md"},
                    {"Ret en side": "om/sekretaer/ret-en-side.md"},
                    {"Lukkede punkter og personer": "om/sekretaer/lukkede-punkter.md"},
                    {"Tag noget ned": "om/sekretaer/tag-noget-ned.md"},
                ]
            },
            {
                "For driften": [
                    {"For driften": "om/drift/index.md"},
                    {"Sæt en kommune op": "om/drift/saet-op.md"},
                    {"Indstillinger": "om/drift/indstillinger.md"},
                    {"Læg ud et andet sted": "om/drift/laeg-ud.md"},
                    {"Ny version": "om/drift/ny-version.md"},
                    {"Lukkede punkter": "om/drift/lukkede-punkter.md"},
                    {"Ret og fjern": "om/drift/ret-og-fjern.md"},
                    {"Flyt fra en anden portal": "om/drift/flyt.md"},
                    {"Når Material holder op": "om/drift/material.md"},
                ]
            },
        ]
    },
)


def furnish(config: MkDocsConfig) -> None:
    """Give the site theme, templates, menu and Markdown; a town's own menu, styles and scripts are kept.

    Raises FrontMatterError for a colour that would not do.
    """
    _furnish_theme(config)
    if not config.repo_url:
        config.edit_uri = None  # it goes on from the repository's address, and there is none
    if config.nav is None:
        config.nav = list(NAVIGATION)
    config.extra_css = config.extra_css or [STYLES]
    if _colour(config):
        config.extra_css.append(colour.STYLES)
    if not config.extra_javascript:
        script = config_options.ExtraScriptValue(SCRIPT)
        script.defer = True
        config.extra_javascript = [script]
    config.markdown_extensions[:] = EXTENSIONS
    config.mdx_configs["toc"] = dict(CONTENTS)
    if config.exclude_docs is None:
        config.exclude_docs = config_options.PathSpec().run_validation(LEFT_OUT)
    # Every link is looked at: one that leads nowhere stops a strict build.
    links = config.validation.links
    links.not_found = links.anchors = links.absolute_links = links.unrecognized_links = logging.WARNING
    config.validation.nav.omitted_files = logging.DEBUG  # pages of the archive are not in the menu


def _furnish_theme(config: MkDocsConfig) -> None:
    config.theme = ReferatTheme(config.theme)
    for name, value in THEME_SETTINGS.items():
        config.theme[name] = value
    templates = str(shipped.place("overrides"))
    if not any(Path(one).resolve() == Path(templates) for one in config.theme.dirs):
        # After a town's own folder of templates, before the theme's.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, templates)


def _colour(config: MkDocsConfig) -> str | None:
    return colour.styles(config.extra.get(colour.SETTING))


def pages(files: Files, config: MkDocsConfig) -> Iterator[File]:
    """The pages about the site, with their pictures, that the town has not written itself, and its colour."""
    if told := _colour(config):
        yield File.generated(config, colour.STYLES, content=told)
    folder = shipped.place(ABOUT)
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        address = f"{ABOUT}/{path.relative_to(folder).as_posix()}"
        if address not in files.src_uris:
            yield File.generated(config, address, abs_src_path=str(path))
