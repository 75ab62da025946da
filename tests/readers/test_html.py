"""Web pages: furniture, portals, encodings, and what is refused."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from converters.blocks import Furniture, Line, ListKind
from converters.errors import EmptySource, UnreadableSource, UnsafeSource
from converters.readers import reader_of
from converters.readers.html import read

PAGES = Path(__file__).parent / "pages"
PARAGRAPH = "<p>Udvalget drøftede sagen og besluttede at bygge en sti langs fjorden til næste sommer.</p>"


def page(name: str) -> tuple[Line, ...]:
    """The lines of one of the sample pages."""
    return read((PAGES / name).read_bytes(), name).lines


def lines(html: str) -> tuple[Line, ...]:
    """The lines of a page."""
    return read(html.encode(), "side.html").lines


def texts(html: str) -> list[str]:
    """The texts of a page's lines that are its text."""
    return [line.text for line in lines(html) if line.furniture is None]


def chrome(html: str) -> list[str]:
    """The texts of a page's lines that are furniture."""
    return [line.text for line in lines(html) if line.furniture is Furniture.CHROME]


def text_of(found: tuple[Line, ...]) -> list[str]:
    """What of some lines is the page's text."""
    return [line.text for line in found if line.furniture is None]


def ranks(found: tuple[Line, ...]) -> list[tuple[int, str]]:
    """The headings of some lines with their ranks."""
    return [(line.level, line.text) for line in found if line.level is not None]


def test_endings_of_web_pages() -> None:
    """They all come to this reader."""
    assert {reader_of(Path(f"referat{ending}")) for ending in (".html", ".HTM", ".xhtml")} == {
        reader_of(Path("x.html"))
    }


# Samples in the shape of pages that municipalities publish.


def test_a_page_of_a_municipality() -> None:
    """Menu, cookies, breadcrumbs, buttons and footer are furniture; items that fold out are text."""
    found = page("municipal_site.html")

    assert ranks(found) == [
        (1, "Teknikudvalget"),
        (2, "1. Godkendelse af dagsorden"),
        (3, "Beslutning"),
        (2, "2. Cykelsti langs Møllevej"),
        (3, "Sagsfremstilling"),
        (3, "Indstilling"),
        (3, "Beslutning"),
    ]
    shown = text_of(found)
    assert shown[1:6] == [
        "Referat fra mødet mandag den 3. marts 2025 kl. 16.00",
        "Sted",
        "Mødelokale 2",
        "Til stede",
        "Asta Lindkvist, Bo Mørkebjerg",
    ]
    assert shown[-1] == "Kort over stien"
    hidden = " ".join(line.text for line in found if line.furniture)
    for words in ("samtykke", "Borger", "Forside", "Del denne side", "Udskriv", "Torvet 1", "Hent punktet"):
        assert words in hidden
    (budget,) = [line.table for line in found if line.table]
    assert budget.rows == (("2025", "1.200", ""), ("2026", "300", ""))


def test_an_export_laid_out_in_tables() -> None:
    """Numbers stand before their titles, fields before their values; votes are a table."""
    found = page("table_layout.html")

    assert text_of(found)[:6] == [
        "Udvalg: Kulturudvalget",
        "Dato: 14. januar 2008",
        "Medlemmer:",
        "Ida Kjærbøl",
        "Per Nordvang",
        "Vibe Åstrup",
    ]
    assert [text for _, text in ranks(found)] == [
        "Medlemmer:",
        "1. Godkendelse af dagsorden",
        "Beslutning",
        "2. Tilskud til Nørreby Forsamlingshus",
        "Beslutning",
    ]
    assert [line.table.header for line in found if line.table] == [("Navn", "Parti", "Stemme")]


