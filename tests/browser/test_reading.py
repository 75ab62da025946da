"""Finding, reading and citing a decision in a browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

from tests.browser.kinds import DESK, KINDS, PHONE
from tests.site.municipality import MEETING

pytestmark = pytest.mark.browser

ITEM = f"{MEETING}/punkt-21/"


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
    """From the front page by committee and meeting to the decision in four clicks, then on by links alone."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served)
        page.get_by_role("navigation", name="Hovedmenu").get_by_role("link", name="Udvalg").click()
        page.get_by_role("link", name="Teknik- og Miljøudvalget").click()
        page.get_by_role("link", name="10. marts 2026", exact=True).click()
        page.get_by_role("article").get_by_role("link", name="Cykelsti langs Fjordvejen").click()

        expect(page.get_by_role("heading", level=1)).to_have_text("21. Cykelsti langs Fjordvejen")
        expect(page.get_by_role("region", name="Beslutning")).to_contain_text("Indstillingen blev godkendt.")

        page.get_by_role("link", name="Bilag 1 – Kortbilag").click()
        expect(page.get_by_text("Den blå streg viser stien.")).to_be_visible()
        page.get_by_role("link", name="21. Cykelsti langs Fjordvejen").click()
        page.get_by_role("link", name="Næste punkt").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("22. Lukket - Arealerhvervelse")


def test_a_case_is_followed_with_the_keyboard_alone(desk: Page, served: str) -> None:
    """From an item along its case to the page of the case, and from there to the newest item."""
    desk.goto(f"{served}teknik-og-miljoeudvalget/2025-11-11/punkt-98/")

    press_until(desk, "Hele sagen")
    expect(desk.get_by_role("heading", level=1)).to_have_text("Åbningstider")
    press_until(desk, "Teknik- og Miljøudvalget", times=2)
    expect(desk.get_by_role("heading", level=1)).to_have_text("29. Åbningstider")


def press_until(page: Page, name: str, times: int = 1) -> None:
    """Tab on to the article's link of this name, and open it."""
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => [document.activeElement.textContent.trim(),
                       !!document.activeElement.closest('.steps, .trail')]"""
        )
        if stop[1] and stop[0].startswith(name):
            times -= 1
            if not times:
                page.keyboard.press("Enter")
                page.wait_for_load_state()
                return
    pytest.fail(f"no stop of the tab key is called {name}")


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


def test_a_page_can_be_read_at_four_times_its_size(browser: Browser, served: str) -> None:
    """At 400 % a screen of 1280 px is 320 px wide, and nothing has to be scrolled sideways (WCAG 1.4.10)."""
    wide = []
    with browser.new_context(viewport={"width": 320, "height": 256}) as context:
        page = context.new_page()
        for kind in KINDS:
            page.goto(served + kind)
            if page.evaluate("document.documentElement.scrollWidth") > 320:
                wide.append(kind)

    assert wide == []


@pytest.mark.parametrize("kind", ["", "sager/", f"{MEETING}/", ITEM, "om/ordliste/", "404.html"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_every_stop_of_the_tab_key_is_seen(
    browser: Browser, served: str, size: tuple[int, int], kind: str
) -> None:
    """The first stop leads to the content, and no stop lies where nobody sees it or has no ring."""
    with browser.new_context(viewport={"width": size[0], "height": size[1]}) as context:
        page = context.new_page()
        page.goto(served + kind)
        stops: list[list[object]] = []
        for _ in range(80):
            page.keyboard.press("Tab")
            stop = page.evaluate(
                """() => {
                    const stop = document.activeElement;
                    if (stop === document.body) return null;
                    const box = stop.getBoundingClientRect();
                    const style = getComputedStyle(stop);
                    const seen = box.width > 8 && box.height > 8 && box.bottom > 0 && box.right > 0
                        && box.left < innerWidth && box.top < innerHeight && style.visibility === "visible"
                        && Number(style.opacity) > 0;
                    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
                    const name = stop.textContent.trim() || stop.getAttribute('aria-label') || stop.name;
                    return [name || stop.tagName, seen, ring];
                }"""
            )
            if stop is None:
                break
            stops.append(stop)

    assert stops[0][0] == "Gå til indholdet"
    assert len(stops) > 8
    assert [name for name, seen, ring in stops if not seen or not ring] == []


def test_a_reference_can_be_copied(browser: Browser, served: str) -> None:
    """One button copies who, when, what and where; the address of the page is that of the site's settings."""
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(served + ITEM)
        page.get_by_role("button", name="Kopiér henvisningen").click()

        expect(page.get_by_role("status")).to_have_text("Henvisningen er kopieret.")
        assert page.evaluate("navigator.clipboard.readText()") == (
            "Birkevig Kommune, Referat fra Teknik- og Miljøudvalget 10. marts 2026, punkt 21,"
            " »Cykelsti langs Fjordvejen«, sag 26/1187."
            f" https://referater.example/referater/{ITEM}"
        )


