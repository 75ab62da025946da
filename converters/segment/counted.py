"""Labels that are counted within each item: "1. Resumé", "D. Beslutning", "2.1 Sagsfremstilling"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from converters.blocks import Line
from converters.segment.labels import label_of
from converters.segment.marks import Marks, Role

COUNT = re.compile(r"^(?:\d{1,4}(?:\.\d{1,3})*[.)]?|[A-Za-z][.)]|[►▶■▪●§>»-])\s+(?=\S)")
TIMES = 2  # that a label has to come back with its count, and items to stand over them


def find_counted(lines: Sequence[Line]) -> Marks:
    """Mark known labels behind a number or a letter, where headings of a higher rank stand over them.

    Without such headings "3. Økonomi" may be an item as well as a label.
    """
    found: Marks = {}
    for index, line in enumerate(lines):
        count = COUNT.match(line.text) if line.level is not None else None
        mark = label_of(line.text[count.end() :]) if count else None
        if mark is not None and mark.role in {Role.SECTION, Role.DECISION} and not mark.text:
            label = line.text.rstrip().rstrip(":").rstrip()
            found[index] = replace(mark, label=label, why=f"{mark.why}, talt op i hvert punkt")
    names = Counter(mark.name for mark in found.values())
    ranks = Counter(line.level for line in lines if line.level is not None)
    return {
        index: mark
        for index, mark in found.items()
        if names[mark.name] >= TIMES
        and sum(times for rank, times in ranks.items() if rank < (lines[index].level or 0)) >= TIMES
    }
