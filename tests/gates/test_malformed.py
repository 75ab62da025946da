"""Front matter as clerks break it: every break is named, on its line, in words that say what to do."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from converters.gates.front_matter import front_matter_problems
from converters.gates.kinds import KINDS
from converters.gates.pages import ContentPage, read_page
from converters.gates.problems import Problem
from converters.gates.schema import faults
from converters.page_schema import schema
from tests.gates.malformed import PAGES, Broken, every_case

GOLDEN = Path(__file__).parent / "malformed.golden.txt"
CASES = tuple(every_case())
PLACE = "udvalg/2026-03-05/punkt-14.md"
# Ways that some pages survive: what is left is allowed there.
ALLOWED = {
    ("titel tom", "møde"),
    ("titel tom", "åbent punkt"),
    ("titel tom", "lukket punkt"),
    ("nøgle med stort", "møde"),
}
GENERAL = jsonschema.Draft202012Validator(
    schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)


def examined(folder: Path, text: str) -> tuple[ContentPage, list[Problem]]:
    """A page as the check reads it, and what it says of it."""
    path = folder / PLACE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    page, problems = read_page(folder, PLACE)
    return page, [*problems, *front_matter_problems(page)]


def broken(cases: tuple[Broken, ...] = CASES) -> list[Broken]:
    """Those that something is wrong with."""
    return [case for case in cases if (case.way, case.page) not in ALLOWED]


@pytest.mark.parametrize("page", PAGES)
def test_the_pages_are_good_before_they_are_broken(tmp_path: Path, page: str) -> None:
    """So that whatever is said of them is said of the break."""
    assert examined(tmp_path, "\n".join(PAGES[page]))[1] == []


def test_there_are_three_hundred() -> None:
    """Ways of breaking by pages that have what is broken."""
    assert len(broken()) >= 300


@pytest.mark.parametrize("case", broken(), ids=lambda case: f"{case.way} - {case.page}")
def test_each_is_named_on_its_line(tmp_path: Path, case: Broken) -> None:
    """With its code, and nothing is said of any other line."""
    _, problems = examined(tmp_path, case.text)

    assert {one.line for one in problems} == {case.line}, problems
    assert case.code in {one.code for one in problems}, problems
    assert {one.code for one in problems} <= KINDS.keys()
    assert all(one.text.endswith((".", "?", "…«.")) and one.hint for one in problems), problems


def test_the_words_are_those_of_the_golden_file(tmp_path: Path, *, update_golden: bool) -> None:
    """Read it aloud: a clerk should know what to write after each."""
    told = "".join(_told(case, examined(tmp_path, case.text)[1]) for case in broken())
    if update_golden:
        GOLDEN.write_text(told, encoding="utf-8", newline="\n")

    assert told == GOLDEN.read_text(encoding="utf-8")


def _told(case: Broken, problems: list[Problem]) -> str:
    lines = [f"{case.way} ({case.page})", f"    {case.line:2} | {case.shown}"]
    lines += [
        f"    {'FEJL' if one.blocks else 'ADVARSEL'} linje {one.line}: {one.text} {one.hint} [{one.code}]"
        for one in problems
    ]
    return "\n".join(lines) + "\n\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.way} - {case.page}")
def test_both_validators_give_the_same_verdict(tmp_path: Path, case: Broken) -> None:
    """Ours knows only the keywords that the schema uses; a general one finds faults in the same places."""
    page, _ = examined(tmp_path, case.text)
    meta = dict(page.page.meta)

    ours = {fault.place[:1] for fault in faults(meta)}
    general = {_top(error) for error in GENERAL.iter_errors(meta)}

    assert ours == general


def _top(error: jsonschema.ValidationError) -> tuple[str, ...]:
    """The key of the front matter that an error is about."""
    if error.absolute_path:
        return (str(error.absolute_path[0]),)
    if error.validator in {"required", "additionalProperties"}:
        return (error.message.split("'")[1],)
    return ()


def test_everything_is_said_at_once(tmp_path: Path) -> None:
    """Several breaks, some of which YAML cannot read past."""
    text = "\n".join(PAGES["åbent punkt"])
    for old, new in (
        ("Cykelsti langs", "Sag: Cykelsti langs"),
        ("date: 2026-03-05", "date: 2026-02-30"),
        ("access: open", "access: åben"),
        ("outcome: recommended}", "outcome: recommended"),
        ("title: Kort over", "title: Sag: Kort over"),
    ):
        text = text.replace(old, new, 1)

    _, problems = examined(tmp_path, text)

    assert [(one.line, one.code) for one in sorted(problems)] == [
        (3, "colon"),
        (8, "wrong-date"),
        (10, "wrong-value"),
        (13, "brackets"),
        (16, "colon"),
    ]
