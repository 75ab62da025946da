"""Passing plain text by changes nothing of what a page says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from converters.site.body import Body
from converters.site.plain_text import PlainText

SIGNS = (
    "*",
    "**",
    "_",
    "`",
    "[a](b)",
    "![a](b)",
    "<https://a.dk>",
    "&amp;",
    "&",
    "<b>",
    "\\*",
    "[x]",
    "<a@b.dk>",
)
BLOCKS = ("\n", "  \n", "\n\n", "- ", "# ", ">", "| a | b |\n| --- | --- |\n| c | d |\n")
PIECES = st.lists(st.sampled_from(("ord", " ", "a@b.dk", *SIGNS, *BLOCKS)), max_size=25).map("".join)


@given(PIECES)
def test_the_page_is_the_same_as_without(text: str) -> None:
    """Markdown gives the same HTML whether or not plain text is passed by."""
    quick, thorough = (Markdown(extensions=["tables", "toc", Body()]) for _ in range(2))
    thorough.treeprocessors.deregister("referat_plain_text")
    assert any(isinstance(step, PlainText) for step in quick.treeprocessors)

    assert quick.convert(text) == thorough.convert(text)
