"""The site as others meet it: its name, its address if it has one, and identities that last."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from html import escape

from converters.site.addresses import is_external

HOME = "./"  # the address of the front page, as MkDocs writes it
# Every identity is made from this and a path in content/, so it must never change.
IDENTITIES = uuid.UUID("5f0d2f0e-6a53-5c0c-9d0b-1b7a8a6f7f35")
# Signs that no XML document may hold, not even as references.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site: its name, whose it is, and the address it is published at.

    ``url`` ends in a slash; it is None where mkdocs.yml names no address. Addresses are relative to the
    site's root, as ``Addresses.of`` gives them.
    """

    name: str
    owner: str
    url: str | None

    def absolute(self, address: str) -> str | None:
        """The whole address on the web; None on a site that has none."""
        return None if self.url is None else self.url + address.removeprefix(HOME)

    def link(self, address: str, seen_from: str) -> str:
        """The whole address on the web, or else the way there from another address of the site."""
        return self.absolute(address) or relative(address, seen_from)

    def fetched_at(self, address: str, seen_from: str = "") -> str:
        """The same for an attachment, which may lie on another site."""
        return address if is_external(address) else self.link(address, seen_from)

    def identity(self, path: str, municipality: str | None = None) -> uuid.UUID:
        """What tells a page apart from every other in the world; the same in every build."""
        return uuid.uuid5(IDENTITIES, f"{municipality or self.owner}\n{path}")


def site(name: str, owner: str | None, url: str | None) -> Site:
    """A site as mkdocs.yml describes it."""
    return Site(name=name, owner=owner or name, url=f"{url.rstrip('/')}/" if url else None)


def relative(address: str, seen_from: str) -> str:
    """The way to an address from another one of the same site."""
    way = "../" * seen_from.removeprefix(HOME).count("/")  # by way of the root: never wrong, and quick
    return f"{way}{address.removeprefix(HOME)}" or HOME


def xml(text: str) -> str:
    """A text as it stands in XML, also between quotation marks."""
    return escape(NOT_IN_XML.sub("", text))
