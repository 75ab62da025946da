"""A build as MkDocs goes through it: where its site is made, and that it takes its place when all is done."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from converters.errors import ReferatError
from converters.site import fresh

BUILDING = frozenset({"build", "gh-deploy"})  # what is only shown (serve) has a folder of its own anyway


@dataclass(slots=True)
class UnderWay:
    """The build of one command of MkDocs; each method is one of MkDocs' events, and raises PluginError."""

    command: str
    made: fresh.FreshSite | None = None

    def begin(self, config: MkDocsConfig) -> None:
        """Let MkDocs build into a folder beside the site."""
        if self.command not in BUILDING:
            return
        try:
            self.made = fresh.begin(Path(config.site_dir))
        except ReferatError as error:
            raise PluginError(str(error)) from error
        if self.made:
            config.site_dir = str(self.made.made_in)

    def finish(self, config: MkDocsConfig) -> None:
        """Take note that every file is written; the site takes its place at the end."""
        if self.made:
            self.made.finished = True
            config.site_dir = str(self.made.place)

    def fail(self, error: Exception) -> None:
        """Keep the old site, and say in Danish what the system says of files that cannot be written."""
        if self.made is None:
            return
        self.made.finished = False
        if isinstance(error, OSError) and error.errno in fresh.PROBLEMS:
            raise PluginError(str(fresh.refusal(error, self.made.place))) from error

    def end(self) -> None:
        """Put the finished site in its place; this comes after MkDocs has counted its warnings."""
        if self.made is None:
            return
        try:
            fresh.end(self.made)
        except ReferatError as error:
            raise PluginError(str(error)) from error
        finally:
            self.made = None
