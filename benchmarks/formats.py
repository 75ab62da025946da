"""What converting PDFs costs beside other programs that read them, and whether that keeps to its targets.

    .venv/bin/python benchmarks/formats.py
    .venv/bin/python benchmarks/formats.py --others /tmp/bench/bin/python     with markitdown and pdfplumber
    .venv/bin/python benchmarks/formats.py --pages 26 100                     other sizes

The programs take turns on the same files, so that a busy machine is busy for all of them; each figure is
the least of its runs.  Time is CPU seconds of a whole process with all its children, starting it included.
What starting costs is the same run on a file of one page, and is taken off where a file is small.

Memory is looked at in a run of its own: every few milliseconds the proportional set size (PSS, shared
pages counted once) of the process and all its children alive, summed; the largest sum counts.

``--others`` names the Python of an environment with ``markitdown[pdf]`` and ``pdfplumber``; without it they
are left out.  Exit code 1 if a target is missed.  Linux only.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))

import pypdfium2  # noqa: E402 - the project's own folder comes first
import weasyprint  # noqa: E402 - as above

from converters.blocks import Content, Entry, Heading, Paragraph, Table  # noqa: E402 - as above
from tests.formats.looks import serif  # noqa: E402 - as above
from tests.formats.markup import page  # noqa: E402 - as above
from tests.formats.papers import Paper, Part, Point, paper  # noqa: E402 - as above
from tests.formats.prose import paragraphs  # noqa: E402 - as above

RUNS = 3  # of referat and pdftotext; the slow ones run once
PAUSE = 0.005  # seconds between two looks at memory
KILO = 1024
SMALL = 100  # pages below which starting is taken off

# A program that is installed was compiled once; the first run here compiles ours where it was not.
AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

MOST_TIMES = 4.0  # of pdftotext's time, without tables
LEAST_RATE = 100  # pages a second on a core, without tables
MOST_MEGABYTES, LARGE = 150, 500  # at so many pages

PLUMBER = (
    "import pdfplumber, sys\n"
    "with pdfplumber.open(sys.argv[1]) as pdf:\n"
    "    for page in pdf.pages:\n"
    "        page.extract_text(); page.extract_tables(); page.close()\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A PDF that is measured."""

    path: Path
    pages: int
    tables: bool

    @property
    def name(self) -> str:
        """What the table calls it."""
        return f"{self.pages} pages {'with' if self.tables else 'without'} tables"


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program that reads a PDF; a slow one is run once."""

    name: str
    command: tuple[str, ...]  # the file is put where FILE stands, a fresh folder where OUT stands
    slow: bool = False

    def on(self, file: Path, out: Path) -> list[str]:
        """The command for a file."""
        return [one.replace("FILE", str(file)).replace("OUT", str(out)) for one in self.command]


def programs(others: str | None) -> list[Program]:
    """The programs that are installed; says which are not."""
    read = (
        "import sys; from pathlib import Path; from converters.readers import read; read(Path(sys.argv[1]))"
    )
    known = [
        Program(
            name="referat",
            command=(sys.executable, "-m", "converters", "convert", "FILE", "--out", "OUT", "--workers", "1"),
        ),
        Program(name="its reader", command=(sys.executable, "-c", read, "FILE")),
    ]
    if shutil.which("pdftotext"):
        known.append(Program(name="pdftotext", command=("pdftotext", "FILE", "OUT")))
    else:
        print("pdftotext: not installed")
    if others:
        marked = (others, "-m", "markitdown", "FILE", "-o", "OUT")
        known.append(Program(name="markitdown", command=marked, slow=True))
        known.append(Program(name="pdfplumber", command=(others, "-c", PLUMBER, "FILE"), slow=True))
    else:
        print("markitdown, pdfplumber: not installed (name their Python with --others)")
    return known


def printed(folder: Path, pages: int, *, tables: bool) -> Printed:
    """Print minutes of at least so many pages."""
    like = paper("lyngsoe")
    items, path = max(1, pages // 2), folder / f"{pages}-{'tables' if tables else 'plain'}.pdf"
    while True:
        told = Paper(
            name="bench",
            municipality=like.municipality,
            committee=like.committee,
            date=like.date,
            printed_date=like.printed_date,
            start=like.start,
            place=like.place,
            present=like.present,
            absent=like.absent,
            points=tuple(_point(number, tables=tables) for number in range(1, items + 1)),
            dashes=frozenset(),
        )
        weasyprint.HTML(string=page(told, serif(told))).write_pdf(path)
        document = pypdfium2.PdfDocument(path)
        count = len(document)
        document.close()
        if count >= pages or pages == 1:
            return Printed(path=path, pages=count, tables=tables)
        items = items * pages // count + 1


def _point(number: int, *, tables: bool) -> Point:
    case: tuple[Content, ...] = (
        *_prose(3, "vejnettet", f"{number}.1"),
        Heading(text="Baggrund"),
        *_prose(3, "baggrunden", f"{number}.2"),
        *(Entry(text=one) for one in paragraphs(3, "stierne", f"{number}.3")),
        *((_table(number),) if tables else ()),
        *_prose(2, "tidsplanen", f"{number}.4"),
    )
    parts = (
        Part(label="Resumé", content=tuple(_prose(1, "sagen", f"{number}.5"))),
        Part(label="Sagsfremstilling", content=case),
        Part(label="Beslutning", content=(Paragraph(text="Godkendt."),)),
    )
    return Point(
        number=str(number), title=f"Vejsag nr. {number}", case=f"26/{number:04}", closed=False, parts=parts
    )


def _prose(count: int, topic: str, seed: str) -> Iterator[Paragraph]:
    return (Paragraph(text=text) for text in paragraphs(count, topic, seed))


def _table(number: int) -> Table:
    rows = tuple((f"Vej {row}", str(row * number), f"{row * 100}.000") for row in range(1, 9))
    return Table(header=("Strækning", "Antal", "Beløb"), rows=rows)


def seconds(program: Program, file: Path, folder: Path) -> float:
    """CPU seconds of one run, children included."""
    out = Path(tempfile.mkdtemp(dir=folder)) / "out"
    child = subprocess.Popen(
        program.on(file, out),
        cwd=HOME,
        env=AS_INSTALLED,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    said = child.stderr.read() if child.stderr else b""
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"benchmark: {program.name} ended with {child.returncode}: {said.decode()[-500:]}")
    return usage.ru_utime + usage.ru_stime


def megabytes(program: Program, file: Path, folder: Path) -> float:
    """The largest sum of memory of the process and its children alive at one time."""
    out = Path(tempfile.mkdtemp(dir=folder)) / "out"
    child = subprocess.Popen(
        program.on(file, out),
        cwd=HOME,
        env=AS_INSTALLED,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    most = 0
    while child.poll() is None:
        most = max(most, sum(_memory(one) for one in _family(child.pid)))
        time.sleep(PAUSE)
    return most / KILO


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [one for task in tasks for one in (task / "children").read_text().split()]
    except OSError:
        return  # it ended while we looked
    for one in children:
        yield from _family(int(one))


def _memory(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0  # it ended while we looked
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def measure(files: Sequence[Printed], tools: Sequence[Program], folder: Path) -> dict[tuple[str, str], float]:
    """Run every program on every file in turn, and give the least CPU seconds of each."""
    least: dict[tuple[str, str], float] = {}
    for turn in range(RUNS):
        for file in files:
            for tool in tools:
                if turn == 0 or not tool.slow:
                    key = (file.name, tool.name)
                    least[key] = min(seconds(tool, file.path, folder), least.get(key, float("inf")))
    return least


def show(
    files: Sequence[Printed], tools: Sequence[Program], least: dict[tuple[str, str], float], folder: Path
) -> dict[str, bool]:
    """Print a table for each file, and tell which targets are held."""
    targets: dict[str, bool] = {}
    idle = {tool.name: least[files[0].name, tool.name] for tool in tools}
    for file in files[1:]:
        print(
            f"\n{file.name:28} {'CPU s':>8} {'less start':>11} {'pages/s':>8} {'÷ pdftotext':>12} {'MB':>6}"
        )
        small = file.pages < SMALL
        other = least.get((file.name, "pdftotext"))
        for tool in tools:
            whole = least[file.name, tool.name]
            above = max(whole - idle[tool.name], 0.001)
            counted = above if small else whole
            rate, times = file.pages / counted, counted / other if other else float("nan")
            memory = megabytes(tool, file.path, folder)
            print(f"  {tool.name:26} {whole:8.2f} {above:11.2f} {rate:8.0f} {times:12.1f} {memory:6.0f}")
            if tool.name == "referat":
                if not file.tables:
                    targets[f"{file.name}: at most {MOST_TIMES:g} times pdftotext"] = times <= MOST_TIMES
                    targets[f"{file.name}: at least {LEAST_RATE} pages a second"] = rate >= LEAST_RATE
                if file.pages >= LARGE:
                    targets[f"{file.name}: at most {MOST_MEGABYTES} MB"] = memory <= MOST_MEGABYTES
    return targets


def main() -> int:
    """Print the files, measure them, and tell which target is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--others", default=os.environ.get("BENCH_PYTHON"))
    parser.add_argument("--pages", nargs="+", type=int, default=[26, LARGE])
    asked = parser.parse_args()
    tools = programs(asked.others)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [printed(folder, 1, tables=False)]
        files += [printed(folder, pages, tables=False) for pages in asked.pages]
        files += [printed(folder, min(asked.pages), tables=True)]
        targets = show(files, tools, measure(files, tools, folder), folder)
    print()
    for target, held in targets.items():
        print(f"{'held  ' if held else 'MISSED'} {target}")
    return 0 if all(targets.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
