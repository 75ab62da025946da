"""Searching in a browser: what is found, how it is narrowed, and what the address says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.browser.asked import QUERIES
from tests.browser.conftest import serving
from tests.browser.searched import pages
from tests.site.building import build_site
from tests.site.test_hostile import ATTACK

pytestmark = pytest.mark.browser

FOUND = 28  # of the thirty queries
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'"
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with thirty items."""
    with serving(build_site(tmp_path_factory.mktemp("archive"), pages())) as address:
        yield address


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """A page as wide as a desk's screen."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield context.new_page()


def status(page: Page) -> str:
    """The count of results, once there is one."""
    expect(page.locator("[data-search-count]")).not_to_be_empty()
    expect(page.locator("form[data-search]")).not_to_have_attribute("aria-busy", "true")
    return page.locator("[data-search-count]").inner_text()


def titles(page: Page) -> list[str]:
    """The titles of the results shown."""
    status(page)
    return page.locator(".result__title").all_inner_texts()


def test_citizens_find_what_they_ask_for(desk: Page, archive: str) -> None:
    """Other forms, halves of compounds, letters spelled out, case numbers in either spelling, committees."""
    desk.goto(f"{archive}soeg/")
    missed = {}
    for query, wanted in QUERIES.items():
        desk.get_by_role("searchbox", name="Hvad leder du efter?").fill(query)
        desk.get_by_role("searchbox", name="Hvad leder du efter?").press("Enter")
        desk.wait_for_function("query => document.title.startsWith(`${query} – `)", arg=query)
        found = titles(desk)[:10]
        if not any(title.endswith(wanted) for title in found):
            missed[query] = found

    assert len(QUERIES) == 30
    assert len(QUERIES) - len(missed) >= FOUND, missed


def test_the_front_page_asks_and_a_section_answers(desk: Page, archive: str) -> None:
    """From the field on the front page to the section of the item that has the word."""
    desk.goto(archive)
    desk.get_by_role("searchbox", name="Søg i alle referater", exact=True).last.fill("dioder")
    desk.get_by_role("searchbox", name="Søg i alle referater", exact=True).last.press("Enter")

    assert status(desk) == "1 resultat"
    expect(desk.locator("mark")).to_have_text("dioder")
    expect(desk.locator(".result")).to_contain_text("Teknik- og Miljøudvalget · 14. januar 2026")
    expect(desk.locator(".result .badge")).to_have_text("Taget til efterretning")
    section = desk.get_by_role("link", name="Sagsfremstilling")
    assert str(section.get_attribute("href")).endswith("/punkt-3/#sagsfremstilling:~:text=til-,dioder")
    section.click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("3. Vejbelysning i Ellerlund")
    # A browser that knows text directives goes to the very words; another one to the section.
    expect(desk.locator(":target")).to_contain_text("dioder")
    older = desk.context.new_page()
    older.goto(desk.url.partition(":~:")[0])
    expect(older.locator(":target")).to_contain_text("Sagsfremstilling")


def test_filters_narrow_count_and_stand_in_the_address(desk: Page, archive: str) -> None:
    """Each choice narrows, the counts of the others follow, the address can be shared, and back goes back."""
    desk.goto(f"{archive}soeg/?q=kornhøj&type=Punkt")
    assert status(desk) == "3 resultater"
    committee = desk.get_by_label("Udvalg", exact=True)
    expect(committee.locator("option")).to_contain_text(["Alle udvalg", "Børne- og Skoleudvalget (0)"])
    expect(committee.locator("option", has_text="Økonomiudvalget")).to_have_text("Økonomiudvalget (1)")

    committee.select_option("Økonomiudvalget")
    expect(desk.locator("[data-search-count]")).to_have_text("1 resultat")
    expect(desk).to_have_url(f"{archive}soeg/?q=kornh%C3%B8j&udvalg=%C3%98konomiudvalget&type=Punkt")
    # The counts of a filter are those of choosing another value in it.
    expect(committee.locator("option", has_text="Social")).to_have_text("Social- og Sundhedsudvalget (1)")
    expect(desk.get_by_label("Beslutning").locator("option", has_text="Godkendt")).to_have_text(
        "Godkendt (1)"
    )

    shared = desk.context.new_page()
    shared.goto(desk.url)
    assert status(shared) == "1 resultat"
    expect(shared.get_by_label("Udvalg", exact=True)).to_have_value("Økonomiudvalget")

    desk.go_back()
    expect(desk.locator("[data-search-count]")).to_have_text("3 resultater")
    expect(committee).to_have_value("")


def test_results_are_sorted_by_date(desk: Page, archive: str) -> None:
    """Newest and oldest first, with a query and without."""
    desk.goto(f"{archive}soeg/?q=skole&type=Punkt&sorter=aeldste")
    status(desk)
    dates = [str(one.get_attribute("datetime")) for one in desk.locator(".result time").all()]
    assert len(dates) > 3
    assert dates == sorted(dates)

    desk.get_by_label("Rækkefølge").select_option("Nyeste først")
    expect(desk.locator(".result time").first).to_have_attribute("datetime", max(dates))

    desk.goto(f"{archive}soeg/?udfald=Afvist")
    assert titles(desk) == ["3. Skolebusser fra Hasselvang", "7. Parkering på Torvet"]


def test_more_results_are_shown_when_asked_for(desk: Page, archive: str) -> None:
    """Ten at once; a button shows the next ten, moves the focus to them and says how many there are."""
    desk.goto(f"{archive}soeg/?type=Punkt&udfald=Godkendt")
    assert status(desk) == "14 resultater"
    assert len(titles(desk)) == 10

    desk.get_by_role("button", name="Vis flere").click()

    expect(desk.locator("[data-search-count]")).to_have_text("Viser 14 af 14 resultater")
    assert len(titles(desk)) == 14
    expect(desk.locator(".result__title a").nth(10)).to_be_focused()
    expect(desk.get_by_role("button", name="Vis flere")).to_be_hidden()


def test_nothing_found_says_so_and_helps(desk: Page, archive: str) -> None:
    """A word that is nowhere finds nothing, with advice; one that is mistyped finds what is like it."""
    desk.goto(f"{archive}soeg/?q=xylofon")
    assert status(desk) == "0 resultater"
    expect(desk.get_by_text("Prøv eventuelt:")).to_be_visible()

    desk.goto(f"{archive}soeg/?q=koordinattor")
    expect(desk.get_by_text("Ingen sider har »koordinattor«. Her er det, der ligner mest.")).to_be_visible()
    assert "1. Hjernerystelseskoordinator" in titles(desk)


def test_without_javascript_the_way_by_links_is_shown(browser: Browser, archive: str) -> None:
    """The form leads to the search page, which says where else to look."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(archive)
        page.get_by_role("searchbox").last.fill("bro")
        page.get_by_role("searchbox").last.press("Enter")

        expect(page).to_have_url(f"{archive}soeg/?q=bro")
        page.get_by_role("article").get_by_role("link", name="udvalg").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Udvalg")


