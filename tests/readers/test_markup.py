"""HTML tags and the lines they make."""

from __future__ import annotations

import base64
import struct

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from converters.blocks import Furniture, Line, ListKind
from converters.readers.markup import lines_of


def lines(html: str) -> tuple[Line, ...]:
    """The lines of a piece of markup, as a Word file hands it over."""
    return lines_of(html, where="prøve.html")


def texts(html: str) -> list[str]:
    """The texts of the lines of a piece of markup."""
    return [line.text for line in lines(html)]


def markers(html: str) -> list[tuple[str | None, int] | None]:
    """The printed marker and depth of each line, None for a line without one."""
    return [(line.marker.printed, line.marker.depth) if line.marker else None for line in lines(html)]


def shown(line: Line) -> list[tuple[str, str]]:
    """The words that each link of a line lies on, and its address."""
    return [(line.text[link.start : link.end], link.href) for link in line.links]


def test_a_block_is_a_whole_paragraph() -> None:
    """Paragraphs and text between blocks stand alone; nothing goes on."""
    found = lines("<div>Før<p>Første afsnit.</p>Imellem<p>Andet <i>afsnit</i>.</p>Efter</div>")

    assert [line.text for line in found] == ["Før", "Første afsnit.", "Imellem", "Andet afsnit.", "Efter"]
    assert all(line.whole and line.continues is False for line in found)
    assert [line.origin.line for line in found] == [1, 2, 3, 4, 5]


def test_a_break_begins_a_line() -> None:
    """Fields under each other in one paragraph are lines of their own."""
    found = lines("<p>Sagsnr.: 25/1<br>Sagen afgøres i: Byrådet</p>")

    assert [line.text for line in found] == ["Sagsnr.: 25/1", "Sagen afgøres i: Byrådet"]
    assert [line.continues for line in found] == [False, False]


def test_text_wrapped_by_hand_goes_on() -> None:
    """Many full lines in a row, where no next word would have fitted, are one paragraph."""
    rows = (
        "Udvalget skal tage stilling til, om der skal bygges en sti langs",
        "fjorden mellem havnen og den gamle brandstation, som har stået",
        "tom i tre år, og om der skal søges penge hos staten til den bro",
        "som er smal og i dårlig stand efter de sidste to vintres regn.",
    )
    found = lines(f"<p>{'<br>'.join(rows)}</p>")

    assert [line.continues for line in found] == [False, True, True, True]
    assert not any(line.whole for line in found)


def test_blanks_are_those_a_browser_shows() -> None:
    """Runs of blanks, line feeds and fixed spaces are one blank; soft hyphens and zero widths are none."""
    assert texts("<p>  Et\n\n  to&nbsp; tre <b> fire</b></p>") == ["Et to tre fire"]
    assert texts("<p>Budget&shy;opfølg\u200bning</p>") == ["Budgetopfølgning"]
    assert texts("<p>A\u030arhus</p>") == ["Århus"]


def test_fields_beside_each_other_are_kept_apart() -> None:
    """Two spans of different classes in a box are two fields; in a paragraph they may be one word."""
    spans = "<span class=a>Byrådet</span><span class=b>3. marts</span>"

    assert texts(f"<div>{spans}</div><h2>{spans}</h2>") == ["Byrådet 3. marts"] * 2
    assert texts("<p><span class=a>By</span><span class=b>råd</span></p>") == ["Byråd"]


def test_preformatted_lines_stay_lines() -> None:
    """Line feeds count in a pre, and leading blanks are an indent."""
    found = lines("<pre>Punkt 1\n\n   Godkendt.</pre>")

    assert [(line.text, line.indent, line.gap) for line in found] == [("Punkt 1", 0, 0), ("Godkendt.", 3, 1)]


def test_no_break_blanks_set_a_line_in() -> None:
    """Editors of web pages know no other indent; a single blank is none."""
    found = lines(
        "<p>1. Sti<br>&nbsp;&nbsp; <b>&nbsp;a.</b> Belægning<br>&nbsp;2. Bro<br>  3. Vej&nbsp;&nbsp;</p>"
    )

    assert [(line.text, line.indent) for line in found] == [
        ("1. Sti", 0),
        ("a. Belægning", 3),
        ("2. Bro", 0),
        ("3. Vej", 0),
    ]


