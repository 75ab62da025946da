"""Paragraphs of a PDF: a line goes on the one above if its first word would not have fitted there."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from converters.readers.letter_widths import breadth
from converters.readers.pdf_printed import COLUMN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from converters.readers.pdf_printed import Look, Printed

TIGHT = 1.22  # times the leading: lines of one paragraph stand no farther apart
HEADING_LEADING = 1.5  # times the size: lines of one heading stand no farther apart
HANGS = 6.0  # times the size: how far the second line of a heading is set in at most
USUAL_LEADING = 1.2  # times the size, where a look has too few lines to tell
SOLID = 0.85  # times the size: nearer to each other than that, two lines are cells of a row
RARE = 30  # one in so many distances may be closer than the leading: a note's number, a fraction
SPREAD = 1.02  # of the closest, for the rounding of a page
LOOSEST = 2.2  # times the size
NEAR, WITNESSES, BEYOND = 4.0, 3, 12.0  # sizes from the edge; lines that come so near; sizes it lies beyond
BLANK_LINE = 1.55  # times the leading: an empty line stands between
WIDE = 0.7  # of the line above, for a line that may go on a finished sentence
SAME_EDGE = 3.0  # points
FIRST = frozenset({"1", "a", "A", "-", "–"})  # markers that a list can begin with
REACH = 60  # lines from one entry of a list to the next
FAR_OFF = 2.0  # times the width that the number of letters tells: no word is so wide
BLANK = 0.25  # of the size
SLACK = 0.6  # of the size, by which a line may seem to have room for one word more
FEWEST, FEWEST_AT_ALL = 15, 8  # lines of a column, on a page and in the paper, that tell where it ends
ENDS, CLOSES = ".:;!?…", "\"”»')"  # what ends a sentence, and what may stand behind it
CLOSED_IN = re.compile(r"\([^\W\d_]{1,3}\)(?=\W|$)")  # the party of the last name on the line above
MARKED = re.compile(
    r"^(?:[•◦▪●■○∙·➢►❖✓\uf0a0-\uf0ff]|[-–o]\s|\(?(?:(?P<number>\d{1,3})|(?P<letter>[a-zæøåA-H]))[.):](?!\S*\d)\s?\S)"
)


class Paragraphs:
    """The measure of a document's running text: its leading by look, and where its columns end."""

    def __init__(self, pages: Sequence[Sequence[Printed]]) -> None:
        self._leading = _leadings(pages)
        edges = _right_edges(pages)
        # A short list in a column of its own does not tell how wide the column is.
        self._known_edge = cache(
            lambda page, column: next(
                (edges[where] for where in ((page, column), (0, column), (0, 0)) if edges.get(where)), 0.0
            )
        )

    def leading(self, look: Look) -> float:
        """Points from one baseline to the next in running text of a look."""
        return self._leading.get(look) or USUAL_LEADING * look.size

    def gap(self, above: Printed, line: Printed) -> int:
        """Count the empty lines between two lines of a column, beyond the document's own spacing."""
        distance = line.base - above.base
        leading = max(self.leading(above.look), self.leading(line.look))
        if distance <= TIGHT * leading:
            return 0
        return max(1, round(distance / leading) - 1) if distance > BLANK_LINE * leading else 1

    def opening(self, lines: Iterable[Printed]) -> frozenset[int]:
        """Give the places of lines that begin an entry of a list, or a numbered heading.

        A number or a dash at the start of a line may stand inside a wrapped sentence, "(sag nr. / 341)": it
        begins an entry if it stands apart from its text or the lines above, or follows one that did.
        """
        found: set[int] = set()
        expected: dict[str, tuple[int, float]] = {}  # marker, and where the one before it stood
        above: Printed | None = None
        for place, line in enumerate(lines):
            match = MARKED.match(line.text)
            before, above = above, line
            if match is None:
                continue
            label = match["number"] or match["letter"] or (line.text[0] if line.text[0] in "-–" else None)
            apart = line.lead != line.left or before is None or abs(line.left - before.left) > SAME_EDGE
            wraps = before is not None and not _ends(before.text) and self._is_full(before, line)
            since, edge = expected.get(label or "", (-REACH, 0.0))
            follows = place - since < REACH and (abs(line.left - edge) <= SAME_EDGE or not wraps)
            if apart or label is None or follows or (label in FIRST and not wraps):
                found.add(place)
                if label is not None:
                    expected[_next(label)] = place, line.left
        return frozenset(found)

    def goes_on(self, above: Printed, line: Printed, *, heading: bool, opens: bool) -> bool:
        """Tell whether a line goes on the paragraph of the line above it; ``opens`` if it begins an entry."""
        turned = above.page != line.page or line.base < above.base
        if above.look.size != line.look.size or opens or (above.column != line.column and not turned):
            return False
        if heading:
            return self._heading_goes_on(above, line)
        # A line of fields ends where its last column does, however full it looks.
        fields = COLUMN in above.text or COLUMN in line.text
        if fields or (above.column == line.column and not self._under(above, line)):
            return False
        ends = _ends(above.text)
        if turned:
            # A full last line that ends a sentence goes on twice as often as it ends its paragraph;
            # but a short line at the top of a page is more often a label than the rest of a paragraph.
            if ends and line.right - line.left < WIDE * (above.right - above.left):
                return False
        elif line.base - above.base > TIGHT * self.leading(line.look):
            return False
        # In a cell of few lines, which tell of no edge, names are told by their signs.
        return (
            self._is_full(above, line)
            or (line.text[0].islower() and not ends)
            or (not turned and (_is_broken(above.text) or (not ends and _closes_in(line.text))))
        )

    def _heading_goes_on(self, above: Printed, line: Printed) -> bool:
        """Tell whether a heading wraps: it may do so long before the column ends."""
        if (
            above.page != line.page
            or above.look != line.look
            or line.base - above.base > HEADING_LEADING * line.look.size
        ):
            return False
        ends = _ends(above.text) and not line.text[0].islower()
        if ends or line.base <= above.base:
            return False
        if line.text[0].islower() and 0 < line.left - above.left <= HANGS * line.look.size:
            return True  # set in behind the number, which is painted in one go with the words
        return self._under(above, line) and (
            line.text[0].islower() or self._is_full(above, line) or _hangs(above, line)
        )

    @staticmethod
    def _under(above: Printed, line: Printed) -> bool:
        """Tell whether a line begins where the line above does, or where its text does behind a marker."""
        return any(abs(line.left - edge) <= SAME_EDGE for edge in (above.left, above.lead)) or (
            # The first line of a paragraph may be set in.
            above.left > line.left
            and above.left - line.left <= 3 * line.look.size
            and above.lead == above.left
            and not MARKED.match(above.text)
        )

    def _is_full(self, above: Printed, line: Printed) -> bool:
        """Tell whether the first word of a line would not have fitted on the line above."""
        word = line.text.split(" ", 1)[0]
        # Two estimates of the word's width, by its letters and by their number; the wider one decides,
        # since a paragraph cut in two costs more than two short ones run together.
        whole, size = line.right - line.left, above.look.size
        room = self._edge(above, line) - above.right - (SLACK + BLANK) * size
        by_number = whole * len(word) / len(line.text)
        if by_number > room or by_number * FAR_OFF < room:
            return by_number > room
        return whole * breadth(word) / breadth(line.text) > room

    def _edge(self, above: Printed, line: Printed) -> float:
        """Where the column ends that a line stands in, as the lines of its page show."""
        return max(self._known_edge(above.page, above.column), above.right, line.right)


