"""A page is examined as far as it can be read, and never less strictly than it is read for the site."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.errors import FrontMatterError
from converters.frontmatter import dump, load
from converters.frontmatter.examined import MOST_FLAWS, examine
from tests.gates.malformed import PAGES, every_case

SIGNS = "\n\t :-#\"'{}[],&*!|>%@`\\”»\r\ufeff\x07\x85\u2028\u2029aæ1~?"
TEXTS = ["\n".join(lines) for lines in PAGES.values()] + [case.text for case in every_case()]


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """A page, good or broken, with a few more signs in it or fewer."""
    text = draw(st.sampled_from(TEXTS))
    rng = random.Random(draw(st.integers(0, 2**32)))  # noqa: S311 - where to break, not a secret
    for _ in range(draw(st.integers(0, 6))):
        place = rng.randrange(len(text) + 1)
        dropped = rng.choice((0, 0, 1, 3, 20))
        text = text[:place] + rng.choice(("", *SIGNS)) + text[place + dropped :]
    return text


@given(mangled() | st.text(st.sampled_from(SIGNS), max_size=80).map(lambda text: f"---\n{text}\n---\n"))
def test_nothing_stops_the_examination(text: str) -> None:
    """It ends, with flaws on lines that the page has."""
    found = examine(text)

    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(1 <= flaw.line <= lines for flaw in found.flaws), found.flaws
    assert all(1 <= line <= lines for line in found.places.values())


@given(mangled())
def test_what_the_site_refuses_is_a_flaw(text: str) -> None:
    """And what it reads is read as the same page, unless a flaw says otherwise."""
    found = examine(text)
    try:
        page = load(text, where="side.md")
    except FrontMatterError:
        assert any(flaw.blocks for flaw in found.flaws)
        return
    if not any(flaw.blocks for flaw in found.flaws):
        assert found.page == page


def test_what_is_wrong_with_the_whole_alone_is_told() -> None:
    """Found by the law above: a byte order mark in the middle is the first sign of an entry, and allowed."""
    [flaw] = examine("---\ntype: item\n\ufefftitle: A\n---\n").flaws

    assert (flaw.blocks, flaw.line) == (True, 3)


def test_a_line_that_ends_where_nobody_sees_it_is_told() -> None:
    """Found by fuzzing: each such sign is told once, and what stands below keeps its line."""
    found = examine("---\ntype: item\ntitle: A\x85- b\u2028\nnumber: &x 1\n---\n")

    assert [(flaw.code, flaw.line, flaw.blocks) for flaw in found.flaws] == [
        ("invisible", 3, True),
        ("anchor", 4, True),
    ]
    assert found.places["number",] == 4


def test_a_fault_at_the_very_end_stands_on_the_last_line() -> None:
    """Found by fuzzing: YAML tells of a line below the last one."""
    flaws = examine("title: A\n%TAG ! x").flaws

    assert max(flaw.line for flaw in flaws) == 2


def test_a_fault_in_nothing_stands_on_a_line_that_is_there() -> None:
    """Found by fuzzing: an invisible sign before the second fence, and no line between."""
    text = "---\n\ufeff---"

    assert max(flaw.line for flaw in examine(text).flaws) <= 2


@pytest.mark.parametrize("page", PAGES)
def test_each_value_knows_its_line(page: str) -> None:
    """Rows too."""
    found = examine("\n".join(PAGES[page]))

    for place, line in found.places.items():
        key = next(step for step in reversed(place) if isinstance(step, str))
        assert key in PAGES[page][line - 1] or isinstance(place[-1], int), (place, line)
    assert found.places["type",] == 2


def test_a_page_with_a_thousand_flaws_is_told_of_some() -> None:
    """A page of noise does not bury the others."""
    text = dump({"title": "x"}, "").replace("title: x", "\n".join(f"{number}: *x" for number in range(1000)))

    assert len(examine(text).flaws) == MOST_FLAWS


@pytest.mark.parametrize(
    "top",
    [
        "a\n" * 100_000,
        "a: *x\n" * 30_000,
        "key" + " " * 200_000,
        "a" * 200_000,
        "title: [" + "a" * 200_000,
        "title: " + "{" * 5_000,
        "rows:\n" + "  - {a: b\n" * 20_000,
        "- " * 50_000,
        "-" + " " * 100_000 + "x",
        'title: "' + "\\" * 100_000,
        "?" * 100_000,
        "a: b\n  c: d\n" * 15_000,
    ],
    ids=lambda top: top[:12],
)
def test_no_page_takes_long(top: str) -> None:
    """Front matter made to keep the gate busy is refused in the time of any other."""
    start = time.process_time()

    found = examine(f"---\n{top}\n---\n\nTekst\n")

    assert any(flaw.blocks for flaw in found.flaws) or found.page.meta
    assert time.process_time() - start < 5


def test_a_ruler_in_the_text_does_not_end_front_matter_that_has_no_end() -> None:
    """The missing line is asked for where the text begins."""
    [flaw] = examine("---\ntype: item\ntitle: A\n\n## Beslutning\n\nGodkendt: ja\n\n---\n\nMere\n").flaws

    assert (flaw.code, flaw.line) == ("fence", 4)
