"""Links that lead out are asked for: one that is gone is an error, one that is unsure a warning."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from converters.delivery.live_links import dead_links, links_of


class Elsewhere(BaseHTTPRequestHandler):
    """A server that answers by the path, and remembers how it was asked."""

    asked: ClassVar[list[str]] = []

    def do_HEAD(self) -> None:
        """Answer by the number in the path; `/kun-hele` cannot be asked for its head."""
        self.asked.append(f"{self.command} {self.path}")
        number = int(self.path.rpartition("/")[2])
        self.send_response(405 if self.path.startswith("/kun-hele") and self.command == "HEAD" else number)
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815 - the library's name

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    """The address of the server."""
    Elsewhere.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()


def page(site: Path, name: str, *addresses: str) -> None:
    """A page of links."""
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(
        "".join(f'<p><a class="x" href="{one}">se</a></p>' for one in addresses), "utf-8"
    )


def test_what_answers_is_passed_and_what_is_gone_is_told(server: str, tmp_path: Path) -> None:
    """A page that is no more blocks; a server with a bad day, or none there, does not."""
    page(
        tmp_path, "a.html", f"{server}/200", f"{server}/404#afsnit", f"{server}/503", "http://127.0.0.1:9/200"
    )
    page(tmp_path, "b/index.html", f"{server}/404", f"{server}/kun-hele/200", f"{server}/410")

    told = {(one.text.split(" svarer")[0], one.blocks) for one in dead_links(tmp_path)}

    assert told == {
        (f"Linket til {server}/404", True),
        (f"Linket til {server}/410", True),
        (f"Linket til {server}/503", False),
        ("Linket til http://127.0.0.1:9/200", False),
    }


def test_each_address_is_asked_for_once(server: str, tmp_path: Path) -> None:
    """However many pages have it; the problem stands at the first, and says how many more there are."""
    for name in ("a.html", "b.html", "c.html"):
        page(tmp_path, name, f"{server}/410")

    (problem,) = dead_links(tmp_path)

    assert problem.file == str(tmp_path / "a.html")
    assert "2 andre sider" in problem.text
    assert Elsewhere.asked == ["HEAD /410", "GET /410"]


def test_only_other_peoples_pages_are_asked_for(tmp_path: Path) -> None:
    """No link within the site, no address that is kept free for made-up ones, nothing but the web."""
    addresses = (
        "../",
        "#a",
        "mailto:a@birkevig.dk",
        "https://www.birkevig.example/",
        "http://[",
        "https://birkevig.dk/?a=1&amp;b=2",
    )
    page(tmp_path, "a.html", *addresses)

    assert dict(links_of(tmp_path)) == {"https://birkevig.dk/?a=1&b=2": ["a.html"]}
