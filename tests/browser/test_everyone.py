"""Every kind of page by the rules of WCAG 2.0 to 2.2, levels A and AA, as far as a program can tell."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.kinds import DESK, KINDS, PHONE

pytestmark = pytest.mark.browser

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
OPTIONS = {"runOnly": {"type": "tag", "values": [*RULES, "best-practice"]}, "resultTypes": ["violations"]}


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_is_broken(browser: Browser, served: str, scheme: str, size: tuple[int, int]) -> None:
    """No page of any kind breaks a rule, in either look, on a phone or at a desk."""
    broken = []
    with browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,  # the checker runs in the page
    ) as context:
        page = context.new_page()
        for kind in KINDS:
            answer = page.goto(served + kind, wait_until="load")
            assert answer
            assert answer.ok
            for one in Axe().run(page, options=OPTIONS).response["violations"]:
                broken += [
                    f"{kind}: {one['id']} {node['target']} {node['failureSummary']}" for node in one["nodes"]
                ]

    assert broken == []
