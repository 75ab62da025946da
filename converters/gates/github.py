"""What a gate found, in the words that GitHub Actions shows beside the lines of a pull request."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from converters.errors import Unwritable
from converters.gates.kinds import name_of
from converters.gates.problems import Problem
from converters.gates.reports import Report, closing_sentence, from_root

MOST_SHOWN = 10  # annotations of one level that GitHub shows for a step
MOST_ROWS = 2_000  # of the summary, which may not be larger than 1 MB
LARGEST_SUMMARY = 1_000_000  # bytes
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})
# What Markdown or HTML would make something of.
_MARKDOWN = str.maketrans({sign: f"&#{ord(sign)};" for sign in "&<>|*_`[]\\~#!@"})


def root() -> Path:
    """The folder that problems are told from: the repository's in a run, else where one stands."""
    return Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())


def page() -> Path | None:
    """The file whose Markdown GitHub shows on the page of a run; None where this is no run."""
    named = os.environ.get("GITHUB_STEP_SUMMARY")
    return Path(named) if named else None


def put_on_page(text: str) -> None:
    """Add Markdown to the page of a run, if this is one. Raises Unwritable."""
    place = page()
    if place is None:
        return
    try:
        with place.open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"{text}\n")
    except OSError as error:
        raise Unwritable(
            f"Kørslens side kan ikke skrives ({error.strerror}).",
            where=str(place),
            hint="Ret GITHUB_STEP_SUMMARY.",
        ) from error


def workflow_commands(report: Report, root: Path) -> Iterator[str]:
    """The first errors and the first warnings, as workflow commands; the summary has them all."""
    for level in ("error", "warning"):
        rows = [one for one in report.problems if one.level == level]
        yield from (annotation(one, root) for one in rows[:MOST_SHOWN])


def annotation(problem: Problem, root: Path) -> str:
    """One problem as a workflow command; no text in it can end the command or begin another."""
    where = {"file": from_root(problem.file, root), "line": problem.line, "title": name_of(problem.code)}
    told = ",".join(
        f"{key}={str(value).translate(_PROPERTY)}" for key, value in where.items() if value is not None
    )
    return f"::{problem.level} {told}::{f'{problem.text} {problem.hint}'.strip().translate(_DATA)}"


def summary(report: Report, praise: str, root: Path) -> str:
    """The whole report as Markdown for the page of the run."""
    text = "".join(f"{line}\n" for line in _summary_lines(report, praise, root))
    raw = text.encode()
    return raw[:LARGEST_SUMMARY].decode(errors="ignore") if len(raw) > LARGEST_SUMMARY else text


def _summary_lines(report: Report, praise: str, root: Path) -> Iterator[str]:
    yield f"## referat {report.gate}"
    yield ""
    yield plain(closing_sentence(report, praise))
    if not report.problems:
        return
    yield from ("", "| Antal | Slags |", "| ---: | --- |")
    counts = Counter(one.code for one in report.problems)
    yield from (f"| {number} | {name_of(code)} |" for code, number in counts.most_common())
    yield from ("", "| | Fil | Linje | Hvad | Gør sådan |", "| --- | --- | ---: | --- | --- |")
    rows = sorted(report.problems, key=lambda one: not one.blocks)
    for one in rows[:MOST_ROWS]:
        cells = (
            "Fejl" if one.blocks else "Advarsel",
            plain(from_root(one.file, root)),
            str(one.line or ""),
            plain(one.text),
            plain(one.hint),
        )
        yield f"| {' | '.join(cells)} |"
    if len(rows) > MOST_ROWS:
        yield from ("", f"Her står de første {MOST_ROWS} af {len(rows)}.")


def plain(text: str) -> str:
    """A text that is no more than text to Markdown."""
    return text.translate(_MARKDOWN)
