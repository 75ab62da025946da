"""Finding and reading a decision in a browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.site.municipality import MEETING

pytestmark = pytest.mark.browser

KINDS = [
    "",
    "udvalg/",
    "aar/2026/",
    "soeg/",
    "dokumenter/",
    "dokumenter/vores-fjord/",
    "teknik-og-miljoeudvalget/",
    "teknik-og-miljoeudvalget/2026/",
    f"{MEETING}/",
    f"{MEETING}/punkt-21/",
    f"{MEETING}/punkt-22/",
    f"{MEETING}/bilag/punkt-21-bilag-1/",
    f"{MEETING}-2/",
    "om/",
    "404.html",
]
PHONE, DESK = (390, 844), (1280, 900)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page as wide as a phone."""
    with browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, has_touch=True) as context:
        yield context.new_page()


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """A page as wide as a desk's screen."""
    with browser.new_context(viewport={"width": DESK[0], "height": DESK[1]}) as context:
        yield context.new_page()


def test_a_decision_is_found_without_javascript(browser: Browser, served: str) -> None:
    """From the front page by committee and meeting to the item, the attachment and back, by links alone."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served)
        page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Udvalg").click()
        page.get_by_role("link", name="Teknik- og Miljøudvalget").click()
        page.get_by_role("link", name="10. marts 2026", exact=True).click()
        page.get_by_role("article").get_by_role("link", name="Cykelsti langs Fjordvejen").click()

        expect(page.get_by_role("heading", level=1)).to_have_text("21. Cykelsti langs Fjordvejen")
        expect(page.locator(".verdict__words")).to_contain_text("Indstillingen blev godkendt.")

        page.get_by_role("link", name="Bilag 1 – Kortbilag").click()
        expect(page.get_by_text("Den blå streg viser stien.")).to_be_visible()
        page.get_by_role("link", name="21. Cykelsti langs Fjordvejen").click()
        page.get_by_role("link", name="Næste punkt").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("22. Lukket - Arealerhvervelse")


def test_no_request_leaves_the_site(desk: Page, served: str) -> None:
    """No page of any kind asks another origin for anything, and nothing it asks for is missing."""
    asked: list[str] = []
    missing: list[str] = []
    desk.on("request", lambda request: asked.append(request.url))
    desk.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)

    for kind in KINDS:
        desk.goto(served + kind, wait_until="networkidle" if kind == "" else "load")

    assert [url for url in asked if not url.startswith((served, "data:", "blob:"))] == []
    assert missing == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_a_phone(phone: Page, served: str, scheme: str) -> None:
    """Only a table scrolls sideways, in its own region, never the page."""
    phone.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    wide = []
    for kind in KINDS:
        phone.goto(served + kind)
        if phone.evaluate("document.documentElement.scrollWidth") > PHONE[0]:
            wide.append(kind)

    assert wide == []


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_every_stop_of_the_tab_key_is_seen(browser: Browser, served: str, size: tuple[int, int]) -> None:
    """The first stop leads to the content, and no stop lies where nobody sees it."""
    with browser.new_context(viewport={"width": size[0], "height": size[1]}) as context:
        page = context.new_page()
        page.goto(f"{served}{MEETING}/punkt-21/")
        stops = []
        for _ in range(16):
            page.keyboard.press("Tab")
            stops.append(
                page.evaluate(
                    """() => {
                        const stop = document.activeElement;
                        // The choice of look is a radio button that the theme shows as the sign beside it.
                        const shown = stop.matches('.md-option') ? stop.nextElementSibling : stop;
                        const box = shown.getBoundingClientRect();
                        const seen = box.width > 8 && box.height > 8
                            && box.bottom > 0 && box.right > 0 && box.left < innerWidth;
                        const name = stop.textContent.trim() || stop.getAttribute('aria-label');
                        return [name || stop.tagName, seen];
                    }"""
                )
            )

    assert stops[0] == ["Gå til indholdet", True]
    assert [name for name, seen in stops if not seen] == []


def test_hostile_pages_fire_nothing(desk: Page, served: str) -> None:
    """No attack in front matter or body runs, on hostile pages or on those that name them."""
    fired: list[str] = []

    def note(dialog: Dialog) -> None:
        fired.append(dialog.message)
        dialog.dismiss()

    desk.on("dialog", note)
    for address in (
        f"{MEETING}-2/",
        f"{MEETING}-2/punkt-1/",
        f"{MEETING}-2/punkt-2/",
        "om/ond/",
        "aar/2026/",
    ):
        desk.goto(served + address)

    assert fired == []


def test_dark_is_dark_where_the_device_is(browser: Browser, served: str) -> None:
    """The look follows the device until a reader chooses."""
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        page.goto(served)

        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        expect(page.locator("body")).to_have_css("background-color", "rgb(15, 26, 30)")
