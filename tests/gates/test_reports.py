"""What a gate found, told to people, to GitHub and to programs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from converters.cli import CLEAN, REFUSED, main
from converters.gates.github import LARGEST_SUMMARY, MOST_SHOWN, summary, workflow_commands
from converters.gates.kinds import KINDS, name_of
from converters.gates.problems import Problem
from converters.gates.reports import as_json, closing_lines, from_root, report_of
from converters.gates.sarif import as_sarif

ROOT = Path("/depot")
CPR = "200358-5126"  # made up: somebody born in 1858
NASTY = Problem(
    file="/depot/content/a,b:c%/punkt-1.md",
    line=3,
    text="Kolon: 100 %\r\n::error::falsk \x1b[31m",
    hint="Ret <script>, | og `den`.",
    code="colon",
)


def problem(number: int = 1, *, blocks: bool = True, code: str = "cpr", text: str = "Galt.") -> Problem:
    """A problem of a page."""
    return Problem(file=f"content/punkt-{number}.md", line=number, text=text, blocks=blocks, code=code)


def test_a_command_for_github_cannot_be_broken_out_of() -> None:
    """Per cent, line ends, colons and commas are escaped as its runner reads them."""
    [line] = workflow_commands(report_of("check", [NASTY]), ROOT)

    assert line == (
        "::error file=content/a%2Cb%3Ac%25/punkt-1.md,line=3,title=Kolon i en tekst::"
        "Kolon: 100 %25\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}::error::falsk "
        "\N{REPLACEMENT CHARACTER}[31m Ret <script>, | og `den`."
    )


def test_github_gets_the_first_of_each_level() -> None:
    """It shows ten errors and ten warnings of a step."""
    rows = [problem(number, blocks=number % 3 > 0) for number in range(1, 61)]

    lines = list(workflow_commands(report_of("check", rows), ROOT))

    assert [line.partition(" ")[0] for line in lines] == ["::error"] * MOST_SHOWN + ["::warning"] * MOST_SHOWN
    assert "file=content/punkt-1.md,line=1," in lines[0] or "line=1" in lines[0]


def test_the_summary_has_them_all_with_errors_first() -> None:
    """As tables in which no text can end a cell or become a tag."""
    text = summary(report_of("audit", [problem(2, blocks=False), NASTY]), "Alt er godt.", ROOT)

    rows = [line for line in text.splitlines() if line.startswith(("| Fejl", "| Advarsel"))]
    assert [row.split(" | ")[0] for row in rows] == ["| Fejl", "| Advarsel"]
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 6 for row in rows)
    assert "<script>" not in text
    assert "## referat audit" in text


def test_a_summary_is_never_larger_than_github_takes() -> None:
    """However much is wrong."""
    rows = [problem(number, text="Galt. " * 200) for number in range(3000)]

    assert len(summary(report_of("check", rows), "", ROOT).encode()) <= LARGEST_SUMMARY


def test_no_report_holds_a_number_in_full() -> None:
    """Not even in the name of a file, or where a message quotes the page."""
    leak = Problem(file=f"content/brev-{CPR}.pdf", line=None, text=f"Linket {CPR} er dødt.", hint=CPR)
    report = report_of("check", [leak])

    everything = (
        *workflow_commands(report, ROOT),
        summary(report, "", ROOT),
        as_json(report, ROOT),
        as_sarif(report, ROOT),
        str(report.problems[0]),
    )

    assert not any("5126" in text for text in everything)
    assert all("2003xx-xxxx" in text.replace("&#45;", "-") for text in everything)


def test_json_is_for_programs() -> None:
    """Codes, levels, and files from the repository's folder."""
    told = json.loads(as_json(report_of("check", [NASTY, problem(2, blocks=False)]), ROOT))

    assert (told["gate"], told["errors"], told["warnings"]) == ("check", 1, 1)
    assert told["problems"][0] | {"text": ""} == {
        "file": "content/a,b:c%/punkt-1.md",
        "line": 3,
        "level": "error",
        "code": "colon",
        "text": "",
        "hint": "Ret <script>, | og `den`.",
    }


