"""Links within a built site: those that lead nowhere, and files that no link leads to."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from converters.gates.problems import Problem
from converters.gates.site_files import PACKED, PAGES

INDEX = "index.html"
_TOPS = frozenset({"", "top"})  # what any page has
# What programs ask for by themselves, or what a page tells of in words, needs no link.
_NO_LINK = ("assets/", "pagefind/", "oparl/", "data/", "search/", "partials/")
_KNOWN = (".xml", ".gz", ".ics", ".json", ".ndjson", ".csv", ".js", ".css", *PACKED)
_NO_LINK_FILES = frozenset({INDEX, "404.html", "robots.txt", "CNAME", ".nojekyll"})

_Named = list[tuple[str, str]]  # pages, each with the address that it names


@dataclass(slots=True)
class Links:
    """Gathers links page by page; `problems` tells of them when all pages are known."""

    files: Collection[str]
    _anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    _dead: dict[str, _Named] = field(default_factory=dict)
    _to_anchors: dict[tuple[str, str], _Named] = field(default_factory=dict)
    _linked: set[str] = field(default_factory=set)
    _targets: dict[str, str | None] = field(default_factory=dict)

    def take(self, path: str, addresses: Collection[str], anchors: frozenset[str]) -> None:
        """Take note of the addresses within the site that a page names, and of what may be named in it."""
        self._anchors[path] = anchors
        folder = posixpath.dirname(path)
        for address in addresses:
            way, _, fragment = address.partition("#")
            way = way.partition("?")[0]
            target = self._target(folder, way) if way else path
            if target is None:
                gone = posixpath.normpath(posixpath.join(folder, unquote(way)))
                self._dead.setdefault(gone, []).append((path, address))
                continue
            if target != path:
                self._linked.add(target)
            # What stands behind ":~:" is for the browser, which marks words by it.
            anchor = unquote(fragment.partition(":~:")[0])
            if anchor not in _TOPS and target.endswith(PAGES):
                self._to_anchors.setdefault((target, anchor), []).append((path, address))

    def problems(self) -> Iterator[Problem]:
        """What is wrong, by paths in the site: each thing once, at the first page that has it."""
        for named in self._dead.values():
            yield _told(named, "fører ingen steder hen", "dead-link")
        for (target, anchor), named in self._to_anchors.items():
            if anchor not in self._anchors.get(target, {anchor}):
                yield _told(named, "peger på et sted, som siden ikke har", "dead-anchor")

    def orphans(self, unlinked: Collection[str]) -> Iterator[Problem]:
        """Files that no page links to; ``unlinked`` are pages that none should, such as old addresses."""
        for path in sorted(self.files):
            if (
                path in self._linked
                or path in unlinked
                or path in _NO_LINK_FILES
                or path.startswith(_NO_LINK)
            ):
                continue
            if path.endswith(PAGES):
                yield Problem(
                    file=path,
                    line=None,
                    text="Ingen side har et link til denne side.",
                    hint="Link til den, eller slet den i content, hvis den ikke skal ses.",
                    blocks=False,
                    code="orphan",
                )
            elif not path.endswith(_KNOWN):
                yield Problem(
                    file=path,
                    line=None,
                    text="Filen er lagt ud, men ingen side har et link til den.",
                    hint="Slet den i content, eller link til den fra den side, den hører til.",
                    code="orphan",
                )

    def _target(self, folder: str, way: str) -> str | None:
        """The file that an address leads to, or None."""
        if way.startswith("/"):
            return self._from_root(way)
        # Most addresses go up some folders and down again; the library's own way takes six times as long.
        up, down = folder, way
        while down.startswith("../"):
            up, down = up.rpartition("/")[0], down[3:]
        path = f"{up}/{down}" if up and down else up or down
        if path in self.files:
            return path
        if path.endswith("/") and f"{path}{INDEX}" in self.files:
            return f"{path}{INDEX}"
        return self._file(posixpath.normpath(posixpath.join(folder, unquote(way))))

    def _from_root(self, way: str) -> str | None:
        if way not in self._targets:
            # The site may be published under a folder of its own, which the built files do not show.
            steps = [step for step in unquote(way).split("/") if step]
            candidates = (self._file("/".join(steps[place:]) or ".") for place in range(len(steps) + 1))
            self._targets[way] = next((found for found in candidates if found), None)
        return self._targets[way]

    def _file(self, path: str) -> str | None:
        if path in self.files:
            return path
        index = posixpath.normpath(posixpath.join(path, INDEX))
        return index if index in self.files else None


def _told(named: _Named, told: str, code: str) -> Problem:
    path, address = named[0]
    pages = len({page for page, _ in named})
    more = f" Det står på {pages} sider." if pages > 1 else ""
    # An address may hold anything, and is shown on a screen.
    shown = "".join(sign for sign in address if sign.isprintable())[:120]
    return Problem(
        file=path,
        line=None,
        text=f"Linket {shown} {told}.{more}",
        hint="Ret linket i content, og byg igen.",
        code=code,
    )
