"""The laws of front matter: what the site refuses is a flaw to the check, and what both read is the same."""

from __future__ import annotations

import datetime as dt

from converters.errors import FrontMatterError
from converters.frontmatter import Page, dump, load
from converters.frontmatter.examined import MOST_FLAWS, examine
from converters.gates.front_matter import front_matter_problems
from converters.gates.kinds import KINDS
from converters.gates.pages import ContentPage
from converters.gates.persons import Lookout, page_problems
from tests.fuzz.laws import hold

PLACE = "udvalg/2026-03-05/punkt-14.md"
LOOKOUT = Lookout(today=dt.date(2026, 3, 5))


def page_is_read_or_refused(text: str) -> None:
    """The site reads a page or refuses it by name, and the check agrees, with lines that are there."""
    found = examine(text)
    last = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for flaw in found.flaws:
        hold(1 <= flaw.line <= last, f"a flaw on line {flaw.line} of {last}")
        hold(flaw.code in KINDS, f"a flaw of no kind: {flaw.code}")
        hold(flaw.problem and flaw.hint, "a flaw without a sentence")
    hold(len(found.flaws) <= MOST_FLAWS, "more flaws than are told")
    hold(all(1 <= line <= last for line in found.places.values()), "a value on a line that is not there")
    refusing = [flaw for flaw in found.flaws if not flaw.readable]
    try:
        page = load(text, where="side.md")
    except FrontMatterError:
        hold(refusing, "the site refuses what the check lets pass")
    else:
        if not refusing:
            hold(found.page.meta == page.meta, "the check reads another page than the site")
            hold(
                found.page.body == page.body.replace("\r\n", "\n"),
                "the check reads another body than the site",
            )
        _is_written_again(page)
    _is_judged(text, found.page, last)


def _is_judged(text: str, page: Page, last: int) -> None:
    """What the gate says of a page has a code and a line that is there."""
    found = examine(text)
    seen = ContentPage(path=PLACE, text=text, page=page, places=found.places, broken=found.broken)
    for problem in (*front_matter_problems(seen), *page_problems(PLACE, text, LOOKOUT)):
        hold(problem.code in KINDS, f"a problem of no kind: {problem.code}")
        hold(problem.line is None or 1 <= problem.line <= last, f"a problem on line {problem.line} of {last}")


def _is_written_again(page: Page) -> None:
    try:
        text = dump(page.meta, page.body)
    except (TypeError, ValueError):  # a key too long to be written is refused, and none of ours is
        hold(any(len(key) > 100 for key in _keys(page.meta)), "a page that cannot be written")
        return
    hold(load(text, where="side.md").meta == page.meta, "front matter that is another when written again")


def _keys(value: object) -> list[str]:
    if isinstance(value, dict):
        return [*map(str, value), *(key for inner in value.values() for key in _keys(inner))]
    return [key for inner in value for key in _keys(inner)] if isinstance(value, list) else []
