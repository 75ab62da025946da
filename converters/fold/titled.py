"""Titles of items: what of their lines is the title, and what a portal prints beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converters.ledger import Reason
from converters.lexicon import fold
from converters.segment.labels import unbullet
from converters.segment.marks import Role
from converters.segment.numbering import LETTER_AFTER, leader_dots, number_again
from converters.segment.titles import MINUTES_IN_TITLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.fold.account import Account
    from converters.segment.outline import Outline
    from converters.segment.parts import Part


def title_of(outline: Outline, account: Account, title: str, parts: Sequence[Part]) -> tuple[str, int | None]:
    """Give an item's title and the minutes planned for it; record what its lines say beside it."""
    match = MINUTES_IN_TITLE.search(title)
    chosen = next((place for place, part in enumerate(parts) if part.title == title), 0)
    leave_out = account.leave_out
    for place, part in enumerate(parts):
        if part.listed_only or not part.titled:
            continue
        _beside_title(outline, account, part)
        page = leader_dots(outline.lines[max(part.start, part.title_end - 1)].text)
        if page is not None:
            leave_out(part.start, page["page"] or page[0], Reason.CONTENTS, "sidetal i indholdsfortegnelsen")
        minutes = MINUTES_IN_TITLE.search(part.title)
        if minutes:
            time = minutes[0].strip()
            leave_out(part.title_end - 1, time, Reason.BOILERPLATE, "planlagt tid vises som et felt")
        if place != chosen:
            leave_out(
                part.start,
                f"{part.number or ''} {part.title}",
                Reason.CONTENTS,
                "punktets titel gentages",
            )
    if match is None:
        return title, None
    return title[: match.start()].rstrip(), int(match["minutes"])


def _beside_title(outline: Outline, account: Account, part: Part) -> None:
    """Record what stands on the title's line before it: words, a number said twice, whether it is open."""
    leave_out = account.leave_out
    printed = outline.lines[part.start].text
    if part.number and part.number_at is None:
        prefix, number, rest = printed.partition(part.number)
        if number_again(part.number, rest.lstrip()) and not number_again(part.number, part.title):
            leave_out(part.start, part.number, Reason.BOILERPLATE, "nummeret står to gange")
    else:
        prefix, number, rest = printed.partition(part.title.split(" ", 1)[0])[0], "", ""
    glued = prefix[-1:].isalnum() and number[:1].isalnum()
    left, right = (prefix, number + rest) if glued else (number, rest)
    account.run_together(part.start, left, right, "nummeret er løbet sammen med ordet ved det")
    prefix = prefix[: -len(prefix.rsplit(" ", 1)[-1])] if glued else prefix
    leave_out(part.start, prefix.strip(" •-*"), Reason.BOILERPLATE, "ordet foran punktets nummer")
    if part.number_at is not None:
        line = outline.lines[part.number_at].text.replace(part.number or "", " ", 1)
        leave_out(part.number_at, line, Reason.BOILERPLATE, "ordet ved punktets nummer")
    elif part.mark:
        letter = LETTER_AFTER.match(unbullet(printed))
        word = letter["word"] if letter else part.mark
        leave_out(part.start, word, Reason.BOILERPLATE, "åbenhed vises som et felt")


def repeated_title(outline: Outline, account: Account, part: Part) -> int | None:
    """Give, and record, the first line of text under a title that says it again, as portals print it."""
    marks = outline.marks
    first = next((i for i in range(part.title_end, part.end) if i not in marks), None)
    text = "" if first is None else outline.lines[first].text
    if first is None or not part.title or fold(text) != fold(part.title):
        return None
    above = {mark.role for i in range(part.title_end, first) if (mark := marks.get(i)) is not None}
    if above & {Role.SECTION, Role.DECISION, Role.BODY_DECISION}:
        return None
    account.leave_out(first, text, Reason.CONTENTS, "punktets titel gentages")
    return first
