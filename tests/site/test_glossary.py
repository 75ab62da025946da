"""Words that the glossary explains, marked where they stand."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from converters.site import glossary
from converters.site.decision_words import Heading

PAGE = (
    '<h2 id="indstilling">Indstilling, indstillingen</h2><p>Det, der <b>foreslås</b> &amp; ønskes.</p>'
    '<h2 id="vvm">VVM</h2><p>En "undersøgelse".</p>'
)
HEADINGS = (
    Heading(anchor="indstilling", text="Indstilling, indstillingen", level=2),
    Heading(anchor="vvm", text="VVM", level=2),
)
GLOSSARY = glossary.of(PAGE, HEADINGS)


def test_the_first_use_of_a_word_is_linked_in_whatever_form() -> None:
    """Each word once, in any of its forms and cases, and never inside another word."""
    html = "<p>Indstillingen og indstilling. VVM-pligt, vvm.</p>"

    assert glossary.marked(html, GLOSSARY, "ord/") == (
        '<p><a class="term" href="ord/#indstilling" title="Det, der foreslås &amp; ønskes.">Indstillingen</a>'
        " og indstilling. VVM-pligt,"
        ' <a class="term" href="ord/#vvm" title="En &#34;undersøgelse&#34;.">vvm</a>.</p>'
    )


def test_links_and_headings_are_left_alone() -> None:
    """A link in a link is no HTML, and a heading is what links lead to."""
    html = '<h2 id="x">Indstilling</h2><p><a href="y">VVM</a></p><table><th>VVM</th></table>'

    assert glossary.marked(html, GLOSSARY, "ord/") == html


def test_without_a_glossary_nothing_is_marked() -> None:
    """A site need not have one."""
    assert glossary.marked("<p>Indstilling</p>", glossary.of("", ()), "ord/") == "<p>Indstilling</p>"


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                '<a href="#">',
                "</a>",
                "<em>",
                "</em>",
                "<br />",
                "VVM ",
                "indstilling ",
                "&lt;b&gt;",
            ]
        )
    ).map("".join)
)
def test_marking_adds_links_and_changes_no_word(html: str) -> None:
    """Without the links it made, the page is what it was."""
    marked = glossary.marked(html, GLOSSARY, "ord/")

    assert re.sub(r'<a class="term"[^>]*>([^<]*)</a>', r"\1", marked) == html
    assert BeautifulSoup(marked, "html.parser").get_text() == BeautifulSoup(html, "html.parser").get_text()