def test_the_search_page_keeps_the_policy(desk: Page, archive: str) -> None:
    """Under the strictest policy that allows WebAssembly the search works and breaks no rule itself."""
    broken: list[str] = []
    desk.on("console", lambda message: broken.append(message.text) if "/search.js" in message.text else None)
    desk.route(
        "**/soeg/**",
        lambda route: route.fulfill(
            response=(answer := route.fetch()),
            headers=answer.headers | {"content-security-policy": POLICY},
        ),
    )
    desk.goto(f"{archive}soeg/?q=dioder&type=Punkt")

    assert status(desk) == "1 resultat"
    assert broken == []


def test_hostile_titles_are_shown_as_text(desk: Page, served: str) -> None:
    """No title, no excerpt and no question becomes an element."""
    fired: list[str] = []

    def note(dialog: Dialog) -> None:
        fired.append(dialog.message)
        dialog.dismiss()

    desk.on("dialog", note)
    desk.goto(f"{served}soeg/?q=onerror")

    assert any(ATTACK in title for title in titles(desk))
    assert desk.locator("[data-search-results] :is(img, script, svg)").count() == 0
    desk.goto(f"{served}soeg/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(2)%3E&udvalg=%3Cb%3E&type=%3Cb%3E")
    status(desk)
    assert fired == []


def test_every_part_of_the_search_page_is_reached_by_keyboard(desk: Page, archive: str) -> None:
    """From the field through the filters to the results, in the order they are seen."""
    desk.goto(f"{archive}soeg/?q=skole")
    status(desk)
    desk.get_by_role("searchbox", name="Hvad leder du efter?").focus()
    stops = []
    for _ in range(8):
        desk.keyboard.press("Tab")
        stops.append(
            desk.evaluate("document.activeElement.name || document.activeElement.textContent.trim()")
        )

    assert stops[:6] == ["Søg", "udvalg", "aar", "udfald", "type", "sorter"]
    assert "Skole" in stops[6]
