"""The corpus converted and built by the project's own steps; each file is read once, by its real reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from converters import sandbox
from converters.batch import by_folder
from converters.blocks import Picture, Reading
from converters.closed_items import Shown
from converters.folders import Folder
from converters.ledger import as_json_lines
from converters.pipeline import Conversion, Options, Run, sources_in, tell
from converters.readers.doorway import source_of
from tests.canary.corpus import Public, Words
from tests.canary.search import words_in
from tests.site.municipality import ROOT, write

Switch = Callable[[pytest.MonkeyPatch], None]


@dataclass(slots=True)
class Papers:
    """The sources, and what their readers made of them."""

    inbox: Path
    words: Words
    _read: Callable[[Path], Reading] = field(init=False)
    _first: Callable[[Path], Picture | None] = field(init=False)

    def __post_init__(self) -> None:
        """Read each once."""
        self._read, self._first = cache(sandbox.read), cache(sandbox.first_page)

    @contextmanager
    def known(self) -> Iterator[pytest.MonkeyPatch]:
        """Let conversions take what was read already."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sandbox, "read", self._read)
            patch.setattr(sandbox, "first_page", self._first)
            yield patch

    def may_show(self, shown: Shown) -> set[str]:
        """The words that settings allow."""
        allowed = {Public.ALWAYS}
        allowed |= {Public.TITLE} if shown.title else set()
        allowed |= {Public.DECISION} if shown.decision else set()
        return {word for word, (_, _, public) in self.words.held.items() if public in allowed}

    def fields(self, found: set[str]) -> set[str]:
        """The fields that words stand in."""
        return {self.words.held[word][1] for word in found}


def convert(papers: Papers, desk: Path, shown: Shown, switch: Switch | None = None) -> Path:
    """Convert the corpus as the command does, with a rule switched off; give the folder of pages."""
    settings = f"title: {str(shown.title).lower()}, decision: {str(shown.decision).lower()}"
    desk.mkdir(parents=True, exist_ok=True)
    (desk / "mkdocs.yml").write_text(
        f"extra:\n  municipality: Birkevig Kommune\n  closed_items: {{{settings}}}\n", "utf-8"
    )
    report = []
    with papers.known() as patch:
        if switch:
            switch(patch)
        run = Run(Options(out=desk / "content"))
        for together in by_folder(sources_in(papers.inbox)):
            folder = Folder(run, together)
            for path in (*folder.unread(), *folder.rest()):
                folder.hear(path, tell(path, source_of(path), run.said))
            for path, fate in folder.finish():
                assert isinstance(fate, Conversion), (path, fate)
                report.append(as_json_lines(fate.left_out, "kilde"))
                report += [finding.message for finding in fate.findings]
        run.close()
    (desk / "regnskab.jsonl").write_text("".join(report), "utf-8")
    return desk / "content"


def built(content: Path, site: Path, shown: Shown, switch: Switch | None = None) -> Path:
    """Build the site of a folder of pages as ``mkdocs build`` does, with a rule switched off."""
    write(content, {})  # what a person writes of the site
    config = load_config(str(ROOT / "mkdocs.yml"), strict=False)
    config.docs_dir, config.site_dir = str(content), str(site)
    config.site_url = "https://referater.example/"
    config.extra["closed_items"] = {"title": shown.title, "decision": shown.decision}
    with pytest.MonkeyPatch.context() as patch:
        if switch:
            switch(patch)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    return site


def leaks(papers: Papers, folder: Path, shown: Shown) -> set[str]:
    """The fields of which a word stands in a folder that may not."""
    return papers.fields(words_in(folder).keys() - papers.may_show(shown))