def test_a_saved_page_of_first_agenda() -> None:
    """Number and title are one line, case number and place their own, and the portal's buttons are none."""
    found = page("first_agenda.html")

    assert ranks(found) == [
        (1, "Referat 6. maj 2025 kl. 17.00"),
        (2, "Børneudvalget"),
        (2, "Lokale 4"),
        (2, "1. Godkendelse af dagsorden"),
        (3, "Beslutning"),
        (2, "2. Ny legeplads i Sønderlund"),
        (3, "Beslutning"),
        (4, "Baggrund"),
        (3, "Bilag"),
    ]
    shown = text_of(found)
    assert "Mødedato: tirsdag den 6. maj 2025 kl. 17.00" in shown
    assert "SAG-2025-00417" in shown
    assert [line.text for line in found if line.links and line.furniture is None] == [
        "Tegning af legepladsen"
    ]
    assert {"Punkt", "Titel", "PDF", "1", "+", "Hent som PDF", "Til forsiden", "Kopier adressen"} <= {
        line.text for line in found if line.furniture
    }


def test_a_page_of_a_word_processor() -> None:
    """Bold paragraphs are headings, and a marker written as text stays text."""
    found = page("word_processor.html")

    assert [text for _, text in ranks(found)] == [
        "Økonomiudvalget",
        "Punkt 1: Budgetopfølgning",
        "Sagsfremstilling",
        "Beslutning",
    ]
    assert "1. at godkende" in text_of(found)
    assert [line.text for line in found if line.furniture is Furniture.DELETED] == ["Udsat."]


@pytest.mark.parametrize("name", sorted(path.name for path in PAGES.glob("*.html")))
def test_no_word_of_a_sample_is_lost(name: str) -> None:
    """Every word of a page is on a line, text or furniture."""
    soup = BeautifulSoup((PAGES / name).read_bytes(), "lxml")
    for part in soup(
        ["button", "label", "br", "p", "div", "li", "span", "td", "h2", "dt", "dd", "th", "title"]
    ):
        part.append(" ")
        part.insert(0, " ") if part.name != "span" else None
    wanted = Counter(soup.get_text().replace("\u00ad", "").split())

    got = Counter(word for line in page(name) for word in line.text.split())

    assert not {word for word in wanted - got if any(map(str.isalnum, word)) and not _joined(word, got)}


def _joined(word: str, got: Counter[str]) -> bool:
    """Tell whether a number stands before its title with a full stop, as portals print it."""
    return word.isdecimal() and f"{word}." in got


def test_the_shared_page(shared: Path) -> None:
    """Fifteen items of one rank, every list entry, every table, and no word lost or made up."""
    raw = (shared / "fixtures" / "fredericia.html").read_bytes()
    found = read(raw, "fredericia.html").lines
    soup = BeautifulSoup(raw, "lxml")
    for style in soup("style"):
        style.decompose()

    assert sum(line.level == 1 and line.text[:1].isdecimal() for line in found) == 15
    assert Counter(line.level for line in found if line.level) == {1: 16, 2: 85, 3: 28, 4: 1}
    assert sum(line.marker is not None for line in found) == 72
    assert sum(line.marker is not None and line.marker.kind is ListKind.NUMBER for line in found) == len(
        soup.select("ol > li")
    )
    assert sum(line.table is not None for line in found) == 4
    assert [word for line in found for word in line.text.split()] == soup.get_text(" ").split()


# Furniture.


def test_the_title_of_a_page_is_furniture() -> None:
    """It may name the committee, and is told with its style."""
    first = lines(f"<title>Referat af Byrådet</title>{PARAGRAPH}")[0]

    assert (first.text, first.style, first.furniture) == ("Referat af Byrådet", "title", Furniture.CHROME)


def test_what_stands_outside_the_main_part_is_furniture() -> None:
    """A main part that holds most of the words is the page; so is a title that stands above it."""
    html = f"<body><div>Genveje til byen</div><h1>Byrådet</h1><main>{PARAGRAPH}</main>Ring til os</body>"

    assert texts(html)[0] == "Byrådet"
    assert len(texts(html)) == 2
    assert chrome(html) == ["Genveje til byen", "Ring til os"]


def test_a_small_main_part_is_not_the_page() -> None:
    """Some pages have the text beside it."""
    assert len(texts(f"<main>Kort</main>{PARAGRAPH}")) == 2


def test_a_header_with_a_menu_is_furniture() -> None:
    """A header that only holds the title of the minutes is their title."""
    assert texts(f"<header><h1>Referat</h1><p>3. marts</p></header>{PARAGRAPH}")[:2] == [
        "Referat",
        "3. marts",
    ]
    assert chrome(f"<header><a href='/'>Byen</a><nav><a href='/a'>A</a></nav></header>{PARAGRAPH}") == [
        "Byen",
        "A",
    ]


