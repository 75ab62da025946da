"""Text inside a line as Markdown that Python-Markdown shows as the very same text, with its links.

Written for Python-Markdown with the extensions tables, toc, sane_lists and fenced_code.  It takes a
backslash before a fixed set of characters only; the others are written as character references.
As little as possible is escaped, since a clerk reads these pages and their diffs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from converters.blocks import Link

# Control characters, which no page can show; Python-Markdown keeps two of them for itself.
INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

# What would mean something inside a line.  An underscore inside a word and a lone ampersand do not.
_SIGNIFICANT = re.compile(
    r"(?P<backslash>[*`\[]|\\(?![^\W_]|[ ])|(?<![^\W_])_|_(?![^\W_]))"
    r"|(?P<less><)|(?P<ampersand>&(?=#|[0-9A-Za-z]+;))"
)
_SIGN = re.compile(r"[*`\[\\_<&]")  # what the pattern above begins with: most text has none
# What would mean something at the start of a line: a heading, a quotation, a bullet, a rule, a list number.
_MARK_AT_START = re.compile(r"[#>]|[-+](?= |$)|-(?=[- ]+$)")
_NUMBER_AT_START = re.compile(r"(\d+)\.(?= |$)")
_TILDES_AT_START = re.compile(r"~(?=~~)")
# A line that below a line with a bar would make the two a table.
_SEPARATOR = re.compile(r"[-|: ]*\|[-|: ]*")

# An address that shows as it stands in angle brackets: »https://eksempel.dk/sag?id=3«.
_ADDRESS = re.compile(r"(?i:https?)://[^\s<>\"'`\\\[\]{}|^]*[^\s<>\"'`\\\[\]{}|^.,:;!?()*_&»«”“’]")
_REFERENCE = re.compile(r"&#|&[0-9A-Za-z]+;")

# Where a link may lead, and what may not stand in an address between the brackets of a link.
_REACHABLE = re.compile(r"(?i)https?://[^\s/?#]|mailto:\S|tel:\S")
_NOT_IN_ADDRESS = re.compile(r"[\s\"'<>()\[\]{}\\`|^\x00-\x20\x7f-\xa0]")
_REFERENCE_END = re.compile(r"(&#?[0-9A-Za-z]+);")

Address = Callable[[str], str | None]
"""Where a link of the source leads from the page it is written on; None for nowhere."""


def web_address(href: str) -> str | None:
    """Give the address of a link to the web, to a mailbox or a telephone; None for any other.

    What Markdown or HTML would take for its own is percent-encoded.
    """
    href = INVISIBLE.sub("", href).strip()
    if not _REACHABLE.match(href):
        return None
    return encoded(href)


def encoded(address: str) -> str:
    """Write an address for the brackets of a link."""
    safe = _NOT_IN_ADDRESS.sub(lambda sign: "%" + sign[0].encode().hex("%").upper(), address)
    return _REFERENCE_END.sub(r"\1%3B", safe)


def visible(text: str) -> str:
    """Take characters off that no page can show."""
    return text if text.isprintable() else INVISIBLE.sub("", text)


def shows(text: str) -> bool:
    """Tell whether anything of a text is seen on a page."""
    return bool(visible(text).strip())


def escape(text: str, *, links: bool = True) -> str:
    """Write text for the middle of a line; white space becomes single blanks.

    With ``links``, addresses of the web become links that show the same text.
    """
    text = " ".join(visible(text).split())
    if not links or "://" not in text:
        return _SIGNIFICANT.sub(_escaped, text) if _SIGN.search(text) else text
    parts: list[str] = []
    end = 0
    for address in _ADDRESS.finditer(text):
        if not _REFERENCE.search(address[0]):
            parts += [_SIGNIFICANT.sub(_escaped, text[end : address.start()]), f"<{address[0]}>"]
            end = address.end()
    return "".join([*parts, _SIGNIFICANT.sub(_escaped, text[end:])])


def _escaped(sign: re.Match[str]) -> str:
    if sign["backslash"]:
        return "\\" + sign["backslash"]
    return "&lt;" if sign["less"] else "&amp;"


def label(text: str) -> str:
    """Write text for the square brackets of a link or a picture."""
    return escape(text, links=False).replace("]", "&#93;")


def linked(text: str, links: Iterable[Link], address: Address, *, addresses: bool = True) -> str:
    """Write text with its links for the middle of a line.

    Links that overlap another, reach beyond the text or lead nowhere are dissolved into it.  With
    ``addresses``, addresses of the web in the rest become links too.
    """
    parts: list[str] = []
    blank = False
    for run, href in _runs(text, links, address):
        words = escape(run, links=addresses) if href is None else label(run)
        seen = visible(run)
        blank = blank or seen[:1].isspace()
        if not words:
            continue
        if blank and parts:
            parts.append(" ")
        elif href is not None and parts and parts[-1].endswith("!"):
            parts[-1] = f"{parts[-1][:-1]}\\!"  # else the link would be a picture
        parts.append(words if href is None else f"[{words}]({href})")
        blank = seen[-1:].isspace()
    return "".join(parts)


def _runs(text: str, links: Iterable[Link], address: Address) -> Iterator[tuple[str, str | None]]:
    """Cut the text where links begin and end; what leads nowhere runs together with its neighbours."""
    plain, end = "", 0
    for link in sorted(links, key=lambda one: (one.start, one.end)):
        if not end <= link.start < link.end <= len(text):
            continue
        shown = text[link.start : link.end]
        href = address(link.href)
        plain, end = plain + text[end : link.start], link.end
        if href is None or not shows(shown) or _shows_itself(shown, link.href):
            plain += shown
            continue
        if plain:
            yield plain, None
        plain = ""
        yield shown, href
    if rest := plain + text[end:]:
        yield rest, None


def _shows_itself(shown: str, href: str) -> bool:
    """Tell whether the words of a link are its address, which is a link without being told."""
    return shown.strip() == href.strip() and escape(shown) == f"<{href.strip()}>"


def at_start(written: str) -> str:
    """Take what is written for the middle of a line for a line of its own.

    Its start then makes neither list, heading nor rule.
    """
    written = written.replace("|", "\\|") if _SEPARATOR.fullmatch(written) else written
    written = _MARK_AT_START.sub(r"\\\g<0>", written, count=1) if _MARK_AT_START.match(written) else written
    written = _TILDES_AT_START.sub("&#126;", written, count=1) if _TILDES_AT_START.match(written) else written
    number = _NUMBER_AT_START.match(written)
    return f"{number[1]}\\.{written[number.end() :]}" if number else written