def test_room_above_a_line_is_told() -> None:
    """A rule and a paragraph with only a blank leave room; the room under a page's own spacing is none."""
    found = lines("<p>Et</p><hr><p>To</p><p>&nbsp;</p><p>Tre</p><p></p><p>Fire</p>")

    assert [line.gap for line in found] == [0, 1, 1, 0]


def test_comments_and_scripts_have_no_words() -> None:
    """What no reader sees is not text."""
    assert texts("<p>Et<!-- hemmeligt --> ord</p><script>var a = 'kode';</script><style>p {}</style>") == [
        "Et ord"
    ]


def test_a_deletion_is_furniture() -> None:
    """Deleted text stands in a line of its own that is not published."""
    found = lines("<p>Godkendt <del>ikke</del> enstemmigt.</p>")

    assert [(line.text, line.furniture) for line in found] == [
        ("Godkendt enstemmigt.", None),
        ("ikke", Furniture.DELETED),
    ]


def test_headings_have_their_rank() -> None:
    """By their tag, or by their role."""
    found = lines('<h1>Referat</h1><h3>Bilag</h3><div role="heading" aria-level="2">Punkt</div><p>Tekst</p>')

    assert [line.level for line in found] == [1, 3, 2, None]
    assert [line.style for line in found] == ["h1", "h3", "div", "p"]


@pytest.mark.parametrize(
    ("heading", "read"),
    [
        ("Sti langs<br>fjorden", [("Sti langs", 2, False), ("fjorden", 2, True)]),
        ("Sti og -<br>Bro", [("Sti og -", 2, False), ("Bro", 2, True)]),
        ("Kulturudvalget<br>Referat", [("Kulturudvalget", 2, False), ("Referat", 2, False)]),
        ("Sti<br><small>Sag 25/1</small>", [("Sti", 2, False), ("Sag 25/1", None, False)]),
        ("Sti<br><span style='font-weight:400'>sag 2</span>", [("Sti", 2, False), ("sag 2", None, False)]),
        ("<span>3</span>Sti", [("3 Sti", 2, False)]),
        ("<b style='display:inline-block;width:2em'>a</b>Sti", [("a Sti", 2, False)]),
        ("2<i style='display:inline-block;width:2em'></i>Sti", [("2 Sti", 2, False)]),
        ("Areal: 7 m<sup>2</sup>eng", [("Areal: 7 m2eng", 2, False)]),
    ],
)
def test_lines_of_a_heading(heading: str, read: list[tuple[str, int | None, bool]]) -> None:
    """A title may go on below; what looks otherwise there is none of it, and a number stands apart."""
    found = lines(f"<h2>{heading}</h2><p>Udvalget drøftede sagen, og der var enighed om den.</p>")

    assert [(line.text, line.level, line.continues) for line in found[:-1]] == read


def test_entries_that_word_saved_in_a_page_are_set_in() -> None:
    """The style of each tells the level of its list."""
    entry = "<p style='margin-left:54.0pt;mso-list:l0 level{} lfo1'>- at stien bygges</p>"

    assert [line.indent for line in lines(entry.format(1) + entry.format(3) + "<p>Tekst</p>")] == [0, 8, 0]


def test_bold_lines_rank_below_all_headings() -> None:
    """Whole lines in bold, by tag or by style, all have the same rank; a bold word in a text has none."""
    found = lines(
        "<h2>Punkt</h2><p><b>Indstilling</b></p><p>Forvaltningen indstiller, at <b>alt</b> godkendes nu.</p>"
        "<p><span style='font-weight:700'>Beslutning</span><br>Det blev godkendt af et enigt udvalg.</p>"
    )

    assert [line.level for line in found] == [2, 3, None, 3, None]
    assert [line.style for line in found] == ["h2", "bold", "p", "bold", "p"]


def test_a_text_that_is_bold_all_over_has_no_headings_by_that() -> None:
    """Bold tells nothing where everything is."""
    assert [line.level for line in lines("<p><b>Et afsnit.</b></p><p><b>To afsnit.</b></p>")] == [None, None]


