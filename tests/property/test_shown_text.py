"""The law of escaping: what Python-Markdown shows is what the blocks say."""

import re
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup, Tag
from hypothesis import example, given
from markdown import Markdown

from converters.blocks import Content, Entry, Heading, Link, ListKind, Paragraph, Picture, Table
from converters.writers.inline import web_address
from converters.writers.markdown import markdown
from tests.strategies import CONTENT

# A link is the only inline tag that text and its links become; pictures have tests of their own.
BLOCK_TAGS = {"p", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"}
INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")
RENDERER = Markdown(extensions=["tables", "toc", "sane_lists", "fenced_code"])

LISTS = {"ul", "ol"}


def say(*texts: str, links: tuple[Link, ...] = ()) -> Paragraph:
    """A paragraph of the texts."""
    return Paragraph(text=" ".join(texts), links=links)


@given(CONTENT)
@example((say("https://birkevig.dk/a?b=1&c=2, og www.birkevig.dk"),))
@example((Entry(text="a"), Entry(text="--"), Entry(text="|-|"), say("-")))
@example(
    (Entry(text="a", kind=ListKind.NUMBER, marker="4"), Entry(text="b", kind=ListKind.NUMBER, marker="7"))
)
@example((Entry(text="a", kind=ListKind.NUMBER, marker="4"), Entry(text="b"), Entry(text="c", depth=1)))
@example((Table(header=(), rows=(("a|b", "\\"), ("\\|", "`x`"))),))
@example((say("R&D &#60 x"), Heading(text="C# ##"), Heading(text="1. §")))
def test_the_page_shows_the_text_of_its_blocks(content: tuple[Content, ...]) -> None:
    """Block for block, kind and words are those of the source, whatever signs they hold."""
    shown = BeautifulSoup(RENDERER.reset().convert(markdown(content)), "html.parser")

    assert list(_shown(shown)) == list(_expected(content))


@given(CONTENT)
def test_no_tag_comes_from_the_text(content: tuple[Content, ...]) -> None:
    """The page holds paragraphs, headings, lists, tables and plain links, and nothing else."""
    shown = BeautifulSoup(RENDERER.reset().convert(markdown(content)), "html.parser")

    assert {tag.name for tag in shown.find_all()} <= BLOCK_TAGS | {"a"}
    for link in shown.find_all("a"):
        assert link.attrs.keys() == {"href"}
        assert re.match(r"(?i)https?://|mailto:|tel:", str(link["href"]))


@given(CONTENT)
@example((say("Hør her!kort", links=(Link(start=8, end=12, href="https://a.dk"),)),))
@example((say("a]: b", links=(Link(start=0, end=5, href="https://a.dk"),)),))
@example((say("se kort her", links=(Link(start=2, end=8, href="https://a.dk/(1)?a=1&copy=2"),)),))
def test_a_link_of_the_source_lies_on_its_words(content: tuple[Content, ...]) -> None:
    """Words and address of every link that leads to the web, a mailbox or a telephone; no other link."""
    shown = BeautifulSoup(RENDERER.reset().convert(markdown(content)), "html.parser")

    found = [(_visible(link.get_text()), str(link["href"])) for link in shown.find_all("a")]
    laid = [pair for block in content for pair in _laid(block)]
    own = [pair for pair in found if pair[0] != pair[1]]
    assert [pair for pair in own if pair in laid] == own
    assert [pair for pair in laid if pair[0] != pair[1]] == own


def _laid(block: Content) -> Iterator[tuple[str, str]]:
    if isinstance(block, Table):
        rows = (block.header, *block.rows)
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                here = [one.link for one in block.links if (one.row, one.column) == (r, c)]
                yield from _pairs(cell, here)
    elif not isinstance(block, Picture):
        yield from _pairs(block.text, block.links)


def _pairs(text: str, links: Iterable[Link]) -> Iterator[tuple[str, str]]:
    end = 0
    for link in sorted(links, key=lambda one: (one.start, one.end)):
        if not end <= link.start < link.end <= len(text):
            continue
        end = link.end
        words, href = _visible(text[link.start : link.end]), web_address(link.href)
        if words and href:
            yield words, href


def _shown(parent: Tag) -> Iterator[tuple[str, ...]]:
    """What a reader sees: kind and text of each block; of an entry also how deep it stands."""
    for tag in parent.find_all(["p", "h3", "h4", "h5", "h6", "li", "tr"]):
        if tag.name == "li":
            yield "li", str(len(tag.find_parents("li"))), f"{_number(tag)}{_own_text(tag)}".strip()
        elif tag.name == "tr":
            cells = [_visible(cell.get_text()) for cell in tag.find_all(["th", "td"])]
            if any(cells):
                yield ("tr", *cells)
        elif tag.find_parent("li") is None:
            yield tag.name, _visible(tag.get_text())


def _number(entry: Tag) -> str:
    parent = entry.parent
    assert parent is not None
    if parent.name == "ul":
        return ""
    before = entry.find_previous_siblings("li")
    return f"{int(str(parent.get('start', '1'))) + len(before)}. "


def _own_text(entry: Tag) -> str:
    return _visible(
        "".join(part.get_text() for part in entry.children if getattr(part, "name", "") not in LISTS)
    )


def _expected(content: Iterable[Content]) -> Iterator[tuple[str, ...]]:
    above: list[int] = []
    for block in content:
        if isinstance(block, Entry):
            if text := _visible(f"{_marker(block)}{block.text}"):
                above = [depth for depth in above if depth < block.depth]
                yield "li", str(len(above)), text
                above.append(block.depth)
        elif isinstance(block, Table):
            for row in (block.header, *block.rows):
                if any(map(_visible, row)):
                    above = []
                    yield ("tr", *map(_visible, row))
        elif text := _visible(block.text):
            above = []
            yield (f"h{min(block.level, 6)}" if isinstance(block, Heading) else "p"), text


def _marker(entry: Entry) -> str:
    if entry.marker is None:
        return ""
    return f"{entry.marker}{'.' if entry.marker[-1].isalnum() else ''} "


def _visible(text: str) -> str:
    return " ".join(INVISIBLE.sub("", text).split())
