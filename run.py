#!/usr/bin/env python3
"""Run Referat on a machine with nothing but Python: build the site, show it, publish it, or test the project.

Standard library only. What the job needs is first put in `.venv`, from a lock with hashes.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python shall give this sentence, not a traceback
    sys.exit(
        f"Referat kræver Python 3.11 eller nyere, og dette er Python {sys.version.split()[0]}.\n"
        "Hent en nyere Python, eller kør f.eks.:  python3.12 run.py site"
    )

import hashlib
import importlib.util
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

Command = tuple[str, ...]

ROOT = Path(__file__).resolve().parent
LOCK, TEST_LOCK = "requirements.lock", "requirements-test.lock"  # the second holds all of the first
STAMP = "referat-stamp"  # in .venv, written when all else is there
REMOVAL_TRIES = 20
WINDOWS = os.name == "nt"

CONVERT = ("referat", "convert", "inbox", "--out", "content")
CHECK = ("referat", "check", "content", "--published")
SOURCES = ("referat", "check", "content", "--sources")
BUILD = ("mkdocs", "build", "--strict")
AUDIT = ("referat", "audit", "site")
SERVE = ("mkdocs", "serve")
PUBLISH = ("referat", "publish")  # and where to
SERVED_AT = ("127.0.0.1", 8000)  # where mkdocs shows the site, unless told otherwise
LINTERS: tuple[Command, ...] = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)
SITE = (CONVERT, CHECK, BUILD, AUDIT)
# Where nobody looks on, pages are published as they were committed: the site is built before conversion,
# which is there for what it notes of closed items. Pages that it makes wait for somebody to look at them.
COMMITTED_SITE = (CHECK, BUILD, CONVERT, SOURCES, AUDIT)
JOBS: dict[str, tuple[str, tuple[Command, ...]]] = {
    "site": (LOCK, SITE),
    "serve": (LOCK, (CONVERT, SERVE)),
    "test": (TEST_LOCK, (*LINTERS, ("pytest",))),
    "propose": (LOCK, (("referat", "propose", "content"),)),
    "publish": (LOCK, (*(COMMITTED_SITE if "CI" in os.environ else SITE), PUBLISH)),
    "links": (LOCK, (("referat", "links", "site"),)),
    "sbom": (LOCK, (("referat", "sbom", "sbom.cdx.json"),)),
}
USAGE = """Brug: python3 run.py KOMMANDO
  site          omsæt kilderne i inbox/ til sider, og byg hjemmesiden i site/
  serve         omsæt kilderne, og vis hjemmesiden på denne maskine, mens du retter
  propose       læg nye sider op på en gren i git, og åbn et forslag med dem
  publish STED  byg hjemmesiden, og læg den ud: en mappe, vært:mappe, s3://spand/mappe eller branch:gren
  links         spørg, om hjemmesidens links til andre stadig virker
  sbom          skriv, hvilke pakker hjemmesiden er bygget med, i sbom.cdx.json
  test          kør alle projektets kontroller"""
NOT_READY = """Det lykkedes ikke at gøre klar; grunden står ovenfor. Er der forbindelse til nettet?
Kør kommandoen igen, når det er rettet: det, der ikke blev færdigt, laves forfra."""
HOW_TO_SEE = "Åbn adressen, der om lidt står efter »Serving on«, i en browser. Stop med Ctrl-C."
IN_USE = """Adressen {}:{} er i brug. Viser et andet vindue allerede hjemmesiden, så stop det med Ctrl-C.
Er det et andet program, så vælg en anden adresse:  {} serve -a 127.0.0.1:8001"""
NO_ENSUREPIP = """Denne Python mangler det, der laver miljøer (ensurepip).
Debian og Ubuntu:  sudo apt install python3-venv
Kør derefter kommandoen igen."""


class Stop(Exception):
    """The job cannot go on; the message says why and what to do."""


def say(line: str) -> None:
    """Tell how far the job is: on standard error, which takes any letter in any console's encoding."""
    print(line, file=sys.stderr, flush=True)


def environment() -> dict[str, str]:
    """The caller's variables, less those that would let in other packages than the lock's."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME"}}
    return kept | {
        "PYTHONNOUSERSITE": "1",
        "PYTHONUTF8": "1",
        "PIP_USER": "0",  # a `user = true` in someone's pip.conf would install outside .venv
        "UV_SYSTEM_CERTS": "1",  # as pip: behind a proxy only the system knows who signed its certificate
        "NO_MKDOCS_2_WARNING": "1",  # a banner about a MkDocs that Referat does not use
    }


def succeeds(root: Path, command: Command) -> bool:
    """Run a command in the project's folder and tell whether it went well."""
    try:
        return subprocess.run(command, cwd=root, env=environment(), check=False).returncode == 0
    except OSError as error:
        say(f"{command[0]}: {error.strerror}")
        return False


def program(root: Path, name: str) -> str:
    """Where a program of the project's own environment lies."""
    return str(root / ".venv" / ("Scripts" if WINDOWS else "bin") / (name + ".exe" * WINDOWS))


