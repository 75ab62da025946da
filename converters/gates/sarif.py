"""What a gate found, as SARIF 2.1.0, which code hosts and editors read."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

from converters.gates.kinds import name_of
from converters.gates.problems import Problem
from converters.gates.reports import Report, from_root

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(report: Report, root: Path) -> str:
    """The report as a SARIF log; files are told from ``root`` where they lie under it."""
    codes = sorted({one.code for one in report.problems})
    rules = [{"id": code, "shortDescription": {"text": name_of(code)}} for code in codes]
    run = {
        "tool": {"driver": {"name": f"referat {report.gate}", "rules": rules}},
        "results": [_result(one, root) for one in report.problems],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False) + "\n"


def _result(problem: Problem, root: Path) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": quote(from_root(problem.file, root))}}
    if problem.line:
        place["region"] = {"startLine": problem.line}
    return {
        "ruleId": problem.code,
        "level": problem.level,
        "message": {"text": f"{problem.text} {problem.hint}".strip()},
        "locations": [{"physicalLocation": place}],
    }
