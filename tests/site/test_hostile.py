"""Pages that want to run a script in a reader's browser show as text."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from tests.site.building import build_site
from tests.site.municipality import MEETING, PAGES, item, meeting

ATTACK = "\"><img src=x onerror=alert(1)><script>alert(2)</script>' {{ 7*7 }} {% raw %} &lt;b&gt;"
# The last is a block of data, which no browser runs.
OWN_PICTURE = re.compile(r"(?:\.\./)+img/[a-z-]+\.webp")  # of the guides
ALLOWED_SCRIPT = re.compile(r"(?:__md_scope=|var palette=|var target=|\{\"annotate\":|\{\"@context\":)")
BODY = r"""<script>alert(3)</script>

<img src=x onerror=alert(4)> og <b onclick="alert(5)">fed</b> <!-- skjult -->

# Overskrift {#x onclick=alert(6)}

[a](javascript:alert(7)) [b](JaVaScRiPt:alert(8)) [c](&#106;avascript:alert(9)) [d](java&Tab;script:alert(10))
[e](data:text/html,x) [f](vbscript:x) [g](<java
script:alert(11)>) <javascript:alert(12)> ![h](https://spion.example/p.png) ![i](//spion.example/p.png)
![j](javascript:alert(13)) [k][1] {: onclick=alert(14) } {{ config.site_name }} [l](https://birkevig.example)

| a | b |
| :--- | ---: |
| <img src=x onerror=alert(15)> | [m](javascript:alert(16)) |

[1]: javascript:alert(17) "titel' onmouseover=alert(18)"
"""


def hostile_pages() -> dict[str, str]:
    """A meeting whose every text is an attack."""
    folder = f"{MEETING}-2"
    return {
        f"{folder}/index.md": meeting(
            ATTACK,
            "2026-03-10",
            BODY,
            municipality=ATTACK,
            title=ATTACK,
            start=ATTACK,
            end=ATTACK,
            place=ATTACK,
            description=ATTACK,
            template="../../../etc/passwd",
            attendance=[
                {"name": ATTACK, "party": ATTACK, "role": ATTACK, "presence": "present", "note": ATTACK}
            ],
            attachments=[{"title": ATTACK}, {"title": ATTACK, "href": f"https://x.example/{ATTACK}"}],
            source={"file": ATTACK, "sha256": ATTACK, "pages": [1, 2]},
        ),
        f"{folder}/punkt-1.md": item(
            ATTACK,
            ATTACK,
            ATTACK,
            body=f"## Beslutning {ATTACK}\n\n{BODY}",
            case_number=ATTACK,
            item_type=ATTACK,
            decided_by=ATTACK,
            description=ATTACK,
            tags=[ATTACK],
            search={"boost": 99},
            decisions=[
                {"committee": ATTACK, "date": "2026-03-10", "outcome": "approved", "absent": [ATTACK]}
            ],
            attachments=[{"title": ATTACK, "href": "https://x.example/"}],
        ),
        f"{folder}/punkt-2.md": item("2", ATTACK, ATTACK, access="closed", outcome="approved"),
        "dokumenter/ond.md": item("1", ATTACK).replace("type: item", "type: document"),
        "om/ond.md": f"---\ntitle: {json.dumps(ATTACK)}\nhide: [navigation]\n---\n\n{BODY}",
    }


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with hostile pages among the others."""
    return build_site(tmp_path_factory.mktemp("hostile"), PAGES | hostile_pages())


def tags(site: Path) -> Iterator[tuple[str, Tag]]:
    """Every element of every page, with the page's name."""
    for path in sorted(site.rglob("*.html")):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        yield from ((path.relative_to(site).as_posix(), tag) for tag in soup.select("*"))


def test_no_attack_becomes_an_element(hostile: Path) -> None:
    """No page holds an event handler, an image beside the guides' own, or a script beside the theme's."""
    found = [
        f"{name}: {str(tag)[:120]}"
        for name, tag in tags(hostile)
        if any(attribute.startswith("on") for attribute in tag.attrs)
        or (tag.name == "img" and not OWN_PICTURE.fullmatch(str(tag.get("src"))))
        or tag.name in {"iframe", "object", "embed", "b"}
        or (tag.name == "script" and not tag.get("src") and not ALLOWED_SCRIPT.match(tag.get_text().lstrip()))
    ]

    assert found == []


def test_links_lead_only_to_the_web_mail_and_telephone(hostile: Path) -> None:
    """No link has another scheme, however it is disguised."""
    schemes = {
        re.sub(r"[\x00-\x20]+", "", str(tag[key])).partition(":")[0].casefold()
        for _, tag in tags(hostile)
        for key in ("href", "src")
        if tag.get(key) and ":" in str(tag[key]).partition("/")[0]
    }

    assert schemes <= {"http", "https", "mailto"}


def test_an_attack_is_shown_as_it_is_written(hostile: Path) -> None:
    """A reader sees the very characters in heading, tab, list and search."""
    page = (hostile / f"{MEETING}-2/punkt-2/index.html").read_text(encoding="utf-8")
    soup = BeautifulSoup(page, "html.parser")

    assert soup.h1
    assert soup.h1.get_text() == f"2. {ATTACK}"
    assert soup.title
    assert f"2. {ATTACK}" in soup.title.get_text()
    assert ATTACK in soup.select("nav.crumbs")[0].get_text()
    assert ATTACK in BeautifulSoup((hostile / "index.html").read_text("utf-8"), "html.parser").get_text()


def test_search_takes_titles_as_values(hostile: Path) -> None:
    """A title in the index is the very text; no attribute of the page it is indexed by ends early."""
    held = [
        json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        for path in hostile.glob("pagefind/fragment/*")
    ]

    assert ATTACK in {entry["meta"].get("title") for entry in held}
    assert {name for entry in held for name in entry["meta"]} <= {
        "title",
        "navn",
        "moede",
        "udvalg",
        "dato",
        "sag",
        "andet",
    }
    assert {name for entry in held for name in entry["filters"]} <= {"udvalg", "aar", "udfald", "type"}
