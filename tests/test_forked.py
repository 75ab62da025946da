"""The program that sources are read in, forked off the command."""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from converters import sandbox
from converters.isolation.forked import Forked, can_fork
from converters.readers import read

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
SOON = 5  # seconds


@pytest.fixture
def start() -> Iterator[Callable[[Callable[[int, int], None]], Forked]]:
    """Start a program that serves in a given way, and see that it is gone in the end."""
    started: list[Forked] = []

    def fork(serve: Callable[[int, int], None]) -> Forked:
        started.append(Forked(serve, shows_errors=False))
        return started[-1]

    yield fork
    for program in started:
        program.stdin.close()
        program.stdout.close()
        program.kill()
        program.wait(SOON)


def echo(asked: int, answered: int) -> None:
    """Answer every request with its own words."""
    while said := os.read(asked, 100):
        os.write(answered, said)


def test_it_answers_and_ends_when_its_input_closes(
    start: Callable[[Callable[[int, int], None]], Forked],
) -> None:
    """A request is answered on the other pipe; no more requests, no more program."""
    program = start(echo)
    program.stdin.write(b"Referat\n")
    program.stdin.flush()

    assert program.stdout.readline() == b"Referat\n"

    program.stdin.close()
    program.wait(SOON)
    with pytest.raises(ChildProcessError):  # it was waited for, and is nobody's child any more
        os.waitpid(program.pid, 0)


@LINUX
def test_it_holds_no_file_of_the_command(
    start: Callable[[Callable[[int, int], None]], Forked], tmp_path: Path
) -> None:
    """What the command has open stays the command's."""
    secret = tmp_path / "andet.txt"
    secret.write_text("Fortroligt", encoding="utf-8")

    def tell(_: int, answered: int) -> None:
        numbers = [Path(f"/proc/self/fd/{number}") for number in range(20)]
        held = [str(number.readlink()) for number in numbers if number.is_symlink()]
        os.write(answered, "\n".join(held).encode())

    with secret.open():
        held = start(tell).stdout.read().decode()

    assert "pipe:" in held
    assert secret.name not in held


def test_one_that_does_not_end_can_be_killed(start: Callable[[Callable[[int, int], None]], Forked]) -> None:
    """Waiting has an end of its own; a program that is killed is gone."""
    program = start(lambda *_: time.sleep(60))
    with pytest.raises(TimeoutError):
        program.wait(0.02)

    program.kill()
    program.wait(SOON)

    with pytest.raises(ProcessLookupError):
        os.kill(program.pid, 0)


def test_nothing_is_forked_beside_another_thread() -> None:
    """A copy of a process has one thread, and what the others were at would be half done in it."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not can_fork()
    finally:
        done.set()
        thread.join()


def test_a_source_that_was_prepared_for_is_read(tmp_path: Path) -> None:
    """What the forked program reads is what this process would."""
    source = tmp_path / "referat.txt"
    source.write_text("Referat\n\n1. Nyt tag til skolen\n", encoding="utf-8")
    sandbox.close()
    sandbox.prepare(source)
    try:
        assert sandbox.read(source) == read(source)
        assert sandbox.read(source) == read(source)
    finally:
        sandbox.close()
