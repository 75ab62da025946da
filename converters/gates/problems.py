"""What a gate has to say: where, what, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One problem of one file; ``line`` counts from 1 or is None, a warning does not block.

    ``code`` is a word of ``kinds.KINDS`` that programs may rely on; it never changes.  ``meeting`` is the
    name of the meeting that lacks something, empty where nothing is lacking.
    """

    file: str
    line: int | None
    text: str
    hint: str = ""
    blocks: bool = True
    code: str = OTHER
    meeting: str = ""

    @property
    def level(self) -> str:
        """The word for it that GitHub and SARIF share."""
        return "error" if self.blocks else "warning"

    def __str__(self) -> str:
        """The problem as a clerk reads it."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        kind = "FEJL" if self.blocks else "ADVARSEL"
        return f"{kind} {where}: {self.text} {self.hint}".rstrip()