@pytest.mark.parametrize("name", ["crumbs", "page-tools", "sidemenu", "social"])
def test_ways_around_the_page_are_furniture(name: str) -> None:
    """Crumbs, tools and menus in tags that say so by their class alone."""
    ways = f"<div class='{name}'>Her: <a href='/'>Byen</a> &gt; <a href='/r'>Referater</a></div>"

    assert chrome(f"{ways}<h1>Referat</h1>{PARAGRAPH}") == ["Her: Byen > Referater"]


def test_a_form_around_the_page_is_not_furniture() -> None:
    """Old portals send the whole page as a form; its fields are furniture, its text is not."""
    html = f"<form>{PARAGRAPH}<label for=a>Søg</label><input id=a><select><option>Alle</select></form>"

    assert len(texts(html)) == 1
    assert chrome(html) == ["Søg", "Alle"]


def test_a_class_of_the_whole_page_is_not_furniture() -> None:
    """The page of a site that has a menu or has asked for cookies is still the page."""
    assert len(texts(f"<div class='has-menu cookie-accepted'><h1>Referat</h1>{PARAGRAPH * 3}</div>")) == 4


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h2>Personsag<span class='badge'>Lukket</span></h2>", "Personsag Lukket"),
        ("<h2><span class='badge'>Lukket</span>Personsag</h2>", "Lukket Personsag"),
        ("<p><a href='/x'>Kort</a><span class='size'>PDF</span></p>", "Kort PDF"),
        ("<p>Hos Mc<span class='SpellE'>Donald</span></p>", "Hos McDonald"),
        ("<p><span class='cap'>D</span>et er slidt</p>", "Det er slidt"),
        ("<p>Mc<b>Donald</b></p>", "McDonald"),
    ],
)
def test_words_that_the_style_sheet_keeps_apart(html: str, text: str) -> None:
    """A badge with a capital behind a small letter is a word of its own; half a word is none."""
    assert texts(html + PARAGRAPH)[0] == text


def test_a_word_in_a_sentence_is_text() -> None:
    """A hit of a search, set apart by the portal, is still in its sentence."""
    assert texts(f"<p>Et <span class='search-hit'>fund</span> her</p>{PARAGRAPH}")[0] == "Et fund her"


def test_hidden_text_is_furniture() -> None:
    """What a browser hides is not published, however it is hidden."""
    for tag in (
        "div hidden",
        "div style='display: none'",
        "div aria-hidden=true",
        "template",
        "dialog",
        "noscript",
    ):
        assert chrome(f"<{tag}>skjult</{tag.split()[0]}>{PARAGRAPH}") == ["skjult"], tag
    assert chrome(f"<p>Synlig <span style='visibility:hidden'>skjult</span></p>{PARAGRAPH}") == ["skjult"]


def test_hidden_text_in_a_cell_is_furniture() -> None:
    """It stands on a line of its own, not in the table."""
    rows = "<tr><td>a<span hidden>skjult</span></td><td>b</td></tr><tr><td>c</td><td>d</td></tr>"
    found = lines(f"<table>{rows}</table>{PARAGRAPH}")

    assert [line.table.rows for line in found if line.table] == [(("a", "b"), ("c", "d"))]
    assert [line.text for line in found if line.furniture] == ["skjult"]


def test_hidden_text_far_down_is_furniture() -> None:
    """How deep it lies does not matter."""
    deep = "<div>" * 600 + "<div hidden>skjult</div>synlig"

    assert chrome(f"{PARAGRAPH}{deep}") == ["skjult"]


