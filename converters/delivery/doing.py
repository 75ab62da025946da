"""What the commands of the way in and out do, and what they tell of it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from converters.delivery.packages import bill_of_materials
from converters.delivery.proposal import opened, proposed
from converters.delivery.servers import publish
from converters.errors import Unwritable


def done(arguments: argparse.Namespace) -> Iterator[str]:
    """Do a command, and tell what was done, in lines. Raises ReferatError."""
    if arguments.command == "propose":
        proposal = proposed(arguments.content)
        yield opened(proposal, arguments.content) if proposal else "Der er ingen nye sider at foreslå."
    elif arguments.command == "publish":
        yield f"Webstedet er lagt ud: {publish(arguments.site, arguments.target)}"
    else:
        try:
            arguments.file.write_text(bill_of_materials(), encoding="utf-8")
        except OSError as error:
            raise Unwritable(
                f"Listen kan ikke skrives her ({error.strerror}).",
                where=str(arguments.file),
                hint="Vælg en anden fil.",
            ) from error
        yield f"Listen over pakker ligger i {arguments.file}."
