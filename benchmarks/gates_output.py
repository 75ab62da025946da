"""What the gate after a build costs, as a whole process on built sites of made-up archives.

    .venv/bin/python benchmarks/gates_output.py               1,000, 2,000 and 10,000 items
    .venv/bin/python benchmarks/gates_output.py 500 1000      other sizes
    .venv/bin/python benchmarks/gates_output.py FOLDER…       archives that are built already

Archives are made by `make_archive.py` of the folder that $REFERAT_SHARED names (../shared otherwise), and
built with the project's own settings; building takes far longer than what is measured.  A tenth as many items
again are withheld, of 400 words each, from the archive's own words, so that the search for them has as much
to sift as it would have.  The audit has to keep within 40 s of CPU for 10,000 items.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("REFERAT_SHARED", HOME.parent / "shared"))
KILO = 1024
MEGA = 10**6
SIZES = (1_000, 2_000, 10_000)
RUNS = 2
WORDS = 400  # of a withheld item
SETTINGS = """INHERIT: {home}/mkdocs.yml
docs_dir: {archive}/content
site_dir: {archive}/site
site_url: https://referater.example/
theme: {{custom_dir: {home}/overrides}}
"""


def archive_of(items: int, folder: Path) -> Path:
    """An archive of so many items, built."""
    archive = folder / str(items)
    tool = SHARED / "tools/make_archive.py"
    subprocess.run(
        [sys.executable, str(tool), str(items), str(archive)], check=True, stdout=subprocess.DEVNULL
    )
    shutil.copytree(HOME / "content/om", archive / "content/om", dirs_exist_ok=True)
    (archive / "ours.yml").write_text(SETTINGS.format(home=HOME, archive=archive), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", "ours.yml"]
    subprocess.run(command, cwd=archive, check=True, env=environment() | {"NO_MKDOCS_2_WARNING": "1"})
    return archive


def environment() -> dict[str, str]:
    """The caller's variables, with this very project to import."""
    return os.environ | {"PYTHONPATH": str(HOME)}


def withhold(content: Path) -> int:
    """Lay seals of made-up withheld items beside the pages; the number of their runs."""
    sys.path.insert(0, str(HOME))
    from converters.model import Source  # noqa: PLC0415 - only found beside this script
    from converters.withheld.shelf import FOLDER, Shelf  # noqa: PLC0415 - as above
    from converters.withheld.told import Told  # noqa: PLC0415 - as above

    shutil.rmtree(content / FOLDER, ignore_errors=True)
    shelf = Shelf(content)
    pages = sorted(content.glob("*/*/punkt-*.md"))
    for place, page in enumerate(pages[::10]):
        text = _shuffled(page, place)
        told = Told(closed_texts=(text,), names=(" ".join(text.split()[:5]),))
        shelf.keep(page, told, Source(file=page.name, sha256=f"{place:064x}"), ())
    return sum(len(row.runs) for row in shelf.rows())


def _shuffled(page: Path, place: int) -> str:
    words = re.findall(r"\w+", page.read_text(encoding="utf-8"))
    rng = random.Random(place)  # noqa: S311 - no secret: the same words each time
    return " ".join(rng.choice(words) for _ in range(WORDS))


def cost_of(archive: Path) -> tuple[float, float]:
    """CPU seconds and megabytes of one audit, as a whole process."""
    command = [sys.executable, "-m", "converters", "audit", str(archive / "site")]
    command += ["--content", str(archive / "content")]
    run = subprocess.Popen(command, cwd=HOME, env=environment(), stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(run.pid, 0)
    if status:
        sys.exit(f"audit ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / KILO


def archives(told: list[str], folder: Path) -> Iterator[Path]:
    """The archives to measure: those that are named, or of the sizes that are."""
    for one in told or map(str, SIZES):
        yield archive_of(int(one), folder) if one.isdecimal() else Path(one).resolve()


def main() -> None:
    """Measure each, the best of some runs, and tell."""
    each: list[float] = []
    with tempfile.TemporaryDirectory() as place:
        for archive in archives(sys.argv[1:], Path(place)):
            items = sum(1 for _ in (archive / "content").glob("*/*/punkt-*.md"))
            files = [path for path in (archive / "site").rglob("*") if path.is_file()]
            size = sum(path.stat().st_size for path in files) / MEGA
            runs = withhold(archive / "content")
            busy, megabytes = min(cost_of(archive) for _ in range(RUNS))
            each.append(busy / items)
            print(
                f"audit, {items:6} items ({len(files)} files, {size:.0f} MB, {runs} runs withheld):"
                f" {busy:6.2f} s CPU, {megabytes:4.0f} MB memory",
                flush=True,
            )
    if len(each) > 1:
        print(f"an item of the last costs {each[-1] / each[0]:.2f} x one of the first")


if __name__ == "__main__":
    main()
