"""A Chromium that the system brought along, and the site behind a server of our own, under a sub-path."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.site.building import build_site
from tests.site.test_corrected import corrected_pages
from tests.site.test_hostile import hostile_pages

SUB_PATH = "/referater/"


class Handler(SimpleHTTPRequestHandler):
    """Serves the site under its sub-path, and nothing beside it, without a word to the console."""

    def translate_path(self, path: str) -> str:
        """The file of an address; one outside the sub-path has none."""
        return super().translate_path(
            "/" + path.removeprefix(SUB_PATH) if path.startswith(SUB_PATH) else "/-"
        )

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Say nothing."""


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small municipality's site, hostile pages among the others."""
    site = build_site(
        tmp_path_factory.mktemp("served"),
        corrected_pages() | hostile_pages(),
        site_url=f"https://referater.example{SUB_PATH}",
    )
    with serving(site) as address:
        yield address


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """A server of a built site, under a sub-path; its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    server.shutdown()
    server.server_close()


def chromium() -> str | None:
    """The program to start: what $CHROMIUM names, else what the system has."""
    named = os.environ.get("CHROMIUM")
    return named or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running browser; a desk without one skips, a machine that checks for others fails."""
    program = chromium()
    if program is None or not Path(program).exists():
        problem = "no Chromium found; install it, or name it in CHROMIUM"
        pytest.fail(problem) if os.environ.get("CI") else pytest.skip(problem)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield started
        started.close()