def test_larger_lines_rank_higher() -> None:
    """Bold or not, a line larger than the text is a heading, by style attribute, font tag or style sheet."""
    found = lines(
        "<style>/* x */ .c1, p.c2 {font-weight: 700; font-size: 14pt} p {margin: 0}</style>"
        "<p><font size=6>Referat</font></p><p class=c2>1. Sti</p>"
        "<p style='font-size:15px'><b>Beslutning</b></p>"
        "<p style='font-size:11pt'>Udvalget godkendte <span class=c1>ikke</span> sagen i dag.</p>"
    )

    assert [line.level for line in found] == [1, 2, 3, None]
    assert [line.style for line in found] == ["24pt", "p.c2 bold 14pt", "bold 11.25pt", "p"]


@pytest.mark.parametrize(
    "title", ["<i>{}</i>", "<u>{}</u>", "<span style='font-style: italic'>{}</span>", "<em><u>{}</u></em>"]
)
def test_short_lines_in_italics_rank_below_bold(title: str) -> None:
    """Underlined ones too, where they stand alone between lines of text."""
    found = lines(
        "<p><b>Beslutning</b></p><div>Udvalget drøftede sagen, og der var enighed om at bygge.</div>"
        f"<div>{title.format('Cykelstien')}</div><div>Den lægges langs fjorden, hvor vejen er bred.</div>"
        "<p><b><i>Broen</i></b></p><div>Den bygges af <i>lærketræ</i> og males hvid til foråret.</div>"
    )

    assert [(line.level, line.text) for line in found if line.level] == [
        (1, "Beslutning"),
        (3, "Cykelstien"),
        (2, "Broen"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<p><i>Godkendt.</i></p>",
        "<p><i>Fraværende: Asta Lindkvist</i></p>",
        "<p><i>at sagen udsættes</i></p>",
        "<p><i>(Lukket punkt)</i></p>",
        "<p><i>Hun sagde</i></p><p><i>Og han svarede</i></p>",
        "<ul><li><i>Sti</i></li></ul>",
        "<p><i>Godkendt</i></p><h3>Bilag</h3>",
        "<p><u><a href='/a.pdf'>Kort</a></u></p>",
    ],
)
def test_other_lines_in_italics_are_text(text: str) -> None:
    """Sentences, names behind a label, and what no text follows."""
    found = lines(
        f"<p>Udvalget drøftede sagen, og der var enighed om at bygge broen.</p>{text}<p>Sådan endte det.</p>"
    )

    assert [line.text for line in found if line.level] in ([], ["Bilag"])


def test_a_folded_part_is_read_with_its_heading() -> None:
    """A summary is a heading above the bold ones, and what it folds away is text."""
    found = lines(
        "<details><summary>1. Budget</summary><p><b>Beslutning</b></p><p>Det blev godkendt.</p></details>"
    )

    assert [(line.text, line.level) for line in found] == [
        ("1. Budget", 1),
        ("Beslutning", 2),
        ("Det blev godkendt.", None),
    ]


def test_headings_in_folded_parts_rank_below_those_that_open_them() -> None:
    """Headings of a rank that also stands outside the parts stay above."""
    part = "<summary>{}</summary><h3>Beslutning</h3><p>Det blev godkendt.</p><h4>Bilag</h4><p>Kort</p>"
    parts = [f"<details>{part.format(title)}</details>" for title in ("Sti", "Bro")]
    found = lines(f"<h1>Referat</h1><h2>Åbne</h2>{parts[0]}<h2>Lukkede</h2>{parts[1]}<h5>Kontakt</h5>")

    assert [(line.level, line.text) for line in found if line.level] == [
        (1, "Referat"),
        (2, "Åbne"),
        (3, "Sti"),
        (4, "Beslutning"),
        (5, "Bilag"),
        (2, "Lukkede"),
        (3, "Bro"),
        (4, "Beslutning"),
        (5, "Bilag"),
        (6, "Kontakt"),
    ]


def test_the_look_is_tag_and_class() -> None:
    """Of the tag around all of a line, and the first of its classes."""
    found = lines('<p class="sagsnr lille">25/1</p><div><span class="overskrift">Titel</span></div>')

    assert [line.style for line in found] == ["p.sagsnr", "span.overskrift"]


