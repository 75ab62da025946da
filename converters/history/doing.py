"""What the commands for published pages do, and what they tell of it, line by line."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator

from converters.errors import ReferatError
from converters.gates.persons import WRITTEN
from converters.history.correct import Correction, correct
from converters.history.places import place_of, places_in
from converters.history.remaining import remaining
from converters.history.withdraw import Withdrawal, withdraw
from converters.writers.turn import sole_writer


def corrected(arguments: argparse.Namespace) -> Iterator[str]:
    """Tell readers of a correction. Raises ReferatError."""
    said = Correction(
        date=arguments.date or _today(),
        note=arguments.note,
        shows_words=not arguments.no_words,
        ref=arguments.published,
    )
    places = [place for page in arguments.page for place in places_in(arguments.content, page)]
    with sole_writer(arguments.content):
        for done in correct(places, said):
            yield done.told


def withdrawn(arguments: argparse.Namespace) -> Iterator[str]:
    """Take a page down, and tell what is left to do. Raises ReferatError."""
    place = place_of(arguments.content, arguments.page)
    said = Withdrawal(
        date=arguments.date or _today(), reason=arguments.reason, keep_title=arguments.keep_title
    )
    with sole_writer(arguments.content):
        done = withdraw(place, said)
    yield from (f"Taget ned: {path}" for path in done.tombstones)
    yield from (f"Slettet: {path}" for path in done.gone)
    yield from (f"Rettet: {path} nævner den ikke mere." for path in done.mended)
    yield from remaining(place, done)


def _today() -> str:
    """The day of the clerk's clock, which nothing but a correction's own date is taken from."""
    today = dt.datetime.now().astimezone().date()
    if today < WRITTEN:
        raise ReferatError(
            f"Maskinens ur siger {today.isoformat()}, og det kan ikke passe.",
            where="--date",
            hint="Stil uret, eller skriv dagen med --date.",
        )
    return today.isoformat()
