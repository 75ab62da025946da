"""What building the site costs, beside the theme as it comes: CPU seconds, memory, and bytes.

    .venv/bin/python benchmarks/build.py                1,000 items: ours and stock by turns
    .venv/bin/python benchmarks/build.py 1000 10000     and whether ten times the items cost ten times as much

Archives are made by `make_archive.py` of the folder that $REFERAT_SHARED names (../shared otherwise). Stock
is Material with pruned navigation and its own search, as that tool writes it. Both build strictly, in
processes of their own, by turns, so that a busy machine is busy for both; the best of each is told.
The search index is part of both.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("REFERAT_SHARED", HOME.parent / "shared"))
RUNS = 5
KILO = 1024
MEGA = 10**6
OURS = """INHERIT: {home}/mkdocs.yml
docs_dir: {archive}/content
site_dir: {archive}/ours
site_url: https://referater.example/
theme: {{custom_dir: {home}/overrides}}
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds of the process and its children, its largest memory in MB, and the site's size in MB."""

    busy: float
    megabytes: float
    site: float


def archive_of(items: int, folder: Path) -> Path:
    """An archive of so many items, with the handwritten pages that the navigation names."""
    archive = folder / str(items)
    tool = SHARED / "tools/make_archive.py"
    subprocess.run(
        [sys.executable, str(tool), str(items), str(archive)], check=True, stdout=subprocess.DEVNULL
    )
    shutil.copytree(HOME / "content/om", archive / "content/om", dirs_exist_ok=True)
    (archive / "ours.yml").write_text(OURS.format(home=HOME, archive=archive), encoding="utf-8")
    return archive


def cost_of(archive: Path, config: str, site: str) -> Cost:
    """Build an archive's site from nothing, as a whole process."""
    shutil.rmtree(archive / site, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--config-file", config]
    environment = os.environ | {"PYTHONPATH": str(HOME), "NO_MKDOCS_2_WARNING": "1"}
    environment.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # else ours alone, not being installed, is compiled each run
    run = subprocess.Popen(command, cwd=archive, env=environment)
    _, status, used = os.wait4(run.pid, 0)
    if status:
        sys.exit(f"{config}: mkdocs ended with {os.waitstatus_to_exitcode(status)}")
    size = sum(path.stat().st_size for path in (archive / site).rglob("*") if path.is_file())
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / KILO, size / MEGA)


def main() -> None:
    """Measure each size, and tell."""
    sizes = [int(size) for size in sys.argv[1:]] or [1000]
    if not (SHARED / "tools/make_archive.py").exists():
        sys.exit(f"{SHARED}/tools/make_archive.py is not there; name its folder in REFERAT_SHARED.")
    per_item: list[float] = []
    with tempfile.TemporaryDirectory() as place:
        for items in sizes:
            archive = archive_of(items, Path(place))
            runs = RUNS if items == min(sizes) else 2
            turns = [
                (cost_of(archive, "ours.yml", "ours"), cost_of(archive, "stock.yml", "site-stock"))
                for _ in range(runs)
            ]
            ours, stock = (min(costs, key=lambda cost: cost.busy) for costs in zip(*turns, strict=True))
            for name, cost in (("ours", ours), ("stock", stock)):
                print(
                    f"{items:6} items, {name:5}: {cost.busy:6.2f} s CPU, {cost.megabytes:4.0f} MB memory,"
                    f" {cost.site:6.1f} MB site"
                )
            print(f"{items:6} items: ours / stock = {ours.busy / stock.busy:.2f}")
            per_item.append(ours.busy / items)
            shutil.rmtree(archive)
    if len(sizes) > 1:
        print(f"an item of the largest costs {per_item[-1] / per_item[0]:.2f} x one of the smallest")


if __name__ == "__main__":
    main()
