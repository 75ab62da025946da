"""Labels in a column of their own, to the left of the text they stand over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converters.readers.pdf_printed import Printed

SAME_EDGE = 2.0  # points
NEAR_GUTTER = 0.15  # of the size: the narrowest gap between a label and the text beside it
FEWEST_LINES = 3  # of text beside labels
AT_EDGE = 0.5  # of the text's lines, that begin where its column does
PER_LABEL = 1.3  # lines of text that a label has on the average, or more
LABEL_WORDS = 4.5  # that a line of labels has on the average, or fewer
TEXT_WORDS = 2.0  # that a line of text has on the average, or more
LABEL_LEADING = 1.5  # times the size: lines of one label stand no farther apart
ABOVE = 0.6  # of the size, that text may begin above its label's baseline


def is_margin(block: Sequence[Printed], edge: float) -> bool:
    """Tell whether a block has labels to the left of an edge and their text to the right of it."""
    left = [piece for piece in block if piece.left < edge - SAME_EDGE]
    right = [piece for piece in block if piece.left >= edge - SAME_EDGE]
    if not left or len(right) < FEWEST_LINES or len(right) < PER_LABEL * len(left):
        return False
    if sum(piece.left - edge <= SAME_EDGE for piece in right) < AT_EDGE * len(right):
        return False
    if len({round(piece.left / SAME_EDGE) for piece in left}) > 1 + len(left) // 4:
        return False
    if not any(character.isalpha() for character in left[0].text):
        return False
    other_look = _usual(left) != _usual(right)
    return other_look and _words(left) <= LABEL_WORDS and _words(right) >= TEXT_WORDS


def beside(block: Sequence[Printed], edge: float) -> list[Printed]:
    """Give each label of a block, put together where it wraps, and after it the text beside it."""
    labels = _labels([piece for piece in block if piece.left < edge - SAME_EDGE])
    right = [piece for piece in block if piece.left >= edge - SAME_EDGE]
    starts = [label.base - ABOVE * label.look.size for label in labels] + [float("inf")]
    done = [piece for piece in right if piece.base < starts[0]]
    for label, start, stop in zip(labels, starts, starts[1:], strict=False):
        done.append(label)
        done += [piece for piece in right if start <= piece.base < stop]
    return done


def _labels(pieces: Sequence[Printed]) -> list[Printed]:
    labels: list[Printed] = []
    lowest = 0.0
    for piece in sorted(pieces, key=lambda one: one.base):
        if (
            labels
            and piece.base - lowest <= LABEL_LEADING * piece.look.size
            and piece.look == labels[-1].look
            and not labels[-1].text.endswith(":")  # "Dato:" above "Sted:" are two
        ):
            upper = labels[-1]
            divided = upper.text.endswith("-") and piece.text[0].islower()
            text = upper.text[:-1] + piece.text if divided else f"{upper.text} {piece.text}"
            labels[-1] = upper._replace(text=text, bottom=piece.bottom, right=max(upper.right, piece.right))
        else:
            labels.append(piece)
        lowest = piece.base
    return labels


def _usual(side: Sequence[Printed]) -> object:
    return Counter(piece.look for piece in side).most_common(1)[0][0]


def _words(side: Sequence[Printed]) -> float:
    return sum(len(piece.text.split()) for piece in side) / len(side)
