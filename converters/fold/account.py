"""The account of a document's words: what is left off its pages, and the reason for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converters.ledger import LeftOut, Reason
from converters.segment.marks import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from converters.segment.outline import Outline

REASONS = {
    Role.HEADER: Reason.HEADER,
    Role.FOOTER: Reason.FOOTER,
    Role.PAGE_NUMBER: Reason.PAGE_NUMBER,
    Role.STAMP: Reason.STAMP,
    Role.CHROME: Reason.BOILERPLATE,
    Role.CONTENTS: Reason.CONTENTS,
    Role.GROUP: Reason.BOILERPLATE,
    Role.LINK_DUMP: Reason.DUPLICATE_LINK,
}


class Account:
    """Collects what is left out; lines of a closed item are recorded as closed, whatever else they are."""

    def __init__(self, outline: Outline, closed: Iterable[int] = ()) -> None:
        self._outline = outline
        self._closed = frozenset(closed)
        self._entries: list[tuple[int, LeftOut]] = []

    def leave_out(self, index: int, text: str, reason: Reason, note: str | None = None) -> None:
        """Record words of one line."""
        if not text.strip():
            return
        line = self._outline.lines[index]
        if index in self._closed:
            reason, note = Reason.CLOSED, None
        entry = LeftOut(page=line.origin.page, line=line.origin.line, text=text, reason=reason, note=note)
        self._entries.append((index, entry))

    def furniture(self) -> None:
        """Record every line whose role keeps it off the pages."""
        for index, mark in sorted(self._outline.marks.items()):
            reason = REASONS.get(mark.role)
            if reason is not None:
                self.leave_out(index, self._outline.lines[index].text, reason, mark.why)

    def stripped(self) -> None:
        """Record buttons and counters taken off the start of lines, as printed: run into the text."""
        for index, text in self._outline.stripped:
            if text.casefold().startswith("side "):
                word = self._outline.lines[index].text.split(" ", 1)[0]
                self.leave_out(
                    index, f"{text}{word}", Reason.PAGE_NUMBER, "sidetæller, løbet sammen med teksten"
                )
            else:
                self.leave_out(index, text, Reason.BOILERPLATE, "knap på en webside")
        for index, word in self._outline.glued:
            self.leave_out(index, word, Reason.BOILERPLATE, "overskriften er løbet sammen med nummeret")

    def run_together(self, index: int, left: str, right: str, note: str) -> None:
        """Record a word that only the source has: two words printed as one, which the page keeps apart."""
        if left[-1:].isalnum() and right[:1].isalnum():
            word = left.rsplit(" ", 1)[-1] + right.split(" ", 1)[0]
            self.leave_out(index, word, Reason.BOILERPLATE, note)

    def letters_for_bullets(self) -> None:
        """Record list markers that are letters, since the page shows a bullet for them."""
        for index in self._outline.composer.circles:
            self.leave_out(index, "o", Reason.BOILERPLATE, "listemærke")
        for index, word in self._outline.composer.glued:
            self.leave_out(index, word, Reason.BOILERPLATE, "listens nummer er løbet sammen med teksten")

    def hyphens(self) -> None:
        """Record the pieces of words that were divided at a line's end."""
        for joined in self._outline.composer.joined:
            self.leave_out(joined.index, joined.pieces, Reason.HYPHEN, "ordet var delt ved linjens slutning")

    def entries(self) -> tuple[LeftOut, ...]:
        """Give the entries in the order of the source."""
        return tuple(entry for _, entry in sorted(self._entries, key=lambda row: row[0]))
