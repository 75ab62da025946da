"""One file through the converter, and its figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from converters.errors import ConversionError
from converters.fold import understand
from converters.frontmatter import load
from converters.model import Meeting
from converters.readers import READERS, read
from converters.readers.doorway import source_of
from converters.redact import redact
from converters.writers.meeting import meeting_pages
from tests.accounting import Published
from tests.formats.accounts import printed_words, secrets, told_words
from tests.formats.measures import CHECKS
from tests.formats.papers import Paper
from tests.formats.producers import Made
from tests.formats.shares import Share

NOT_OF_SCANS = {"cells", "links", "pictures"}  # nothing of a picture but its words
OF_SCANS = {"items", "closed", "decisions", "sections"}  # what has to be right there all the same
SCAN_LOSS = 0.005  # of a scan's words, which a machine recognised


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One check of one file."""

    name: str
    share: Share
    target: float

    @property
    def met(self) -> bool:
        """Whether the target is reached."""
        return self.share.value >= self.target


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """All figures of a file, or the words of its refusal."""

    figures: Mapping[str, Figure]
    refusal: str | None = None


def judge(made: Made) -> Judged:
    """Convert a file and measure it against its paper."""
    path, paper = made.path, made.of
    if path.suffix not in READERS:
        return Judged(figures={}, refusal="no reader")
    try:
        understood = understand(read(path), source_of(path))
    except ConversionError as error:
        return Judged(figures={}, refusal=str(error))
    if len(understood.meetings) != 1:
        return Judged(figures={}, refusal=f"{len(understood.meetings)} meetings")
    (meeting,) = understood.meetings
    public, withheld = redact(meeting)
    files = meeting_pages(public)
    published = Published(
        pages={name: load(text, where=name) for name, text in files.items() if name.endswith(".md")},
        files=files,
        left_out=(*understood.left_out, *withheld),
        messages=(),
    )
    figures = (
        *_figures(paper, meeting, scanned=made.scanned),
        *_words(path, paper, published, scanned=made.scanned),
    )
    return Judged(figures={one.name: one for one in figures})


def _figures(paper: Paper, meeting: Meeting, *, scanned: bool) -> Iterator[Figure]:
    for check in CHECKS:
        target = check.target if not scanned or check.name in OF_SCANS else 0
        if check.name not in NOT_OF_SCANS or not scanned:
            yield Figure(name=check.name, share=check.measure(paper, meeting), target=target)


def _words(path: Path, paper: Paper, published: Published, *, scanned: bool) -> Iterator[Figure]:
    whole = 1 - SCAN_LOSS if scanned else 1
    yield Figure(name="words", share=told_words(paper, published), target=whole)
    printed = printed_words(path, published)
    if printed is not None and not scanned:
        yield Figure(name="pdftotext", share=printed, target=1)
    yield Figure(name="secrets", share=secrets(paper, published), target=1)