@pytest.mark.parametrize(
    "html",
    [
        "<div class='accordion-body' style='display:none'>Foldet</div>",
        "<div class='panel' hidden>Foldet</div>",
        "<h3><button aria-expanded=false aria-controls=x>1. Sti</button></h3><div id=x hidden>Foldet</div>",
        "<button aria-expanded=false>1. Sti</button><div style='display:none'>Foldet</div>",
        "<a data-toggle=collapse href='#x'>1. Sti</a><div id=x aria-hidden=true>Foldet</div>",
        "<div hidden=until-found>Foldet</div>",
        "<div class='accordion-item'><div class=q style='display:none'>Foldet</div></div>",
        "<div class='c-accordionHead'>1. Sti</div><div class=q style='display:none'>Foldet</div>",
        "<div role=tabpanel aria-hidden=true>Foldet</div>",
    ],
)
def test_folded_text_is_text(html: str) -> None:
    """What a reader opens with a button is text of the page."""
    assert "Foldet" in texts(html + PARAGRAPH)


def test_a_hidden_part_that_holds_the_page_is_text() -> None:
    """More than half of the words stand in parts that are hidden alike: they fold out by a script."""
    html = "".join(
        f"<h3>Punkt {n}</h3><div class='q' style='display:none'>{PARAGRAPH}</div>" for n in range(3)
    )

    assert len(texts(html)) == 6


def test_the_button_of_a_folded_part_is_its_heading() -> None:
    """A button that opens nothing of the page is furniture."""
    html = (
        "<button aria-expanded=false aria-controls=x>1. Sti</button><div id=x>Foldet</div>"
        f"<button>Hent</button><span role=button>Del</span>{PARAGRAPH}"
    )

    assert [(line.text, line.level) for line in lines(html)][:2] == [("1. Sti", 1), ("Foldet", None)]
    assert chrome(html) == ["Hent", "Del"]


@pytest.mark.parametrize(
    "row",
    [
        "<div><button>{title}</button><div>{body}</div></div>",
        "<dd class=q><button class=b>{title}</button><div class=a style='display:none'>{body}</div></dd>",
        "<button>{title}</button><section>{body}</section>",
        "<div class=head><div role=button tabindex=0>{title}</div></div><div class=body>{body}</div>",
        "<div><a role=button>{title}</a> <!-- åbn --> <div>{body}</div></div>",
    ],
)
def test_buttons_before_the_parts_of_an_accordion_are_headings(row: str) -> None:
    """They say different things, and each stands right before a text."""
    titles = ["1 Cykelsti", "2 Tilskud", "Lukket punkt", "Lukket punkt"]
    html = "".join(row.format(title=title, body=f"{PARAGRAPH}<button>Del</button>") for title in titles)
    found = lines(f"<h1>Referat</h1><div>{html}</div>")

    assert [text for _, text in ranks(found)] == ["Referat", *titles]
    assert [line.text for line in found if line.furniture] == ["Del"] * 4


def test_a_button_is_a_heading_if_one_like_it_is() -> None:
    """Some items of an accordion do not tell that they fold."""
    item = "<div class=item><button class=head{}>{}</button><div class=body>" + PARAGRAPH + "</div></div>"
    html = item.format(" aria-expanded=false", "Sti") + item.format("", "Sti")

    assert [text for _, text in ranks(lines(html))] == ["Sti", "Sti"]


def test_buttons_that_do_the_same_are_furniture() -> None:
    """They stand before a text, but all say one thing; a single button may say anything."""
    html = "".join(f"<div><button>Læs op</button><div>{PARAGRAPH}</div></div>" for _ in range(3))

    assert chrome(f"{html}<section><button>Hent</button><div>{PARAGRAPH}</div></section>") == [
        *["Læs op"] * 3,
        "Hent",
    ]


@pytest.mark.parametrize(
    "icon",
    [
        "<span class=icon>+</span>",
        "<span>▼</span>",
        "<i>\ue5cf</i>",
        "<i class='material-icons'>expand_more</i>",
        "<span aria-hidden=true>Fold ud</span>",
    ],
)
@pytest.mark.parametrize("tag", ["<button aria-expanded=false>{}</button>", "<summary>{}</summary>"])
def test_the_icon_of_a_heading_that_folds_is_furniture(icon: str, tag: str) -> None:
    """It is drawn with letters, before or behind the title; a dash inside the title is text."""
    title = "<span>1</span> <span>–</span> <span>Sti til 8 %</span>"
    for inside in (f"{icon} {title}", f"{title} {icon}"):
        html = f"<div>{tag.format(inside)}<div>{PARAGRAPH}</div></div>"

        assert texts(html)[0] == "1 – Sti til 8 %"
        assert len(chrome(html)) == 1


