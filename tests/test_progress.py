"""How far a long run has come, as a person or a log is told."""

import time
from pathlib import Path

import pytest

from converters.progress import Lines, progress, table


def test_a_log_is_told_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    """How many sources and pages, how fast, and how long it may take."""
    told: list[str] = []
    clock = iter([0.0, 4.0, 11.0, 12.0, 30.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    lines = Lines(4, told.append)

    for number in range(4):
        lines.heard(Path(f"{number}.pdf"), 22)

    assert told == ["Læst 2 af 4 kilder, 44 sider, 4 sider/s, ca. 11 s tilbage. Senest 1.pdf."]


def test_a_screen_shows_a_bar_and_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    """The bar holds what a waiting person asks; the table is drawn."""
    with progress({Path("a.pdf"): 900, Path("b.pdf"): 100}, print, is_screen=True) as shown:
        shown.heard(Path("a.pdf"), 30)
        print("a.pdf: omsat")  # noqa: T201 - as the command does while the bar stands
    table([("omsat", "1", ""), ("  [b].pdf", "", "uden tekst (empty)")], print, is_screen=True)

    said = capsys.readouterr().out
    assert "a.pdf: omsat" in said
    assert "[b].pdf" in said
    assert "uden tekst (empty)" in said
