"""E-mail addresses and telephone numbers that may be private ones: everybody's but the municipality's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from converters import frontmatter
from converters.slugs import slug

SITE_CONFIG = "mkdocs.yml"  # beside the content folder
_MAIL = re.compile(
    r"(?<![\w.%+-])(?P<name>[A-Za-z0-9ÆØÅæøå._%+\\-]{1,64})@(?P<domain>[\w-]+(?:\.[\w-]+){0,4}\.[a-z]{2,12})\b"
)
# Eight digits as Danes write them.  It begins with a digit and nothing before, which makes it fast.
_PHONE = re.compile(r"(?P<digits>[0-9]{2}(?:[ \u00a0.]?[0-9]{2}){3}|[0-9]{4} [0-9]{4})(?![0-9]|[ .,-][0-9])")
_ABROAD = re.compile(r"(?:\+|\b00)45 ?$")
_PART_OF_NUMBER = re.compile(r"[0-9.,-]$")
_SAID = re.compile(r"(?:tlf|telefon|mobil|tel|sms)\w*\W{0,4}(?:nr\w*\W{0,3})?$", re.IGNORECASE)
_SAID_OTHERWISE = re.compile(
    r"(?:(?:cvr|ean|se-?nr|p-?nr|konto|gln)\W*(?:nr|nummer)?\W*|[0-9] )$", re.IGNORECASE
)
# In pairs it is taken for a telephone number even if nothing says so.
_IN_PAIRS = re.compile(r"[2-9][0-9](?:[ \u00a0][0-9]{2}){3}")
_NEAR = 24  # characters before a number that are looked at
_NOT_DIGIT = re.compile(r"[^0-9]")
_SHOWN_DIGITS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What is the municipality's own: domains of its mail, and beginnings of its telephone numbers."""

    domains: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """An address or a telephone number, its line (from 1), and as much of it as may be shown."""

    line: int
    shown: str
    is_mail: bool


def own_of(content: Path) -> Own:
    """Read ``extra.own_domains`` and ``extra.own_phones`` of the site's settings.

    Without them the domain is the municipality's name with ``.dk``.  Raises FrontMatterError for a
    file of settings that cannot be read.
    """
    config = content.resolve().parent / SITE_CONFIG
    try:
        text = config.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Own()

    def setting(key: str) -> tuple[str, ...]:
        told = frontmatter.setting(text, "extra", key, where=str(config)) or ""
        return tuple(one.strip().lower() for one in told.split(",") if one.strip())

    municipality = " ".join(setting("municipality")).removesuffix(" kommune")
    guessed = (f"{slug(municipality)}.dk",) if municipality else ()
    phones = tuple(_NOT_DIGIT.sub("", one) for one in setting("own_phones"))
    return Own(domains=setting("own_domains") or guessed, phones=phones)


def find_contacts(text: str, own: Own) -> Iterator[Contact]:
    """Find what may be somebody's private address or telephone."""
    line, counted_to = 1, 0
    for found in _MAIL.finditer(text) if "@" in text else ():
        domain = found["domain"].lower()
        if not any(domain == one or domain.endswith(f".{one}") for one in own.domains):
            line, counted_to = line + text.count("\n", counted_to, found.start()), found.start()
            yield Contact(line=line, shown=f"{found['name'][0]}…@{domain}", is_mail=True)
    line, counted_to = 1, 0
    for found in _PHONE.finditer(text):
        digits = _NOT_DIGIT.sub("", found["digits"])
        if _is_phone(text, found) and not digits.startswith(own.phones or ("-",)):
            shown = f"{digits[:_SHOWN_DIGITS]} xx xx xx"
            line, counted_to = line + text.count("\n", counted_to, found.start()), found.start()
            yield Contact(line=line, shown=shown, is_mail=False)


def _is_phone(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - _NEAR) : found.start()]
    if _ABROAD.search(before):
        return True
    if _PART_OF_NUMBER.search(before):
        return False
    if _SAID.search(before.removesuffix("+45 ")):
        return True
    return bool(_IN_PAIRS.fullmatch(found["digits"])) and not _SAID_OTHERWISE.search(before)
