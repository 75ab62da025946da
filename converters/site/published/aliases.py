"""Old addresses: a page of its own at each, which leads to where the page lies now.

``aliases`` in a page's front matter are addresses below the site's root, as ``gammel/adresse/`` or
``dagsorden-12.html``. A closed item has none, since an old address may tell what its page does not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from html import escape
from typing import NoReturn
from urllib.parse import quote, unquote, urlsplit

from converters.errors import FrontMatterError
from converters.model import Access
from converters.site.addresses import Addresses
from converters.site.policy import CONTENT_SECURITY_POLICY
from converters.site.published.site import Site, relative
from converters.site.reading import SitePage

PAGE_ENDINGS = (".html", ".htm")
FILE_ENDING = re.compile(r"\.[a-z][a-z0-9]{1,6}", re.IGNORECASE)
UNFIT = re.compile(r'[\x00-\x1f\x7f"*:<>?#|\\]')
LONGEST = 200  # characters; more is no address that anybody has followed
# What the theme writes without telling of it first.
TAKEN_FILES = frozenset({"404.html"})
TAKEN_FOLDERS = frozenset({"assets", "search", "pagefind", "oparl", "data"})


def redirects(pages: Iterable[SitePage], taken: Collection[str]) -> Mapping[str, str]:
    """Where each old address leads: the path of the file to write, and the path of the page.

    ``taken`` are the paths of every file of the built site. Raises FrontMatterError for an old address that
    is none, leaves the site, lies where something else does, or is named by two pages.
    """
    files = {path.casefold() for path in taken}
    found: dict[str, str] = {}
    named: dict[str, str] = {}
    for page in pages:
        for alias in page.fields.texts("aliases"):
            file = file_of(alias, page)
            key = file.casefold()
            if key in files or key in TAKEN_FILES or file.split("/")[0].casefold() in TAKEN_FOLDERS:
                refuse(page, alias, "er adressen på en side, der findes", "Slet linjen, eller ret adressen.")
            if key in named:
                refuse(page, alias, f"står også på {named[key]}", "Lad den kun stå på den ene side.")
            named[key] = page.path
            found[file] = page.path
    return dict(sorted(found.items()))


def file_of(alias: str, page: SitePage) -> str:
    """The path of the file that answers at an old address."""
    if page.fields.word("access", Access) is Access.CLOSED:
        raise FrontMatterError(  # without the address, which may tell what the page does not
            "Punktet er lukket, men har en gammel adresse.",
            where=page.path,
            hint="Slet aliases; en gammel adresse kan røbe, hvad punktet handler om.",
        )
    address = unquote(alias.strip())
    parts = urlsplit(alias.strip()) if "[" not in alias else None
    if parts is None or parts.scheme or parts.netloc or address.startswith("//"):
        refuse(page, alias, "fører væk fra siderne", "Skriv kun det, der står efter sidernes egen adresse.")
    steps = address.removeprefix("/").split("/")
    if ".." in steps or "." in steps:
        refuse(page, alias, "må ikke have prikker som led", "Skriv hele adressen ud.")
    if UNFIT.search(address) or len(address) > LONGEST:
        hint = "Kun bogstaver, tal, bindestreger, punktummer og skråstreger; intet ? eller #."
        refuse(page, alias, "kan ikke være navnet på en side", hint)
    last = steps.pop() if steps[-1] == "" or steps[-1].endswith(PAGE_ENDINGS) else ""
    if not (steps or last) or "" in steps or any(ends_as_file(step) for step in steps):
        hint = "Skriv en adresse som gammel/adresse/ eller gammel-side.html."
        refuse(page, alias, "er ikke adressen på en side", hint)
    return "/".join((*steps, last or "index.html"))


def ends_as_file(step: str) -> bool:
    """Whether a part of an address has the ending of a file, as ``referat.aspx`` has."""
    return bool(FILE_ENDING.fullmatch(step[step.rfind(".") :])) if "." in step else False


def refuse(page: SitePage, alias: str, problem: str, hint: str) -> NoReturn:
    """Say in Danish what is wrong with an old address."""
    raise FrontMatterError(f"Den gamle adresse »{alias}« {problem}.", where=page.path, hint=hint)


def pages(
    found: Mapping[str, str], titles: Mapping[str, str], addresses: Addresses, site: Site
) -> Iterator[tuple[str, bytes]]:
    """The page at each old address; ``titles`` are those of the pages they lead to, by their paths."""
    for file, path in found.items():
        yield file, moved(quote(file), addresses.of(path), titles[path], site)


def moved(file: str, address: str, title: str, site: Site) -> bytes:
    """A page that leads on by itself, without a script, and else by its link."""
    way, name = escape(relative(address, file)), escape(title)
    return f"""<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(CONTENT_SECURITY_POLICY)}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={way}">
<link rel="canonical" href="{escape(site.link(address, file))}">
<title>Siden er flyttet: {name}</title>
</head>
<body data-pagefind-ignore="all">
<main>
<h1>Siden er flyttet</h1>
<p>Siden er flyttet til <a href="{way}">{name}</a>.</p>
</main>
</body>
</html>
""".encode(errors="replace")
