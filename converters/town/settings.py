"""What a municipality says of itself when its repository is made, and how that is written in YAML."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from converters.errors import UnfitSetting
from converters.slugs import slug

_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A municipality: its name, and what it chose to say; what it did not is empty."""

    municipality: str
    committees: tuple[str, ...] = ()
    colour: str = ""
    contact: str = ""
    accessibility_statement: str = ""
    site_url: str = ""

    @property
    def own_domains(self) -> str:
        """The domain of its mail: that of the contact, else its name with ``.dk``."""
        if "@" in self.contact:
            return self.contact.rpartition("@")[2].lower()
        return f"{slug(re.sub('(?i) kommune$', '', self.municipality))}.dk"


def checked(town: Town) -> Town:
    """The same town. Raises UnfitSetting where a setting would stop the first build."""
    if not town.municipality:
        raise UnfitSetting(
            "Kommunens navn mangler.",
            where="--municipality",
            hint='Skriv for eksempel --municipality "Birkevig Kommune".',
        )
    if town.colour and not _COLOUR.fullmatch(town.colour.lower()):
        raise UnfitSetting(
            f"Farven »{town.colour}« kan ikke læses.",
            where="--colour",
            hint='Skriv den med seks tegn, for eksempel --colour "#7a1f3d".',
        )
    for name, address in (("site-url", town.site_url), ("statement", town.accessibility_statement)):
        if address and not _is_address(address):
            raise UnfitSetting(
                f"»{address}« er ikke en adresse.",
                where=f"--{name}",
                hint="Skriv hele adressen, med https:// foran.",
            )
    return town


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and not re.search(r"\s", address)


def in_yaml(town: Town) -> dict[str, str]:
    """Each setting as YAML takes it, in quotation marks: JSON's are YAML's too."""
    told = {
        "site_name": f"Referater fra {town.municipality}",
        "municipality": town.municipality,
        "committees": list(town.committees),
        "colour": town.colour,
        "contact": town.contact,
        "accessibility_statement": town.accessibility_statement,
        "own_domains": town.own_domains,
    }
    written = {name: json.dumps(value, ensure_ascii=False) for name, value in told.items()}
    # What was said counts; a variable that is set to nothing, as GitHub's are by default, would hide it.
    given = json.dumps(town.site_url, ensure_ascii=False) if town.site_url else '!ENV [SITE_URL, ""]'
    return written | {"site_url": given}
