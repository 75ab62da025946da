"""Persons: their numbers, addresses and telephones, in pages, in files beside them, and in names of files."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from converters import sandbox
from converters.errors import ReferatError
from converters.gates.contacts import Own, find_contacts
from converters.gates.cpr import Hit, find_cpr, find_in_name
from converters.gates.exceptions import HEAD, HOW_TO_ADD, LIST, Exceptions, exceptions_of, lines_for
from converters.gates.problems import Problem
from converters.gates.reports import counted

if TYPE_CHECKING:
    from converters.readers.every_word import Piece

PAGE = ".md"
WRITTEN = dt.date(2026, 1, 1)  # a clock that tells an earlier day is wrong: this program was not there yet
_IN_PAGE = "Slet det på siden, og få det slettet i kilden."
_IN_FILE = "Fjern det i filen, og få det slettet i kilden; et sort felt over det er ikke nok."
_IN_NAME = "Giv filen et andet navn, også i kilden, og ret de links, der peger på den."
_LOOK = "Se efter, og slet det, hvis det er."


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookout:
    """What is looked for: numbers of people born by ``today``, less the exceptions; others' addresses."""

    today: dt.date
    exceptions: Exceptions = field(default_factory=Exceptions)
    own: Own = field(default_factory=Own)

    def hits(self, text: str) -> Iterator[Hit]:
        """Find personal numbers in a text."""
        return (hit for hit in find_cpr(text, self.today) if not self.exceptions.hold(hit.digits))

    def hits_in_name(self, path: str) -> Iterator[Hit]:
        """Find personal numbers in the names of a file and its folders."""
        for name in path.split("/"):
            yield from (hit for hit in find_in_name(name, self.today) if not self.exceptions.hold(hit.digits))


def day_of_check() -> dt.date:
    """The day of the clock; where that lags, the program's own, so that nobody is too young to be found."""
    return max(dt.datetime.now(tz=dt.UTC).date(), WRITTEN)


def page_problems(path: str, text: str, lookout: Lookout) -> Iterator[Problem]:
    """Find persons in a page, front matter and all; ``path`` is from the content folder."""
    yield from name_problems(path, lookout)
    for hit in lookout.hits(text):
        yield _number(path, hit, "Her står", _IN_PAGE, line=hit.line)
    for one in find_contacts(text, lookout.own):
        kind = "en e-mailadresse" if one.is_mail else "et telefonnummer"
        yield Problem(
            file=path,
            line=one.line,
            text=f"Her står {kind}, der kan være privat ({one.shown}).",
            hint="Slet det, hvis det er en borgers.",
            blocks=False,
            code="contact",
        )


def name_problems(path: str, lookout: Lookout) -> Iterator[Problem]:
    """Find personal numbers in the name of a page or file."""
    for hit in lookout.hits_in_name(path):
        yield _number(path, hit, "I filens eller mappens navn står", _IN_NAME)


def file_problems(content: Path, path: str, lookout: Lookout) -> Iterator[Problem]:
    """Find persons in a file beside the pages: in its name, its text, and what nobody sees of it."""
    yield from name_problems(path, lookout)
    try:
        pieces = sandbox.every_word(content / path)
    except ReferatError as error:
        yield Problem(
            file=path,
            line=None,
            text=f"Filen kan ikke ses efter for CPR-numre: {error.problem}",
            hint=error.hint,
            code="unread-file",
        )
        return
    yield from _piece_problems(path, pieces, lookout)
    if _is_only_pictures(pieces) and not (content / path).with_suffix(PAGE).is_file():
        yield Problem(
            file=path,
            line=None,
            text="Filen har ingen tekst, kun billeder, og kan derfor ikke ses efter for CPR-numre.",
            hint="Læs den selv igennem, eller læg en udgave med tekst i mappen.",
            blocks=False,
            code="unread-file",
        )


def _piece_problems(path: str, pieces: Iterable[Piece], lookout: Lookout) -> Iterator[Problem]:
    mails = phones = 0
    for place, text in pieces:
        hits = tuple(lookout.hits(text))
        told = (
            f"I {place}" if place and not place.startswith("side ") else f"På {place}" if place else "I filen"
        )
        for sure in (True, False):
            alike = [hit for hit in hits if hit.sure is sure]
            if alike:
                more = f" og {counted(len(alike) - 1, 'til', 'til')}" if len(alike) > 1 else ""
                yield _number(path, alike[0], f"{told} står", _IN_FILE, more=more)
        found = Counter(one.is_mail for one in find_contacts(text, lookout.own))
        mails, phones = mails + found[True], phones + found[False]
    if mails or phones:
        sums = [(mails, "e-mailadresse", "e-mailadresser"), (phones, "telefonnummer", "telefonnumre")]
        told = " og ".join(counted(*one) for one in sums if one[0])
        yield Problem(
            file=path,
            line=None,
            text=f"Filen har {told}, der kan være private.",
            hint="Se efter, og fjern dem, der er borgeres.",
            blocks=False,
            code="contact",
        )


def _is_only_pictures(pieces: Iterable[Piece]) -> bool:
    """Whether a file of pages has no letter on any of them."""
    pages = [text for place, text in pieces if place.startswith("side ")]
    return bool(pages) and not any(letter.isalnum() for text in pages for letter in text)


def _number(
    path: str, hit: Hit, told: str, remedy: str, *, line: int | None = None, more: str = ""
) -> Problem:
    what = "et CPR-nummer" if hit.sure else "måske et CPR-nummer"
    place = f"{path}:{line}" if line else path
    return Problem(
        file=path,
        line=line,
        text=f"{told} {what} (begynder med {hit.day_and_month}){more}.",
        hint=f"{remedy if hit.sure else _LOOK} {HOW_TO_ADD.format(place=place)}",
        blocks=hit.sure,
        code="cpr" if hit.sure else "cpr-likely",
    )


def lines_to_add(content: Path, place: str, reason: str | None) -> Iterator[str]:
    """The lines for the list of exceptions that except the numbers at a place, such as ``page.md:12``.

    Raises ReferatError where there is no such file, no number in it, or no reason given.
    """
    file, _, line = place.rpartition(":") if place.rpartition(":")[2].isdigit() else (place, "", "")
    path = next((one for one in (content / file, Path(file)) if one.is_file()), None)
    if path is None:
        raise ReferatError("Filen findes ikke.", where=file, hint="Skriv den, som check viser den.")
    if not reason:
        raise ReferatError(
            "En undtagelse skal have en grund.", where=place, hint="Skriv den: --reason »fakturanummer«."
        )
    exceptions, _ = exceptions_of(content)
    lookout = Lookout(today=day_of_check())
    numbers = tuple(hit.digits for hit in _hits_at(path, int(line) if line else None, lookout))
    if not numbers:
        raise ReferatError("Her står intet, der ligner et CPR-nummer.", where=place, hint="Se linjen efter.")
    yield f"Læg dette i filen {content / LIST}, og lad en kollega se det efter:"
    yield ""
    if not exceptions.hashes:
        yield HEAD
    yield from lines_for(numbers, reason, exceptions)


def _hits_at(path: Path, line: int | None, lookout: Lookout) -> Iterator[Hit]:
    if path.suffix == PAGE:
        text = path.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
        yield from (hit for hit in lookout.hits(text) if line in (None, hit.line))
    else:
        yield from (hit for _, text in sandbox.every_word(path) for hit in lookout.hits(text))
    if line is None:
        yield from lookout.hits_in_name(path.name)
