"""Openings: the lines where items begin, and the agenda they make."""

from __future__ import annotations

from dataclasses import dataclass

from converters.segment.numbering import Candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A line that opens an item, or a part of one in a pack.

    ``number`` is None if none is printed; ``titled`` is false where the line itself is no part of
    the title, as a field or the word of openness; ``title_at`` is then the line that is.
    ``wraps`` tells that the title is known to go on in the next line, ``ends_at`` that it is whole
    and the item's text begins at that line; ``mark`` is a word of openness beside the number.
    """

    index: int
    number: str | None
    title: str
    why: str
    titled: bool = True
    title_at: int | None = None
    wraps: bool = False
    ends_at: int | None = None
    mark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The items' openings in the order of the source, and openings that belong to other papers.

    ``confirmed`` tells whether labels under the titles bear the agenda out.
    """

    openings: tuple[Opening, ...] = ()
    foreign: tuple[Opening, ...] = ()
    confirmed: bool = False


def opening_of(candidate: Candidate, why: str) -> Opening:
    """Make an opening of a numbered line."""
    return Opening(
        index=candidate.index, number=candidate.number, title=candidate.title, why=why, wraps=candidate.wraps
    )
