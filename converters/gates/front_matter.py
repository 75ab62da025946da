"""What a page's front matter says against what the contract lets it say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converters.gates.pages import ContentPage
from converters.gates.problems import Problem
from converters.gates.schema import faults
from converters.gates.wording import words_of

# Pages of a meeting, by the names that conversion gives them.
_OF_A_MEETING = re.compile(
    r"(?:^|/)(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|uden-dato-[0-9a-f]{8})(?:-[0-9]+)?/(?:index|punkt-[a-z0-9-]+|bilag/[^/]+)\.md$"
)


def front_matter_problems(page: ContentPage) -> Iterator[Problem]:
    """Find what the schema does not allow; a line that could not be read is not named again."""
    if page.kind is None and "type" not in page.page.meta:
        if "type" not in page.broken and _OF_A_MEETING.search(page.path):
            yield Problem(
                file=page.path,
                line=1,
                text="Siden siger ikke, hvad den er; type mangler.",
                hint="Skriv type: item (et punkt), meeting (et møde) eller attachment (et bilag).",
                code="page-type",
            )
            return
        if page.broken:
            return
    for fault in faults(page.page.meta):
        line = page.line_of(fault.place)
        known = fault.keyword == "required" and len(fault.place) == 1 and fault.place[0] in page.broken
        if known or (line in page.faulty and fault.keyword != "required"):
            continue
        code, text, hint, blocks = words_of(fault)
        yield Problem(file=page.path, line=line, text=text, hint=hint, blocks=blocks, code=code)
