"""The commands: the only place that prints, catches errors and decides the exit code."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from converters.arguments import parser
from converters.errors import ReferatError, Unwritable
from converters.patience import be_patient

if TYPE_CHECKING:
    from converters.delivery.found import Found
    from converters.folders import Fate
    from converters.gates.problems import Problem
    from converters.gates.reports import Report
    from converters.pipeline import Conversion, Run

# Modules are imported by the command that needs them, so that each starts fast.
# ruff: noqa: PLC0415

CLEAN, REFUSED = 0, 1  # exit codes; wrong use has one of its own
WIDE_SCREEN = 160  # columns, where the screen does not tell
STOPPED = 130  # what a shell expects of a command that was ended with Ctrl-C


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code: 0 all well, 1 something refused, 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):
        # A screen that does not know a letter shows a question mark instead of stopping the command.
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace")
    be_patient()
    arguments = parser().parse_args(argv)
    commands = {
        "convert": _convert,
        "explain": _explain,
        "check": _check,
        "audit": _audit,
        "links": _links,
        "propose": _deliver,
        "publish": _deliver,
        "sbom": _deliver,
        "correct": _change,
        "withdraw": _change,
    }
    try:
        return commands[arguments.command](arguments)
    except ReferatError as error:
        return _refuse(error)
    except BrokenPipeError:
        # The reader of our output, such as `head`, has seen enough; what is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except KeyboardInterrupt:
        print("Afbrudt. Intet er halvt skrevet; kør kommandoen igen.", file=sys.stderr)
        return STOPPED


def _convert(arguments: argparse.Namespace) -> int:
    _expect(arguments.source)
    from converters import telling
    from converters.delivery import found
    from converters.fold import Said
    from converters.gates.reports import shown
    from converters.pipeline import Options, Run
    from converters.progress import table

    said = Said(municipality=arguments.municipality, committee=arguments.committee, date=arguments.date)
    options = Options(
        out=arguments.out, said=said, overwrite=arguments.replace, skip_unchanged=arguments.report is None
    )
    run = Run(options)
    counts: Counter[str] = Counter()
    refused: list[tuple[Path, ReferatError]] = []
    ledger: list[str] = []
    rows: list[found.Found] = []
    problems: list[Problem] = []
    try:
        for path, fate in _fates(run, arguments):
            counts[telling.became(fate)] += 1
            rows += found.found(path, fate)
            problems += found.problems(path, fate)
            if isinstance(fate, ReferatError):
                refused.append((path, fate))
                _refuse(fate, path)
                continue
            for line in telling.told(fate):
                print(shown(line))  # a title or a file's name may hold anything
            if arguments.report:
                ledger.append(_ledger(fate))
    finally:
        run.close()  # also after Ctrl-C: what is finished need not be done again
    if arguments.report:
        _write_report(arguments.report, "".join(ledger), hint="Vælg en anden fil med --report.")
        print(f"Regnskabet over det udeladte ligger i {arguments.report}.")
    _tell_found(rows, problems, arguments.out)
    if not counts:
        print("Afvist: der er ingen kilder at læse. Læg filer i mappen, og kør igen.", file=sys.stderr)
        return REFUSED
    if len(lines := telling.rows(counts, refused)) > 1:
        table(
            [(shown(name), number, reason) for name, number, reason in lines],
            print,
            is_screen=sys.stdout.isatty(),
        )
    print(telling.summary(counts, arguments.out))
    return REFUSED if refused else CLEAN


def _fates(run: Run, arguments: argparse.Namespace) -> Iterator[tuple[Path, Fate]]:
    """Convert the sources, by whom the caller says, and show how far it has come."""
    from converters.batch import Batch
    from converters.crew import crew_for
    from converters.pipeline import sources_in
    from converters.progress import progress

    paths = dict.fromkeys(path for one in arguments.source for path in sources_in(one))
    sizes = {path: path.stat().st_size if path.is_file() else 0 for path in paths}
    is_screen = sys.stdout.isatty() and sys.stderr.isatty()
    with (
        crew_for(sizes.values(), workers=arguments.workers, scheduler=arguments.scheduler) as crew,
        progress(sizes, print, is_screen=is_screen) as shown,
    ):
        yield from Batch(run, crew).convert(paths, shown.heard)


def _tell_found(rows: Sequence[Found], problems: Sequence[Problem], out: Path) -> None:
    """Tell what was found: to GitHub at the lines, on the page of the run, and to a proposal of the pages."""
    from converters.delivery import found
    from converters.gates import github, reports

    report, root = reports.report_of("convert", problems), github.root()
    text = found.told(rows, report, root)
    found.leave(text, out)
    if report.errors:
        text += github.summary(report, "", root)
    _tell_github(report, text)


def _tell_github(report: Report, text: str) -> None:
    """Put a text on the page of a run, and problems at their lines, where a run is what this is."""
    from converters.gates import github

    github.put_on_page(text)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        for line in github.workflow_commands(report, github.root()):
            print(line)


def _ledger(conversion: Conversion) -> str:
    from converters.ledger import as_json_lines

    return as_json_lines(conversion.left_out, conversion.source.name)


def _write_report(report: Path, text: str, *, hint: str) -> None:
    try:
        with report.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise Unwritable(
            f"Rapporten kan ikke skrives her ({error.strerror}).",
            where=str(report),
            hint=hint,
        ) from error


def _expect(sources: Sequence[Path]) -> None:
    """Have the reader of a single source loaded beside all that is imported from here on."""
    from converters.sandbox import prepare

    if len(sources) == 1 and sources[0].is_file():
        prepare(sources[0])


def _explain(arguments: argparse.Namespace) -> int:
    _expect([arguments.source])
    from converters.explain import explain

    for line in explain(arguments.source, shutil.get_terminal_size((WIDE_SCREEN, 40)).columns):
        print(line)
    return CLEAN


def _check(arguments: argparse.Namespace) -> int:
    from converters.delivery.meetings import meetings, told
    from converters.gates import github
    from converters.gates.check import check
    from converters.gates.sources import source_problems

    if arguments.allow:
        return _allow(arguments)
    content = arguments.content
    if arguments.sources:
        return _judge("check", source_problems(content), "Kilderne må ligge, hvor de ligger.", arguments)
    problems = chain(check(content), _untold(arguments))
    verdict = _judge("check", problems, f"{content} kan offentliggøres.", arguments)
    if verdict == CLEAN and github.page():
        github.put_on_page(told(meetings(content)))
    return verdict


def _untold(arguments: argparse.Namespace) -> Iterator[Problem]:
    """Compare with what was published, where somebody asks for it: only then is git run."""
    from converters.earlier.git import SETTING

    if arguments.published is None and not os.environ.get(SETTING):
        return
    from converters.gates.corrections import correction_problems

    yield from correction_problems(arguments.content, arguments.published)


def _allow(arguments: argparse.Namespace) -> int:
    """Print what to add to the list of exceptions; the numbers themselves are never printed."""
    from converters.gates.persons import lines_to_add

    for line in lines_to_add(arguments.content, arguments.allow, arguments.reason):
        print(line)
    return CLEAN


def _audit(arguments: argparse.Namespace) -> int:
    from converters.gates.audit import audit

    problems = audit(arguments.site, content=arguments.content)
    return _judge("audit", problems, f"{arguments.site} er gennemgået uden fejl.", arguments)


def _links(arguments: argparse.Namespace) -> int:
    from converters.delivery.live_links import dead_links

    return _judge("links", dead_links(arguments.site), "Alle links ud af webstedet svarer.", arguments)


def _deliver(arguments: argparse.Namespace) -> int:
    from converters.delivery.doing import done

    return _tell(done(arguments))


def _change(arguments: argparse.Namespace) -> int:
    from converters.history.doing import done

    return _tell(done(arguments))


def _tell(lines: Iterable[str]) -> int:
    for line in lines:
        print(line)
    return CLEAN


def _judge(gate: str, problems: Iterable[Problem], praise: str, arguments: argparse.Namespace) -> int:
    """Tell what a gate found, to whoever reads it: a person, GitHub, a program."""
    from converters.gates import github, reports, sarif

    report = reports.report_of(gate, problems)
    root = github.root()
    if arguments.sarif:
        _write_report(arguments.sarif, sarif.as_sarif(report, root), hint="Vælg en anden fil med --sarif.")
    summary = github.summary(report, praise, root)
    if arguments.json:
        github.put_on_page(summary)
        print(reports.as_json(report, root), end="")
        return REFUSED if report.errors else CLEAN
    for blocks, line in reports.lines(report):
        print(line, file=sys.stderr if blocks else sys.stdout)
    _tell_github(report, summary)
    for line in reports.closing_lines(report, praise):
        print(line)
    return REFUSED if report.errors else CLEAN


def _refuse(error: ReferatError, path: Path | None = None) -> int:
    from converters.gates.reports import shown
    from converters.telling import refusal

    print(shown(refusal(error, path)), file=sys.stderr)
    return REFUSED
