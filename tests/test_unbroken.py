"""What Ctrl-C may break off, and what it waits for."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator

import pytest

from converters.unbroken import unbroken


@pytest.fixture(autouse=True)
def at_the_keyboard() -> Iterator[None]:
    """Ctrl-C as Python has it, whoever started the tests."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def press() -> None:
    """Press Ctrl-C."""
    signal.raise_signal(signal.SIGINT)


def test_it_waits_for_what_is_begun() -> None:
    """All of it is done, also where one such thing is part of another, and then it is obeyed."""
    done = []

    def begun() -> None:
        with unbroken():
            with unbroken():
                press()
                done.append("inner")
            done.append("outer")

    with pytest.raises(KeyboardInterrupt):
        begun()
    assert done == ["inner", "outer"]
    with pytest.raises(KeyboardInterrupt):
        press()  # means again what it did


def test_the_second_is_obeyed_at_once() -> None:
    """Who presses twice will not wait."""
    done = []

    def begun() -> None:
        with unbroken():
            for time in ("first", "second"):
                press()
                done.append(time)

    with pytest.raises(KeyboardInterrupt):
        begun()
    assert done == ["first"]


def test_it_is_obeyed_after_a_failure_too() -> None:
    """The failure is told as what went before, and does not make the command go on to the next."""

    def begun() -> None:
        with unbroken():
            press()
            raise OSError

    with pytest.raises(KeyboardInterrupt) as stopped:
        begun()
    assert isinstance(stopped.value.__context__, OSError)


def test_nobody_elses_meaning_is_taken() -> None:
    """Where Ctrl-C is ignored, or in a thread that it cannot reach, all is as it was."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with unbroken():
        press()
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN

    signal.signal(signal.SIGINT, signal.default_int_handler)
    seen = []

    def elsewhere() -> None:
        with unbroken():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert seen == [signal.default_int_handler]
