"""One source in one child process, and what happens to it there."""

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from converters import errors, sandbox
from converters.errors import (
    CrashedReader,
    EmptySource,
    EncryptedSource,
    OutOfMemory,
    ReferatError,
    TimedOut,
    UnreadableSource,
    UnsafeSource,
)
from converters.isolation.limits import seconds_for
from converters.readers import read
from tests import naughty
from tests.chamber import THREE_ITEMS, minutes

POSIX = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs limits that only POSIX systems have")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="macOS bounds no address space")
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Children that know the naughty reader, and have three seconds."""
    folder = tmp_path / "start"
    folder.mkdir()
    path = os.pathsep.join((str(naughty.start_file(folder)), str(ROOT)))
    monkeypatch.setenv("PYTHONPATH", path)
    monkeypatch.setattr(sandbox, "seconds_for", lambda _: 3)
    sandbox.close()
    yield
    sandbox.close()


def told(folder: Path, word: str) -> Path:
    """A source that tells the naughty reader what to do."""
    source = folder / f"kilde{naughty.ENDING}"
    source.write_text(f"{word} Referat", encoding="utf-8")
    return source


def text(folder: Path, content: str = minutes(*THREE_ITEMS)) -> Path:
    """A source of plain text."""
    source = folder / "referat.txt"
    source.write_text(content, encoding="utf-8")
    return source


@pytest.mark.parametrize("forks", [True, False], ids=["forked", "in a new process"])
def test_a_child_reads_the_same_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, forks: bool
) -> None:
    """As this very process does, whether the system can fork or not."""
    monkeypatch.setattr(sandbox, "FORKS", forks and sandbox.FORKS)
    source = text(tmp_path)

    assert sandbox.read(source) == read(source)


@pytest.mark.parametrize("forks", [True, False], ids=["forked", "in a new process"])
def test_a_refusal_comes_back_as_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, forks: bool
) -> None:
    """Kind, place and hint are the reader's own."""
    monkeypatch.setattr(sandbox, "FORKS", forks and sandbox.FORKS)
    source = text(tmp_path, "")
    with pytest.raises(EmptySource) as here:
        read(source)

    with pytest.raises(EmptySource) as there:
        sandbox.read(source)

    assert str(there.value) == str(here.value)


def test_a_source_that_is_expected_is_read_as_any_other(tmp_path: Path) -> None:
    """Also where another comes instead, or nothing reads it."""
    source = text(tmp_path)
    for expected in (source, tmp_path / "a.pdf", tmp_path / "a.xyz"):
        sandbox.prepare(expected)

        assert sandbox.read(source) == read(source)


@POSIX
@pytest.mark.usefixtures("child")
@pytest.mark.parametrize(
    ("word", "kind", "name"),
    [
        ("sov", TimedOut, "timeout"),
        ("regn", TimedOut, "timeout"),
        pytest.param("grib", OutOfMemory, "out_of_memory", marks=LINUX),
        ("dyk", CrashedReader, "crashed"),
        ("afbryd", CrashedReader, "crashed"),
        ("stop", CrashedReader, "crashed"),
        ("gå", CrashedReader, "crashed"),
        ("snub", CrashedReader, "crashed"),
        ("fyld", CrashedReader, "crashed"),
        ("skriv", UnsafeSource, "unsafe"),
        ("slet", UnsafeSource, "unsafe"),
        ("ring", UnsafeSource, "unsafe"),
        ("kald", UnsafeSource, "unsafe"),
        ("del", UnsafeSource, "unsafe"),
        ("låst", EncryptedSource, "encrypted"),
    ],
)
def test_every_way_to_fail_has_a_name(tmp_path: Path, word: str, kind: type[ReferatError], name: str) -> None:
    """And the next source is read as if nothing had been."""
    began = time.monotonic()

    with pytest.raises(kind) as refused:
        sandbox.read(told(tmp_path, word))

    assert refused.value.name == name
    assert "kilde.uartig" in refused.value.where
    assert refused.value.hint
    assert time.monotonic() - began < 30
    assert not list(tmp_path.parent.rglob("udenfor.txt"))
    assert sandbox.read(told(tmp_path, "læs")).lines[0].text == "læs Referat"


