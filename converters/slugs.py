"""The one slug function: any text becomes a name that every file system and address takes."""

from __future__ import annotations

import re
import unicodedata

LONGEST_SLUG = 80  # characters; a path of three of them stays far below the 260 of Windows

# Letters that no decomposition takes apart; the first three are the contract's.
_LETTERS = {"æ": "ae", "ø": "oe", "å": "aa", "ð": "d", "þ": "th", "œ": "oe", "đ": "d", "ł": "l"}
_LATIN = str.maketrans(_LETTERS)
_OTHER = re.compile(r"[^a-z0-9]+")
# Device names of Windows, which are no file names there, with any suffix.
# "Beslutning i Teknik- og Miljøudvalget den 10-03-2026" is #beslutning: whose and when is told by the page.
_WHOSE_AND_WHEN = re.compile(r"\s+(?:i|af|fra|på)\s.+\sd(?:en|\.)\s*\d.*|\s+d(?:en|\.)\s*\d.*", re.DOTALL)
LONGEST_ANCHOR = 32  # characters; an address is read aloud and typed
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_EMPTY = "uden-navn"


def slug(text: str, limit: int = LONGEST_SLUG) -> str:
    """A name of a-z, 0-9 and single hyphens, at most ``limit`` characters and never empty.

    >>> slug("Teknik- og Miljøudvalget")
    'teknik-og-miljoeudvalget'
    """
    # Å may come as A with a ring of its own, so it is put together before it is looked up.
    composed = unicodedata.normalize("NFC", text).casefold()
    letters = unicodedata.normalize("NFKD", composed.translate(_LATIN)).casefold()
    name = _OTHER.sub("-", "".join(sign for sign in letters if not unicodedata.combining(sign)))
    name = name.strip("-")[:limit].rstrip("-") or _EMPTY[:limit].rstrip("-")
    return f"{name[: limit - 2]}-x" if _RESERVED.fullmatch(name) else name


def heading_anchor(heading: str) -> str:
    """The anchor of a heading on its page: a-z, 0-9 and hyphens, short and whole words."""
    name = slug(_WHOSE_AND_WHEN.sub("", heading) or heading)
    return name if len(name) <= LONGEST_ANCHOR else _whole_words(name)


def _whole_words(name: str) -> str:
    return name[: LONGEST_ANCHOR + 1].rpartition("-")[0] or name[:LONGEST_ANCHOR]
