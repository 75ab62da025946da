"""Pages inside a page: frames that carry their own text are read where they stand."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from converters.readers.markup_tags import attribute

DEEPEST = 3  # frames inside each other
# What stands in these is text to the parser, and markup only to a browser that cannot show frames.
RAW = ("iframe", "noembed", "noframes")


def unfold(soup: BeautifulSoup, html: str) -> None:
    """Put the markup that frames carry in an attribute or as raw text into the page, in place."""
    small = html.lower()
    if not any(f"<{name}" in small for name in RAW):
        return
    frames: list[Tag] = list(soup.find_all(RAW))
    for _ in range(DEEPEST):
        inner: list[Tag] = []
        for frame in frames:
            inner.extend(_unfold(frame))
        frames = inner


def _unfold(frame: Tag) -> list[Tag]:
    """Put a frame's own page into it, and give the frames in there."""
    page = attribute(frame, "srcdoc")
    if page:
        frame.name = "div"  # what it shows is text of the page
    text = page or "".join(str(child) for child in frame.contents if not isinstance(child, Tag))
    if "<" not in text:
        return []
    inside = BeautifulSoup(text + "\n", "lxml")
    frame.clear()
    for child in list((inside.body or inside).contents):
        frame.append(child.extract())
    return list(frame.find_all(RAW))
