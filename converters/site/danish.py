"""Danish as a person reads it: dates, clock times, counts and the alphabet."""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)

# The last three letters of the alphabet come after z; "aa" is the old spelling of å.
ALPHABET = str.maketrans({"æ": "{", "ø": "|", "å": "}"})


def short_date(iso: str) -> str:
    """The date without its weekday: ``5. marts 2026``."""
    day = date.fromisoformat(iso)
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def long_date(iso: str) -> str:
    """The date as it is said: ``torsdag den 5. marts 2026``."""
    return f"{WEEKDAYS[date.fromisoformat(iso).weekday()]} den {short_date(iso)}"


def month(iso: str) -> str:
    """The month of a date, as a heading: ``Marts``."""
    return MONTHS[date.fromisoformat(iso).month - 1].capitalize()


def clock(start: str | None, end: str | None) -> str | None:
    """The time of a meeting, from times like ``15:30``: ``kl. 15.30–18.10``, its beginning only, or None."""
    times = [time.replace(":", ".") for time in (start, end) if time]
    return f"kl. {'–'.join(times)}" if start else None


def count(number: int, one: str, many: str) -> str:
    """A number with its noun: ``1 punkt``, ``9 punkter``."""
    return f"{number} {one if number == 1 else many}"


def size(number: int) -> str:
    """The size of a file as one says it: ``1,2 MB``, ``340 kB``."""
    for unit, bytes_of_one in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        # What would be written as 1000 of a unit is one of the next.
        if number >= bytes_of_one * 0.9995:
            found = number / bytes_of_one
            return f"{found:.1f} {unit}".replace(".", ",") if found < 9.95 else f"{found:.0f} {unit}"
    return f"{number} byte"


def alphabetical(text: str) -> str:
    """The key that sorts a name as a Danish index does: æ, ø and å last, capitals as small letters."""
    return text.casefold().replace("aa", "å").translate(ALPHABET)


def listing(names: tuple[str, ...]) -> str:
    """Names as one phrase: ``Asta, Bertil og Signe``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} og {names[-1]}"
