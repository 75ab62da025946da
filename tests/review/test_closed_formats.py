"""Nothing of a closed item is written, and no open item is closed, whatever format the minutes have."""

from __future__ import annotations

import pytest

from tests.review.closed_papers import (
    AFTER,
    BEFORE,
    EVERY,
    HTML,
    PDF,
    SECRET,
    WORD,
    Outcome,
    convert,
    open_item,
)

CASE = f"## Sagsfremstilling\nHandel {SECRET} om ejendommen.\n"
# Every place of a closed item that may hold words, from the title to the page behind its decision.
BODY = (
    f"Brødtekst {SECRET} under titlen.\nSagsnr.: 24/{SECRET}\n{CASE}### Hensyn {SECRET}\nTekst {SECRET}.\n"
    f"## Særligt {SECRET}\nTekst {SECRET}.\n| Post | {SECRET}\n| Køb | {SECRET}\n!foto {SECRET}\n"
    f"| Indstilling | {SECRET}\n| Sagsbehandler | {SECRET}\n- Et {SECRET}\n---\nefter siden {SECRET}.\n"
    f"## Bilag\n- Bilag 1 {SECRET}\n## Beslutning\nGodkendt.\n### Notat {SECRET}\nMere {SECRET}.\n"
    f"## Protokol {SECRET}\nMere {SECRET} her.\n"
)
# How minutes say that item 3 is closed.
MARKS = {
    "a dash": "# 3. Lukket - Salg",
    "brackets": "# 3. Salg (Lukket)",
    "a word before": "# 3. Lukket punkt: Salg",
    "a line below": "# 3. Salg\nLukket punkt",
    "a field": "# 3. Salg\nÅben/lukket: Lukket",
    "a row of fields": "# 3. Salg\n| Sagsnr. | 24/1234\n| Åben/lukket | Lukket",
    "a column": "# 3. Salg\n| Sagsbehandler | Åbenhed\n| Ib Bo | Lukket",
    "a cell alone": "# 3. Salg\n| Lukket punkt",
    "a cell beside another": "# 3. Salg\n| Lukket punkt | 24/1234",
    "an entry": "# 3. Salg\n- Lukket punkt",
    "a sentence": "# 3. Salg\nPunktet er lukket.",
    "bold": "# 3. Salg\n**LUKKET SAG**",
    "a heading below": "# 3. Salg\n## Lukket punkt",
    "a line above": "LUKKET SAG\n# 3. Salg",
    "a heading above": "## Lukket punkt\n# 3. Salg",
    "a group": "# Lukkede punkter\n# 3. Salg",
    "a group of a lower rank": "### Lukkede punkter\n# 3. Salg",
    "a group in a table": "| Lukkede punkter\n# 3. Salg",
    "the end of the title": "# 3. Salg      Lukket",
    "a title of a lower rank": "### 3. Lukket - Salg",
    "a title of no rank": "3. Lukket - Salg",
    "a title without a number": "# Lukket - Salg",
    "a title in a cell": "| 3. Salg | Lukket",
    "a title of two cells": "| 3. | Lukket - Salg",
}
MIDDLE = "in the middle"
PAGED, SHOWN = (WORD, PDF), (HTML, PDF)