@POSIX
@pytest.mark.usefixtures("child")
@pytest.mark.parametrize(
    ("word", "kind"), [("sov", TimedOut), ("afbryd", CrashedReader), ("ring", UnsafeSource)]
)
def test_a_system_that_cannot_fork_names_them_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str, kind: type[ReferatError]
) -> None:
    """The clock and the end of the process are all that is needed."""
    monkeypatch.setattr(sandbox, "FORKS", False)

    with pytest.raises(kind):
        sandbox.read(told(tmp_path, word))


@POSIX
@pytest.mark.usefixtures("child")
def test_a_child_may_close_everything(tmp_path: Path) -> None:
    """What it is asked and what it answers do not pass through its own streams."""
    assert sandbox.read(told(tmp_path, "luk")).pages == 1


@POSIX
@pytest.mark.usefixtures("child")
def test_noise_is_for_developers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """What a library prints is swallowed, unless the variable is set."""
    with pytest.raises(CrashedReader):
        sandbox.read(told(tmp_path, "snub"))
    assert capfd.readouterr() == ("", "")

    sandbox.close()
    monkeypatch.setenv(sandbox.DEBUG, "1")
    with pytest.raises(CrashedReader):
        sandbox.read(told(tmp_path, "snub"))
    assert "KeyError" in capfd.readouterr().err


@POSIX
@pytest.mark.usefixtures("child")
def test_a_child_does_not_outlive_who_asked(tmp_path: Path) -> None:
    """Killed without warning, the command leaves nothing that goes on reading."""
    code = "from pathlib import Path; from converters import sandbox; sandbox.read(Path({!r}))"
    command = [sys.executable, "-c", code.format(str(told(tmp_path, "sov")))]
    desk = tmp_path / "tmp"
    desk.mkdir()
    environment = os.environ | {sandbox.DEBUG: "1", "TMPDIR": str(desk)}

    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment, cwd=tmp_path) as asking:
        assert asking.stderr
        sleeper = int(asking.stderr.readline())
        os.kill(sleeper, 0)
        asking.send_signal(signal.SIGKILL)
        asking.wait()

        assert _soon(lambda: _is_gone(sleeper))
        assert _soon(lambda: not list(desk.iterdir()))


def _is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def _soon(condition: Callable[[], bool]) -> bool:
    """Whether something comes true within ten seconds."""
    for _ in range(100):
        if condition():
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("content", [b"", b"\x80", b"Referat", pickle.dumps(5)[:-1]])
def test_a_broken_answer_is_a_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """What cannot be taken over is no reading."""

    def answer(_request: object, folder: Path, _seconds: float) -> tuple[str, int]:
        (folder / "resultat").write_bytes(content)
        return "exit", 0

    monkeypatch.setattr(sandbox, "_run", answer)

    with pytest.raises(CrashedReader):
        sandbox.read(text(tmp_path))


def test_a_source_without_a_first_page_has_no_picture(tmp_path: Path) -> None:
    """That is no reason to refuse it."""
    assert sandbox.first_page(text(tmp_path)) is None


def test_a_source_that_is_gone_is_refused(tmp_path: Path) -> None:
    """Whatever the reason, it is a refusal with a name."""
    with pytest.raises(UnreadableSource):
        sandbox.read(tmp_path / "findes-ikke.txt")


def test_time_grows_with_size_up_to_a_bound() -> None:
    """A minute for any file, a tenth of a second for each page it may have, and 2,000 pages at most."""
    assert seconds_for(0) == 60
    assert seconds_for(1_000_000) == pytest.approx(70)
    assert seconds_for(100 * 2**20) == pytest.approx(260)


def kinds(of: type[ReferatError] = ReferatError) -> Iterator[type[ReferatError]]:
    """Every kind of error."""
    yield of
    for kind in of.__subclasses__():
        yield from kinds(kind)


def test_every_refusal_has_a_name_of_its_own() -> None:
    """A name, and what it is called in Danish; the docstring of the tree has them all."""
    named = [kind for kind in kinds() if kind not in (ReferatError, errors.ConversionError)]

    assert len({kind.name for kind in named if kind is not errors.FrontMatterError}) == len(named) - 1
    assert all(kind.called and kind.__name__ in (errors.__doc__ or "") for kind in named)


@pytest.mark.parametrize("kind", list(kinds()), ids=lambda kind: kind.__name__)
def test_errors_travel(kind: type[ReferatError]) -> None:
    """From a worker to the command, with all they say."""
    error = kind("Den er tom.", where="a.txt", hint="Slet den.")

    arrived = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert type(arrived) is kind
    assert (str(arrived), arrived.where, arrived.hint) == (str(error), "a.txt", "Slet den.")
