"""A page as the search index reads it: text, headings with their anchors, and what it is filtered by.

Words that are compounds carry a mark between their parts. The index takes a word with such a sign of
ASCII in it whole and in its parts, all at one place of the text, so that phrases are still phrases; the
search page takes the mark out of what it shows. (Signs nobody would see, such as the soft hyphen, do not
divide a word for the index.)
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

from converters.site.compounds import SHORTEST_COMPOUND, Compounds
from converters.site.decision_words import is_decision, plain
from converters.site.findable import Findable, Kind, Passage

BETWEEN_PARTS = "~"  # excerpts.js knows it
LOOKS_LIKE_IT = "∼"  # what a reader is shown for the sign itself, which minutes hardly use
UNDATED = "0000-00-00"  # the index leaves out pages without a date where it sorts by it
# A word that weighs as the index expects takes no room in it; any other has its weight before it. It counts
# in 24ths and expects 25 of them, so the usual is given as that here (a tenth of Pagefind's work, measured).
USUAL = 1.042
DECISION = 2.0  # what a word of a decision counts
HEADING = 2.0  # what a word of a heading counts: every second page has a section called "Økonomi"

# Pages called after a committee: their titles count less, since whoever asks for "skole" wants what was
# decided of schools before every meeting of the Skoleudvalget. search.js knows what each name counts.
NAMED = {Kind.COMMITTEE: "navn", Kind.MEETING: "moede"}

HEADERLINK = re.compile(r'<a\b[^>]*\bclass="headerlink"[^>]*>.*?</a>', re.DOTALL)
SECTION = re.compile(r"(?=<h2\b)")
TAG = re.compile(r"<(/?)([a-z]+[1-6]?)\b([^>]*)>")
BETWEEN_TAGS = re.compile(r"(<[^>]*>)")
LONG_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST_COMPOUND},}}")
ANCHOR = re.compile(r'\bid="([^"]*)"')
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
# Elements that end a sentence; all others are only the words in them. Pagefind would write the full stop at
# their ends, but elements cost it a fiftieth of its work (measured).
BLOCKS = frozenset({"p", "li", "td", "th", "blockquote", "dt", "dd"})
END_OF_BLOCK = "\x00"  # which HTML cannot hold
WITHOUT_STOP = re.compile(rf"(?<=[\w'\")$*]){END_OF_BLOCK}")  # as Pagefind tells it


class LeanPages:
    """Makes lean pages of one archive; what a tag or a word becomes is worked out once."""

    def __init__(self, compounds: Compounds) -> None:
        self._tags, self._words = _Tags(), _Words(compounds)

    def of(self, page: Findable) -> str:
        """The HTML that a page is indexed by."""
        title = page.title if page.kind in NAMED else self._divided(page.title)
        said = {
            NAMED.get(page.kind, "title"): title,
            "udvalg": page.committee or "",
            "dato": page.date or "",
            "sag": " ".join(page.numbers),
            "andet": self._divided(" ".join(page.also)),
        }
        filters = {
            "udvalg": page.committee or "",
            "aar": (page.date or "")[:4],
            "udfald": page.outcome or "",
            "type": page.kind.value,
        }
        body = "".join(self._passage(passage) for passage in page.passages)
        return (
            f'<html lang="da"><body{_weighing(1)}>{_attributes("meta", said)}'
            f"{_attributes('filter', filters)}"
            f"{_attributes('sort', {'dato': page.date or UNDATED})}{body}</body></html>"
        )

    def _passage(self, passage: Passage) -> str:
        parts = SECTION.split(HEADERLINK.sub("", passage.html))
        return "".join(self._section(part, passage.weight) for part in parts if part)

    def _section(self, html: str, weight: float) -> str:
        """One section with its heading; decisions count more than what led to them."""
        heading, ends, _ = html.partition("</h2>")
        if ends and _tells_a_decision(heading):
            weight *= DECISION
        pieces = BETWEEN_TAGS.split(html)
        pieces[::2] = map(self._divided, pieces[::2])
        pieces[1::2] = map(self._tags.__getitem__, pieces[1::2])
        text = WITHOUT_STOP.sub(". ", "".join(pieces)).replace(END_OF_BLOCK, " ")
        return text if weight == 1 else f"<div{_weighing(weight)}>{text}</div>"

    def _divided(self, text: str) -> str:
        return " ".join(map(self._words.__getitem__, text.split(" ")))


class _Tags(dict[str, str]):
    """What becomes of each tag of rendered HTML."""

    def __missing__(self, tag: str) -> str:
        made = self[tag] = _tag(tag)
        return made


class _Words(dict[str, str]):
    """What becomes of whatever stands between two spaces."""

    def __init__(self, compounds: Compounds) -> None:
        super().__init__()
        self._compounds = compounds

    def __missing__(self, piece: str) -> str:
        unmarked = piece.replace(BETWEEN_PARTS, LOOKS_LIKE_IT)
        made = self[piece] = LONG_WORD.sub(lambda found: divided(found[0], self._compounds), unmarked)
        return made


@lru_cache(maxsize=1 << 12)
def _tells_a_decision(heading: str) -> bool:
    return is_decision(plain(heading))


def divided(word: str, compounds: Compounds) -> str:
    """A word with the mark between its parts."""
    place, cut = 0, []
    for part in compounds.parts(word.casefold()):
        cut.append(word[place : place + len(part)])
        place += len(part)
    return BETWEEN_PARTS.join(cut) or word


def _tag(tag: str) -> str:
    """A tag as the index needs it: where a sentence ends, headings with their anchors, no others."""
    end, name, attributes = TAG.fullmatch(tag).groups()  # type: ignore[union-attr]  # what was found matches
    if name in HEADINGS:
        anchor = ANCHOR.search(attributes)
        held = f' id="{anchor[1]}"' if anchor else ""
        return f"</{name}>" if end else f"<{name}{held}{_weighing(HEADING)}>"
    if name in BLOCKS:
        return END_OF_BLOCK if end else " "
    return " " if name == "br" else ""


def _weighing(weight: float) -> str:
    """The attribute of an element whose words count so much, 1 being the usual."""
    return f' data-pagefind-weight="{weight * USUAL:g}"'


def _attributes(role: str, values: dict[str, str]) -> str:
    """An element that hands values to the index; in attributes, since commas divide what is written out."""
    given = {name: value for name, value in values.items() if value}
    names = ", ".join(f"{name}[data-{name}]" for name in given)
    held = "".join(f' data-{name}="{escape(value)}"' for name, value in given.items())
    return f'<i data-pagefind-{role}="{names}"{held}></i>' if given else ""
