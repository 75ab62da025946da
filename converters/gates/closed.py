"""What the page of a closed item may hold: number, public title, decision; nothing else of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from converters.closed_items import SECTION, is_decision
from converters.frontmatter import Page
from converters.gates.problems import Problem
from converters.gates.schema import CLOSED_KEYS
from converters.model import Access

_HINT = "Kør convert igen med --replace, og se, om kilden viser punktet som lukket."


def closed_problems(path: str, page: Page, lines: Mapping[str, int], content: Path) -> Iterator[Problem]:
    """Find what stands on a closed item's page beyond the contract; never quotes it."""
    if page.meta.get("access") != Access.CLOSED.value:
        return
    for key in page.meta.keys() - CLOSED_KEYS:
        yield Problem(
            code="closed",
            file=path,
            line=lines.get(key),
            text=f"Punktet er lukket, men siden oplyser {key}.",
            hint=_HINT,
        )
    yield from _body_problems(path, page.body)
    name = Path(path).stem
    beside = (content / path).parent
    left = [*beside.glob(f"bilag/{name}-bilag-*"), *beside.glob(f"bilag/{name}-billede-*")]
    for attachment in sorted(left):
        yield Problem(
            code="closed",
            file=(Path(path).parent / "bilag" / attachment.name).as_posix(),
            line=None,
            text="Filen hører til et lukket punkt.",
            hint="Slet filen.",
        )


def _body_problems(path: str, body: str) -> Iterator[Problem]:
    before, *_ = SECTION.split(body, maxsplit=1)
    if before.strip():
        yield Problem(
            code="closed",
            file=path,
            line=None,
            text="Punktet er lukket, men siden har tekst uden for beslutningen.",
            hint=_HINT,
        )
    for number, section in enumerate(SECTION.finditer(body), 1):
        if not is_decision(section["label"]):
            yield Problem(
                code="closed",
                file=path,
                line=None,
                text=f"Punktet er lukket, men sidens {number}. afsnit er ikke en beslutning.",
                hint=_HINT,
            )
