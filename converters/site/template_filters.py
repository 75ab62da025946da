"""What templates may do to a value, by the name they do it under; plain functions of the value alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from converters.site import danish, decision_words, files, outcomes, sidebar, signs
from converters.site.once import from_root

TEMPLATE_FILTERS: Mapping[str, Callable[..., object]] = {
    "from_root": from_root,
    "long_date": danish.long_date,
    "short_date": danish.short_date,
    "clock": danish.clock,
    "count": danish.count,
    "listing": danish.listing,
    "about_file": files.about,
    "outcome": outcomes.LABELS.__getitem__,
    "committee_name": sidebar.committee_name,
    "meeting_date": sidebar.meeting_date,
    "excerpt": decision_words.excerpt,
    "sign": signs.of,
}
