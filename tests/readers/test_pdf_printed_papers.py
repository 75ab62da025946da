"""What printed minutes ask of a page: short pages, labels in a column, colons that stand in a column."""

from __future__ import annotations

from tests.readers.pdf_papers import (
    BOLD,
    LEADING,
    LEFT,
    RIGHT,
    body,
    broken,
    lines_of,
    paragraphs,
    prose,
    texts,
    under_each_other,
)

VALUES = 190.0
LABELS = ["Møde nr.", "Sted", "Dato", "Start kl.", "Slut kl."]
SAID = ["3 i dette år", "Havnekontoret i Sundby", "5. marts 2026", "15.00 i salen", "17.10 eller senere"]


def test_a_page_with_few_full_lines() -> None:
    """Where its column ends is told by the other pages of the paper."""
    text = prose(9, 42).title()
    lines = broken(text, RIGHT - LEFT)
    short = under_each_other(LEFT, 100, [f"Kaj {number}" for number in range(1, 17)], leading=2 * LEADING)

    found = lines_of(body(1, words=120) + body(2, 400, 120), short + under_each_other(LEFT, 600, lines))

    assert len(lines) == 3
    assert paragraphs(found)[-1] == text


def test_bold_labels_right_under_each_other() -> None:
    """Each label that ends with its colon stands before its own value."""
    labels = [f"{label}:" for label in LABELS]
    painted = under_each_other(LEFT, 100, labels, BOLD) + under_each_other(VALUES, 100, SAID)
    members = under_each_other(VALUES, 100 + 5 * LEADING, ["Anna Holm i havnen", "Bent Krog på kajen"])

    found = texts(lines_of(painted + members + body(1, 300, 90)))

    assert found[:5] == ["Møde nr.:", SAID[0], "Sted:", SAID[1], "Dato:"]


def test_colons_at_the_head_of_the_right_column() -> None:
    """A label's value stands behind its colon, on the label's line."""
    values = [f": {value}" for value in SAID]
    painted = under_each_other(LEFT, 100, LABELS) + under_each_other(VALUES, 100, values)

    found = texts(lines_of(painted + body(1, 300, 90)))

    assert [" ".join(text.split()) for text in found[:5]] == [
        f"{label} : {value}" for label, value in zip(LABELS, SAID, strict=True)
    ]