def test_a_section_and_a_paragraph_can_be_linked_to(browser: Browser, served: str) -> None:
    """The sign at a heading copies its link; numbers at the paragraphs come when asked for, and go again."""
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(served + ITEM)
        page.locator("#sagsfremstilling .headerlink").click()
        expect(page.get_by_role("status")).to_have_text("Linket er kopieret.")
        assert page.evaluate("navigator.clipboard.readText()") == f"{served}{ITEM}#sagsfremstilling"

        numbers = page.get_by_role("button", name="Vis numre på afsnit")
        numbers.click()
        page.get_by_role("link", name="Link til afsnit B2", exact=True).click()
        assert page.url == f"{served}{ITEM}#b.2"
        numbers.click()
        expect(page.locator(".paragraph-link")).to_have_count(0)


def test_recommendation_and_decision_stand_side_by_side(desk: Page, served: str) -> None:
    """A box to tick, which needs no script, puts the recommendation left of the decision on one line."""
    desk.goto(f"{served}{MEETING}/punkt-20/")
    recommended, decided = desk.locator(".recommended"), desk.locator(".verdict")
    assert top(recommended) > top(decided)

    desk.get_by_role("checkbox", name="Indstilling og beslutning ved siden af hinanden").check()

    assert abs(top(recommended) - top(decided)) < 2


def top(element: Locator) -> float:
    """How far an element stands from the top of the window, in pixels."""
    box = element.bounding_box()
    assert box
    return box["y"]


def test_hostile_pages_fire_nothing(desk: Page, served: str) -> None:
    """No attack in front matter or body runs, on hostile pages or on those that name them."""
    fired: list[str] = []

    def note(dialog: Dialog) -> None:
        fired.append(dialog.message)
        dialog.dismiss()

    desk.on("dialog", note)
    for address in (
        "",
        f"{MEETING}-2/",
        f"{MEETING}-2/samlet/",
        f"{MEETING}-2/punkt-1/",
        f"{MEETING}-2/punkt-2/",
        "om/ond/",
        "aar/2026/",
        "sager/",
    ):
        desk.goto(served + address)
        # Handlers that wait for the reader get what they wait for.
        for selector in ("article a", "article img", "article td"):
            for element in desk.locator(selector).all()[:12]:
                element.dispatch_event("mouseover")
                element.dispatch_event("focus")

    assert fired == []


def test_the_whole_meeting_prints_without_the_screens_furniture(desk: Page, served: str) -> None:
    """On paper stand the items and their decisions, and none of what can only be pressed."""
    desk.goto(f"{served}{MEETING}/samlet/")
    desk.emulate_media(media="print")

    expect(desk.get_by_role("heading", name="21. Cykelsti langs Fjordvejen")).to_be_visible()
    for hidden in (".site-header", ".site-footer", ".crumbs", ".button >> nth=0", ".layout__beside"):
        expect(desk.locator(hidden)).to_be_hidden()
