"""Where front matter begins and ends, also where the lines of three hyphens are missing or misspelt."""

from __future__ import annotations

import re
from dataclasses import dataclass

from converters.frontmatter.flaws import Flaw
from converters.frontmatter.reading import END, FENCE

BYTE_ORDER_MARK = "\ufeff"
# A line that was meant as three hyphens: too few, too many, long ones, spaces among them or in front.
_MEANT = re.compile(r"\s*[-–—_](?:\s*[-–—_]){0,9}\s*|\s*—\s*")
_KEY = re.compile(r"(?:type|title|municipality|committee|date|number|access|outcome): ?\S")
_BODY = re.compile(r"#{1,6} |[>|!]|\*\*")
_HYPHENS = "Skriv tre bindestreger (---) og intet andet på linjen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The YAML of a page with the line it begins on, None where there is none; the rest; what is wrong."""

    source: str | None
    first_line: int
    body: str
    flaws: tuple[Flaw, ...]


def block_of(text: str) -> Block:
    """Find a page's front matter."""
    flaws = []
    if text.startswith(BYTE_ORDER_MARK):
        text = text.removeprefix(BYTE_ORDER_MARK)
        flaws.append(
            _mild(
                "byte-order-mark",
                1,
                "Filen begynder med et usynligt tegn (BOM).",
                "Gem den som »UTF-8« og ikke som »UTF-8 med BOM«.",
            )
        )
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        flaws.append(
            _mild(
                "line-endings",
                line,
                "Filens linjer slutter på Windows' måde (CRLF).",
                "Vælg LF som linjeskift, når du gemmer, hvis dit program kan det.",
            )
        )
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    start, opening = _opening(lines)
    if start is None:
        return Block(source=None, first_line=1, body=text, flaws=(*flaws, *opening))
    end, rest, closing = _closing(lines, start)
    return Block(
        source="".join(f"{line}\n" for line in lines[start:end]),
        first_line=start + 1,
        body="\n".join(lines[rest:]).removeprefix("\n"),
        flaws=(*flaws, *opening, *closing),
    )


def _opening(lines: list[str]) -> tuple[int | None, list[Flaw]]:
    """The number of the first line of YAML, from 0; None for a page without any."""
    if FENCE.fullmatch(lines[0]) and len(lines) > 1:
        return 1, []
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return None, []
    if _MEANT.fullmatch(lines[first]) and any(_KEY.match(line) for line in lines[first + 1 : first + 4]):
        if FENCE.fullmatch(lines[first]):
            problem, hint = "Der står tomme linjer før de tre bindestreger.", "Slet de tomme linjer øverst."
            return first + 1, [_flaw(1, problem, hint)]
        problem = f"Oplysningerne begynder ikke med tre bindestreger, men med »{lines[first].strip()}«."
        return first + 1, [_flaw(first + 1, problem, _HYPHENS)]
    if _KEY.match(lines[first]):
        problem = "Der mangler en linje med tre bindestreger (---) øverst på siden."
        return first, [_flaw(first + 1, problem, "Sæt den lige før denne linje.")]
    return None, []


def _closing(lines: list[str], start: int) -> tuple[int, int, list[Flaw]]:
    """The number of the line that ends the YAML, from 0, that of the body's first, and what is wrong."""
    for number in range(start, len(lines)):
        line = lines[number]
        if END.fullmatch(line):
            return number, number + 1, []
        if _MEANT.fullmatch(line):
            problem = f"Oplysningerne slutter ikke med tre bindestreger, men med »{line.strip()}«."
            return number, number + 1, [_flaw(number + 1, problem, _HYPHENS)]
        if _BODY.match(line) and (not lines[number - 1].strip() or line.startswith("## ")):
            while number > start and not lines[number - 1].strip():
                number -= 1  # noqa: PLW2901 - back over the empty lines above the text
            return number, number, [_unclosed(number + 1)]
    last = next((number for number in range(start, len(lines)) if not lines[number].strip()), len(lines))
    return last, last, [_unclosed(min(last + 1, len(lines)))]


def _unclosed(line: int) -> Flaw:
    return _flaw(
        line,
        "Oplysningerne øverst på siden slutter ikke.",
        "Sæt en linje med tre bindestreger (---) her, efter den sidste oplysning.",
    )


def _flaw(line: int, problem: str, hint: str) -> Flaw:
    return Flaw(code="fence", line=line, problem=problem, hint=hint)


def _mild(code: str, line: int, problem: str, hint: str) -> Flaw:
    return Flaw(code=code, line=line, problem=problem, hint=hint, readable=True, blocks=False)
