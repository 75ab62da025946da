"""What comes out of the fold, and what the caller may say beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from converters.findings import Finding
from converters.fold.explained import Trace
from converters.ledger import LeftOut
from converters.model import Document, Meeting

if TYPE_CHECKING:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the caller says of a source, which goes before anything the source says of itself."""

    municipality: str | None = None
    committee: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a source turned out to be, the account of its words, and why each line became what it is.

    ``texts`` are the source's lines as they were read, each with its page.
    """

    meetings: tuple[Meeting, ...] = ()
    documents: tuple[Document, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    findings: tuple[Finding, ...] = ()
    trace: tuple[Trace, ...] = ()
    texts: tuple[tuple[int, str], ...] = ()
