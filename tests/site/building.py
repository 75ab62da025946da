"""Real builds of small sites, with the project's own mkdocs.yml."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.site.municipality import ROOT, write


def build_site(
    folder: Path,
    pages: Mapping[str, str],
    *,
    site_url: str = "",
    use_directory_urls: bool = True,
    strict: bool = True,
    extra: Mapping[str, object] | None = None,
) -> Path:
    """Build a site of these pages as ``mkdocs build --strict`` does; the folder it lies in."""
    write(folder / "content", pages)
    config = load_config(str(ROOT / "mkdocs.yml"), strict=strict, use_directory_urls=use_directory_urls)
    config.docs_dir, config.site_dir = str(folder / "content"), str(folder / "site")
    config.site_url = site_url
    config.extra.update(extra or {})
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    return folder / "site"
