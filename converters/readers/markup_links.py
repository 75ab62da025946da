"""Addresses that a link of a source may have on a page."""

from __future__ import annotations

import re
from urllib.parse import urljoin

SCHEME = re.compile(r"^(?P<scheme>[a-z][a-z0-9+.-]*):", re.IGNORECASE)
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
UNSEEN = re.compile(r"[\x00-\x1f\x7f]+")
LONGEST = 4_000  # characters; a longer address is a file in disguise


def address(href: str, base: str | None = None) -> str | None:
    """Give the address as it may be linked to, None for a script, a local file or nothing.

    Browsers drop tabs and line feeds inside an address, so that they hide no scheme here either.
    """
    href = UNSEEN.sub("", href).strip().replace(" ", "%20")
    if not href or href == "#" or len(href) > LONGEST:
        return None
    scheme = SCHEME.match(href)
    if scheme is not None:
        return href if scheme["scheme"].lower() in SCHEMES else None
    if base is None:
        return href
    try:
        return urljoin(base, href)
    except ValueError:  # a base that is no address
        return href
