"""What a browser is allowed, and what it asks for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from converters.site.policy import CONTENT_SECURITY_POLICY
from tests.browser.kinds import KINDS

pytestmark = pytest.mark.browser

NOTE_VIOLATIONS = """
    window.refused = [];
    document.addEventListener("securitypolicyviolation", event => {
        window.refused.push(event.effectiveDirective + " " + event.blockedURI);
    });
"""


def test_no_page_asks_for_what_the_policy_forbids(browser: Browser, served: str) -> None:
    """Every kind of page carries the policy, breaks no rule of it, and asks no other origin for anything."""
    asked: list[str] = []
    missing: list[str] = []
    refused: list[str] = []
    with browser.new_context() as context:
        context.add_init_script(NOTE_VIOLATIONS)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
        for kind in KINDS:
            page.goto(served + kind, wait_until="networkidle")
            policy = page.locator('meta[http-equiv="Content-Security-Policy"]')
            assert policy.get_attribute("content") == CONTENT_SECURITY_POLICY
            refused += [f"{kind}: {one}" for one in page.evaluate("window.refused")]
        cookies = context.cookies()

    assert refused == []
    assert [url for url in asked if not url.startswith((served, "data:", "blob:"))] == []
    assert missing == []
    assert cookies == []


def test_the_policy_stops_a_script_that_got_in(browser: Browser, served: str) -> None:
    """A handler written into a page does not run: the policy is in force, not only printed."""
    with browser.new_context() as context:
        context.add_init_script(NOTE_VIOLATIONS)
        page = context.new_page()
        page.goto(served)
        page.evaluate("""() => document.body.insertAdjacentHTML(
            'beforeend', '<img src="/-" onerror="window.ran = true">')""")
        page.wait_for_function("window.refused.length > 0")

        assert page.evaluate("window.ran") is None


def test_a_look_that_was_chosen_stays(browser: Browser, served: str) -> None:
    """The button goes from the device's look to light and to dark, and the next page keeps the choice."""
    dark, light = "rgb(15, 26, 30)", "rgb(251, 250, 246)"
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        page.goto(served)
        body = page.locator("body")
        expect(body).to_have_css("background-color", dark)
        button = page.get_by_role("button", name="Udseende")
        button.click()
        expect(body).to_have_css("background-color", light)
        expect(button).to_have_accessible_name("Udseende: lyst. Skift")

        page.goto(f"{served}udvalg/")
        expect(body).to_have_css("background-color", light)
        page.get_by_role("button", name="Udseende").click()
        expect(body).to_have_css("background-color", dark)
