"""Names of files and titles of attachments, and whether they mean the same."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from urllib.parse import unquote

_ENDING = re.compile(r"\.(?:pdf|docx?|odt|rtf|txt|html?|xlsx?|pptx?|csv|msg|jpe?g|png|tiff?)$")
_SIZE = re.compile(r"\s*\((?:[a-z]{3,4}\b[\s,]*)?[\d.,]+\s*[kmg]b\)\s*$")
_SEPARATORS = r"[\s_\-–—.,:;()]*"
_NUMBER = r"(?P<{}>\d{{1,3}}[a-z]?)(?![\da-z]|\.\d)"
_COMPOUND = r"(?P<item>\d{1,3}[a-z]?(?:-\d{3})?)(?![\da-z]|\.\d)"  # "26-024": the year and the item
_DOTTED = r"(?P<{}>\d{{1,3}})\.(?P<{}>\d{{1,2}})(?![\da-z]|\.\d)"
_ANNEX = rf"bilag{_SEPARATORS}(?:nr{_SEPARATORS})?"
_ITEM = rf"(?:dagsordens)?(?:punkt|pkt){_SEPARATORS}(?:nr{_SEPARATORS})?"
# What a file's name or a title says before its own words, the surest form first.
_LEADS = tuple(
    re.compile(rf"^{_SEPARATORS}{form}{_SEPARATORS}")
    for form in (
        # "Bilag 2 til punkt 14 - Kort"
        rf"{_ANNEX}(?:{_NUMBER.format('rank')})?{_SEPARATORS}(?:til|for|under|ad)?{_SEPARATORS}{_ITEM}{_COMPOUND}",
        # "punkt-14-bilag-2-kort", "Pkt. 14 Kort"
        rf"{_ITEM}{_COMPOUND}(?:{_SEPARATORS}{_ANNEX}{_NUMBER.format('rank')})?",
        # "Bilag 14.2 Kort"
        rf"{_ANNEX}{_DOTTED.format('item', 'rank')}",
        # "Bilag 2 - Kort"
        rf"{_ANNEX}{_NUMBER.format('rank')}",
        # "14.2 Kort"
        _DOTTED.format("item", "rank"),
        # "Sag 14 Kort", "Sag nr. 14, bilag 2"; the number may be a case's
        rf"sag{_SEPARATORS}(?:nr{_SEPARATORS})?{_COMPOUND}(?:{_SEPARATORS}{_ANNEX}{_NUMBER.format('rank')})?",
    )
)
_SURE = (True, True, False, False, False, False)
# "2026-03-10 TMU punkt 14 kort": an item named in the middle of a name.
_MENTION = re.compile(rf"(?<![^\W\d_]){_ITEM}{_COMPOUND}")
_FIRST = re.compile(rf"{_SEPARATORS}{_NUMBER.format('number')}{_SEPARATORS}")  # "07 - Tilbud"
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ü": "y", "ö": "oe", "ä": "ae", "é": "e"})
_BLANK_OR_END = re.compile(r" |$")
_OTHER = re.compile(r"[^a-z0-9]+")
TELLING_WORDS = 2  # of a title, before a longer name that begins with it is its file
TELLING_LENGTH = 10  # or so many letters
CUT_SHORT = 30  # letters of a file's name that a system may have cut off


class Likeness(IntEnum):
    """How a file's name is like a listed attachment, the surest last."""

    NONE = 0
    BEGINS = 1
    WORDS = 2
    WHOLE = 3
    ADDRESS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a name says: all of it, its words without what stands before them, and item and rank if told.

    ``sure`` is a name that begins with "punkt" and its item, or with an annex of it; ``spoken`` one that
    says "punkt" of it anywhere.  "14.2" may mean something else.  ``hint`` is a number that stands first
    and may be the item's, or only count the files.
    """

    whole: str
    words: str
    item: str | None = None
    rank: str | None = None
    sure: bool = False
    spoken: bool = False
    hint: str | None = None


@lru_cache(maxsize=100_000)
def named(name: str) -> Named:
    """Read the name of a file, or the title of an attachment."""
    text = _SIZE.sub("", unicodedata.normalize("NFC", name).casefold().strip())
    text = _ENDING.sub("", text)
    lead = next(
        ((sure, found) for sure, form in zip(_SURE, _LEADS, strict=True) if (found := form.match(text))), None
    )
    sure, match = lead or (False, None)
    told = match.groupdict() if match else {}
    mention = _MENTION.search(text)
    return Named(
        whole=_plain(text),
        words=_plain(text[match.end() :] if match else text),
        item=_digits(mention["item"] if mention and not sure else told.get("item")),
        rank=_digits(told.get("rank")),
        sure=sure,
        spoken=mention is not None,
        hint=_digits(first["number"]) if (first := _FIRST.match(text)) else None,
    )


def title_of(file: str) -> str:
    """Give the title of a file that nothing lists: its name without item, separators and ending."""
    stem = _ENDING.sub("", unicodedata.normalize("NFC", file).strip().casefold())
    stem = unicodedata.normalize("NFC", file).strip()[: len(stem)]
    item = re.match(rf"^{_SEPARATORS}{_ITEM}{_COMPOUND}{_SEPARATORS}", stem, re.IGNORECASE)
    text = stem[item.end() :] if item and item.end() < len(stem) else stem
    if " " not in text:
        text = re.sub(r"[_-]+", " ", text)
    text = " ".join(text.split())
    return text[:1].upper() + text[1:] or file


def likeness(file: str, title: str, url: str | None) -> Likeness:
    """Tell how a file's name is like a listed attachment with this title and address."""
    if url and _last_part(url) == _last_part(file):
        return Likeness.ADDRESS
    return _alike(named(file), named(title))


