"""The lines of a PDF page: put together from pieces, with blanks where a reader sees them."""

from __future__ import annotations

import pytest

from converters.readers.letter_widths import breadth
from converters.readers.pdf_fonts import font_named
from tests.readers.pdf_papers import (
    BOLD,
    HEIGHT,
    ITALIC,
    LEFT,
    PLAIN,
    SIGNS,
    SIZE,
    at,
    body,
    lines_of,
    rule,
    texts,
    wide,
)

SENTENCE = "Havneudvalget så på kajen og gik hjem igen."


def first(painted: str) -> str:
    """The first line of a page that has other text too."""
    return texts(lines_of(painted + body(1, 300, 90)))[0]


def word_by_word(text: str, spacing: float = 0.0) -> str:
    """Paint each word by itself."""
    painted, x = "", LEFT
    for word in text.split():
        painted += at(x, 100, word)
        x += wide(f"{word} ") + spacing
    return painted


def letter_by_letter(text: str) -> str:
    """Paint each letter by itself."""
    painted, x = "", LEFT
    for letter in text:
        painted += at(x, 100, letter) if letter != " " else ""
        x += wide(letter)
    return painted


@pytest.mark.parametrize("spacing", [-0.8, 0.0, 2.0, 6.0])
def test_words_painted_one_by_one(spacing: float) -> None:
    """Blanks that are only gaps are blanks, wide or narrow."""
    assert first(word_by_word(SENTENCE, spacing)) == SENTENCE


def test_letters_painted_one_by_one() -> None:
    """Letters that touch are words, and the gaps between them are blanks."""
    assert first(letter_by_letter(SENTENCE)) == SENTENCE


def test_a_word_painted_in_two_pieces() -> None:
    """Two pieces that touch are one word."""
    assert first(at(LEFT, 100, "Havneud") + at(LEFT + wide("Havneud"), 100, "valget")) == "Havneudvalget"


def test_letters_spaced_out() -> None:
    """A word whose letters are spaced out for looks is a word."""
    painted = f"BT /F1 14 Tf 4 Tc 1 0 0 1 {LEFT} {HEIGHT - 100} Tm (REFERAT) Tj ET\n"

    assert first(painted) == "REFERAT"


def test_letters_with_a_blank_between_each() -> None:
    """A word typed with blanks between its letters is read as the word it spells."""
    assert first(at(LEFT, 100, "R E F E R A T", size=14)) == "REFERAT"


def test_a_raised_figure() -> None:
    """A small raised sign belongs to the word it stands at, on the line it stands in."""
    end = LEFT + wide("Kajen er 120 m")
    painted = at(LEFT, 100, "Kajen er 120 m") + at(end, 96, "2", size=7) + at(end + 7, 100, "stor.")

    assert first(painted) == "Kajen er 120 m2 stor."


def test_a_lowered_figure() -> None:
    """A small lowered sign belongs to the word it stands at too."""
    end = LEFT + wide("Skibe udleder CO")
    painted = at(LEFT, 100, "Skibe udleder CO") + at(end, 103, "2", size=7) + at(end + 7, 100, "hver dag.")

    assert first(painted) == "Skibe udleder CO2 hver dag."


def test_text_painted_twice() -> None:
    """Words painted again a hair to the side, for want of a bold type, are there once."""
    assert first(at(LEFT, 100, "Beslutning") + at(LEFT + 0.4, 100, "Beslutning")) == "Beslutning"


def test_a_shadow() -> None:
    """Words painted again a hair below are there once."""
    assert first(at(LEFT, 100, "Referat", BOLD, 20) + at(LEFT + 0.8, 100.8, "Referat", BOLD, 20)) == "Referat"


def test_the_same_word_twice_in_a_sentence() -> None:
    """A word that is said twice stands there twice."""
    assert first(word_by_word("Ja ja ja ja")) == "Ja ja ja ja"


def test_the_same_word_on_two_lines() -> None:
    """A word right under itself stands there twice."""
    found = texts(lines_of(at(LEFT, 100, "Godkendt") + at(LEFT, 112, "Godkendt") + body(1, 300)))

    assert found.count("Godkendt") == 2


def test_underlined_text() -> None:
    """A line drawn under words changes none of them, and makes no table."""
    found = lines_of(at(LEFT, 100, SENTENCE) + rule(LEFT, 102, LEFT + wide(SENTENCE), 102) + body(1, 300))

    assert found[0].text == SENTENCE
    assert all(line.table is None for line in found)


