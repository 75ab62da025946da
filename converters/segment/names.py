"""Where a line that says who was away ends, and the decision begins below it."""

from __future__ import annotations

from converters.attendance import attendance_label, persons
from converters.model import Presence

JOINS = (",", ";", " og", " samt", "&")
A_SENTENCE = 2  # words


def ends_names(above: str, text: str) -> bool:
    """Tell whether a list of the absent is over with its line, however full that is, and a sentence begins.

    A name may go on in the next line; the second word of a sentence has no capital.
    """
    label = attendance_label(above)
    if label is None or label.presence is not Presence.ABSENT or above.endswith(JOINS):
        return False
    words = text.split()
    begins = len(words) >= A_SENTENCE and words[0][:1].isupper() and words[1][:1].islower()
    return begins and words[1] not in {"og", "samt", "af", "von", "de"} and bool(persons(label.rest))
