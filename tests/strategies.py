"""Made-up blocks, items and meetings for the laws."""

from hypothesis import strategies as st

from converters.blocks import CellLink, Content, Entry, Heading, Link, ListKind, Paragraph, Table

# Signs that mean something to Markdown, HTML or YAML, alone and where they mean most.
_TRAPS = r"""
# ## > - -- --- + * ** _ __ ` ``` ~~~ ~~ ^ = == | || \ \\ \* < > <b> </b> <!-- --> <? & &amp; &#60 &#60; &a; !
!!! ![a](b) [a](b) [a] [^1] [^1]: *[a]: [a]: a: : ; :: {#a} {: .b} {{ }} $ % @ " ' ( ) [ ] { } [TOC] [x]
1. 2) 3.1 14 a. a) 04. 100. ¤ § – — « » … *a* _a_ **a** a_b a_ _a `a` a*b ~a~ ==a== ^a^ |---| :-: &copy
https://birkevig.dk/sag?id=3&x=4 https://birkevig.dk/a_b/*c* http://a.dk). www.birkevig.dk HTTPS://A.DK
https://a.dk/<b> https://a.dk/&amp; navn@birkevig.dk ftp://a.dk javascript:alert(1) //a.dk <https://a.dk>
<script>alert(1)</script> onclick= +++ === *** ___ wzxhzdk:0 klzzwxh:0001 é Å æ ø 😀 ١. <a@b.dk> </
"""
_UNSEEN = ["\u00a0", "\u200b", "\u2028", "\x02", "\x03", "\xad", ""]
_WORDS = "Udvalget godkendte indstillingen om Møllevej og Ågade den 3. marts 2026 kl. 16.30"
PIECES = st.sampled_from(_TRAPS.split() + _WORDS.split() + _UNSEEN) | st.text(max_size=4)
TEXT = st.lists(PIECES, max_size=8).flatmap(
    lambda pieces: st.lists(
        st.sampled_from(["", " ", " ", "  ", "\n", "\t"]), min_size=len(pieces), max_size=len(pieces)
    ).map(lambda gaps: "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=True)))
)

# Addresses as sources have them: good ones, dead ones, and some that would do harm.
_ADDRESSES = r"""
https://birkevig.dk/sag?id=3&x=4 HTTP://A.DK https://a.dk/kort_(1).pdf https://a.dk/[2]|3"4'<5>`6`\{7}
https://a.dk/&copy; https://a.dk/*a*_b_ https://a.dk/Ågade?å=ø mailto:navn@birkevig.dk tel:+4512345678 //a.dk
javascript:alert(1) bilag/kort.pdf ../punkt-2/ #punkt-3 data:text/html,<b> https://
https:a mailto: JaVaScRiPt:alert(1) vbscript:x
"""
HREFS = st.sampled_from(
    [*_ADDRESSES.split(), "", "https://a.dk/to ord", "tel:12 34", " https://a.dk ", "java\tscript:x"]
)
LINKS = st.lists(
    st.builds(
        lambda start, length, href: Link(start=start, end=start + length, href=href),
        st.integers(-2, 30),
        st.integers(-1, 20),
        HREFS | st.text(max_size=6).map(lambda tail: f"https://a.dk/{tail}"),
    ),
    max_size=3,
).map(tuple)

PARAGRAPHS = st.builds(lambda text, links: Paragraph(text=text, links=links), TEXT, LINKS)
HEADINGS = st.builds(
    lambda text, level, links: Heading(text=text, level=level, links=links), TEXT, st.integers(3, 8), LINKS
)
BULLETS = st.builds(
    lambda text, depth, links: Entry(text=text, depth=depth, links=links), TEXT, st.integers(0, 4), LINKS
)
NUMBERS = st.builds(
    lambda text, marker, depth, links: Entry(
        text=text, kind=ListKind.NUMBER, marker=marker, depth=depth, links=links
    ),
    TEXT,
    st.integers(0, 12).map(str) | st.sampled_from(["01", "2.1", "1)", "99999999999", "١"]),
    st.integers(0, 4),
    LINKS,
)
LETTERS = st.builds(
    lambda text, marker, depth, links: Entry(
        text=text, kind=ListKind.LETTER, marker=marker, depth=depth, links=links
    ),
    TEXT,
    st.sampled_from(["a", "b", "æ", "a)", "iv", "-"]),
    st.integers(0, 4),
    LINKS,
)
COUNTED = st.builds(
    lambda start, texts, depth: [
        Entry(text=text, kind=ListKind.NUMBER, marker=str(start + n), depth=depth)
        for n, text in enumerate(texts)
    ],
    st.integers(0, 20),
    st.lists(TEXT, min_size=1, max_size=4),
    st.integers(0, 3),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table of one to three columns; its header may be empty."""
    width = draw(st.integers(1, 3))
    rows = st.lists(TEXT, min_size=width, max_size=width).map(tuple)
    header = draw(rows | st.just(()))
    links = st.builds(
        lambda row, column, link: CellLink(row=row, column=column, link=link),
        st.integers(0, 3),
        st.integers(0, 3),
        LINKS.filter(bool).map(lambda found: found[0]),
    )
    return Table(
        header=header,
        rows=tuple(draw(st.lists(rows, min_size=0 if header else 1, max_size=3))),
        links=tuple(draw(st.lists(links, max_size=2))),
    )


BLOCKS: st.SearchStrategy[list[Content]] = st.one_of(
    PARAGRAPHS, HEADINGS, BULLETS, NUMBERS, LETTERS, tables()
).map(lambda block: [block])
CONTENT: st.SearchStrategy[tuple[Content, ...]] = st.lists(BLOCKS | COUNTED, max_size=8).map(
    lambda groups: tuple(block for group in groups for block in group)
)
