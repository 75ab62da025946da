"""What became of an item, in the words a citizen reads."""

from __future__ import annotations

from converters.model import Outcome

LABELS = {
    Outcome.APPROVED: "Godkendt",
    Outcome.NOTED: "Taget til efterretning",
    Outcome.RECOMMENDED: "Anbefalet",
    Outcome.POSTPONED: "Udsat",
    Outcome.REJECTED: "Afvist",
    Outcome.REFERRED: "Sendt videre",
    Outcome.WITHDRAWN: "Udgået",
    Outcome.DISCUSSED: "Drøftet",
    Outcome.ELECTED: "Valgt",
    Outcome.UNKNOWN: "Se beslutningen",
}

# What moves something for a citizen; a front page that lists what was merely noted tells nothing.
WEIGHTY = frozenset(
    {
        Outcome.APPROVED,
        Outcome.RECOMMENDED,
        Outcome.POSTPONED,
        Outcome.REJECTED,
        Outcome.REFERRED,
        Outcome.ELECTED,
        Outcome.UNKNOWN,
    }
)
