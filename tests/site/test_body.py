"""How the body of a page is rendered."""

from __future__ import annotations

import gc
import weakref

import pytest
from bs4 import BeautifulSoup
from markdown import Extension, Markdown

from converters.site.body import Body, anchor


def render(text: str) -> BeautifulSoup:
    """A body as the site renders it."""
    extensions: list[str | Extension] = ["tables", "sane_lists", "toc", Body()]
    settings = {"toc": {"permalink": "#", "slugify": anchor}}
    return BeautifulSoup(
        Markdown(extensions=extensions, extension_configs=settings).convert(text), "html.parser"
    )


@pytest.mark.parametrize(
    "text",
    [
        "<b>fed</b>",
        "<div>\nblok\n</div>",
        "<!-- skjult -->",
        "a <br> b",
        "x < 3 & y > 2",
        "<script>f()</script>",
    ],
)
def test_html_is_text(text: str) -> None:
    """Whoever writes HTML in a body sees it as it is written."""
    shown = render(text)

    assert " ".join(shown.get_text().split()) == " ".join(text.split())
    assert {tag.name for tag in shown.select("*")} == {"p"}


@pytest.mark.parametrize(
    "address", ["https://a.example", "http://a.example", "mailto:a@b.example", "tel:+4511223344", "#x"]
)
def test_links_to_web_mail_and_telephone_stay(address: str) -> None:
    """These are what minutes link to."""
    assert [link["href"] for link in render(f"[tekst]({address})").select("a")] == [address]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:f()",
        "JAVASCRIPT:f()",
        "&#106;avascript:f()",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc",
        "&#1;javascript:f()",
    ],
)
def test_a_link_of_another_kind_is_its_text(address: str) -> None:
    """However a scheme is disguised, the link is gone and its text stays."""
    shown = render(f"[tekst]({address})")

    assert shown.select("a") == []
    assert shown.get_text().strip() == "tekst"


def test_a_mail_address_in_angle_brackets_is_a_link() -> None:
    """Markdown writes it as character references, which is no disguise."""
    assert [link["href"] for link in render("<post@birkevig.example>").select("a")] == [
        "mailto:post@birkevig.example"
    ]


@pytest.mark.parametrize(
    "address", ["https://a.example/x.png", "//a.example/x.png", "data:image/png;base64,x"]
)
def test_an_image_from_elsewhere_is_its_description(address: str) -> None:
    """Fetching it would tell somebody who reads what."""
    shown = render(f"![kort over stien]({address})")

    assert shown.select("img") == []
    assert shown.get_text().strip() == "kort over stien"


def test_a_table_scrolls_in_a_region_with_a_name() -> None:
    """A keyboard reaches it, its header cells say what they head, and alignment is a class."""
    shown = render("## Pris\n\n| Post | Beløb |\n| --- | ---: |\n| Sti | 900 |\n\nSlut.\n")
    (region,) = shown.select("div.table-region")

    assert (region["tabindex"], region["role"], region["aria-label"]) == ("0", "region", "Tabel 1: Pris")
    assert [cell["scope"] for cell in region.select("th")] == ["col", "col"]
    assert [cell.get("class") for cell in region.select("td")] == [None, ["align-right"]]
    assert shown.select("[style]") == []
    assert [p.get_text() for p in shown.select("p")] == ["Slut."]


def test_anchors_are_ascii_and_unique() -> None:
    """An address with an anchor can be read aloud and typed."""
    shown = render("## Økonomi\n\nA\n\n## Økonomi\n\nB\n\n## Børn & unge på Ærø\n")

    assert [heading["id"] for heading in shown.select("h2")] == [
        "oekonomi",
        "oekonomi_1",
        "boern-unge-paa-aeroe",
    ]


def test_a_list_keeps_its_numbers() -> None:
    """A list that goes on at 3 is numbered from 3."""
    assert [numbered.get("start") for numbered in render("3. tre\n4. fire\n").select("ol")] == ["3"]


def test_no_level_of_headings_is_left_out() -> None:
    """A body that begins at the third level is lifted; one with sections stays as it is."""

    def levels(text: str) -> list[str]:
        return [heading.name for heading in render(text).select("h1, h2, h3, h4")]

    assert levels("### Kort\n\n#### Signatur\n\n### Tabel\n") == ["h2", "h3", "h2"]
    assert levels("## Resumé\n\n### Kort\n") == ["h2", "h3"]


def test_the_parser_of_a_finished_page_is_gone_at_once() -> None:
    """Without a search for cycles: a thousand pages have a thousand parsers."""
    extension = Body()
    parser = Markdown(extensions=[extension, "tables", "toc", "sane_lists"])
    parser.convert("## Beslutning\n\nGodkendt.")
    gone = weakref.ref(parser.parser)
    gc.disable()
    try:
        extension.release()
        del parser
        assert gone() is None
    finally:
        gc.enable()
