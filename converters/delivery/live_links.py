"""Links that lead out of the site, and whether anything still answers at the other end.

This is for a run now and then and never for a build, which asks nothing of the network.
"""

from __future__ import annotations

import http.client
import re
import socket
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

from converters.gates.problems import Problem

PATIENCE = 20  # seconds to wait for an answer
AT_ONCE = 8  # hosts that are asked side by side; one host is asked for one page at a time
ASKED_AS = "Mozilla/5.0 (compatible; Referat; link check)"  # some hosts turn an unnamed program away
GONE = frozenset({404, 410})
NOT_ALLOWED = frozenset({403, 405, 501})  # to ask for the head alone; the page itself may be had
NOBODYS = (".example", ".test", ".invalid", ".localhost")  # names that are kept free for made-up addresses
_LINK = re.compile(r"""<a\b[^>]*?\shref=(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back: a status, or in Danish why nothing did; ``is_gone`` where nobody will find it there."""

    said: str
    is_gone: bool


def dead_links(site: Path) -> Iterator[Problem]:
    """Find links out of a built site that lead nowhere, page by page; an unsure one is a warning."""
    pages = links_of(site)
    answers = ask(pages)
    for address in sorted(answers):
        answer = answers[address]
        first, *others = pages[address]
        more = f" Det står også på {len(others)} andre sider." if others else ""
        yield Problem(
            file=str(site / first),
            line=None,
            text=f"Linket til {address} svarer ikke: {answer.said}.{more}",
            hint="Ret det i kilden eller på siden, eller find siden i et webarkiv." if answer.is_gone else "",
            blocks=answer.is_gone,
            code="link-gone" if answer.is_gone else "link-unsure",
        )


def links_of(site: Path) -> Mapping[str, list[str]]:
    """The addresses that pages link to elsewhere, each with its pages in order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for page in sorted(site.rglob("*.html")):
        name = page.relative_to(site).as_posix()
        for link in _LINK.finditer(page.read_text(encoding="utf-8", errors="replace")):
            address = unescape(link[1] or link[2] or "").strip().partition("#")[0]
            if _may_be_asked(address) and name not in found[address]:
                found[address].append(name)
    return found


def _may_be_asked(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and not (parts.hostname or NOBODYS[0]).endswith(NOBODYS)
    except ValueError:
        return False


def ask(addresses: Iterable[str]) -> Mapping[str, Answer]:
    """Ask for each address; those that do not answer well, and what they said."""
    hosts: defaultdict[str, list[str]] = defaultdict(list)
    for address in addresses:
        hosts[urlsplit(address).netloc].append(address)
    with ThreadPoolExecutor(max_workers=AT_ONCE) as crew:
        answers = crew.map(lambda own: [(address, _ask(address)) for address in own], hosts.values())
        return {address: answer for own in answers for address, answer in own if answer}


def _ask(address: str) -> Answer | None:
    """None where all is well."""
    status = _status(address, "HEAD")
    if isinstance(status, int) and status in NOT_ALLOWED | GONE:
        status = _status(address, "GET")
    if isinstance(status, Answer):
        return status
    if status in GONE:
        return Answer(said=f"siden findes ikke mere ({status})", is_gone=True)
    return Answer(said=f"serveren svarer {status}", is_gone=False) if status >= 400 else None


def _status(address: str, method: str) -> int | Answer:
    request = urllib.request.Request(address, method=method, headers={"User-Agent": ASKED_AS})  # noqa: S310 - http and https alone come here
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - as above
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except urllib.error.URLError as error:
        if isinstance(error.reason, socket.gaierror):
            return Answer(said="der er ingen server af det navn", is_gone=True)
        return Answer(said="der er ingen forbindelse", is_gone=False)
    except (OSError, http.client.HTTPException, ValueError):
        return Answer(said="der er ingen forbindelse", is_gone=False)
