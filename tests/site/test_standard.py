"""A town's mkdocs.yml names what is its own; all else is there without being named."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from converters.site.theme import NAME as THEME

LEAST = """
site_name: Referater fra Sandager Kommune
docs_dir: content
plugins: [referat]
"""


def built(folder: Path, more: str = "", **pages: str) -> Path:
    """The site of a folder with as few settings as there can be, and these."""
    for name, text in {"index": "# Forside\n", **pages}.items():
        page = folder / "content" / f"{name.replace('__', '/')}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(LEAST + more, encoding="utf-8")
    config = load_config(str(folder / "mkdocs.yml"), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    assert config.theme.name == THEME
    return folder / "site"


def test_the_least_that_can_be_said_is_a_whole_site(tmp_path: Path) -> None:
    """Menu, look, search and the pages about the site, in Danish and with no request to others."""
    site = built(tmp_path)
    html = (site / "index.html").read_text(encoding="utf-8")

    assert '<html lang="da">' in html
    assert "fonts.g" not in html
    assert 'href="assets/referat.css"' in html
    assert (site / "assets/favicon.svg").is_file()
    assert (site / "soeg/index.html").is_file()
    assert (site / "om/drift/saet-op/index.html").is_file()
    assert not list(site.rglob("*.map"))
    assert not (site / "assets/javascripts").exists()


def test_a_page_of_the_towns_own_goes_before_the_one_that_comes_along(tmp_path: Path) -> None:
    """Same name, other words; the others are still there."""
    own = "---\ntitle: Tilgængelighed\n---\n\nSandagers egne ord.\n"
    site = built(tmp_path, om__tilgaengelighed=own)

    assert "Sandagers egne ord." in (site / "om/tilgaengelighed/index.html").read_text(encoding="utf-8")
    assert (site / "om/ordliste/index.html").is_file()


def test_a_town_may_have_a_menu_and_templates_of_its_own(tmp_path: Path) -> None:
    """They go before ours, which go before the theme's."""
    (tmp_path / "egne/partials").mkdir(parents=True)
    (tmp_path / "egne/partials/footer.html").write_text("<footer>Sandagers fod</footer>", encoding="utf-8")
    menu = "nav:\n  - Start: index.md\n  - Udvalg: udvalg/index.md\n"
    theme = "theme: {name: material, custom_dir: egne}\n"
    html = (built(tmp_path, menu + theme) / "index.html").read_text(encoding="utf-8")

    assert "Sandagers fod" in html
    assert "Start</a>" in html
    assert "Om siderne</a>" not in html
    assert 'class="hero"' in html


def test_the_guides_lead_on(tmp_path: Path) -> None:
    """Beside a guide stand the others of its part, the way leads up, and its foot leads to the next."""
    site = built(tmp_path)
    html = (site / "om/sekretaer/ret-en-side/index.html").read_text(encoding="utf-8")
    way = html[
        html.index('aria-label="Du er her"') : html.index("</nav>", html.index('aria-label="Du er her"'))
    ]

    assert [name in way for name in ("Om siderne", "For sekretærer", "Ret en side")] == [True] * 3
    assert 'aria-current="page">' in html[html.index("layout__beside") :]
    assert "Lukkede punkter og personer</a></p>" in html
    last = (site / "om/sekretaer/tag-noget-ned/index.html").read_text(encoding="utf-8")
    assert "Næste:" not in last
