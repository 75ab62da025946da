"""What the gates cost and how well they tell numbers apart, as whole processes on a made-up archive.

    .venv/bin/python benchmarks/gates.py              2,000 and 10,000 items: CPU, memory, and whether linear
    .venv/bin/python benchmarks/gates.py 1000 4000    other sizes
    .venv/bin/python benchmarks/gates.py --numbers    personal numbers found, and others taken for them

Archives are made by `make_archive.py` of the folder that $REFERAT_SHARED names (../shared otherwise); what
that tool leaves out of front matter is put in, so that the check lets the archive through.  It has to keep
within 20 s of CPU and 300 MB for 10,000 pages.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("REFERAT_SHARED", HOME.parent / "shared"))
KILO = 1024
SIZES = (2_000, 10_000)
RUNS = 3
SOURCE = f"source: {{file: referat.pdf, sha256: {'0' * 64}}}"
TODAY = dt.date(2026, 3, 5)


def archive_of(items: int, folder: Path) -> Path:
    """An archive of so many items whose front matter is whole."""
    archive = folder / str(items)
    tool = SHARED / "tools/make_archive.py"
    subprocess.run(
        [sys.executable, str(tool), str(items), str(archive)], check=True, stdout=subprocess.DEVNULL
    )
    for index in (archive / "content").rglob("*/*/index.md"):
        pages = sorted(index.parent.glob("punkt-*.md"), key=lambda page: int(page.stem.rpartition("-")[2]))
        complete(index, f"items: {len(pages)}")
        for position, page in enumerate(pages, 1):
            complete(page, f"position: {position}")
    return archive


def complete(page: Path, line: str) -> None:
    """Add a line and the source to a page's front matter."""
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("\n---\n", f"\n{line}\n{SOURCE}\n---\n", 1), encoding="utf-8")


def cost_of(archive: Path) -> tuple[float, float]:
    """CPU seconds and megabytes of one check, as a whole process."""
    command = [sys.executable, "-m", "converters", "check", str(archive / "content")]
    run = subprocess.Popen(
        command, cwd=HOME, env=os.environ | {"PYTHONPATH": str(HOME)}, stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(run.pid, 0)
    if status:
        sys.exit(f"check ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / KILO


def tell_costs(sizes: list[int]) -> None:
    """Measure each size, the best of some runs, and tell."""
    if not (SHARED / "tools/make_archive.py").exists():
        sys.exit(f"{SHARED}/tools/make_archive.py is not there; name its folder in REFERAT_SHARED.")
    each: list[float] = []
    with tempfile.TemporaryDirectory() as place:
        for items in sizes:
            archive = archive_of(items, Path(place))
            pages = sum(1 for _ in (archive / "content").rglob("*.md"))
            busy, megabytes = min(cost_of(archive) for _ in range(RUNS))
            each.append(busy / pages)
            print(f"check, {pages:6} pages: {busy:6.2f} s CPU, {megabytes:4.0f} MB memory")
    if len(sizes) > 1:
        print(f"a page of the largest costs {each[-1] / each[0]:.2f} x one of the smallest")


def tell_numbers() -> None:
    """Tell how many true numbers are found, and how many others are taken for them."""
    sys.path.insert(0, str(HOME))
    from converters.gates.cpr import find_cpr  # noqa: PLC0415 - only where this is asked
    from tests.gates import number_lines  # noqa: PLC0415 - as above

    for name, lines in (
        ("true", number_lines.true_lines()),
        ("misnamed", number_lines.misnamed_lines()),
        ("others", number_lines.lookalikes()),
    ):
        counts: Counter[tuple[str, str]] = Counter()
        for line in lines:
            verdicts = [hit.sure for hit in find_cpr(line.text, TODAY)]
            told = "error" if True in verdicts else "warning" if verdicts else "nothing"
            counts.update({(line.kind, told): 1, ("all", told): 1})
        for kind in sorted({kind for kind, _ in counts}, key=lambda kind: (kind == "all", kind)):
            row = [counts[kind, told] for told in ("error", "warning", "nothing")]
            shares = ", ".join(
                f"{told} {number:5} ({number / sum(row):7.2%})"
                for told, number in zip(("error", "warning", "nothing"), row, strict=True)
            )
            print(f"{name:9} {kind:20} {sum(row):6} lines: {shares}")


if __name__ == "__main__":
    if sys.argv[1:] == ["--numbers"]:
        tell_numbers()
    else:
        tell_costs([int(size) for size in sys.argv[1:]] or list(SIZES))
