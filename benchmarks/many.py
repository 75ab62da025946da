"""What converting many sources costs: seconds with one worker and with two, and memory of the whole run.

    .venv/bin/python benchmarks/many.py             40 PDFs of about 26 pages, made here by WeasyPrint
    .venv/bin/python benchmarks/many.py FOLDER      the files of a folder instead

Runs alternate, so that a machine that is busy for a while is so for both; the best of each is told.
Memory is looked at in a run of its own, since looking takes a good part of a processor: the largest sum
over all processes, pages that they share counted once (Linux only).
"""

from __future__ import annotations

import contextlib
import datetime as dt
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
RUNS = 5
WORKERS = (1, 2)
PAPERS = 40
ITEMS = 26  # of a paper, about a page each
KILO = 1024
TICK = 0.05  # seconds between two looks at the memory
BATCH_OF_ONE = 1
LONG = 500  # pages of the long paper
STYLE = "body { font: 11pt sans-serif } h2 { font-size: 14pt } @page { size: A4; margin: 25mm }"
SENTENCE = (
    "Forvaltningen har gennemgået sagen om vejen ved havnen og foreslår, at arbejdet begynder til foråret, "
    "når høringen er slut, og når borgerne langs strækningen har fået besked om, hvad der skal ske. "
)


def paper(number: int, items: int) -> str:
    """Minutes of a meeting that no other number has, as a web page."""
    day = dt.date(2020, 1, 7) + dt.timedelta(weeks=number)
    head = f"<p>Birkevig Kommune</p><h1>Referat</h1><p>Økonomiudvalget</p><p>Mødedato: {day:%d-%m-%Y}</p>"
    told = "".join(
        f"<h2>{place}. Sag om vej nummer {number * items + place}</h2><h3>Sagsfremstilling</h3>"
        + f"<p>{SENTENCE * 4}</p>" * 4
        + "<ul>"
        + "<li>Vejen får ny belægning, og stien bliver bredere.</li>" * 4
        + "</ul><h3>Beslutning</h3><p>Godkendt.</p>"
        for place in range(1, items + 1)
    )
    return f"<html lang='da'><style>{STYLE}</style><body>{head}{told}</body></html>"


def write_papers(folder: Path, count: int, items: int) -> int:
    """Write so many PDFs, and give their pages."""
    from weasyprint import HTML  # noqa: PLC0415 - slow to load, and not needed for files that are there

    pages = 0
    for number in range(count):
        document = HTML(string=paper(number, items)).render()
        pages += len(document.pages)
        document.write_pdf(folder / f"referat-{number:02}.pdf")
    return pages


@contextlib.contextmanager
def conversion(inbox: Path, workers: int) -> Iterator[subprocess.Popen[bytes]]:
    """Convert a folder as a whole process, into an empty folder, and wait for its end."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "converters", "convert", str(inbox), "--out", out]
        with subprocess.Popen(
            [*command, "--workers", str(workers)], cwd=HOME, stdout=subprocess.DEVNULL
        ) as run:
            yield run


def seconds_of(inbox: Path, workers: int) -> float:
    """How long a conversion takes by the clock."""
    began = time.perf_counter()
    with conversion(inbox, workers):
        pass
    return time.perf_counter() - began


def megabytes_of(inbox: Path, workers: int) -> float:
    """The most memory that a conversion has at any time."""
    most = 0.0
    with conversion(inbox, workers) as run:
        while run.poll() is None:
            most = max(most, memory_of(run.pid))
            time.sleep(TICK)
    return most


def memory_of(process: int) -> float:
    """Memory of a process and all its descendants in MB; what they share is divided among them."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, IndexError):
                continue  # it has ended
            parents.setdefault(parent, []).append(int(entry.name))
    family, total = [process], 0
    for member in family:
        family += parents.get(member, [])
        try:
            rows = Path(f"/proc/{member}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(row.split()[1]) for row in rows if row.startswith("Pss:"))
    return total / KILO


def show(inbox: Path, pages: int) -> None:
    """Print what each number of workers costs, and how much faster two are than one."""
    runs: dict[int, list[float]] = {workers: [] for workers in WORKERS}
    for _ in range(RUNS):
        for workers in WORKERS:
            runs[workers].append(seconds_of(inbox, workers))
    best = {workers: min(runs[workers]) for workers in WORKERS}
    for workers in WORKERS:
        most = megabytes_of(inbox, workers)
        rate = f"{pages / best[workers]:7.0f} pages/s" if pages else ""
        print(f"{workers} worker{'s' * (workers > 1)}: {best[workers]:6.2f} s {rate} {most:6.0f} MB in all")
    print(f"two are {best[WORKERS[0]] / best[WORKERS[1]]:.2f} times as fast as one")


def main() -> None:
    """Measure the folder named on the command line, or papers made here."""
    if sys.argv[1:]:
        show(Path(sys.argv[1]), 0)
        return
    with tempfile.TemporaryDirectory() as folder:
        pages = write_papers(Path(folder), PAPERS, ITEMS)
        print(f"{PAPERS} PDFs, {pages} pages")
        show(Path(folder), pages)
    with tempfile.TemporaryDirectory() as folder:
        pages = write_papers(Path(folder), 1, LONG)
        seconds = min(seconds_of(Path(folder), BATCH_OF_ONE) for _ in range(RUNS))
        most = megabytes_of(Path(folder), BATCH_OF_ONE)
        print(f"one PDF of {pages} pages: {seconds:.2f} s {pages / seconds:.0f} pages/s {most:.0f} MB")


if __name__ == "__main__":
    main()
