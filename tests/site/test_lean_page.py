"""What the index reads of a page."""

from __future__ import annotations

import re

import pytest

from converters.site.case_spellings import spellings
from converters.site.compounds import Compounds
from converters.site.findable import Findable, Kind, Passage
from converters.site.lean_page import LeanPages

LEAN = LeanPages(Compounds({"cykel": 9, "sti": 9}))
MARK = "~"


def lean(*passages: Passage, title: str = "21. Cykelsti", kind: Kind = Kind.ITEM) -> str:
    """The lean page of an item."""
    return LEAN.of(Findable(url="x/", kind=kind, title=title, passages=passages, date="2026-03-10"))


def test_blocks_and_anchors_are_kept_and_nothing_else() -> None:
    """Links, regions, classes and the signs that link to headings are left out."""
    html = (
        '<h2 id="sag">Sagen<a aria-label="Link" class="headerlink" href="#x">#</a></h2>'
        '<div class="table-region"><table><tr><th scope="col">Etape</th><td class="align-right">900</td></tr>'
        '</table></div><p>Se <a href="https://x.example">kortet</a> &lt;her&gt;<br>nu</p>'
    )

    assert lean(Passage(html=html)).endswith(
        '<h2 id="sag" data-pagefind-weight="2.084">Sagen</h2> Etape.  900. '
        " Se kortet &lt;her&gt; nu. </body></html>"
    )


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Ja.</p><p>Nej!</p>", " Ja.  Nej! "),
        ("<p>Ja</p>\n<p>(nej)</p>", " Ja. \n (nej). "),
        ("<ul><li>At<ul><li>købe</li></ul></li></ul>", " At købe.  "),
        ("<p>Se <em>her</em></p>", " Se her. "),
    ],
)
def test_a_block_ends_a_sentence(html: str, text: str) -> None:
    """An excerpt reads on from one block to the next; what ends on a sign of its own gets no other."""
    assert lean(Passage(html=html)).endswith(f"</i>{text}</body></html>")


def test_compounds_carry_a_mark_in_text_and_title() -> None:
    """They are found by each part; capitals stay, attributes stay."""
    page = lean(Passage(html='<p><a href="/cykelsti">CYKELSTIEN</a> og cykelsti</p>'))

    assert f" CYKEL{MARK}STIEN og cykel{MARK}sti. " in page
    assert f'data-title="21. Cykel{MARK}sti"' in page


def test_a_decision_counts_more() -> None:
    """Words of a decision weigh more than those of what led to it, up to the next section."""
    page = lean(Passage(html='<h2 id="a">Beslutning</h2><p>Ja.</p><h2 id="b">Bilag</h2><p>Kort.</p>'))

    weight = 'data-pagefind-weight="2.084"'
    assert f'<div {weight}><h2 id="a" {weight}>Beslutning</h2> Ja. </div><h2' in page


def test_usual_words_weigh_what_the_index_expects() -> None:
    """It expects 25 24ths, and rounds down; a word that weighs otherwise has its weight before it."""
    usual = re.search(r'<body data-pagefind-weight="([^"]*)">', lean(Passage(html="<p>Ja.</p>")))

    assert usual is not None
    assert int(float(usual[1]) * 24) == 25


@pytest.mark.parametrize("attack", ['"><script>alert(1)</script>', "a, b[c], d:e", "&amp; & '"])
def test_a_title_is_a_value_whatever_is_in_it(attack: str) -> None:
    """A title can neither end its attribute nor name another."""
    page = lean(title=attack)

    assert "<script" not in page
    assert 'data-pagefind-meta="title[data-title], dato[data-dato]"' in page


def test_a_meeting_is_called_by_another_name() -> None:
    """Whoever asks for schools gets what was decided before the meetings of a committee for schools."""
    assert 'data-moede="Skoleudvalget"' in lean(title="Skoleudvalget", kind=Kind.MEETING)


@pytest.mark.parametrize(
    ("printed", "found_by"),
    [
        ("26/0312", ("26/0312", "26/312", "2026/312", "2026/0312")),
        ("2026-312", ("2026-312", "26/312", "26/0312", "2026/0312")),
        ("98/1", ("98/1", "98/0001", "1998/1", "1998/0001")),
        ("00.22.02-A26-1-13", ("00.22.02-A26-1-13",)),
    ],
)
def test_a_case_number_is_found_in_each_spelling(printed: str, found_by: tuple[str, ...]) -> None:
    """As printed first, then as other systems print it."""
    assert spellings(printed) == found_by