@pytest.mark.parametrize(
    "html",
    [
        "<h2>3. Støtte <span style='float:right'>Lukket</span></h2>",
        "<h2><span style='color:red; float: right;'>Lukket</span>3. Støtte</h2>",
        "<h2><i class='float-end'>Lukket</i>3. <b>Støtte</b></h2>",
        "<button aria-expanded=false><b class=pull-right>Lukket</b>3. Støtte</button><p>Sag</p>",
    ],
)
def test_words_at_the_right_edge_stand_last(html: str) -> None:
    """They are a column of their own."""
    assert texts(html + PARAGRAPH)[0] == "3. Støtte   Lukket"


def test_what_a_box_spreads_over_a_line_is_parted() -> None:
    """It is one line of columns; the look is that of the first.  A box may also stack its words."""
    between = "<div style='display:flex; justify-content:space-between'>{}</div>"
    inner = "<b>1. Sti</b><span>25/100</span>"
    html = (
        between.format(inner)
        + f"<div class='d-flex justify-content-between'>{inner}</div>{PARAGRAPH}"
        + f"<p style='display:flex'>{inner}</p><p style='display:flex;flex-direction:column'>{inner}</p>"
        + f"<div style='display:flex'><p>Sted</p><p>Rådhuset</p></div>{PARAGRAPH}"
    )
    found = [(line.text, line.level) for line in lines(html) if line.text not in PARAGRAPH]

    assert found == [
        ("1. Sti   25/100", 1),
        ("1. Sti   25/100", 1),
        ("1. Sti 25/100", None),
        ("1. Sti", 1),
        ("25/100", None),
        ("Sted", None),
        ("Rådhuset", None),
    ]


def test_other_words_that_float_stay_where_they_are() -> None:
    """Boxes, and lines of a block with breaks, are read as they come."""
    kept = "<span style='float:right'>Lukket</span>Sti"

    assert texts(f"<p>{kept}<br>Bro</p><div style='float:right'>Kort</div>{PARAGRAPH}")[:2] == [
        "Lukket Sti",
        "Bro",
    ]


@pytest.mark.parametrize(
    "icon",
    [
        "<i class='fa fa-lock' title='Lukket punkt'></i>",
        "<span aria-label='Lukket punkt'></span>",
        "<img src=lock.png width=16 alt='Lukket punkt'>",
        "<svg><title>Lukket punkt</title><path d='M0 0'/></svg>",
        "<svg aria-label='Lukket punkt'></svg>",
        "<i class=lock aria-hidden=true title='Lukket punkt'></i>",
    ],
)
@pytest.mark.parametrize("tag", ["<h2>2. {}Støtte</h2>", "<p><b>Støtte</b>{}</p>", "<p>{}2. Støtte</p>"])
def test_what_the_icon_of_a_title_says_is_text(icon: str, tag: str) -> None:
    """It stands right under the title; elsewhere icons are decoration."""
    decoration = "<p>Se " + icon.replace("Lukket punkt", "Pil ned") + " kortet.</p>"

    title, said = texts(tag.format(icon) + PARAGRAPH + decoration)[:2]

    assert title.endswith("Støtte")
    assert said == "Lukket punkt"
    assert chrome(tag.format(icon) + PARAGRAPH + decoration) == ["Pil ned"]


def test_buttons_in_buttons_are_read() -> None:
    """How deep they stand in each other does not matter."""
    deep = "<div role=button>" * 3000 + "Sti" + "</div>" * 3000

    assert lines(deep + PARAGRAPH)[0].text == "Sti"


def test_the_button_of_a_menu_is_furniture() -> None:
    """It opens furniture."""
    html = "<button aria-expanded=false aria-controls=m>Menu</button><nav id=m><a href='/a'>A</a></nav>"

    assert chrome(html + PARAGRAPH) == ["Menu", "A"]


def test_frames_that_carry_their_page_are_read() -> None:
    """The page of a frame saved with it is text; the address of another is told."""
    html = f"<iframe srcdoc='&lt;h2&gt;Punkt&lt;/h2&gt;'></iframe><iframe src='https://a.example/'></iframe>{PARAGRAPH}"

    assert texts(html)[0] == "Punkt"
    assert chrome(html) == ["https://a.example/"]


