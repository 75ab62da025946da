"""What `referat new` does with what was said, and asks for the rest where somebody can answer."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from converters.town.asking import asked
from converters.town.new import new
from converters.town.settings import Town


def made(arguments: argparse.Namespace) -> Iterator[str]:
    """Make a municipality's repository, and tell what to do next. Raises ReferatError."""
    town = Town(
        municipality=arguments.municipality or "",
        committees=tuple(arguments.committee),
        colour=arguments.colour or "",
        contact=arguments.contact or "",
        accessibility_statement=arguments.statement or "",
        site_url=arguments.site_url or "",
    )
    if sys.stdin.isatty() and sys.stdout.isatty():
        town = asked(town, input)
    yield from new(arguments.folder, town, arguments.wheel)
