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
_PAIRS = r"[0-9]{2}(?:[ \u00a0.]?[0-9]{2}){3}"
# Said to be a telephone number, with the country in front, or in the four pairs that Danes write.
_PHONE = re.compile(
    rf"(?:(?:tlf|telefon|mobil|tel|sms)\w*\W{{0,4}}(?:nr\w*\W{{0,3}})?"
    rf"(?:\+45 ?)?(?P<said>{_PAIRS}|[0-9]{{4}} [0-9]{{4}})"
    rf"|(?:\+|\b00)45 ?(?P<abroad>{_PAIRS}|[0-9]{{4}} ?[0-9]{{4}})"
    r"|(?<![0-9.,-])(?<![0-9] )(?P<pairs>[2-9][0-9](?:[ \u00a0][0-9]{2}){3}))(?![0-9]|[ .,-][0-9])",
    re.IGNORECASE,
)
_NOT_A_PHONE = re.compile(r"(?i)(?:cvr|ean|se-?nr|p-?nr|konto|gln)\W*(?:nr|nummer)?\W*$")
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
    if "@" in text:
        for found in _MAIL.finditer(text):
            domain = found["domain"].lower()
            if not any(domain == one or domain.endswith(f".{one}") for one in own.domains):
                yield Contact(line=_line(text, found), shown=f"{found['name'][0]}…@{domain}", is_mail=True)
    for found in _PHONE.finditer(text):
        digits = _NOT_DIGIT.sub("", found["said"] or found["abroad"] or found["pairs"])
        said_otherwise = found["pairs"] and _NOT_A_PHONE.search(text[: found.start()][-20:])
        if not said_otherwise and not digits.startswith(own.phones or ("-",)):
            shown = f"{digits[:_SHOWN_DIGITS]} xx xx xx"
            yield Contact(line=_line(text, found), shown=shown, is_mail=False)


def _line(text: str, found: re.Match[str]) -> int:
    return text.count("\n", 0, found.start()) + 1