def base_python() -> str:
    """The interpreter outside any environment, so that `.venv` is never made of itself."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def stamp(root: Path, lock: str) -> str:
    """A hash of what decides the contents of `.venv`: lock, own metadata, interpreter and place."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    metadata = json.dumps([project["build-system"], project["project"]], sort_keys=True)
    parts = ((root / lock).read_bytes(), metadata, sys.version, sys.base_prefix, str(root))
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def is_ready(root: Path, lock: str) -> bool:
    """Tell whether `.venv` was finished from this lock, or from the test lock, and still has its Python."""
    try:
        found = (root / ".venv" / STAMP).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return Path(program(root, "python")).exists() and found in {stamp(root, lock), stamp(root, TEST_LOCK)}


def recipes(root: Path, lock: str) -> Iterator[tuple[Command, ...]]:
    """The ways to make `.venv`: with uv if it is on the path, and with what comes with Python."""
    venv, python = str(root / ".venv"), program(root, "python")
    packages = ("--require-hashes", "--only-binary", ":all:", "-r", lock)
    project = ("--no-deps", "--no-build-isolation", "--editable", ".")
    uv = shutil.which("uv")
    if uv:
        install = (uv, "pip", "install", "--quiet", "--python", python)
        yield (
            (uv, "venv", "--quiet", "--python", base_python(), venv),
            (*install, *packages),
            (*install, *project),
        )
        say("Det gik ikke med uv; prøver med Pythons eget pip.")
    install = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    yield (base_python(), "-m", "venv", venv), (*install, *packages), (*install, *project)


def made(root: Path, lock: str, steps: tuple[Command, ...]) -> bool:
    """Make `.venv` from nothing. Its stamp goes first and comes last: an unfinished one is never trusted."""
    venv = root / ".venv"
    (venv / STAMP).unlink(missing_ok=True)
    remove(venv)
    if not all(succeeds(root, step) for step in steps):
        return False
    (venv / STAMP).write_text(stamp(root, lock), "utf-8")
    return True


def remove(venv: Path) -> None:
    """Remove a folder, with some seconds' patience for an installer that outlived the run it belonged to."""
    for _ in range(REMOVAL_TRIES):
        shutil.rmtree(venv, ignore_errors=True)
        if not venv.exists():
            return
        time.sleep(0.5)
    raise Stop(f"{venv} kan ikke fjernes. Luk de programmer, der bruger den, slet mappen, og kør igen.")


def set_up(root: Path, lock: str) -> None:
    """Make `.venv` from a lock unless it is ready. Raises Stop when it cannot be made."""
    if is_ready(root, lock):
        return
    say("Gør klar: henter det, Referat bygger på. Det sker kun første gang, og når listen er ændret …")
    if not any(made(root, lock, steps) for steps in recipes(root, lock)):
        raise Stop(NOT_READY if importlib.util.find_spec("ensurepip") else NO_ENSUREPIP)


def has_sources(root: Path) -> bool:
    """Tell whether a source lies in the inbox; an empty one leaves the pages as they are."""
    inbox = root / "inbox"
    explained = (".", "README.md")  # what is hidden, and what tells a clerk how to use the folder
    return inbox.is_dir() and any(not source.name.startswith(explained) for source in inbox.iterdir())


def refuse_if_shown() -> None:
    """Raise Stop when something is already shown at the site's address."""
    with socket.socket() as visitor:
        visitor.settimeout(1)
        if visitor.connect_ex(SERVED_AT) == 0:
            raise Stop(IN_USE.format(*SERVED_AT, program(Path(), "mkdocs")))


def run(root: Path, job: str, target: str = "") -> None:
    """Set up, then run each command of a job. Raises Stop, naming those that failed.

    A test goes on past a failure, to show all of them at once; nothing is built on what failed. ``target`` is
    where a site is published to.
    """
    lock, commands = JOBS[job]
    set_up(root, lock)
    failed = []
    for command in commands:
        if command == CONVERT and not has_sources(root):
            continue
        if command == SERVE:
            refuse_if_shown()
        if command == PUBLISH:
            command = (*PUBLISH, target)  # noqa: PLW2901 - the only command with a word of the caller's
        line = " ".join(command)
        say(f"── {line}")
        if command == SERVE:
            say(HOW_TO_SEE)
        if not succeeds(root, (program(root, command[0]), *command[1:])):
            failed.append(line)
            if job != "test":
                break
    if failed:
        raise Stop(f"Ikke i orden: {', '.join(failed)}. Grunden står ovenfor; ret den, og kør igen.")


def main(arguments: list[str]) -> int:
    """Do the job that is named: 0 when it went well, 1 when not, 2 when there is no such job."""
    if not arguments or arguments[0] not in JOBS or len(arguments) != 1 + (arguments[0] == "publish"):
        asked = arguments in (["-h"], ["--help"])
        print(USAGE, file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    signal.signal(
        signal.SIGTERM, lambda *_: sys.exit(143)
    )  # unwinds, so that a command under way is ended too
    try:
        run(ROOT, *arguments)
    except KeyboardInterrupt:
        say("\nAfbrudt.")
        return 130
    except Stop as reason:
        say(str(reason))
        return 1
    except OSError as error:
        say(
            f"{error.filename}: {error.strerror}. Er filen i brug, eller mangler der plads eller rettigheder?"
        )
        return 1
    if arguments[0] == "site":
        print(f"Hjemmesiden ligger i {ROOT / 'site'}\nSe den med:  python3 run.py serve", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