def _ends(text: str) -> bool:
    """Tell whether a line ends a sentence."""
    return text.rstrip(CLOSES).endswith(tuple(ENDS))


def _next(label: str) -> str:
    """Give the marker that follows a marker; another dash follows a dash."""
    if label.isdigit():
        return str(int(label) + 1)
    return chr(ord(label) + 1) if label.isalpha() else label


def _hangs(above: Printed, line: Printed) -> bool:
    """Tell whether a line stands under the text of a heading and not under its number."""
    return above.lead != above.left and abs(line.left - above.lead) <= SAME_EDGE


def _is_broken(text: str) -> bool:
    """Tell whether a line ends inside a name: "Jens-" and "Ole" on the next line."""
    return text[-1:] in {"-", "\u2010"} and text[-2:-1].isalpha()


def _closes_in(text: str) -> bool:
    return text[:1] == "(" and CLOSED_IN.match(text) is not None


def _leadings(pages: Sequence[Sequence[Printed]]) -> dict[Look, float]:
    """Give the distance from line to line that occurs most often within each look."""
    found: dict[Look, list[float]] = defaultdict(list)
    for lines in pages:
        for above, line in pairwise(lines):
            distance = line.base - above.base
            if above.look == line.look and 0 < distance < 3 * line.look.size:
                found[line.look].append(round(distance, 1))
    leadings = {}
    for look, all_of_them in found.items():
        # A cell of one line stands half a line below the first of two in the cell beside it.
        distances = [distance for distance in all_of_them if distance >= SOLID * look.size] or all_of_them
        # The closest lines of some number are those of a paragraph; in a paper of single lines with an
        # empty line between them, most stand farther apart.
        ordered = sorted(distances)
        closest = ordered[min(len(ordered) - 1, max(1, len(ordered) // RARE))]
        leadings[look] = min(closest * SPREAD, LOOSEST * look.size)
    if not leadings:
        return {}
    # Titles that hardly ever follow each other, and then with air between, have no leading of their own.
    usual = max(leadings, key=lambda look: (len(found[look]), str(look)))
    widest = leadings[usual] / usual.size
    return {
        look: min(leading, widest * look.size) if len(found[look]) < FEWEST_AT_ALL else leading
        for look, leading in leadings.items()
    }


def _right_edges(pages: Sequence[Sequence[Printed]]) -> dict[tuple[int, int], float]:
    """Give where lines end on the right, by page and column; page 0 is all of them."""
    found: dict[tuple[int, int], list[Printed]] = defaultdict(list)
    for lines in pages:
        for line in lines:
            for page in (line.page, 0):
                found[page, line.column].append(line)
    edges = {
        (page, column): _edge_of(lines)
        for (page, column), lines in found.items()
        if len(lines) >= (FEWEST if page else FEWEST_AT_ALL) or (page, column) == (0, 0)
    }
    # A page of labels with two full lines among them does not tell where its column ends: the paper does.
    return {
        (page, column): min(edge, max(edges.get((0, column), edge), _longest(found[page, column])))
        for (page, column), edge in edges.items()
    }


def _longest(lines: Sequence[Printed]) -> float:
    return max(line.right for line in lines)


def _edge_of(lines: Sequence[Printed]) -> float:
    """Give the edge that lines come up to: one line beyond it does not set it.

    Where hardly a line comes near the longest, the lines are all short and tell of no edge: it lies
    farther out.
    """
    ordered = sorted(line.right for line in lines)
    edge, size = ordered[-2] if len(ordered) > 20 else ordered[-1], lines[0].look.size
    near = sum(right >= edge - NEAR * size for right in ordered)
    return edge if near >= WITNESSES else edge + BEYOND * size
