"""What a browser makes of the published things: data blocks, old addresses, and the new pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import SUB_PATH, Handler
from tests.site.building import build_site
from tests.site.municipality import MEETING, PAGES, item
from tests.site.test_hostile import hostile_pages

pytestmark = pytest.mark.browser

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
    "object-src 'none'"
)
LISTEN = """window.refused = [];
document.addEventListener("securitypolicyviolation", event =>
  window.refused.push(`${event.violatedDirective} ${event.lineNumber} ${event.sample}`));"""


class Guarded(Handler):
    """Serves each page under the policy that a published site has."""

    def end_headers(self) -> None:
        """Add the policy, with room for a word of what it refuses."""
        self.send_header(
            "Content-Security-Policy", POLICY.replace("'self' 'wasm", "'self' 'report-sample' 'wasm")
        )
        super().end_headers()


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site under the policy, with a page that has an old address."""
    old = {f"{MEETING}/punkt-25.md": item("25", "Ny bro", aliases=["gammel/adresse/"])}
    site = build_site(tmp_path_factory.mktemp("guarded"), PAGES | hostile_pages() | old)
    write_plain(site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Guarded, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    server.shutdown()
    server.server_close()


def write_plain(site: Path) -> None:
    """Two pages beside the site's: one with its data block alone, and one with a script instead."""
    page = (site / f"{MEETING}-2/punkt-1/index.html").read_text(encoding="utf-8")
    begin = page.index('<script type="application/ld+json">')
    block = page[begin : page.index("</script>", begin)]
    start = '<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Prøve</title>'
    (site / "blok.html").write_text(f"{start}{block}</script></head><body></body></html>", encoding="utf-8")
    (site / "script.html").write_text(
        f"{start}<script>document.title = 'kørt'</script></head><body></body></html>", encoding="utf-8"
    )


@pytest.mark.parametrize(("page", "refused"), [("blok.html", 0), ("script.html", 1)])
def test_a_block_of_data_is_not_refused_by_the_policy(
    browser: Browser, guarded: str, page: str, refused: int
) -> None:
    """A script in the same place is, so the policy is in force."""
    with browser.new_page() as tab:
        tab.add_init_script(LISTEN)
        tab.goto(f"{guarded}{page}")
        assert tab.title() == "Prøve"
        assert len(tab.evaluate("window.refused")) == refused


@pytest.mark.parametrize("scripts", [True, False])
def test_an_old_address_leads_on(browser: Browser, guarded: str, *, scripts: bool) -> None:
    """Without a script, and under the policy."""
    with browser.new_context(java_script_enabled=scripts) as context:
        tab = context.new_page()
        tab.goto(f"{guarded}gammel/adresse/")
        tab.wait_for_url(f"**/{MEETING}/punkt-25/")
        assert tab.locator("h1").inner_text() == "25. Ny bro"


@pytest.mark.parametrize("page", ["beslutninger/", "foelg/", "om/data/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_new_pages_are_for_everyone(browser: Browser, served: str, page: str, scheme: str) -> None:
    """No rule of WCAG that a machine can test is broken, on a desk or on a phone."""
    for width in (1280, 390):
        with browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
        ) as context:
            tab = context.new_page()
            tab.goto(f"{served}{page}")
            tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
            found = Axe().run(tab, options={"runOnly": {"type": "tag", "values": tags}})
            assert found.response["violations"] == []
            assert tab.evaluate("document.documentElement.scrollWidth") <= width
