"""The settings of what is shown of a closed item."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from mkdocs.exceptions import Abort

from converters import frontmatter
from converters.cli import REFUSED, main
from converters.closed_items import SETTING, Shown, bare, decision_of, is_decision, is_telling, shown_in
from converters.errors import FrontMatterError
from tests.canary.making import built

WRITTEN = {
    "": Shown(),
    "closed_items:": Shown(),
    "closed_items: {}": Shown(),
    "closed_items: {title: false}": Shown(title=False),
    "closed_items: {title: true, decision: False}": Shown(decision=False),
    "closed_items:\n    title: false\n    decision: false": Shown(title=False, decision=False),
}
WRONG = [
    "closed_items: false",
    "closed_items: [title]",
    "closed_items: {titel: false}",
    "closed_items: {title: nej}",
    "closed_items: {title: }",
    "closed_items: {title: {a: true}}",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_settings_are_read_as_written(text: str) -> None:
    """Both are on unless they are said to be off."""
    rows = frontmatter.settings(f"extra:\n  {text}", "extra", SETTING, where="mkdocs.yml")

    assert shown_in(rows, "mkdocs.yml") == WRITTEN[text]


@pytest.mark.parametrize("text", WRONG)
def test_a_setting_that_is_not_plain_stops_everything(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A word misspelt would show what a municipality meant to hide: nothing is written."""
    (tmp_path / "mkdocs.yml").write_text(f"extra:\n  {text}\n", "utf-8")
    (tmp_path / "referat.txt").write_text("Referat", "utf-8")

    assert main(["convert", str(tmp_path / "referat.txt"), "--out", str(tmp_path / "content")]) == REFUSED

    assert "closed_items" in capsys.readouterr().err
    assert not (tmp_path / "content").exists()


@pytest.mark.parametrize("rows", [False, ["title"], {"titel": False}, {"title": "nej"}, {"title": None}])
def test_the_site_reads_them_as_strictly(rows: object) -> None:
    """As another program has read them."""
    with pytest.raises(FrontMatterError):
        shown_in(rows, "mkdocs.yml")


def test_a_site_with_a_wrong_setting_is_not_built(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """MkDocs says which."""
    with pytest.raises(Abort), caplog.at_level("ERROR"):
        built(tmp_path / "content", tmp_path / "site", Shown(title=cast("bool", "måske")))

    assert "closed_items: title" in caplog.text


def test_decisions_are_told_from_other_sections() -> None:
    """By the lexicon's words, as the converter tells them."""
    decided = "## Beslutning i Byrådet den 1. maj\n\nTo.\n\n### Under\n\nTre.\n\n"

    assert decision_of(f"Først.\n\n## Sag\n\nEn.\n\n{decided}## Bilag\n\nFire.\n") == decided
    assert is_decision("Beslutning")
    assert not is_decision("Sagsfremstilling")


def test_what_a_title_hides() -> None:
    """Words that say that it is closed hide nothing."""
    assert bare("Lukket punkt Salg af grund lukket".split()) == ["Salg", "af", "grund"]
    assert not is_telling("Lukket punkt 3".split())
    assert is_telling("Salg".split())
