"""How much closed material a source holds: words that a published paper never has.

Published minutes name a closed item's case, who decides it, and print the paper's head over it; none of it
reaches a page, and still such a paper may lie where all can read it.  What an item is about may not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from converters.closed_items import DECISION_ROLE, Shown
from converters.ledger import LeftOut, Reason
from converters.model import Access, AgendaItem, Document, Meeting, Source
from converters.withheld.seals import folded, words_in
from converters.withheld.told import own_texts

_TELLING = 3  # letters that a word has at least, if it tells anything by itself


def closed_words(
    source: Source,
    meetings: Sequence[Meeting],
    documents: Sequence[Document],
    left_out: Iterable[LeftOut],
    shown: Shown,
) -> int:
    """Count the words of closed material in one source; 0 is a paper that may be read by all."""
    closed = [item for meeting in meetings for item in meeting.items if item.access is not Access.OPEN]
    entries = tuple(left_out)
    left = [entry.text for entry in entries if entry.reason is Reason.CLOSED]
    if not closed and not left:
        return 0
    matter = [text for item in closed for text in _matter(item, source, shown)]
    known = set(_words(own_texts((tuple(meetings), tuple(documents)))))
    known.update(_words(entry.text for entry in entries if entry.reason is not Reason.CLOSED))
    # A running head over a closed item, or its line among the contents, says what the paper says elsewhere.
    unheard = [word for word in _words(left) if word not in known]
    return sum(len(words_in(text)) for text in matter) + len(unheard)


def _matter(item: AgendaItem, source: Source, shown: Shown) -> Iterator[str]:
    """What a closed item is about: its text and attachments, and whatever the settings do not show of it."""
    for section in item.sections:
        if section.role != DECISION_ROLE or not shown.decision:
            yield from own_texts(section.content)
    for attachment in item.attachments:
        # A file beside the minutes answers for itself.
        if attachment.source is None or attachment.source.sha256 == source.sha256:
            yield from own_texts(attachment)
    if item.title and not shown.title:
        yield item.title


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (
            folded(word) for word in words_in(text) if len(word) >= _TELLING and not word[0].isdigit()
        )
