"""Values of front matter that several kinds of pages share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from converters.model import Attachment, Decision, Meeting, Original, Source, Vote
from converters.writers.addresses import attachment_names, has_page, original_name
from converters.writers.inline import web_address

_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff\ufffe\uffff]")
_WEB = re.compile(r"(?i)https?://[^\s<>\"]+")

NAMELESS = "Bilag"  # the title of an attachment that has none

Facts = dict[str, object]


def plain(text: str | None) -> str | None:
    """Text on one line without control characters; None for nothing."""
    return " ".join(_INVISIBLE.sub("", text).split()) or None if text else None


def recorded(**facts: object) -> Facts:
    """Those facts that are recorded, in the order given: neither None nor empty, but 0 is one."""
    return {key: value for key, value in facts.items() if value not in (None, "", (), [], {})}


def meeting_facts(meeting: Meeting) -> Facts:
    """What every page of a meeting says; null where the source does not."""
    return {
        "municipality": plain(meeting.municipality),
        "committee": plain(meeting.committee),
        "date": plain(meeting.date),
    }


def source_facts(source: Source) -> Facts:
    """File, checksum and pages, from 1."""
    return recorded(file=plain(source.file), sha256=source.sha256, pages=source.pages)


def reading_facts(source: Source) -> Facts:
    """Whether a machine read the page's text off an image."""
    return recorded(ocr=source.ocr or None)


def original_facts(original: Original, path: str) -> Facts:
    """Where a published original lies, and what a reader may want to know before fetching it."""
    return {
        "file": path,
        "size": original.size,
        "media_type": original.media_type,
        "sha256": original.sha256,
    }


def decision_facts(decision: Decision) -> Facts:
    """One committee's decision without its words, which stand in the body."""
    return recorded(
        committee=plain(decision.committee),
        date=plain(decision.date),
        outcome=decision.outcome.value,
        absent=[plain(name) for name in decision.absent],
        votes=[_vote_facts(vote) for vote in decision.votes],
    )


def _vote_facts(vote: Vote) -> Facts:
    return recorded(
        subject=plain(vote.subject), in_favour=vote.in_favour, against=vote.against, abstained=vote.abstained
    )


def attachment_facts(attachments: Sequence[Attachment], item_name: str | None) -> list[Facts]:
    """Title of each attachment, and where it lies: on a page of its own, or elsewhere on the web."""
    return [
        {"title": plain(one.title) or NAMELESS}
        | recorded(href=_href(one, page))
        | (original_facts(one.original, original_name(one.original, page)) if one.original else {})
        for one, page in zip(attachments, attachment_names(item_name, attachments), strict=True)
    ]


def _href(attachment: Attachment, page: str) -> str | None:
    if has_page(attachment):
        return page
    # A path on somebody's desk, a script or a mailbox is no address for a reader.
    url = (attachment.url or "").strip()
    url = url if _WEB.fullmatch(url) else web_address(url) or ""
    try:
        parts = urlsplit(url)
    except ValueError:  # an address that is none: "https://[x"
        return None
    return url if parts.scheme.lower() in {"http", "https"} and parts.netloc else None
