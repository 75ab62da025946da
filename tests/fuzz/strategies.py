"""Sources made up for each target, and kept inputs that are damaged."""

from __future__ import annotations

import random
from io import BytesIO
from zipfile import ZipFile

from hypothesis import strategies as st

from tests.fuzz.kept import kept
from tests.fuzz.mutation import mutated, pieces
from tests.fuzz.targets import TARGETS
from tests.papers import loose_lines, papers
from tests.readers import pdf_papers
from tests.readers.word_files import heading_style, level, lists, p, word_file

ENCODINGS = ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
FIGURES = st.sampled_from([0.0, 1.0, -1.0, 0.5, 12.0, 300.0, 595.0, 1e4, -1e4, 3e9]) | st.floats(
    -1e5, 1e5, width=32
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20)
LETTERS = st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), max_size=30)
XML_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", "\ufffe": "", "\uffff": ""})


def sources(name: str) -> st.SearchStrategy[bytes]:
    """Sources of a target: one made up, or a kept one that is damaged."""
    return MADE[name] | damaged(name)


@st.composite
def damaged(draw: st.DrawFn, name: str) -> bytes:
    """A kept input with a few pieces moved, repeated or spoilt."""
    raw = draw(st.sampled_from([path.read_bytes() for path in kept(name)]))
    chance = random.Random(draw(st.integers(0, 2**32)))  # noqa: S311 - damage, no secret
    for _ in range(chance.randint(1, 4)):
        raw = mutated(name, raw, TARGETS[name].largest, chance, lambda raw, most: _spoilt(raw, most, chance))
    return raw


def _spoilt(raw: bytes, most: int, chance: random.Random) -> bytes:
    """Bytes with some of them changed, dropped or repeated."""
    place = chance.randrange(len(raw) + 1)
    length = chance.choice((1, 1, 4, 20))
    new = chance.choice((b"", b"\0", b"\xff", chance.randbytes(length), raw[place : place + length] * 2))
    return (raw[:place] + new + raw[place + length :])[:most]


def _piece(words: str) -> st.SearchStrategy[str]:
    return st.sampled_from(pieces(words)).map(lambda piece: piece.decode("utf-8", "replace"))


def _encoded(texts: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    return st.builds(
        lambda text, encoding, stray: text.encode(encoding, "replace") + stray,
        texts,
        st.sampled_from(ENCODINGS),
        st.just(b"") | st.binary(max_size=3),
    )


@st.composite
def _word_files(draw: st.DrawFn) -> bytes:
    """A Word file of pieces that mean something and of paragraphs, with styles and lists."""
    text = TEXTS.map(lambda one: one.translate(XML_SIGNS))
    paragraph = st.builds(p, text, style=st.sampled_from(["", "Heading1", "Titel", "x"]))
    inside = st.lists(_piece("docx") | text, max_size=4).map(lambda inner: p(runs="".join(inner)))
    body = draw(st.lists(paragraph | inside | _piece("docx"), max_size=12))
    number = draw(st.sampled_from(["%1.", "%1.%2", "%9", "Punkt %1", "\uf0b7", ""]))
    form = draw(st.sampled_from(["decimal", "bullet", "lowerLetter", "upperRoman", "none", "x"]))
    return word_file(
        "".join(body),
        styles=heading_style(
            "Heading1", draw(st.integers(-1, 10)), base=draw(st.sampled_from(["", "Heading1"]))
        ),
        numbering=lists(level(0, form, number) + level(1, form, number)),
        parts={"header1": p("Side 1"), "footnotes": draw(_piece("docx"))},
        links={"rId9": draw(st.sampled_from(["https://birkevig.dk", "javascript:x", "", "\u00e5"]))},
    )


@st.composite
def _pdf_files(draw: st.DrawFn) -> bytes:
    """A PDF with words and lines at any place, size and slant, and operators between them."""
    words = st.builds(
        pdf_papers.at,
        FIGURES,
        FIGURES,
        LETTERS,
        st.sampled_from([*pdf_papers.FACES, "F9"]),
        FIGURES | st.sampled_from([8.0, 11.0, 16.0]),
    )
    in_order = st.builds(
        pdf_papers.under_each_other, FIGURES, st.just(90.0), st.lists(LETTERS, max_size=6), size=st.just(11.0)
    )
    drawn = st.builds(pdf_papers.rule, FIGURES, FIGURES, FIGURES, FIGURES)
    moved = st.lists(FIGURES, min_size=6, max_size=6).map(
        lambda matrix: " ".join(f"{one:g}" for one in matrix) + " cm\n"
    )
    operator = _piece("pdf").map(lambda one: f"{one} ")
    page = st.lists(words | in_order | drawn | moved | operator, max_size=12).map("".join)
    painted = [
        one.encode("latin-1", "replace").decode("latin-1")
        for one in draw(st.lists(page, min_size=1, max_size=3))
    ]
    turned = draw(st.sampled_from(sorted(pdf_papers.TURNS)))
    return pdf_papers.pdf(
        *(pdf_papers.Page(painted=one, shown_turned=turned) for one in painted),
        bookmarks=draw(st.lists(TEXTS, max_size=2)),
        form=draw(page).encode("latin-1", "replace").decode("latin-1"),
    )


@st.composite
def _packages(draw: st.DrawFn) -> bytes:
    """A zip of parts with the names that Office gives them, or none that it does."""
    out = BytesIO()
    names = st.sampled_from(
        ["content.xml", "xl/sharedStrings.xml", "docProps/core.xml", "a/b.zip", "\u00e6.png"]
    )
    parts = draw(st.dictionaries(names, st.binary(max_size=40) | MADE["html"], max_size=3))
    with ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


_TEXT = _encoded(loose_lines() | papers() | st.lists(_piece("minutes"), max_size=20).map("\n".join))
_PDF = _pdf_files()
_PAGE = _encoded(st.lists(_piece("html") | TEXTS | _piece("minutes"), max_size=25).map("".join))
_FRONT = st.lists(_piece("front_matter") | TEXTS, max_size=12).map("\n".join)
_RTF = st.lists(
    st.sampled_from([r"{\rtf1", "}", r"\par ", r"\'e6", r"\u248?", r"\u-3", r"\~", "\\\\", "{"]) | LETTERS,
    max_size=9,
)
MADE: dict[str, st.SearchStrategy[bytes]] = {
    "text": _TEXT,
    "minutes": _TEXT,
    "front_matter": _FRONT.map(lambda top: f"---\n{top}\n---\nTekst\n".encode()) | _encoded(_FRONT),
    "html": _PAGE,
    "docx": _word_files(),
    "office": _RTF.map(lambda parts: "".join(parts).encode("cp1252", "replace"))
    | st.binary(max_size=40)
    | _word_files(),
    "pdf": _PDF,
    "ocr": _PDF,
}
MADE["every_word"] = _packages() | st.one_of(*MADE.values()) | st.binary(max_size=80)
