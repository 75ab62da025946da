"""What a gate found, told to people and to programs; nothing told holds a personal number in full."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from os.path import abspath
from pathlib import Path

from converters.gates.cpr import masked
from converters.gates.kinds import name_of
from converters.gates.problems import Problem
from converters.writers.addresses import ATTACHMENTS

# What could move a screen's cursor, turn the order of letters, or begin a new line in a log.
_UNTAME = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_COMMAND = "##["  # begins a command to GitHub wherever it stands in a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a gate found, in the order of the files; ``gate`` is ``check`` or ``audit``."""

    gate: str
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many block."""
        return sum(one.blocks for one in self.problems)

    @property
    def warnings(self) -> int:
        """How many do not."""
        return len(self.problems) - self.errors


def report_of(gate: str, problems: Iterable[Problem]) -> Report:
    """Gather what a gate found, fit to be shown: numbers masked, and no sign that a screen obeys."""
    return Report(gate=gate, problems=tuple(_fit_to_be_shown(one) for one in problems))


def _fit_to_be_shown(problem: Problem) -> Problem:
    return replace(
        problem,
        file=shown(problem.file),
        text=shown(problem.text),
        hint=shown(problem.hint),
        meeting=shown(problem.meeting),
    )


def shown(text: str) -> str:
    """A text fit to be shown: numbers masked, and no sign that a screen or GitHub's log obeys."""
    tame = _UNTAME.sub("\N{REPLACEMENT CHARACTER}", unicodedata.normalize("NFC", text))
    return masked(tame.replace(_COMMAND, "## ["))


def lines(report: Report) -> Iterator[tuple[bool, str]]:
    """Every problem as a person reads it, each line with whether it is of an error.

    What a meeting lacks is told together at the end, each piece of advice once.
    """
    yield from ((one.blocks, str(one)) for one in report.problems if not _is_lack(one))
    for (meeting, folder), found in meetings(report).items():
        lacks = [one for one in found if _is_lack(one)]
        if lacks:
            yield False, ""
            yield False, f"{meeting} er ikke komplet ({folder}):"
            yield from ((False, f"  - {_place(one)}: {one.text}") for one in lacks)
            hints = dict.fromkeys(one.hint for one in lacks if one.hint)
            yield from ((False, f"  Gør sådan: {hint}") for hint in hints)


def meetings(report: Report) -> dict[tuple[str, str], list[Problem]]:
    """The problems of each meeting that lacks something, by its name and its folder."""
    found: dict[tuple[str, str], list[Problem]] = {}
    for one in report.problems:
        if one.meeting:
            found.setdefault((one.meeting, _folder(one.file)), []).append(one)
    return found


def _is_lack(problem: Problem) -> bool:
    return bool(problem.meeting) and not problem.blocks


def _folder(file: str) -> str:
    folder = Path(file).parent
    return (folder.parent if folder.name == ATTACHMENTS else folder).as_posix()


def _place(problem: Problem) -> str:
    name = Path(problem.file).as_posix().removeprefix(f"{_folder(problem.file)}/")
    return f"{name}:{problem.line}" if problem.line else name


def closing_lines(report: Report, praise: str) -> Iterator[str]:
    """How many problems of each kind, if there are several, and the sum in a sentence."""
    counts = Counter((not one.blocks, one.code) for one in report.problems)
    if len(counts) > 1:
        for (is_warning, code), number in sorted(counts.items()):
            yield f"  {number:6}  {'advarsel' if is_warning else 'fejl':8}  {name_of(code)} ({code})"
    yield closing_sentence(report, praise)


def closing_sentence(report: Report, praise: str) -> str:
    """Sum up: what has to be mended, or ``praise``."""
    warnings = f" {counted(report.warnings, 'advarsel', 'advarsler')}." if report.warnings else ""
    return f"{report.errors} fejl skal rettes.{warnings}" if report.errors else f"{praise}{warnings}"


def counted(number: int, one: str, several: str) -> str:
    """A number and its noun."""
    return f"{number} {one if number == 1 else several}"


def as_json(report: Report, root: Path) -> str:
    """The report for programs; files are told from ``root`` where they lie under it."""
    whole = {
        "gate": report.gate,
        "errors": report.errors,
        "warnings": report.warnings,
        "problems": [_row(one, root) for one in report.problems],
        "meetings": [
            {
                "meeting": name,
                "folder": from_root(folder, root),
                "missing": [_row(one, root) for one in found],
            }
            for (name, folder), found in meetings(report).items()
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _row(problem: Problem, root: Path) -> dict[str, str | int | None]:
    return {
        "file": from_root(problem.file, root),
        "line": problem.line,
        "level": problem.level,
        "code": problem.code,
        "text": problem.text,
        "hint": problem.hint,
    }


def from_root(file: str, root: Path) -> str:
    """A file's path from the repository's folder, with slashes; as it is where it lies elsewhere."""
    path = Path(abspath(file))  # noqa: PTH100 - a link is told by its own name
    if path.is_relative_to(root):
        return path.relative_to(root).as_posix()
    return Path(file).as_posix()
