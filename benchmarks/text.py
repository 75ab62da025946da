"""What a long paper costs as a whole process, and whether that keeps to its targets.

    .venv/bin/python benchmarks/text.py

The paper is minutes with annexes behind them, 448 KB in all: the long seed beside the repository, or
else one made of a sample.  It grows as real papers do, by more annexes.  Exit code 1 if a target is missed.
POSIX only, as convert.py, which measures other shapes and any source by its name.
"""

from __future__ import annotations

import sys

from convert import HOME, KILO, cost_of

SEED, SEED_MINUTES = HOME.parent / "shared/seeds/002_ba0c32097b43642c.txt", 1128  # lines before the annexes
SAMPLE, SAMPLE_MINUTES = HOME / "inbox/referat-oeu-2026-02-17.txt", 498
SIZE = 448_000  # bytes of the paper at factor 1
FACTORS = (1, 2, 5, 10)

MOST_SECONDS = 1.5  # CPU, at factor 1
MOST_MEGABYTES = 150  # resident, at factor 1
MOST_GROWTH = 12.0  # times the time, at ten times the size


def paper() -> tuple[str, bytes, bytes]:
    """Name, minutes and annexes of the paper that is measured."""
    path, minutes = (SEED, SEED_MINUTES) if SEED.exists() else (SAMPLE, SAMPLE_MINUTES)
    lines = path.read_bytes().splitlines(keepends=True)
    return path.name, b"".join(lines[:minutes]), b"".join(lines[minutes:])


def grown(minutes: bytes, annexes: bytes, size: int) -> bytes:
    """The minutes with annexes behind them up to a size, cut at the end of a line."""
    more = annexes * ((size - len(minutes)) // len(annexes) + 1)
    return minutes + more[: more.rfind(b"\n", 0, size - len(minutes)) + 1]


def main() -> int:
    """Measure the paper at every factor, and tell which target is missed."""
    name, minutes, annexes = paper()
    print(f"{name}, and as long again with more annexes; least of three runs each")
    costs = {}
    for factor in FACTORS:
        text = grown(minutes, annexes, SIZE * factor)
        costs[factor] = cost_of(text)
        growth = costs[factor].seconds / costs[1].seconds
        size, cost = len(text) / KILO, costs[factor]
        print(f"x{factor:<4}{size:8.0f} KB {cost.seconds:7.2f} s CPU {cost.megabytes:6.0f} MB x{growth:.1f}")
    targets = {
        f"CPU at most {MOST_SECONDS} s": costs[1].seconds <= MOST_SECONDS,
        f"memory at most {MOST_MEGABYTES} MB": costs[1].megabytes <= MOST_MEGABYTES,
        f"x10 at most {MOST_GROWTH:.0f} times": costs[10].seconds <= MOST_GROWTH * costs[1].seconds,
    }
    for target, held in targets.items():
        print(f"{'held  ' if held else 'MISSED'} {target}")
    return 0 if all(targets.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