def test_an_object_keeps_its_words() -> None:
    """What stands in for an embedded file is text, and its address is told."""
    html = f"<object data='bilag.pdf'><a href='bilag.pdf'>Hent bilag</a></object>{PARAGRAPH}"

    assert texts(html)[0] == "Hent bilag"
    assert chrome(html) == ["bilag.pdf"]


PART = st.sampled_from([
    "<nav>{}</nav>", "<div hidden>{}</div>", "<main>{}</main>", "<header>{}</header>", "<footer>{}</footer>",
    "<button>{}</button>", "<div class='menu'>{}</div>", "<div class=cookie>{}</div>", "<p>{}</p>",
    "<aside>{}</aside>", "<article>{}</article>", "<h1>{}</h1>",
    "<table><tr><td>{}<td>x<tr><td>y<td>z</table>",
    "<label>{}</label>", "<div class=accordion style='display:none'>{}</div>", "<ul><li>{}</ul>",
    "<a role=button href='#x'>{}</a>",
])  # fmt: skip


@given(st.recursive(st.just(" ord og tal "), lambda inner: st.lists(st.tuples(PART, inner), max_size=4).map(
    lambda parts: " ".join(part.format(text) for part, text in parts)
), max_leaves=12))  # fmt: skip
def test_no_word_of_a_page_is_lost(html: str) -> None:
    """Furniture or text, every word of a page is on a line."""
    soup = BeautifulSoup(f"{html} <p>slut</p>", "lxml")
    wanted = Counter(soup.get_text(" ").split())

    try:
        found = lines(f"{html} <p>slut</p>")
    except EmptySource:
        return

    assert Counter(word for line in found for word in line.text.split()) == wanted


# Encodings and other formats.


@pytest.mark.parametrize(
    "raw",
    [
        "<p>Rødgrød på Ærø</p>".encode(),
        b"\xef\xbb\xbf" + "<p>Rødgrød på Ærø</p>".encode(),
        "<p>Rødgrød på Ærø</p>".encode("utf-16"),
        "<p>Rødgrød på Ærø</p>".encode("utf-16-le"),
        "<p>Rødgrød på Ærø</p>".encode("cp1252"),
        "<meta charset=iso-8859-1><p>Rødgrød på Ærø</p>".encode("cp1252"),
        "<meta charset=iso-8859-1><p>Rødgrød på Ærø</p>".encode(),
        "<meta charset=utf-8><p>Rødgrød på Ærø</p>".encode("latin-1"),
        "<meta charset='IBM865'><p>Rødgrød på Ærø</p>".encode("cp865"),
        "<?xml version='1.0' encoding='ISO-8859-1'?><html><p>Rødgrød på Ærø</p></html>".encode("latin-1"),
        b"<p>R&oslash;dgr&#248;d p&aring; &#xC6;r&oslash;</p>",
        "<p>Rød\0grød på Ærø</p>".encode(),
    ],
)
def test_danish_letters_are_read(raw: bytes) -> None:
    """The bytes are believed before what the page says of them."""
    assert [line.text for line in read(raw, "x.html").lines] == ["Rødgrød på Ærø"]


def test_a_piece_in_another_encoding_is_read() -> None:
    """One paragraph pasted in Windows-1252 spoils no page in UTF-8."""
    raw = "<p>Rødgrød på Ærø</p>".encode() + "<p>Århus – nu</p>".encode("cp1252")

    assert [line.text for line in read(raw, "x.html").lines] == ["Rødgrød på Ærø", "Århus – nu"]


def test_xhtml_is_read() -> None:
    """Tags that close themselves hide nothing, and text in CDATA sections is text."""
    head = '<?xml version="1.0"?><html><head><script src="a.js" /><title/></head>'
    html = f"{head}<body><p>A<br/>B</p><p><![CDATA[1 < 2]]></p></body></html>"

    assert texts(html) == ["A", "B", "1 < 2"]


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"%PDF-1.7 x", "PDF"),
        (b"PK\x03\x04 x", "zip"),
        (b"{\\rtf1 x}", "RTF"),
        (
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
            "MHTML",
        ),
        (b"\xd0\xcf\x11\xe0 x", "Office"),
        (bytes(range(1, 32)) * 100, "webside"),
    ],
)
def test_other_formats_are_refused_by_name(raw: bytes, word: str) -> None:
    """A file that is only called .html says what it is and what to do."""
    with pytest.raises(UnreadableSource) as caught:
        read(raw, "side.html")

    assert word in caught.value.problem
    assert caught.value.hint