def keys(title: str, url: str | None = None) -> frozenset[str]:
    """Give the keys of a listed title; a file that is like it asks for one of them, so few are compared."""
    told = named(title)
    found = {told.whole, told.words, f"file {_last_part(url)}" if url else ""}
    if len(told.words) >= CUT_SHORT:
        found.add(f"cut {told.words[:CUT_SHORT]}")
    return frozenset(found - {""})


def asked(file: str) -> frozenset[str]:
    """Give the keys that a file may find its title by: its words, and whatever they begin with."""
    told = named(file)
    found = {f"file {_last_part(file)}"}
    for text in (told.whole, told.words):
        found |= {text[: space.start()] for space in _BLANK_OR_END.finditer(text)}
    if len(told.words) >= CUT_SHORT:
        found.add(f"cut {told.words[:CUT_SHORT]}")
    return frozenset(found - {""})


def number_key(number: str | None) -> str | None:
    """Give the key that two printed numbers have in common if they are the same."""
    return _digits(re.sub(r"\W+", "-", number.casefold().strip())) if number else None


def _alike(one: Named, other: Named) -> Likeness:
    if not (one.whole and other.whole):
        return Likeness.NONE
    if one.whole == other.whole:
        return Likeness.WHOLE
    if None not in (one.rank, other.rank) and one.rank != other.rank:
        return Likeness.NONE
    if one.words and one.words == other.words:
        return Likeness.WORDS
    cut = len(one.words) >= CUT_SHORT and other.words.startswith(one.words)
    told = cut or begins(one.words, other.words) or begins(one.whole, other.whole)
    return Likeness.BEGINS if told else Likeness.NONE


def begins(name: str, title: str) -> bool:
    """Tell whether a name is a title, or begins with one that says enough."""
    telling = title.count(" ") + 1 >= TELLING_WORDS or len(title) >= TELLING_LENGTH
    return bool(title) and (name == title or (telling and name.startswith(f"{title} ")))


def same_number(one: str | None, other: str | None) -> bool:
    """Tell whether two printed numbers are the same, whatever noughts stand before them."""
    return one is not None and number_key(one) == number_key(other)


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return _OTHER.sub(" ", letters.replace("\u0301", "")).strip()


def _digits(number: str | None) -> str | None:
    return number.strip(" .-").lstrip("0") or "0" if number else None


def _last_part(href: str) -> str:
    path = unquote(href.replace("\\", "/").partition("#")[0].partition("?")[0])
    return unicodedata.normalize("NFC", path.rpartition("/")[2]).casefold().replace("_", " ")
