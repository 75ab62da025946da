"""One built page, drawing or style sheet: whether a browser would run or fetch what it should not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from converters.gates.markup import TAG, Tag, words_of
from converters.gates.page_rules import Judged, judged, style_faults
from converters.gates.problems import Problem
from converters.site.policy import CONTENT_SECURITY_POLICY

LANGUAGE = "da"
_TITLE = re.compile(r"<title[^<>]*>(?P<title>[^<]*)</title", re.IGNORECASE)
_HEAD_END = re.compile(r"</head\s*>|<body[\s>]", re.IGNORECASE)
_SAME = re.compile(r"<(?P<part>header|footer|nav|form)\b.*?</(?P=part)>", re.DOTALL)
_GOVERNED = re.compile(r"<(?:script|link|style)[\s>/]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A page as it was read: its text, and its distinct tags."""

    text: str
    tags: dict[str, Judged]

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses within the site that it names."""
        return frozenset(chain.from_iterable(one.own_addresses for one in self.tags.values()))

    @property
    def anchors(self) -> frozenset[str]:
        """What a link may name to lead to a place in it."""
        return frozenset(chain.from_iterable(one.anchors for one in self.tags.values()))

    @property
    def needs_no_link(self) -> bool:
        """Whether it stands at an old address and only leads on, or asks to be found by nobody."""
        return any(one.equivalent == "refresh" or _hides(one.tag) for one in self.tags.values())

    def said(self, known: set[int]) -> str:
        """Every word of it, also those of attributes; parts and attributes that are ``known`` only once.

        Head, foot and menus are the same on thousands of pages.  What is told is added to ``known``.
        """
        told = "\n".join(one.words for one in self.tags.values() if one.words and _is_news(one.words, known))
        text = _SAME.sub(lambda part: part[0] if _is_news(part[0], known) else " ", self.text)
        return f"{words_of(text)}\n{told}"


def _hides(tag: Tag) -> bool:
    return tag.element == "meta" and tag.get("name") == "robots" and "noindex" in (tag.get("content") or "")


def _is_news(text: str, known: set[int]) -> bool:
    before = len(known)
    known.add(hash(text))
    return len(known) > before


def seen(text: str) -> Seen:
    """Read a page."""
    return Seen(text=text, tags={one: judged(one) for one in set(TAG.findall(text))})


def page_problems(page: Seen) -> Iterator[Problem]:
    """What is wrong with a page by itself; the file is left to whoever asks."""
    yield from drawing_problems(page)
    title = _TITLE.search(page.text)
    if title is None or not words_of(title["title"]).strip():
        yield _problem("no-title", None, "Siden har ingen titel.", "Giv den en title.")
    language = next((one.tag.get("lang") for one in page.tags.values() if one.tag.element == "html"), None)
    if language != LANGUAGE:
        hint = 'Den skal begynde med <html lang="da">.'
        yield _problem("no-language", None, "Siden siger ikke, at den er på dansk.", hint)
    yield from _policy_problems(page)


def drawing_problems(page: Seen) -> Iterator[Problem]:
    """What is wrong with the tags of a page or a drawing, each with its line."""
    faulty = [(text, one.faults) for text, one in page.tags.items() if one.faults]
    for text, faults in sorted(faulty, key=lambda row: page.text.find(row[0])):
        for fault in faults:
            yield _problem(fault.code, _line(page.text, text), fault.text, fault.hint)


def style_problems(css: str) -> Iterator[Problem]:
    """What a style sheet fetches from others."""
    for place, fault in style_faults(css):
        yield _problem(fault.code, css.count("\n", 0, place) + 1, fault.text, fault.hint)


def _policy_problems(page: Seen) -> Iterator[Problem]:
    policies = [(text, one) for text, one in page.tags.items() if one.equivalent == "content-security-policy"]
    if not policies:
        yield _problem(
            "no-policy",
            None,
            "Siden siger ikke, at fremmede scripts er forbudt (Content-Security-Policy).",
            "Byg den med Referats skabeloner; en færdig HTML-fil i content skal væk.",
        )
        return
    text, first = policies[0]
    if len(policies) > 1 or first.tag.get("content") != CONTENT_SECURITY_POLICY:
        told = "Sidens regler for scripts er ikke dem, Referat har (Content-Security-Policy)."
        yield _problem("other-policy", _line(page.text, text), told, "Brug skabelonerne, som de er.")
    elif _comes_late(page, text):
        told = "Sidens regler for scripts står efter det, de skal styre (Content-Security-Policy)."
        yield _problem("other-policy", _line(page.text, text), told, "Sæt dem først i sidens head.")


def _comes_late(page: Seen, policy: str) -> bool:
    """Whether a policy stands behind the head, or behind what it governs: there a browser passes it by."""
    place = page.text.find(policy)
    end = _HEAD_END.search(page.text)
    first = _GOVERNED.search(page.text)
    return any(found is not None and found.start() < place for found in (end, first))


def _line(text: str, tag: str) -> int:
    return text.count("\n", 0, text.find(tag)) + 1


def _problem(code: str, line: int | None, text: str, hint: str) -> Problem:
    return Problem(file="", line=line, text=text, hint=hint, code=code)
