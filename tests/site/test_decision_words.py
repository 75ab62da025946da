"""The words of a decision, from the page they stand on."""

from __future__ import annotations

import pytest

from converters.site.decision_words import Heading, Words, excerpt, is_decision, plain, words

HTML = (
    '<h2 id="resume">Resumé<a class="headerlink" href="#resume">#</a></h2><p>Kort.</p>'
    '<h2 id="a">Beslutning i Økonomiudvalget</h2><p>Anbefales &amp; sendes.</p>'
    '<h2 id="b">Beslutning i Byrådet</h2><p>Godkendt,</p><ul><li>at A</li><li>at B</li></ul>'
    '<h2 id="sag">Sagsfremstilling</h2><p>Lang.</p>'
)
HEADINGS = tuple(
    Heading(anchor=anchor, text=text, level=2)
    for anchor, text in [
        ("resume", "Resumé"),
        ("a", "Beslutning i Økonomiudvalget"),
        ("b", "Beslutning i Byrådet"),
        ("sag", "Sagsfremstilling"),
    ]
)


def test_the_own_committees_decision_is_taken() -> None:
    """Of several decisions the one of the meeting's committee counts, wherever it stands."""
    assert words(HTML, HEADINGS, "Økonomiudvalget") == Words(text="Anbefales & sendes.", anchor="a")
    assert words(HTML, HEADINGS, "Byrådet") == Words(text="Godkendt, at A at B", anchor="b")


def test_the_own_committees_sub_heading_is_taken() -> None:
    """One section may hold a sub-heading a committee; the sign that links to a heading is no word."""
    html = (
        '<h2 id="b">Beslutning</h2>'
        '<h3 id="t">Teknikudvalget, den 3. marts<a class="headerlink" href="#t">#</a></h3><p>Anbefales.</p>'
        '<h3 id="p">Planudvalget, den 4. marts<a class="headerlink" href="#p">#</a></h3><p>Afvist.</p>'
        '<h2 id="s">Sagsfremstilling</h2><p>Lang.</p>'
    )
    headings = [
        Heading(anchor="b", text="Beslutning", level=2),
        Heading(anchor="t", text="Teknikudvalget, den 3. marts", level=3),
        Heading(anchor="p", text="Planudvalget, den 4. marts", level=3),
        Heading(anchor="s", text="Sagsfremstilling", level=2),
    ]

    assert words(html, headings, "Teknikudvalget") == Words(text="Anbefales.", anchor="t")
    assert words(html, headings, "Planudvalget") == Words(text="Afvist.", anchor="p")
    assert words(html, headings, None) == Words(
        text="Teknikudvalget, den 3. marts Anbefales. Planudvalget, den 4. marts Afvist.", anchor="b"
    )


def test_without_an_own_decision_the_last_one_counts() -> None:
    """Earlier committees' decisions are printed first."""
    assert words(HTML, HEADINGS, "Planudvalget") == Words(text="Godkendt, at A at B", anchor="b")


def test_without_a_label_the_decision_begins_the_body() -> None:
    """Minutes without sections print the decision straight under the title."""
    html = '<p>Udsat til <em>juni</em>.</p><h2 id="sag">Sagsfremstilling</h2><p>Lang.</p>'

    assert words(html, HEADINGS[3:], None) == Words(text="Udsat til juni.", anchor=None)


def test_an_empty_decision_has_no_words() -> None:
    """Nothing is shown where nothing stands."""
    assert words('<h2 id="a">Beslutning</h2>', HEADINGS[1:2], None) is None
    assert words("", (), None) is None
    assert words('<h2 id="a">Beslutning</h2><p>-</p>', HEADINGS[1:2], None) is None


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Beslutning", True),
        ("Udvalgets beslutning", True),
        ("Beslutning i Sundhedsudvalget den 14-09-2020", True),
        ("Afgørelse", True),
        ("Beslutningskompetence", False),
        ("Beslutningstema", False),
        ("Tidligere beslutninger", False),
        ("Forslag til beslutning", False),
        ("Indstilling", False),
    ],
)
def test_which_sections_hold_decisions(label: str, *, expected: bool) -> None:
    """A section about who may decide, or what was decided before, is none."""
    assert is_decision(label) is expected


def test_an_excerpt_ends_with_a_sentence_or_a_word() -> None:
    """Whole sentences if they fill half of the room, else whole words."""
    assert excerpt("Godkendt.", 40) == "Godkendt."
    assert excerpt("Udsat til juni. Udvalget ønsker flere tal.", 20) == "Udsat til juni. …"
    assert excerpt("Ja. Udvalget ønsker, at der findes flere penge", 22) == "Ja. Udvalget ønsker …"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Godkendt.", False),
        ("Taget til efterretning.", False),
        ("Anbefales.", False),
        ("Udsat til juni.", True),
        ("Godkendt. Punkt 3 udgår.", True),
    ],
)
def test_words_that_only_repeat_the_mark_add_nothing(text: str, *, expected: bool) -> None:
    """A mark that says "Godkendt" needs no "Godkendt." under it."""
    assert Words(text=text, anchor=None).add_to("Taget til efterretning") is expected


def test_text_of_html_is_one_line() -> None:
    """Blocks are told apart by a blank, marks inside a word are not."""
    assert plain("<p>En &lt;b&gt;</p>\n<p>skole<em>vej</em></p>") == "En <b> skolevej"
