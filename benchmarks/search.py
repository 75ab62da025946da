"""What the search costs: CPU to build it, bytes to the first results of a query, and space on the disk.

    .venv/bin/python benchmarks/search.py MAKER [items] [query]

MAKER is a program that writes an archive, called as `MAKER ITEMS FOLDER`. The query is asked in Chromium
with nothing in its cache, over a server that packs text with gzip as any static host does; Pagefind's own
files are packed already and sent as they are. CPU is that of this process and of Pagefind together.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import sync_playwright

from converters.site import search_index
from converters.site.findable import Findable

ROOT = Path(__file__).parents[1]
PACKED = (".html", ".css", ".js", ".json", ".svg")
# In the page: what is loaded when the first result is put into it.
NOTE_FIRST = """
new MutationObserver((_, observer) => {
  if (!document.querySelector(".result")) return;
  observer.disconnect();
  window.loadedForFirst = performance.getEntriesByType("resource").map((entry) => entry.name);
}).observe(document, { childList: true, subtree: true });
"""
SUB_PATH = "/referater/"
OWN = {"search", "excerpts", "near"}
LARGEST = 250_000  # bytes to the first results


class Cpu(NamedTuple):
    """CPU seconds of this process, and of the programs it has waited for."""

    own: float
    programs: float

    @classmethod
    def now(cls) -> Cpu:
        """What was used so far."""
        used = os.times()
        return cls(used.user + used.system, used.children_user + used.children_system)

    def since(self, before: Cpu) -> Cpu:
        """What was used between two moments."""
        return Cpu(self.own - before.own, self.programs - before.programs)


class Handler(SimpleHTTPRequestHandler):
    """Serves a site under its sub-path, text packed, and notes how many bytes it sent for what."""

    def do_GET(self) -> None:
        """Send one file."""
        path = Path(self.directory) / urlsplit(self.path).path.removeprefix(SUB_PATH).lstrip("/")
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        content = file.read_bytes()
        packed = file.suffix in PACKED
        if packed:
            content = gzip.compress(content, 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(content)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Say nothing."""


def built(content: Path, site: Path) -> tuple[Cpu, Cpu]:
    """Build the site; the CPU of all of it, and of its search index alone."""
    parts: list[Cpu] = []
    write = search_index.write

    def timed(pages: Iterable[Findable], site: Path) -> None:
        before = Cpu.now()
        write(pages, site)
        parts.append(Cpu.now().since(before))

    search_index.write = timed
    config = load_config(str(ROOT / "mkdocs.yml"), strict=False)
    config.docs_dir, config.site_dir = str(content), str(site)
    before = Cpu.now()
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    search_index.write = write
    return Cpu.now().since(before), parts[0]


def asked(site: Path, query: str) -> tuple[dict[str, int], str, float]:
    """Ask the search page with an empty cache; the bytes of each file sent, the answer, and the seconds."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    sent: dict[str, int] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        page = browser.new_page()
        page.add_init_script(NOTE_FIRST)
        page.on(
            "response",
            lambda answer: sent.update(
                {answer.url.removeprefix(base): int(answer.headers.get("content-length", 0))}
            ),
        )
        begun = time.perf_counter()
        page.goto(f"{base}soeg/?q={quote(query)}")
        page.wait_for_selector(".result")
        seconds = time.perf_counter() - begun
        loaded = page.evaluate("loadedForFirst")
        answer = page.locator("[data-search-count]").inner_text()
        page.wait_for_load_state("networkidle")
        browser.close()
    # The page itself is no resource of its own.
    first = {
        name: count for name, count in sent.items() if base + name in loaded or name.startswith("soeg/?")
    }
    print(f"after the first results come {(sum(sent.values()) - sum(first.values())) / 1000:.1f} KB more")
    server.shutdown()
    return first, answer, seconds


def size(folder: Path) -> int:
    """The bytes of a folder's files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def report(sent: dict[str, int]) -> int:
    """Print what was sent, kind by kind; the bytes of all that is the search's."""
    kinds: dict[str, int] = {}
    for address, count in sent.items():
        path = Path(urlsplit(address).path)
        own = path.parent.name == "assets" and path.stem in OWN
        kind = path.suffix if "pagefind" in path.parts else "own script" if own else "the page itself"
        kinds[kind] = kinds.get(kind, 0) + count
    for kind, count in sorted(kinds.items()):
        print(f"  {kind:16} {count / 1000:7.1f} KB")
    return sum(kinds.values()) - kinds.get("the page itself", 0)


def main() -> None:
    """Print the figures."""
    maker = sys.argv[1]
    items = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    query = sys.argv[3] if len(sys.argv) > 3 else "budget koordinator"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, maker, str(items), str(folder)], check=True, capture_output=True)
        whole, search = built(folder / "content", folder / "site")
        thousands = items / 1000
        for what, used in (("build", whole), ("of it search", search)):
            print(f"{what:13} {sum(used):6.1f} s CPU, {sum(used) / thousands:.2f} a thousand items")
        print(f"  lean pages {search.own:.1f} s, Pagefind {search.programs:.1f} s")
        site = folder / "site"
        print(f"site {size(site) / 1e6:.1f} MB, of it search {size(site / 'pagefind') / 1e6:.1f} MB")
        sent, answer, seconds = asked(site, query)
    total = report(sent)
    print(f"»{query}«: {answer} in {seconds:.2f} s, at most {LARGEST / 1000:.0f} KB are allowed")
    if total > LARGEST:
        sys.exit(1)


if __name__ == "__main__":
    main()
