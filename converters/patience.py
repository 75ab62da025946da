"""How often Python looks for cycles among objects: seldom, where many are made and most are kept.

A source of 500 pages is a million objects, a site's build more.  Looking through them at the usual
pace takes from a thirtieth (converting) to a seventh (building) of the time and finds next to nothing.
"""

from __future__ import annotations

import gc

BETWEEN = (20_000, 20, 50)  # new objects, and rounds among the young and the middle-aged, between two looks


def be_patient() -> None:
    """Have this process look for cycles less often."""
    gc.set_threshold(*BETWEEN)
