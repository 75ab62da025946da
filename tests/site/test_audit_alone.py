"""With all escaping and sanitising of the build switched off, the audit alone stops every hostile page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment
from markdown import Markdown
from markdown.extensions.attr_list import AttrListExtension

from converters.gates.audit import audit
from converters.site import body, plugin
from converters.site.arrangement import Arrangement
from converters.site.published import linked
from tests.site.building import build_site
from tests.site.municipality import PAGES, document, item, meeting
from tests.site.test_hostile import ATTACK

FOLDER = "teknik-og-miljoeudvalget"
# Each hostile thing of `test_hostile.BODY` by itself, and the finding that stops it.
BODIES = {
    "<script>alert(3)</script>": "inline-script",
    "<img src=x onerror=alert(4)>": "handler",
    'og <b onclick="alert(5)">fed</b>': "handler",
    "# Overskrift {#x onclick=alert(6)}": "handler",
    "[a](javascript:alert(7))": "link-scheme",
    "[b](JaVaScRiPt:alert(8))": "link-scheme",
    "[c](&#106;avascript:alert(9))": "link-scheme",
    "[d](java&Tab;script:alert(10))": "link-scheme",
    "[e](data:text/html,x)": "link-scheme",
    "[f](vbscript:x)": "link-scheme",
    "<a href='java\nscript:alert(11)'>g</a>": "link-scheme",
    "<javascript:alert(12)>": "foreign-element",
    "![h](https://spion.example/p.png)": "other-origin",
    "![h](http://spion.example/p.png)": "mixed-content",
    "![i](//spion.example/p.png)": "other-origin",
    "![j](javascript:alert(13))": "link-scheme",
    "[k](https://birkevig.example){: onclick=alert(14) }": "handler",
    "| a |\n| :--- |\n| <img src=x onerror=alert(15)> |": "handler",
    "| a |\n| :--- |\n| tekst |": "inline-style",
    "| a |\n| --- |\n| [m](javascript:alert(16)) |": "link-scheme",
    '[k][1]\n\n[1]: javascript:alert(17) "titel\' onmouseover=alert(18)"': "link-scheme",
    '<p title="\'" onmouseover=alert(18)>x': "handler",
    "<iframe src='https://spion.example/'></iframe>": "other-origin",
    "<object data='x.swf'></object>": "foreign-element",
    "<style>body { display: none }</style>": "foreign-element",
    "<base href='https://spion.example/'>": "foreign-element",
    "<form action='https://spion.example/'><button>Send</button></form>": "other-origin",
    "<meta http-equiv='refresh' content='0; url=https://spion.example/'>": "refresh",
    "<svg><animate attributeName=href values=javascript:x></svg>": "foreign-element",
}
# A meeting whose one field is an attack, and an item whose one field is.
MEETING_FIELDS: dict[str, object] = {
    "municipality": ATTACK,
    "start": ATTACK,
    "end": ATTACK,
    "place": ATTACK,
    "attendance": [{"name": ATTACK, "presence": "present"}],
    "attendance party": [{"name": "A", "party": ATTACK, "presence": "present"}],
    "attendance role": [{"name": "A", "role": ATTACK, "presence": "present"}],
    "attendance note": [{"name": "A", "presence": "present", "note": ATTACK}],
    "attachments": [{"title": ATTACK}],
    "attachments href": [{"title": "Bilag", "href": f"https://x.example/{ATTACK}"}],
    "source": {"file": ATTACK, "sha256": "5e" * 32},
}
ITEM_FIELDS: dict[str, object] = {
    "title": ATTACK,
    "number": ATTACK,
    "case_number": ATTACK,
    "item_type": ATTACK,
    "decided_by": ATTACK,
    "fields": [{"label": ATTACK, "value": "x"}],
    "fields value": [{"label": "x", "value": ATTACK}],
    "decisions": [
        {"committee": ATTACK, "date": "2026-03-10", "outcome": "approved"},
        {"committee": "Byrådet", "date": "2026-03-11", "outcome": "approved"},
    ],
    "attachments": [{"title": ATTACK, "href": "https://x.example/"}],
}


def pages() -> dict[str, str]:
    """A page for each hostile thing, among the small municipality's."""
    made = dict(PAGES)
    for number, text in enumerate(BODIES):
        made[f"om/ond-{number}.md"] = f"---\ntitle: Ond\n---\n\n{text}\n"
        folder = f"{FOLDER}/2025-01-{number + 1:02}"
        made[f"{folder}/index.md"] = meeting("Teknik- og Miljøudvalget", f"2025-01-{number + 1:02}")
        made[f"{folder}/punkt-1.md"] = item("1", "Ondt", body=f"## Beslutning\n\n{text}\n")
    for number, (key, value) in enumerate(MEETING_FIELDS.items()):
        facts: dict[str, Any] = {"start": "15:00", key.split()[0]: value}
        made[f"{FOLDER}/2025-02-{number + 1:02}/index.md"] = meeting(
            "Teknik- og Miljøudvalget", f"2025-02-{number + 1:02}", **facts
        )
    made[f"{FOLDER}/2025-03-01/index.md"] = meeting("Teknik- og Miljøudvalget", "2025-03-01")
    for number, (key, value) in enumerate(ITEM_FIELDS.items()):
        facts = {"number": str(number), "title": "Ondt", key.split()[0]: value}
        made[f"{FOLDER}/2025-03-01/punkt-{number}.md"] = item(**facts)
    made[f"{FOLDER}/2025-03-01/punkt-90.md"] = item("90", ATTACK, access="closed")
    made["dokumenter/ond.md"] = document(ATTACK, "Tekst.")
    return made


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, set[str]]:
    """The codes that block, by the path of the page, of a site built without any protection."""

    def extend(self: body.Body, md: Markdown) -> None:
        arrangement = Arrangement(md)
        arrangement.lead_decides = self.lead_decides
        md.treeprocessors.register(arrangement, "referat_arrangement", 5.5)
        AttrListExtension().extendMarkdown(md)

    def on_env(self: plugin.ReferatPlugin, env: Environment, **rest: Any) -> Environment:  # noqa: ANN401 - as MkDocs calls it
        made = escaping(self, env, **rest)
        made.autoescape = False
        return made

    escaping = plugin.ReferatPlugin.on_env
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(body.Body, "extendMarkdown", extend)
        patch.setattr(plugin.ReferatPlugin, "on_env", on_env)
        patch.setattr(linked, "ESCAPED", ())
        patch.setattr(body, "is_allowed", lambda _address: True)
        site = build_site(tmp_path_factory.mktemp("uden-vaern"), pages(), strict=False)
    codes: defaultdict[str, set[str]] = defaultdict(set)
    for problem in audit(site):
        if problem.blocks:
            codes[Path(problem.file).relative_to(site).as_posix()].add(problem.code)
    return codes


