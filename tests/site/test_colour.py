"""A municipality's own colour, contact and statement on its pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from converters.errors import FrontMatterError
from converters.site import colour
from tests.site.building import build_site
from tests.site.municipality import PAGES, ROOT
from tests.site.test_contrast import contrast


def test_the_colour_stands_in_a_style_sheet_of_its_own_after_ours(tmp_path: Path) -> None:
    """Every page's head and foot have it, by a style sheet: no page has a style in it."""
    extra = {"colour": "#7A1F3D", "contact": "raadhus@birkevig.example"}
    site = build_site(tmp_path, PAGES, extra=extra)
    html = (site / "udvalg/index.html").read_text(encoding="utf-8")

    assert "--brand: #7a1f3d" in (site / colour.STYLES).read_text(encoding="utf-8")
    assert html.index("assets/referat.css") < html.index("assets/kommune.css") < html.index("assets/dark.css")
    assert '<a href="mailto:raadhus@birkevig.example">raadhus@birkevig.example</a>' in html
    assert "style=" not in html


def test_a_site_without_a_colour_has_no_style_sheet_for_it(tmp_path: Path) -> None:
    """Nothing is asked for that is not there."""
    site = build_site(tmp_path, PAGES)

    assert not (site / colour.STYLES).exists()
    assert "kommune.css" not in (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("light", ["#ffcc00", "#ffffff", "#8fd3e0", "#ff0000"])
def test_a_colour_that_white_cannot_be_read_on_is_refused_with_one_that_it_can(light: str) -> None:
    """The suggestion is dark enough by the measure that the site's own colours are held to."""
    with pytest.raises(FrontMatterError) as caught:
        colour.styles(light)

    assert contrast(light, "#fff") < colour.CONTRAST <= contrast(colour.dark_enough(light), "#fff")
    assert colour.dark_enough(light) in str(caught.value)


@pytest.mark.parametrize("wrong", ["rød", "#fff", "#12345g", "red; } body { display: none", 7])
def test_what_is_no_colour_stops_the_build(
    tmp_path: Path, wrong: object, caplog: pytest.LogCaptureFixture
) -> None:
    """A style sheet is made of six digits and nothing else."""
    with pytest.raises(Abort):
        build_site(tmp_path, PAGES, extra={"colour": wrong})

    assert "kan ikke læses. Skriv den med seks tegn" in caplog.text


def test_this_repository_shows_every_setting_of_a_municipality() -> None:
    """Whoever looks for a setting finds it in our own mkdocs.yml."""
    extra = load_config(str(ROOT / "mkdocs.yml")).extra

    assert {"municipality", "committees", "colour", "contact", "accessibility_statement"} <= set(extra)