def test_bold_words_within_a_line() -> None:
    """Words in bold within a plain line are in their place, and the line is no heading."""
    end = LEFT + wide("Udvalget ")
    painted = at(LEFT, 100, "Udvalget ") + at(end, 100, "godkendte", BOLD)
    painted += at(end + wide("godkendte "), 100, "indstillingen om kajen.", ITALIC)

    (found, *_) = lines_of(painted + body(1, 300))

    assert found.text == "Udvalget godkendte indstillingen om kajen."
    assert found.level is None


def test_a_bold_lead_in_words() -> None:
    """A line that only begins in bold is text and no heading."""
    painted = at(LEFT, 100, "Beslutning: ", BOLD) + at(
        LEFT + wide("Beslutning: "), 100, "Udvalget godkendte det."
    )

    (found, *_) = lines_of(painted + body(1, 300))

    assert found.text == "Beslutning: Udvalget godkendte det."
    assert found.level is None


@pytest.mark.parametrize("face", [PLAIN, BOLD, ITALIC])
def test_danish_letters(face: str) -> None:
    """Letters beyond the English ones are read in every face."""
    assert first(at(LEFT, 100, "Ærø, Øster Ås: ”på” – 5 §", face)) == "Ærø, Øster Ås: ”på” – 5 §"


def test_a_bullet_that_is_drawn() -> None:
    """A dot drawn before a line is its bullet."""
    dot = f"{LEFT - 14} {HEIGHT - 99} 4 4 re f\n"

    assert first(dot + at(LEFT, 100, SENTENCE)) == f"• {SENTENCE}"


def test_a_bullet_from_a_font_of_signs() -> None:
    """Whatever letter a font of signs uses for its bullet, it is a bullet."""
    assert first(at(LEFT, 100, "§", SIGNS) + at(LEFT + 18, 100, SENTENCE)) == f"• {SENTENCE}"


def test_a_slightly_crooked_line() -> None:
    """Words whose baselines differ by a hair are one line."""
    painted = at(LEFT, 100, "Havneudvalget") + at(LEFT + wide("Havneudvalget "), 100.7, "så på kajen.")

    assert first(painted) == "Havneudvalget så på kajen."


def test_words_that_stand_on_end() -> None:
    """A stamp up along the edge of a page is kept, and mixes with no line of text."""
    stamp = f"BT /F1 9 Tf 0 1 -1 0 30 {HEIGHT - 400} Tm (Dok. 17-2026) Tj ET\n"

    found = texts(lines_of(body(1, 100, 200) + stamp))

    assert "Dok. 17-2026" in found


@pytest.mark.parametrize(
    ("name", "family", "bold", "italic"),
    [
        ("ABCDEE+Calibri,Bold", "Calibri", True, False),
        ("Helvetica-Oblique", "Helvetica", False, True),
        ("Arial-BoldItalicMT", "Arial", True, True),
        ("ABCDEF+KBHTekst-Black", "KBHTekst", True, False),
        ("Verdana", "Verdana", False, False),
        ("", "", False, False),
    ],
)
def test_what_a_font_name_tells(name: str, family: str, bold: bool, italic: bool) -> None:  # noqa: FBT001 - what a font is
    """Family, bold and italic are in the name, whatever a program put around it."""
    font = font_named(name)

    assert (font.family, font.bold, font.italic) == (family, bold, italic)


def test_the_bold_of_a_family_is_of_that_family() -> None:
    """Regular and bold letters of a type differ in nothing but their weight."""
    assert font_named("TimesNewRomanPSMT").family == font_named("TimesNewRomanPS-BoldMT").family


@pytest.mark.parametrize("name", ["ABCDEE+SymbolMT", "ZapfDingbats", "Webdings"])
def test_fonts_of_signs(name: str) -> None:
    """A font whose letters are signs says so."""
    assert font_named(name).symbols


def test_longer_words_are_wider() -> None:
    """A text is as wide as its letters, and wide letters are wider than narrow ones."""
    assert breadth("kaj") < breadth("kajen") < breadth("kajen nord")
    assert breadth("iii") < breadth("nnn") < breadth("mmm")
    assert breadth("") == 0
    assert wide("kaj", 2 * SIZE) == pytest.approx(2 * wide("kaj"))
