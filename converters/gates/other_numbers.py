"""Numbers in the form of a personal number that are another kind: by name, or by what they are in."""

from __future__ import annotations

import re

# What a number may be called instead, as beginnings of words.
_NAMES = (
    r"faktura|bilag|ordre|journal|j\.?\s?nr|sag|matrik|tlf|telefon|mobil|fax|cvr|se-?n|ean|gln|p-?n(?:r|um)"
    r"|produktionsenhed|konto|kto|reg\.?\s?nr|iban|giro|fi-?k|betalings|kreditor|debitor|kunde|rekvisition"
    r"|løbe|dokument|dok\.|akt|esdh|projekt|vare|serie|måler|installation|bfe|ejendom|tilbud|kontrakt"
    r"|licens|polic|tjenestenr|id|nummerplade|løn|rekv|lev(?:erandør)?|kladde|post|arkiv|isbn|issn|ref"
)
# What may stand between the name and the number: »nr.«, »nummer er«, a colon.  A full stop ends a sentence
# and so the name's reach, but behind a word cut short.
_SHORT = r"(?:(?:(?<=nr)|(?<=tlf)|(?<=kto)|(?<=dok)|(?<=ref)|(?<=akt)|(?<=kl)|(?<=no)|(?<=rekv))\.)?"
_LINKS = (
    rf"{_SHORT}[\s:;#()\[\]*_|–-]*"
    rf"(?:(?:nr|nummer|numre|no|er|med|lyder|id|kode)\b{_SHORT}[\s:;#()*_|–-]*){{0,2}}$"
)
_CALLED = re.compile(rf"(?<![^\W_])(?:{_NAMES})[a-zæøå-]*{_LINKS}", re.IGNORECASE)
_STAMPED = re.compile(
    rf"(?<![^\W_])(?:dato|tid|scan|udskrevet|print|gemt|modtaget|afsendt|version|backup|log|oprettet|ændret"
    rf"|den|kl)[a-zæøå-]*{_LINKS}",
    re.IGNORECASE,
)
_QUERY = re.compile(r"[?&][\w-]+=$")
_PERSONAL = r"[0-9]{6}-?[0-9]{4}"
_GLUED_BEFORE = re.compile(r"(?:[0-9][-./:]|[A-Z]-)$")
_GLUED_AFTER = re.compile(r"^[-./:][0-9]")
_LIST_BEFORE = re.compile(rf"(?<![0-9-]){_PERSONAL}[-./:,]$")
_LIST_AFTER = re.compile(rf"^[-./:,]{_PERSONAL}(?![0-9-])")
# The rest counts for ten digits in a row or with a space among them, which amounts and accounts are too.
_DECIMAL = re.compile(r"(?<![0-9])[0-9]{1,7},$")
_NUMBER_BEFORE = re.compile(r"(?:[0-9]|\b[A-Z]{2}[0-9]{2}) $|[=+±×<>]\s?$")
_NUMBER_AFTER = re.compile(r"^ [0-9]{3,}(?![0-9.]* [^\W\d_])|^\s?[=+±×]|^,[0-9]{1,2}(?![0-9])")
_UNIT = re.compile(
    r"^\s?(?:kr\b|dkk\b|kroner|euro?\b|€|%|m[23²³]|k?wh\b|mwh\b|kg\b|tons?\b|stk\b|ha\b|km\b|mio|t\.?kr|,-)",
    re.IGNORECASE,
)
_LONGEST_NAME = 60  # characters before the number that are looked at for its name
_NEAREST = 24  # and for what it is a part of
_LONGEST_ADDRESS = 300


def is_named_otherwise(before: str, *, may_be_clock: bool) -> bool:
    """Tell whether the words right before a number call it something else.

    A word further off names another number of the line, and hides nothing.  With ``may_be_clock`` the
    number could be a day and a time, and is one if the words say so.
    """
    near = before[-_LONGEST_NAME:]
    return bool(_CALLED.search(near) or (may_be_clock and _STAMPED.search(near)))


def is_part_of_something(before: str, after: str, *, bare: bool) -> bool:
    """Tell whether a number belongs to an address, a longer number, or what is calculated or measured.

    ``bare`` numbers have no hyphen, so that they may also be amounts.
    """
    if _is_in_address(before):
        return True
    before = before[-_NEAREST:]
    if _GLUED_BEFORE.search(before) and not _LIST_BEFORE.search(before):
        return True
    if _GLUED_AFTER.search(after) and not _LIST_AFTER.search(after):
        return True
    return bare and bool(
        (_DECIMAL.search(before) and not _LIST_BEFORE.search(before))
        or _NUMBER_BEFORE.search(before)
        or _NUMBER_AFTER.search(after)
        or _UNIT.search(after)
    )


def _is_in_address(before: str) -> bool:
    near = before[-_LONGEST_ADDRESS:]
    words = near.lower().split()
    if not words or near[-1].isspace():
        return False
    return "://" in words[-1] or "www." in words[-1] or _QUERY.search(words[-1]) is not None
