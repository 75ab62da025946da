"""What is being read of an item: a section under its label, the fields under the title."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from converters.lexicon import fold
from converters.segment.marks import Role

if TYPE_CHECKING:
    from converters.blocks import Picture
    from converters.segment.marks import Mark


@dataclass(slots=True)
class Opened:
    """A section being filled: its mark, and the lines under its label."""

    mark: Mark | None
    label_index: int | None
    indexes: list[int] = field(default_factory=list)
    heads: set[int] = field(default_factory=set)
    pictures: list[Picture] = field(default_factory=list)  # under its label or another line that is no text

    def start(self, first: int) -> int:
        """Give the index of its first line; ``first`` is the item's."""
        if self.label_index is not None:
            return self.label_index
        return self.indexes[0] if self.indexes else first

    def decides(self) -> bool:
        """Tell whether its label calls what stands under it a decision."""
        return self.mark is not None and "beslutning" in fold(self.mark.label or "")

    def lets_decide(self, *, labelled: bool) -> bool:
        """Tell whether committee and date alone on a line head a decision of their own under it.

        Under a recommendation they head an earlier one, whatever heads the last one.
        """
        earlier = self.mark is not None and (
            self.mark.role is Role.BODY_DECISION or self.mark.name == "recommendation"
        )
        return not labelled or earlier


@dataclass(slots=True)
class Fields:
    """Fields found under a title."""

    case_number: str | None = None
    decided_by: str | None = None
    printed: list[tuple[str, str]] = field(default_factory=list)
