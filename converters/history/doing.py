"""What the commands on published pages do, and what they tell of it."""

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


def done(arguments: argparse.Namespace) -> Iterator[str]:
    """Do a command, and tell what was done, in lines. Raises ReferatError."""
    yield from _corrected(arguments) if arguments.command == "correct" else _withdrawn(arguments)


def _corrected(arguments: argparse.Namespace) -> Iterator[str]:
    said = Correction(
        date=arguments.date or _today(),
        note=arguments.note,
        shows_words=not arguments.no_words,
        ref=arguments.published,
    )
    places = [place for page in arguments.page for place in places_in(arguments.content, page)]
    with sole_writer(arguments.content):
        for one in correct(places, said):
            yield one.told


def _withdrawn(arguments: argparse.Namespace) -> Iterator[str]:
    place = place_of(arguments.content, arguments.page)
    said = Withdrawal(
        date=arguments.date or _today(), reason=arguments.reason, keep_title=arguments.keep_title
    )
    with sole_writer(arguments.content):
        gone = withdraw(place, said)
    yield from (f"Taget ned: {path}" for path in gone.tombstones)
    yield from (f"Slettet: {path}" for path in gone.gone)
    yield from (f"Rettet: {path} nævner den ikke mere." for path in gone.mended)
    yield from remaining(place, gone)


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
