"""Where a decision sends its case next, read from the decision's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

# Who can be sent a case in every municipality or region, whether or not their minutes are on the site.
EVERYWHERE = ("Byrådet", "Kommunalbestyrelsen", "Regionsrådet", "Økonomiudvalget", "Forvaltningen")
# "oversendes til Byrådet", "anbefaler Økonomiudvalget og Byrådet", "forelægges for Byrådet";
# not "Forvaltningen indstiller", where the name is the one that speaks.
SENDS = re.compile(
    r"\b(?:over|videre|frem|tilbage)?send\w*|\bforelæg\w*|\bindstill\w*|\banbefal\w*|\bgår\s+(?:sagen\s+)?videre"
    r"|\btil\s+(?:endelig\s+)?(?:beslutning|godkendelse|behandling|afgørelse)",
    re.IGNORECASE,
)
NOT_SENT = re.compile(r"\bikke\b", re.IGNORECASE)
SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]?")
TOWARDS = r"(?:til|for|over\s+for|anbefaler|indstiller|og|samt|at|,)\s+"


def named_in(words: str, committees: Iterable[str], own: str | None) -> tuple[str, ...]:
    """The names of those a decision sends its case to, in the order it names them.

    ``committees`` are the names on the site, ``own`` the committee that decided, which no case goes to.
    """
    towards = _towards(tuple(sorted({*committees, *EVERYWHERE})))
    found: dict[str, str] = {}
    for sentence in SENTENCE.findall(words):
        sends = SENDS.search(sentence)
        if sends:
            for match in towards.finditer(sentence, sends.start()):
                if NOT_SENT.search(sentence, 0, match.start()):
                    break
                name = match["name"]
                found.setdefault(name.casefold(), name[:1].upper() + name[1:])
    found.pop((own or "").casefold(), None)
    return tuple(found.values())


@lru_cache(maxsize=8)
def _towards(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(
        rf"{TOWARDS}(?P<name>{'|'.join(map(re.escape, longest_first))})\b(?!s\b|\s+(?:indstiller|anbefaler))",
        re.IGNORECASE,
    )
