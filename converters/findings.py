"""Findings: what a person should look at, though it stops nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Code(Enum):
    """Stable codes of findings, each with the Danish sentence a clerk reads."""

    NO_COMMITTEE = "F01"
    NO_DATE = "F02"
    NO_DECISION = "F03"
    UNKNOWN_LABEL = "F04"
    OTHER_MUNICIPALITY = "F05"
    NOT_MINUTES = "F06"
    GAP_IN_NUMBERS = "F07"
    ANNEX_NOT_PLACED = "F08"
    DATE_FROM_NAME = "F09"
    CLOSED_FROM_HERE = "F10"
    CLOSED_BESIDE = "F11"
    WITHDRAWN = "F12"
    CLOSED_IN_DOUBT = "F13"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding: its code, a Danish message, and the line of the source (from 1) or None."""

    code: Code
    message: str
    line: int | None = None