@pytest.mark.parametrize(("place", "text"), list(enumerate(BODIES)), ids=[repr(text) for text in BODIES])
def test_every_hostile_body_is_named(place: int, text: str, found: Mapping[str, set[str]]) -> None:
    """On a page by hand and on an item's, with its own code."""
    assert BODIES[text] in found[f"om/ond-{place}/index.html"]
    assert BODIES[text] in found[f"{FOLDER}/2025-01-{place + 1:02}/punkt-1/index.html"]


@pytest.mark.parametrize("place", range(len(MEETING_FIELDS)), ids=list(MEETING_FIELDS))
def test_every_hostile_field_of_a_meeting_is_named(place: int, found: Mapping[str, set[str]]) -> None:
    """On the meeting's own page."""
    assert found[f"{FOLDER}/2025-02-{place + 1:02}/index.html"] & {"inline-script", "handler"}


@pytest.mark.parametrize("place", range(len(ITEM_FIELDS)), ids=list(ITEM_FIELDS))
def test_every_hostile_field_of_an_item_is_named(place: int, found: Mapping[str, set[str]]) -> None:
    """On the item's own page."""
    assert found[f"{FOLDER}/2025-03-01/punkt-{place}/index.html"] & {"inline-script", "handler"}


def test_hostile_titles_are_named_wherever_they_stand(found: Mapping[str, set[str]]) -> None:
    """A closed item's, a document's, and on the pages that list them."""
    for page in (
        f"{FOLDER}/2025-03-01/punkt-90/index.html",
        f"{FOLDER}/2025-03-01/index.html",
        "dokumenter/ond/index.html",
        "dokumenter/index.html",
    ):
        assert found[page] >= {"inline-script", "handler"}, page