RULE = "# 3. Lukket - Salg\n"
PLAIN = "## Sagsfremstilling\nTekst om vejen.\n## Beslutning\nGodkendt.\n"
# Papers in which closed words stand where no item's text is looked for.
PLACES = {
    "a list of contents": f"Indholdsfortegnelse\n1. Godkendelse af dagsorden\n2. Budget for veje\n"
    f"3. Salg {SECRET} (Lukket)\n4. Ny cykelsti\n5. Plan for byen\n{BEFORE}# 3. Lukket punkt\n{CASE}{AFTER}",
    "a stamped annex": f"{BEFORE}{RULE}{CASE}{AFTER}---\nPunkt 2, Bilag 1: Kort.pdf\nKortet.\n"
    f"---\nPunkt 3, Bilag 1: {SECRET}.pdf\n# {SECRET}\n!foto {SECRET}\n---\nMere {SECRET}\n"
    "---\nPunkt 4, Bilag 1: Sti.pdf\nOm stien.\n",
    "items without numbers": f"# Godkendelse\n{PLAIN}# Budget\n{PLAIN}# Lukket - Salg\n{CASE}# Sti\n{PLAIN}",
    "the last of them": f"# Godkendelse\n{PLAIN}# Budget\n{PLAIN}# Sti\n{PLAIN}# Salg (lukket)\n{SECRET}\n",
    "the first of them": f"# Lukket - Salg\n{SECRET}\n# Godkendelse\n{PLAIN}# Budget\n{PLAIN}# Sti\n{PLAIN}",
    "a group at the end": f"{BEFORE}# Lukkede punkter\n# 3. Salg\n{CASE}# 4. Køb\n{CASE}",
    "words of open groups": f"{BEFORE}{RULE}## Åben sag\n{SECRET}\n{CASE}{AFTER}",
    "a label table": f"{BEFORE}{RULE}| Sagsfremstilling | {SECRET}\n| Sagsbehandler | {SECRET}\n{AFTER}",
    "a row behind the decision": f"{BEFORE}{RULE}| Beslutning | Godkendt.\n| Notater | {SECRET}\n{AFTER}",
    "a bold line behind the decision": f"{BEFORE}{RULE}## Beslutning\nGodkendt.\n**{SECRET}**\nMer.\n{AFTER}",
    "annexes behind the decision": f"{BEFORE}{RULE}## Beslutning\nGodkendt.\n## Bilag\n- {SECRET}\n{AFTER}",
    "a decision of another heading": f"{BEFORE}{RULE}{CASE}# Notat\n## Beslutning\n{SECRET}\n{AFTER}",
    "an item all in a table": "".join(
        f"| {n}. | {title}\n| Sagsfremstilling | {words}\n| Beslutning | Godkendt.\nSlut på punktet.\n"
        for n, title, words in ((1, "Budget", "Om vej"), (2, "Lukket - Salg", SECRET), (3, "Sti", "Om sti"))
    ),
    "a long table over pages": f"{BEFORE}{RULE}## Sagsfremstilling\n" + f"| Række | {SECRET}\n" * 60 + AFTER,
    "a document": f"# Oversigt\n## Vejen\nOm vejen.\n## Lukket - Salg\nTekst {SECRET}\n!foto {SECRET}\n",
}
WEB = {  # what only a web page can hold
    "hidden parts": f'<div style="display: none">{SECRET}</div><!-- {SECRET} --><del>{SECRET}</del>'
    f'<button>{SECRET}</button><span title="{SECRET}">Ord</span><noscript>{SECRET}</noscript>',
    "parts of its own": f"<details><summary>{SECRET}</summary><p>{SECRET}</p></details>"
    f"<aside>{SECRET}</aside><figure><figcaption>{SECRET}</figcaption></figure><dl><dt>{SECRET}</dt><dd>{SECRET}</dd></dl>",
    "links": f'<p>Se <a href="https://birkevig.example/{SECRET}.pdf">bilaget</a>.</p>'
    f'<iframe src="https://birkevig.example/{SECRET}"></iframe>',
    "fields of a form": f'<input value="{SECRET}"><textarea>{SECRET}</textarea><pre>{SECRET}</pre>',
}
WEB_MARKS = {
    "a badge": "<h1>3. Salg</h1><span class=tag>Lukket</span>",
    "small print in the title": "<h1>3. Salg <small>Lukket</small></h1>",
    "a description list": "<h1>3. Salg</h1><dl><dt>Åben/lukket</dt><dd>Lukket</dd></dl>",
    "a new line in the title": "<h1>3. Salg<br>Lukket punkt</h1>",
    "a button": "<h1>3. Salg</h1><button>Lukket punkt</button>",
    "a hidden line": '<h1>3. Salg</h1><div style="display: none">Lukket punkt</div>',
    "a picture's words": '<h1>3. Salg <img alt="Lukket punkt" src="laas.png" width="16"></h1>',
}
HEADERS = {  # what stands over the pages of item 3
    "a word over its pages": ("# 3. Salg", "Lukket punkt"),
    "its name over its pages": ("# 3. Lukket - Salg", f"Salg {SECRET}"),
}
# Open papers, with a word behind whatever only looks closed.
OPEN = {
    "opening hours": ("| Dag | Tid\n| Søndag | Lukket", "inside"),
    "opening hours under a title": ("| Dag | Tid\n| Søndag | Lukket", "under"),
    "a field that says no": ("| Lukket punkt | Nej", "under"),
    "a field that says open": ("| Åben/lukket | Åben", "under"),
    "entries": ("- Mandag\n- Lukket", "inside"),
    "a place that is shut": ("### Lukket skolegård\nGården lukkes.", "inside"),
    "a place in brackets": ("### Biblioteket (lukket)\nDet åbner i juli.", "inside"),
    "closed cases": ("### Lukkede sager\nAntallet af lukkede sager falder.", "inside"),
    "closed in a plan": ("Punktet er lukket i kommuneplanen.", "inside"),
    "a numbered row": ("| Nr. | Sted\n| 2 | Lukket - Nord", "inside"),
    "a decision's last sentence": ("Sagen er lukket.", "behind"),
    "annexes with access": ("## Bilag\n| Titel | Adgang\n| Kort | Åben\n| Kontrakt | Lukket", "behind"),
    "groups in the list of contents": ("", "listed"),
}


