"""What a tag of a built page may be: all else came from content, or from a mistake in a template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

from converters.gates.markup import DISTINCT_TAGS, Tag, tag

# What the templates and Markdown write.  A browser does nothing with these of its own accord.
ELEMENTS = frozenset("""
    a abbr address article aside blockquote body br button caption circle code col colgroup dd defs del
    desc details dfn div dl dt em fieldset figcaption figure footer form g h1 h2 h3 h4 h5 h6 head header
    hr html img input ins label legend li line link main mark meta nav noscript ol optgroup option output
    p path polygon polyline pre rect script search section select small span strong sub summary sup svg
    table tbody td template text tfoot th thead time title tr tspan ul use wbr
""".split())  # fmt: skip
WEB = frozenset({"http", "https"})
LINKED = frozenset({*WEB, "mailto", "tel"})
# Attributes by which a browser fetches something on its own; an address in any other is followed by a person.
_FETCHED = frozenset({
    "background", "data", "imagesrcset", "manifest", "poster", "src", "srcset", "ping", "from", "to",
    "values",
})  # fmt: skip
_FETCHED_LINKS = frozenset({
    "stylesheet", "icon", "preload", "prefetch", "modulepreload", "preconnect", "dns-prefetch", "manifest",
    "apple-touch-icon", "mask-icon", "prerender", "expect",
})  # fmt: skip
_HREF = frozenset({"href", "xlink:href"})
_DATA_BLOCK = "application/ld+json"  # which no browser runs
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HANDLER = re.compile(r"on[a-z]")
_STYLE_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)['"]?(?P<address>[^'")\s]+)""", re.IGNORECASE)
_REFRESH = re.compile(r"\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?['\"]?(?P<address>[^'\"]*)", re.IGNORECASE)
_FROM_CONTENT = (
    "Find teksten på siden i content, og ret den; meld fejlen, for den skulle være vist som tekst."
)
_OWN = "Læg filen i webstedet selv."


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a tag: the code, and what a clerk reads."""

    code: str
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A tag: what is wrong with it, the addresses within the site that it names, and what it tells.

    ``anchors`` are what a link may name to lead to it, ``words`` what readers are told of it beside the
    text; ``equivalent`` is the header that a `meta` stands for.
    """

    tag: Tag
    faults: tuple[Fault, ...]
    own_addresses: tuple[str, ...]
    anchors: tuple[str, ...]
    words: str
    equivalent: str


@lru_cache(maxsize=DISTINCT_TAGS)
def judged(text: str) -> Judged:
    """Judge a tag, and remember it: most tags stand on every page."""
    found = tag(text)
    faults = (*_element_faults(found), *_attribute_faults(found), *_address_faults(found))
    equivalent = (found.get("http-equiv") or "").strip().casefold() if found.element == "meta" else ""
    return Judged(found, faults, tuple(_own_addresses(found)), found.anchors, found.words, equivalent)


def style_faults(css: str) -> Iterator[tuple[int, Fault]]:
    """What is wrong with the addresses of a style sheet, each with its place in it."""
    for found in _STYLE_ADDRESS.finditer(css):
        address = found["address"]
        if _is_elsewhere(address) and not address.startswith("data:"):
            yield found.start(), _from_others(address)


def _element_faults(found: Tag) -> Iterator[Fault]:
    if found.element not in ELEMENTS:
        # Its name may be anything, so it is shown only as far as a name goes.
        name = re.sub(r"[^a-z0-9:-].*", "", found.element)[:20]
        text = f"Siden har et element, som Referat aldrig skriver (<{name}>)."
        yield Fault("foreign-element", text, _FROM_CONTENT)
    if found.element == "script" and not found.get("src") and found.get("type") != _DATA_BLOCK:
        yield Fault("inline-script", "Siden har et script i sig.", _FROM_CONTENT)
    if found.element == "meta" and (found.get("http-equiv") or "").strip().casefold() == "refresh":
        match = _REFRESH.match(found.get("content") or "")
        if match and _is_elsewhere(match["address"].strip()):
            yield Fault("refresh", "Siden fører straks videre til en anden adresse.", _FROM_CONTENT)
    if found.element == "form" and _is_elsewhere(found.get("action") or ""):
        yield Fault("other-origin", "En formular sender det skrevne til en anden.", _FROM_CONTENT)


def _attribute_faults(found: Tag) -> Iterator[Fault]:
    for name, _ in found.attributes:
        if _HANDLER.match(name):
            shown = re.sub(r"[^a-z].*", "", name)[:20]
            text = f"Siden har en hændelse i sig ({shown}), som kører et script."
            yield Fault("handler", text, _FROM_CONTENT)
        elif name == "srcdoc":
            yield Fault("inline-script", "Siden har en hel side i sig (srcdoc).", _FROM_CONTENT)
        elif name == "style":
            yield Fault("inline-style", "Siden har et udseende skrevet ind i sig (style).", _FROM_CONTENT)


def _address_faults(found: Tag) -> Iterator[Fault]:
    for name, address in found.addresses:
        scheme = _scheme(address)
        if scheme and scheme not in WEB:
            if not _may_have(found, name, scheme, address):
                text = f"Et link begynder med {scheme}:, som ikke er tilladt."
                yield Fault("link-scheme", text, "Slet linket på siden i content, og byg igen.")
        elif _is_fetched(found, name) and (scheme or _is_elsewhere(address)):
            yield _from_others(address)
        elif name == "formaction" and _is_elsewhere(address):
            yield Fault("other-origin", "En knap sender det skrevne til en anden.", _FROM_CONTENT)


def _from_others(address: str) -> Fault:
    parts = _split(address)
    where = re.sub(r"[^\w.:-].*", "", parts.netloc if parts else "")[:80]
    if _scheme(address) == "http":
        return Fault("mixed-content", f"Siden henter noget ukrypteret fra {where}.", _OWN)
    return Fault("other-origin", f"Siden henter noget fra {where}.", _OWN)


def _own_addresses(found: Tag) -> Iterator[str]:
    if found.element == "base":
        return
    for name, address in found.addresses:
        counts = name != "cite" and not (found.element == "link" and not _leads(found))
        if counts and address and not _scheme(address) and not _is_elsewhere(address):
            yield address


def _leads(found: Tag) -> bool:
    """Whether what a `link` names has to be there; the page's own address is as the site will have it."""
    return "canonical" not in (found.get("rel") or "").casefold().split()


def _is_fetched(found: Tag, name: str) -> bool:
    if name in _HREF:
        relations = set((found.get("rel") or "").casefold().split())
        return found.element in {"use", "image"} or (
            found.element == "link" and bool(relations & _FETCHED_LINKS)
        )
    return name in _FETCHED


def _may_have(found: Tag, name: str, scheme: str, address: str) -> bool:
    if scheme in LINKED:
        return not _is_fetched(found, name)
    return found.element == "img" and name in {"src", "srcset"} and _PICTURE.match(address) is not None


def _scheme(address: str) -> str:
    found = _SCHEME.match(address)
    return found[1].casefold() if found else ""


def _is_elsewhere(address: str) -> bool:
    """Whether an address leaves the site; a browser takes a backslash for a slash."""
    straight = address.replace("\\", "/")
    return straight.startswith("//") or _scheme(straight) != ""


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address.replace("\\", "/"))
    except ValueError:
        return None
