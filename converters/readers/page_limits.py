"""What a web page may not hold: found in one walk over its letters, before a parser sees it."""

from __future__ import annotations

import re
from collections import Counter

from converters.errors import TooLarge

MOST_ATTRIBUTES = 1_000  # of one tag
MOST_MARKS = 400_000  # beginnings of tags; the longest minutes seen have 40,000
MOST_STRAY_ENDS = 20_000  # of one name that nothing began: each is looked for through all that is open
LARGEST_COMMENT = 5 * 2**20  # characters; a parser takes longer ones for text
HINT = "Åbn siden i en browser, og gem den igen som »Webside, komplet« eller udskriv den til PDF."

MARK = re.compile(r"<(?:!--|(?P<end>/)?(?P<name>[a-zA-Z][^\s/>]*))")
# The rest of a tag: what is in quotes belongs to it, sign for > or not.
REST = re.compile(r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+""")
VALUE = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
# What a parser reads as text up to its own end.
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})


def refuse_unsafe(html: str, where: str) -> None:
    """Refuse a page that no person made: its cost would not be that of its text.  Raises UnsafeSource."""
    if html.count("<") > MOST_MARKS:
        raise _unsafe("flere end 400.000 HTML-mærker", where)
    balance: Counter[str] = Counter()
    place = 0
    while mark := MARK.search(html, place):
        if mark["name"] is None:
            place = _past_comment(html, mark.end(), where)
            continue
        name = mark["name"].lower()
        if mark["end"]:
            balance[name] -= 1
            place = mark.end()
            continue
        balance[name] += 1
        rest = REST.match(html, mark.end())
        place = rest.end() if rest else mark.end()
        if place - mark.end() > MOST_ATTRIBUTES and _attributes(html[mark.end() : place]) > MOST_ATTRIBUTES:
            raise _unsafe("et mærke med flere end 1.000 egenskaber", where)
        if name in RAW:
            place = _past_raw(html, place, name)
            balance[name] -= 1
    if any(count < -MOST_STRAY_ENDS for count in balance.values()):
        raise _unsafe("flere end 20.000 slutmærker uden en begyndelse", where)


def _unsafe(what: str, where: str) -> TooLarge:
    return TooLarge(f"Siden har {what} og læses ikke.", where=where, hint=HINT)


def _past_comment(html: str, start: int, where: str) -> int:
    end = html.find("-->", start)
    end = len(html) if end < 0 else end + 3
    if end - start > LARGEST_COMMENT:
        raise _unsafe("en kommentar på over 5 MB", where)
    return end


def _past_raw(html: str, start: int, name: str) -> int:
    end = re.compile(rf"</{name}", re.IGNORECASE).search(html, start)
    return end.end() if end else len(html)


def _attributes(rest: str) -> int:
    """Count the attributes of a tag, rather one too many."""
    bare = VALUE.sub("= ", rest)
    return max(len(bare.replace("/", " ").split()), bare.count("="))
