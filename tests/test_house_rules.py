"""What holds for every file of the project, whoever writes it."""

import ast
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

import run

ROOT = Path(run.__file__).resolve().parent
LONGEST_MODULE = 300  # lines

# Modules that are one idea and longer than that, each with its reason.
LONG_MODULES: dict[str, str] = {
    "tests/readers/test_html.py": "one habit of web pages after the other, and each is a few lines",
    "tests/readers/test_markup.py": "one element after the other, and each is a few lines",
    "tests/test_attendance.py": "a table of the forms in which Danish minutes name people",
    "tests/test_cli.py": "one clerk at one desk; the fixture is shared by every command",
    "tests/test_store.py": "one folder of pages; the fixture is shared by every change of it",
    "tests/test_truth.py": "one question to a source after the other; the truths are read once",
}

# Character classes keep these patterns from finding themselves.
MACHINE_PATHS = re.compile(r"/[h]ome/\w|/[U]sers/\w|/[r]oot/|/[w]ork/|\b[A-Z]:\\[U]sers")
REGISTRIES = re.compile(
    r"[p]ypi\.org|[p]ythonhosted|[n]pmjs\.|index[-]url|find[-]links|\"resolved\": *\"[h]ttp"
)

EMPTY_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "manager",
    "data",
    "info",
    "process",
    "common",
    "handler",
    "misc",
}

# `noqa: S603 - why` and `type: ignore[override]  # why`
EXCUSE = re.compile(r"#\s*(?:noqa|type:\s*ignore)\b.*")
EXCUSE_WITH_REASON = re.compile(
    r"#\s*(?:noqa:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*\s+[-–]\s+\w.{7,}|type:\s*ignore\[[\w, -]+\]\s+#\s+\w.{7,})"
)

# `- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1`
ACTION = re.compile(r"uses:\s*(?P<action>\S+)(?P<version>.*)")

# `mkdocs-material==9.8.1 \` and `librt==0.16.0 ; platform_python_implementation != 'PyPy' \`
PINNED = re.compile(r"^(?P<package>[a-z][\w.-]*==[^\s;\\]+)", re.MULTILINE)  # on which machines may differ


def project_files(suffix: str = "") -> list[Path]:
    """The files that belong to the project: what git tracks, or would if it were asked to."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = (
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git repository, so what belongs to the project is not known")
    return [ROOT / name for name in listed if name and name.endswith(suffix) and (ROOT / name).is_file()]


def name_of(path: Path) -> str:
    """A file's name as the project knows it."""
    return path.relative_to(ROOT).as_posix()


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """Every line of every text file that matches, as `file:line: match`."""
    found = []
    for path in project_files():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a picture, or a source in another encoding
        for number, line in enumerate(text.splitlines(), start=1):
            match = pattern.search(line)
            if match:
                found.append(f"{name_of(path)}:{number}: {match[0]}")
    return found


def comments(path: Path) -> Iterator[tuple[int, str]]:
    """The comments of a module, with their line numbers."""
    for token in tokenize.generate_tokens(io.StringIO(path.read_text("utf-8")).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def test_no_file_names_a_place_on_one_machine() -> None:
    """The project reads the same wherever it lies."""
    assert lines_with(MACHINE_PATHS) == []


def test_no_file_names_a_package_registry() -> None:
    """Where packages come from is the machine's business; the locks say which, by hash."""
    assert lines_with(REGISTRIES) == []


def test_no_module_is_named_after_nothing() -> None:
    """A module is named for what it holds, and is no drawer for odds and ends."""
    drawers = [name_of(path) for path in project_files(".py") if {path.stem, path.parent.name} & EMPTY_NAMES]

    assert drawers == []


def test_modules_are_short_or_excused() -> None:
    """A module has at most 300 lines; a longer one stands in the list above, with its reason."""
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in project_files(".py")}
    long = {name for name, lines in lengths.items() if lines > LONGEST_MODULE}

    assert long == set(LONG_MODULES)


def test_every_silenced_warning_has_a_code_and_a_reason() -> None:
    """A `noqa` or `type: ignore` says which rule it silences, and why."""
    unexplained = [
        f"{name_of(path)}:{line}: {comment}"
        for path in project_files(".py")
        for line, comment in comments(path)
        if EXCUSE.search(comment) and not EXCUSE_WITH_REASON.search(comment)
    ]

    assert unexplained == []


def test_run_needs_nothing_but_python() -> None:
    """run.py imports the standard library only, since it is what installs the rest."""
    statements = list(ast.walk(ast.parse(Path(run.__file__).read_text("utf-8"))))
    imported = {alias.name for node in statements if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in statements if isinstance(node, ast.ImportFrom)}

    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


def test_the_site_is_tested_with_the_packages_it_is_built_with() -> None:
    """The test lock holds every package of the other lock, at the same version."""
    pins = {lock: set(PINNED.findall((ROOT / lock).read_text("utf-8"))) for lock in (run.LOCK, run.TEST_LOCK)}

    assert pins[run.LOCK]
    assert pins[run.LOCK] <= pins[run.TEST_LOCK]


@pytest.mark.parametrize(
    "workflow", sorted((ROOT / ".github/workflows").glob("*.yml")), ids=lambda path: path.stem
)
def test_workflows_trust_no_moving_target(workflow: Path) -> None:
    """Every action is pinned by its commit, its version a comment, and rights are given one by one."""
    text = workflow.read_text("utf-8")
    actions = ACTION.findall(text)

    assert actions
    assert all(
        re.search(r"@[0-9a-f]{40}$", action) and re.match(r" # v\d", version) for action, version in actions
    )
    assert "\npermissions: {}\n" in text


def shown_commands() -> list[str]:
    """The commands that README.md shows, in code blocks and between backticks."""
    text = (ROOT / "README.md").read_text("utf-8")
    blocks = re.findall(r"^```.*?\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    return [line.strip() for block in blocks for line in block.splitlines()] + spans


def test_readme_shows_jobs_that_run_knows() -> None:
    """Every `run.py …` of the README is a job of run.py, and every job is shown."""
    shown = {match[1] for line in shown_commands() for match in re.finditer(r"\brun\.py (\w+)", line)}

    assert shown == set(run.JOBS)


def test_readme_shows_commands_and_options_that_exist() -> None:
    """Every `referat …` of the README is a command, and every option it shows is one of that command's."""
    shown = [line for line in shown_commands() if re.match(r"(?:\$ )?referat [a-z]", line)]
    unknown = []
    for line in shown:
        command = line.removeprefix("$ ").split()[1]
        code = "import sys; from converters.cli import main; sys.exit(main())"
        answer = subprocess.run(
            [sys.executable, "-c", code, command, "--help"],
            cwd=ROOT,
            env=run.environment(),
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
        options = re.findall(r"(?<!\S)--[a-z][\w-]*", line)
        unknown += (
            [line]
            if answer.returncode
            else [f"{line}: {option}" for option in options if option not in answer.stdout]
        )

    assert shown
    assert unknown == []
