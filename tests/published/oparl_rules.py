"""Holds OParl files against the rules of OParl 1.1, as a client that follows every address."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

SCHEMA = "https://schema.oparl.org/1.1/"
RULES = json.loads(Path(__file__).with_name("oparl_rules.json").read_text(encoding="utf-8"))
KINDS = {"text": str, "number": int, "truth": bool}


@dataclass(kw_only=True)
class Client:
    """Reads a built site by its addresses; ``seen`` are the addresses it has followed."""

    site: Path
    address: str
    seen: set[str] = field(default_factory=set)

    def fetch(self, url: str) -> dict[str, object]:
        """What lies at an address of the site."""
        assert url.startswith(self.address), url
        found: dict[str, object] = json.loads((self.site / url.removeprefix(self.address)).read_bytes())
        return found

    def faults(self) -> Iterator[str]:
        """Everything that is wrong, from the system on."""
        yield from self.follow(f"{self.address}oparl/system.json", "System")

    def follow(self, url: object, kind: str) -> Iterator[str]:
        """Look at the object at an address, once."""
        if not is_web(url):
            yield f"{kind}: {url!r} is no address"
            return
        if str(url) in self.seen:
            return
        self.seen.add(str(url))
        try:
            found = self.fetch(str(url))
        except (OSError, ValueError, AssertionError) as error:
            yield f"{url}: {error}"
            return
        if found.get("id") != url:
            yield f"{url}: says that it is {found.get('id')}"
        yield from self.look_at(found, kind)

    def look_at(self, thing: object, kind: str) -> Iterator[str]:
        """Hold one object against the rules of its type."""
        if not isinstance(thing, dict):
            yield f"{kind}: {thing!r} is no object"
            return
        rules, name = RULES["types"][kind], thing.get("id")
        if thing.get("type") != f"{SCHEMA}{kind}":
            yield f"{name}: is of type {thing.get('type')}, not {kind}"
        yield from (f"{name}: lacks {key}" for key in rules["required"] if thing.get(key) is None)
        for key, value in thing.items():
            wanted = rules["properties"].get(key) or RULES["common"].get(key)
            if wanted:
                yield from (f"{name}: {key}: {fault}" for fault in self.property(value, wanted))
            elif ":" not in key:
                yield f"{name}: {key} is no word of OParl"
        yield from self.follow(name, kind)

    def property(self, value: object, wanted: str) -> Iterator[str]:
        """Hold one value against what it has to be."""
        if wanted.startswith("["):
            if not isinstance(value, list):
                yield f"{value!r} is no array"
                return
            for one in value:
                yield from self.property(one, wanted[1:-1])
        elif wanted.startswith("ref:"):
            yield from self.follow(value, wanted.removeprefix("ref:"))
        elif wanted.startswith("list:"):
            yield from self.list(value, wanted.removeprefix("list:"))
        elif wanted in RULES["types"]:
            yield from self.look_at(value, wanted)
        elif not fits(value, wanted):
            yield f"{value!r} is no {wanted}"

    def list(self, first: object, kind: str) -> Iterator[str]:
        """Go through the pages of a list, once."""
        url, held, number = first, 0, 0
        while is_web(url) and str(url) not in self.seen:
            self.seen.add(str(url))
            try:
                page = json.loads(json.dumps(self.fetch(str(url))))
            except (OSError, ValueError, AssertionError) as error:
                yield f"{url}: {error}"
                return
            number += 1
            held += len(page["data"])
            for one in page["data"]:
                yield from self.look_at(one, kind)
            place, links = page["pagination"], page["links"]
            if links["self"] != url or links["first"] != first or place["currentPage"] != number:
                yield f"{url}: does not know its place"
            if ("next" in links) != (number < place["totalPages"]) or ("prev" in links) != (number > 1):
                yield f"{url}: its neighbours are wrong"
            if "next" not in links and (held != place["totalElements"] or links["last"] != url):
                yield f"{url}: {held} of {place['totalElements']} objects"
            url = links.get("next")


def fits(value: object, wanted: str) -> bool:
    """Whether a value is of a kind."""
    if wanted in KINDS:
        return type(value) is KINDS[wanted]
    if wanted == "url":
        return is_web(value)
    try:
        if wanted == "date":
            return dt.date.fromisoformat(str(value)).isoformat() == value
        return wanted == "moment" and dt.datetime.fromisoformat(str(value)).tzinfo is not None
    except ValueError:
        return False


def is_web(value: object) -> bool:
    """Whether a value is a whole address on the web."""
    return (
        isinstance(value, str)
        and urlsplit(value).scheme in {"http", "https"}
        and bool(urlsplit(value).netloc)
    )