@pytest.mark.parametrize(
    "html",
    [
        "",
        "  \n",
        "<p></p>",
        "<script>var referat = 'Punkt 1';</script><div id=app></div>",
        "<nav>Menu</nav>",
        "<p>–</p>",
    ],
)
def test_a_page_without_text_is_an_error(html: str) -> None:
    """Never an empty result: the clerk is told to save the page once its text is there."""
    with pytest.raises(EmptySource):
        read(html.encode(), "side.html")


# Hostile pages.


@pytest.mark.parametrize(
    ("name", "html", "words"),
    [
        ("nested divs", "<div>ord " * 30_000, 30_000),
        ("nested lists", "<ul><li>ord" * 2_400, 2_400),
        ("nested tables", "<table><tr><td>ord" * 5_000, 5_000),
        ("unclosed paragraphs", "<p>ord" * 10_000, 10_000),
        ("wide spans", "<table>" + "<tr><td colspan=1000 rowspan=60000>ord" * 500 + "</table>", 500),
        ("images in a link", "<a href='/x'>" + "<img alt=ord>" * 10_000, 10_000),
        ("unclosed comments", "<p>ord</p>" + "<!--" * 100_000, 1),
        ("accents and links", "<p>" + "<a href='/x'>e</a>\u0301 " * 5_000, 5_000),
        ("portal rows", "<table>" + "<tr class=punktrow><td><b class=overskrift>ord" * 2_000, 2_000),
    ],
)
def test_hostile_pages_end(name: str, html: str, words: int) -> None:
    """All words are kept, and the time is that of the page's length."""
    start = time.process_time()
    found = lines(html)

    assert sum(len(line.text.split()) for line in found) == words, name
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    "html",
    [
        "<p " + "a=1 " * 300_000 + ">x</p>",
        "<p " + "a " * 300_000 + ">x</p>",
        "<p " + "a='>'" * 300_000 + ">x</p>",
        "<a ='" * 100_000,
        "<i>" * 500_000,
        "<div>" * 1_000 + "</p>" * 100_000,
        "<p>x</p><!--" + "x " * 3_000_000 + "-->",
    ],
)
def test_pages_no_person_made_are_refused(html: str) -> None:
    """Before a parser sees them."""
    with pytest.raises(UnsafeSource):
        read(html.encode(), "side.html")


def test_scripts_and_quotes_are_no_attributes() -> None:
    """Long scripts and a sign for "greater than" in quotes are ordinary."""
    script = "for(i=0;i<n;i++){a=b=c=d} " * 2_000

    assert texts(f"<script>{script}</script><p title='5 > 3' data-x=\"{'a=b ' * 2000}\">Referat</p>") == [
        "Referat"
    ]


def test_entities_of_a_page_of_its_own_are_not_followed() -> None:
    """A document type that declares some is read without them."""
    html = '<!DOCTYPE html [<!ENTITY a "ord "><!ENTITY b "&a;&a;&a;">]><p>Referat &b;</p>'

    assert texts(html) == ["Referat &b;"]


def test_the_shared_hostile_pages(shared: Path) -> None:
    """One is refused, of the other every word is kept."""
    hostile = shared / "fixtures" / "hostile"

    with pytest.raises(UnsafeSource):
        read((hostile / "attr.html").read_bytes(), "attr.html")
    assert text_of(read((hostile / "deep5000.html").read_bytes(), "deep5000.html").lines) == ["x"]


def test_headers_of_printed_pages_are_told() -> None:
    """LibreOffice saves them as divs with a name."""
    found = lines(f"<div title='header'><p>Byrådet</p></div>{PARAGRAPH}<div title=footer><p>4</p></div>")

    assert [line.furniture for line in found] == [Furniture.HEADER, None, Furniture.FOOTER]