def test_sarif_names_rule_file_and_line() -> None:
    """With an address that is one."""
    log = json.loads(as_sarif(report_of("check", [NASTY, problem(2, blocks=False, code="cpr-likely")]), ROOT))

    [run] = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["colon", "cpr-likely"]
    assert [(one["ruleId"], one["level"]) for one in run["results"]] == [
        ("colon", "error"),
        ("cpr-likely", "warning"),
    ]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "content/a%2Cb%3Ac%25/punkt-1.md"},
        "region": {"startLine": 3},
    }


def test_kinds_are_counted() -> None:
    """Errors first, then warnings, then the sum."""
    report = report_of("check", [problem(), problem(2), problem(3, blocks=False, code="contact")])

    assert list(closing_lines(report, "")) == [
        "       2  fejl      CPR-nummer (cpr)",
        "       1  advarsel  Privat e-mail eller telefon (contact)",
        "2 fejl skal rettes. 1 advarsel.",
    ]
    assert list(closing_lines(report_of("check", []), "Alt er godt.")) == ["Alt er godt."]


@pytest.mark.parametrize(
    ("file", "told"), [("/depot/content/a.md", "content/a.md"), ("/andet/a.md", "/andet/a.md")]
)
def test_files_are_told_from_the_repository(file: str, told: str) -> None:
    """Where they lie in it."""
    assert from_root(file, ROOT) == told


def test_every_kind_has_a_name() -> None:
    """An unknown one is told as something else."""
    assert all(KINDS.values())
    assert name_of("findes-ikke") == "Andet"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page with a personal number and a private address, in a repository of its own."""
    page = tmp_path / "content/om.md"
    page.parent.mkdir()
    page.write_text(f"Borger {CPR}\n\nanna@gmail.com\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    return page.parent


def test_a_clerk_reads_errors_warnings_and_counts(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Errors on standard error, the rest on standard output, no command for GitHub."""
    assert main(["check", "content"]) == REFUSED

    said, complained = capsys.readouterr()
    assert complained.startswith("FEJL content/om.md:1: Her står et CPR-nummer (begynder med 2003).")
    assert "ADVARSEL content/om.md:3: Her står en e-mailadresse" in said
    assert said.endswith("1 fejl skal rettes. 1 advarsel.\n")
    assert "::" not in said
    assert content.is_dir()


def test_in_github_actions_lines_and_summary_are_written(
    content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside what everybody reads, and the summary of another step is kept."""
    page = content.parent / "summary.md"
    page.write_text("Før.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(content.parent))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))

    assert main(["check", str(content)]) == REFUSED

    said = capsys.readouterr().out.splitlines()
    assert [line.split("::")[1] for line in said if line.startswith("::")] == [
        "error file=content/om.md,line=1,title=CPR-nummer",
        "warning file=content/om.md,line=3,title=Privat e-mail eller telefon",
    ]
    text = page.read_text(encoding="utf-8")
    assert text.startswith("Før.\n## referat check\n")
    assert "content/om.md" in text


def test_json_stands_alone_on_standard_output(
    content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also in GitHub Actions, so that a program can read it."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")

    assert main(["check", "content", "--json", "--sarif", "fund.sarif"]) == REFUSED

    said, complained = capsys.readouterr()
    assert [one["code"] for one in json.loads(said)["problems"]] == ["cpr", "contact"]
    assert complained == ""
    assert json.loads((content.parent / "fund.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_both_gates_report_alike(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A site that is not there is one error, in JSON too."""
    assert main(["audit", "site", "--json"]) == REFUSED
    assert json.loads(capsys.readouterr().out)["errors"] == 1

    (content / "om.md").write_text("# Om siderne\n", encoding="utf-8")
    assert main(["check", "content", "--json"]) == CLEAN
    assert json.loads(capsys.readouterr().out)["problems"] == []