@pytest.mark.parametrize(
    ("html", "printed"),
    [
        ("<ol><li>x<li>y</ol>", ["1", "2"]),
        ("<ol start=9><li>x<li value=12>y<li>z</ol>", ["9", "12", "13"]),
        ("<ol reversed><li>x<li>y</ol>", ["2", "1"]),
        ("<ol type=a start=26><li>x<li>y</ol>", ["z", "aa"]),
        ("<ol type=A><li>x</ol>", ["A"]),
        ("<ol type=i start=4><li>x<li>y</ol>", ["iv", "v"]),
        ("<ol type=I start=9><li>x</ol>", ["IX"]),
        ("<ol style='list-style-type: lower-alpha'><li>x</ol>", ["a"]),
        ("<ol start=x><li value=-3>x<li value=99999999999>y</ol>", ["-3", "-2"]),
        ("<ul><li>x<li>y</ul>", [None, None]),
    ],
)
def test_entries_have_the_marker_a_browser_prints(html: str, printed: list[str | None]) -> None:
    """Numbers count on from what the list and its entries say."""
    assert [line.marker.printed for line in lines(html) if line.marker] == printed


def test_lists_in_lists_are_deeper() -> None:
    """The numbers of the outer list go on behind the inner."""
    html = "<ol><li>Et<ul><li>Under</li></ul></li><li>To</li></ol>"

    assert texts(html) == ["Et", "Under", "To"]
    assert markers(html) == [("1", 0), (None, 1), ("2", 0)]
    assert [line.marker.kind for line in lines(html) if line.marker] == [
        ListKind.NUMBER,
        ListKind.BULLET,
        ListKind.NUMBER,
    ]


def test_only_the_first_paragraph_of_an_entry_has_its_marker() -> None:
    """The others are paragraphs."""
    html = "<ul><li><p>at stien bygges,</p><p>og</p></li><li>at den lukkes</li></ul><p>Slut</p>"

    assert markers(html) == [(None, 0), None, (None, 0), None]


def test_headings_in_lists_are_headings() -> None:
    """Pages list their items without meaning a list; a number is printed before the title."""
    (bulleted, _) = lines("<ul><li><h3>Budget</h3>Godkendt.</li></ul>")
    (numbered, _) = lines("<ol start=3><li><h3><a href='/x'>Budget</a></h3>Godkendt.</li></ol>")

    assert (bulleted.text, bulleted.marker) == ("Budget", None)
    assert (numbered.text, numbered.marker, shown(numbered)) == ("3. Budget", None, [("Budget", "/x")])


def test_links_lie_on_their_words() -> None:
    """Blanks around them are trimmed, and those to scripts and local files are not links."""
    (line,) = lines(
        "<p>Se  <a href='https://a.example/b c'> planen </a>, <a href='javascript:x()'>her</a> og "
        "<a href='&#106;ava\nscript:x()'>der</a>, <a href='bilag/1.pdf'>bilag <b>1</b></a>, "
        "<a href='file:///C:/x'>fil</a>, <a href='mailto:a@b.example'>post</a>.</p>"
    )

    assert line.text == "Se planen , her og der, bilag 1, fil, post."
    assert shown(line) == [
        ("planen", "https://a.example/b%20c"),
        ("bilag 1", "bilag/1.pdf"),
        ("post", "mailto:a@b.example"),
    ]


def test_links_move_with_letters_that_become_one() -> None:
    """An accent written apart joins its letter, in the link and before it."""
    (line,) = lines("<p>A\u030a <a href='/x'>A\u030arhus</a>\u030a by</p>")

    assert shown(line)[0][0].startswith("Århus")
    assert line.text.startswith("Å Århus")


def test_addresses_are_those_of_the_page() -> None:
    """A base that the page names is put before relative addresses."""
    (line,) = lines("<base href='https://by.example/a/'><p><a href='b.pdf'>b</a></p>")

    assert shown(line) == [("b", "https://by.example/a/b.pdf")]


def test_a_path_from_the_root_belongs_to_the_site() -> None:
    """A page that tells its own address has its site there; other paths may be files beside it."""
    (line,) = lines(
        "<link rel=canonical href='https://by.example/a'><p><a href='/c.pdf'>c</a> <a href='d.pdf'>d</a></p>"
    )

    assert shown(line) == [("c", "https://by.example/c.pdf"), ("d", "d.pdf")]


def png(width: int, height: int) -> str:
    """The address of an image of that size."""
    head = (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", width, height) + b"\x08\x02\x00\x00\x00"
    )
    return "data:image/png;base64," + base64.b64encode(head).decode()