def _papers() -> dict[str, tuple[str, str]]:
    """Every paper by its name, with its format."""
    told: dict[str, tuple[tuple[str, ...], str]] = {
        f"{MIDDLE}, {name}": (
            SHOWN,
            f"{BEFORE}{mark}\n{BODY}" + "# Åbne punkter\n" * ("group" in name) + AFTER,
        )
        for name, mark in MARKS.items()
    }
    told |= {f"last, {name}": ((WORD,), f"{BEFORE}{mark}\n{BODY}") for name, mark in MARKS.items()}
    told |= {name: (PAGED if "annex" in name else EVERY, text) for name, text in PLACES.items()}
    told |= {f"web: {name}": ((HTML,), f"{BEFORE}{RULE}{CASE}{part}\n{AFTER}") for name, part in WEB.items()}
    told |= {f"web: {name}": ((HTML,), f"{BEFORE}{part}\n{CASE}{AFTER}") for name, part in WEB_MARKS.items()}
    told |= {f"pdf: {name}": ((PDF,), _headed(*one)) for name, one in HEADERS.items()}
    told |= {f"open: {name}": (SHOWN, _open(*one)) for name, one in OPEN.items()}
    return {f"{name}, {kind}": (kind, text) for name, (kinds, text) in told.items() for kind in kinds}


def _headed(title: str, words: str) -> str:
    pages = "".join(
        f"---\nSide om {thing}.\n{SECRET}\nOg mere om {thing}.\n" for thing in ("hus", "have", "hegn")
    )
    css = f'<style>@page shut {{@top-center {{content: "{words}"}}}} .shut {{page: shut}}</style>'
    return f"{BEFORE}{css}<div class=shut>\n{title}\n{CASE}{pages}</div>\n{AFTER}"


def _open(words: str, where: str) -> str:
    parts = {place: words if place == where else "" for place in ("under", "inside", "behind", "listed")}
    item = open_item(3, f"Skolen\n{parts['under']}", f"{parts['inside']}\nEfter det.")
    open_group = "## Åbne punkter\n1. Godkendelse af dagsorden\n2. Budget for veje\n"
    groups = f"{open_group}## Lukkede punkter\n3. Skolen (lukket)\n"
    listed = groups if where == "listed" else ""
    return f"{listed}{BEFORE}{item}{parts['behind']}\n{AFTER}Slut på mødet."


PAPERS = _papers()
# What is known to go wrong, and why; a test that passes again says so.
WRONG: dict[str, tuple[tuple[str, ...], str]] = {}
FAULTS = {f"{name}, {kind}": why for name, (kinds, why) in WRONG.items() for kind in kinds}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """What became of every paper."""
    return convert(tmp_path_factory.mktemp("lukket"), PAPERS)


def _params(*, is_open: bool) -> list[object]:
    marked = [name for name in PAPERS if name.startswith("open: ") is is_open]
    return [
        pytest.param(
            name, marks=pytest.mark.xfail(strict=True, reason=FAULTS[name]) if name in FAULTS else ()
        )
        for name in marked
    ]


@pytest.mark.parametrize("name", _params(is_open=False))
def test_nothing_of_a_closed_item_is_written(name: str, outcomes: dict[str, Outcome]) -> None:
    """No page, picture, record, ledger or message has a word of a closed item beyond its public half."""
    assert outcomes[name].leaks == ()


@pytest.mark.parametrize("name", _params(is_open=True))
def test_what_only_sounds_closed_is_published(name: str, outcomes: dict[str, Outcome]) -> None:
    """All five items are open, and what stands behind the word is on their pages."""
    one = outcomes[name]

    assert one.closed == ("ooxoo" if "groups" in name else "ooooo")
    assert "Slut på mødet" in one.text
    assert ("Efter det" in one.text) != ("groups" in name)


@pytest.mark.parametrize("name", [name for name in PAPERS if name.startswith(MIDDLE)])
def test_the_items_around_a_closed_one_are_open(name: str, outcomes: dict[str, Outcome]) -> None:
    """A mark closes its own item alone."""
    assert outcomes[name].closed.strip("o") in {"", "x"}
    assert outcomes[name].closed.count("o") >= 4
