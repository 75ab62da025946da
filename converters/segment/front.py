"""The front page: lines that say which committee met, when and where."""

from __future__ import annotations

import re
from functools import cache

from converters.dates import find_dates, find_times
from converters.lexicon import alternatives, danish, fold
from converters.segment.bodies import is_body

# "Mødelokale Vandtårnet", where "Mødelokale 2" has no name but the whole
ROOM = re.compile(r"[A-ZÆØÅ][a-zæøå]{2,}(?: [A-ZÆØÅ]?[\wæøå]+){0,3}")


@cache
def _front_label() -> re.Pattern[str]:
    return re.compile(
        rf"^(?P<label>{alternatives(danish().front)})\s*(?P<joint>:\s*|$|\s+(?=\S)|(?-i:(?<=[a-zæøå])(?=[A-ZÆØÅ])))(?P<value>.*)$",
        re.IGNORECASE,
    )


def front_label(text: str) -> tuple[str, str] | None:
    """Read "Mødested: Lokale 2": give the lexicon's word for the label and the value, maybe empty.

    A label of the committee, the place or the day may run into its value.  Without a colon a value is
    only believed when it is what such a label stands before: a date, a time, or for a place a capital.
    """
    match = _front_label().match(text)
    if match is None:
        return None
    name, value = danish().front[fold(match["label"])], match["value"].strip()
    if ":" in match["joint"] or not value:
        return name, value
    if not match["label"][0].isupper():
        return None
    if not match["joint"]:
        # "UdvalgHavnerådet": the label ran into its value
        return (
            (name, value) if name in {"committee", "place", "date"} and match["label"][1:].islower() else None
        )
    clock = f"kl. {value}" if match["label"].casefold().endswith("kl.") else value
    believed = {
        "committee": is_body(value),
        "date": bool(find_dates(value[:40])),
        "time": bool(find_times(value[:20])) or value[:1].isdigit(),
        "end": bool(find_times(clock[:20])),
        "place": value[0].isupper()
        and len(value) < 80
        and (
            fold(match["label"]) in {"mødested", "sted", "mødeafholdelse"}
            or (fold(match["label"]) == "mødelokale" and ROOM.fullmatch(value) is not None)
        ),
    }
    return (name, value) if believed.get(name, False) else None