def test_images_in_the_markup_are_pictures() -> None:
    """They stand under their line; icons are none."""
    (line,) = lines(f"<p>Kort:</p><p><img src='{png(640, 480)}' alt='Kort'><img src='{png(16, 16)}'></p>")

    assert [(one.media_type, one.width, one.height, one.alt) for one in line.pictures] == [
        ("image/png", 640, 480, "Kort")
    ]


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"GIF89a" + struct.pack("<HH", 64, 48), "image/gif"),
        (b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 48, 64), "image/jpeg"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8X" + bytes(8) + b"\x3f\x00\x00\x2f\x00\x00", "image/webp"),
        (
            b"RIFF\x00\x00\x00\x00WEBPVP8L\x00\x00\x00\x00\x2f" + struct.pack("<I", 63 | 47 << 14),
            "image/webp",
        ),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 " + bytes(10) + struct.pack("<HH", 64, 48), "image/webp"),
    ],
)
def test_the_size_of_an_image_is_its_own(content: bytes, media_type: str) -> None:
    """Kind and size come from the image's bytes, whatever its address says."""
    (line,) = lines(f"<p>x<img src='data:image/png;base64,{base64.b64encode(content).decode()}'></p>")

    assert [(one.media_type, one.width, one.height) for one in line.pictures] == [(media_type, 64, 48)]


def test_other_images_say_what_they_show() -> None:
    """Their alternative text is a line; in a link without words it is the link's words."""
    found = lines("<p>Planen<img src='a.png' alt='Kort over stien'></p><a href='/b'><img alt='Bilag 1'></a>")

    assert [(line.text, line.style, shown(line)) for line in found] == [
        ("Planen", "p", []),
        ("Kort over stien", "img", []),
        ("Bilag 1", "body", [("Bilag 1", "/b")]),
    ]


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF    WEBP", b"<svg/>"]
)
def test_a_broken_image_is_its_alternative_text(content: bytes) -> None:
    """An image that ends before its size is none."""
    address = f"data:image/png;base64,{base64.b64encode(content).decode()}"

    assert texts(f"<p>x</p><img src='{address}' alt='Kort'>") == ["x", "Kort"]


@pytest.mark.parametrize("code", ["Ï", "A", "AAA=AA", "%"])
def test_an_image_in_no_code_is_its_alternative_text(code: str) -> None:
    """Found by fuzzing: a letter that no such code has made the whole page unreadable."""
    assert texts(f"<p>x</p><img src='data:image/png;base64,{code}' alt='Kort'>") == ["x", "Kort"]


WORD = st.sampled_from(["sti", "bro", "fjord", "havn", "12", "3.", "at", "og", "Beslutning:"])
TEXT = st.lists(WORD, min_size=1, max_size=4).map(lambda words: f" {' '.join(words)} ")
INLINE = ("b", "i", "span", "a href=/x", "span class=t", "sup", "label", "o:p", "font")
BLOCK = (
    "p",
    "div",
    "h2",
    "li",
    "ul",
    "ol type=a",
    "blockquote",
    "pre",
    "section",
    "dl",
    "dt",
    "details",
    "summary",
)


def _wrapped(tags: tuple[str, ...], inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda tag, text: f"<{tag}>{text}</{tag.split()[0]}>", st.sampled_from(tags), inner)


def _table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def _deeper(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=4).map("<br>".join)
    rows = st.lists(st.lists(inner, min_size=1, max_size=3), min_size=1, max_size=3)
    return st.one_of(_wrapped(INLINE, several), _wrapped(BLOCK, several), rows.map(_table), several)


@given(st.recursive(TEXT, _deeper, max_leaves=25))
def test_no_word_is_lost(html: str) -> None:
    """Every word of a page is on a line, in the page's own order."""
    wanted = BeautifulSoup(html + "\n", "lxml").get_text().split()

    assert " ".join(texts(html)).split() == wanted


@given(st.recursive(TEXT, _deeper, max_leaves=15), st.sampled_from([True, False]))
def test_links_lie_inside_their_text(html: str, chrome: bool) -> None:  # noqa: FBT001 - Hypothesis draws it
    """Every link of a line or a cell lies on characters that are there."""
    for line in lines_of(html, where="x", chrome=chrome):
        assert all(line.text[one.start : one.end].strip() for one in line.links)
        for cell in line.table.links if line.table else ():
            rows = (line.table.header, *line.table.rows) if line.table else ()
            assert rows[cell.row][cell.column][cell.link.start : cell.link.end].strip()
