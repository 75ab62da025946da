"""The spellings a case number is asked for by."""

from __future__ import annotations

from converters.site.cases import YEAR_AND_COUNT, key_of

SHORT_YEAR = 2  # digits
PADDED = 4  # digits of a count, as most case systems print it


def spellings(number: str) -> tuple[str, ...]:
    """A case number as printed, then as other systems print it: ``26/0312``, ``26/312``, ``2026-312``.

    The index leaves out hyphens and slashes, so only digits tell spellings apart.
    """
    if not YEAR_AND_COUNT.fullmatch(number.strip()):
        return (number,)
    year, _, count = key_of(number).partition("-")
    forms = (f"{y}/{c}" for y in (year[-SHORT_YEAR:], year) for c in (count, count.zfill(PADDED)))
    by_digits: dict[str, str] = {}
    for form in (number.strip(), *forms):
        by_digits.setdefault("".join(filter(str.isdigit, form)), form)
    return tuple(by_digits.values())
