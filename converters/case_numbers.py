"""Case numbers: the journal's number of a case, in the forms case systems print.

A form that might also be a date, a budget year or a fraction counts only behind a label; the long forms
of the journal plan and of the large case systems count at the head of a text too.  Numbers elsewhere in a
text are references to other cases.
"""

from __future__ import annotations

import re

_YEAR = r"(?:19|20)\d\d"
_LONG = "|".join(
    (
        r"\d\d\.\d\d\.\d\d[-. ]?[A-ZÆØÅ]\d\d[-/]\d{1,6}(?:[-/]\d{2,4})?",  # 00.22.02-A26-1-13
        r"\d\d\.\d\d\.[A-ZÆØÅ]\d\d[-/]\d{1,6}",  # 00.01.A00-88
        rf"\d\d\.\d\d(?:\.\d\d)?[-. ]?[A-ZÆØÅ]\d\d - {_YEAR}/\d{{1,7}}",  # 01.02G00 - 2026/27001
        rf"\d{{3}}-{_YEAR}-\d{{1,8}}",  # 450-2018-4075
        rf"[A-ZÆØÅ]{{2,6}}-{_YEAR}[-/]\d{{2,8}}",  # EMN-2024-024365
        rf"[A-ZÆØÅ]{{1,3}}{_YEAR}-\d{{2,8}}",  # S2024-123
    )
)
_SHORT = "|".join(
    (
        rf"(?:{_YEAR}|\d\d)/\d{{1,7}}",  # 20/7077, 2010/0123
        rf"{_YEAR}-\d{{3,8}}",  # 2015-0023456
        rf"\d{{3}}\.\d\d-{_YEAR}",  # 074.74-2025
    )
)
# Forms that nothing but their label tells from other numbers: 00.22.04, SAG-20/1234, 18-012345,
# 2022-117-0004, and a former county's 8-72-12-05.
_LABELLED = (
    r"\d\d\.\d\d\.\d\d(?:[-. ]?[A-ZÆØÅ]\d\d)?|[A-ZÆØÅ]{2,6}[-/]?\d\d/\d{1,7}|\d\d-\d{3,8}"
    rf"|{_YEAR}-\d{{3}}-\d{{3,8}}|\d{{1,2}}-\d{{1,3}}-\d{{1,4}}(?:-\d{{1,4}})?-\d\d(?:\d\d)?"
)
_NUMBER_ALONE = rf"(?!{_YEAR}(?!\d))\d{{4,10}}"
_ENDS = r"(?![^\W_])(?![./-][^\W_])"

_LABEL = re.compile(
    r"(?=[sjaeSJAE])(?<![^\W_])"
    r"(?:(?P<own>sags[- ]?(?:nr|nummer|id)|journal[- ]?(?:nr|nummer)|j\.?[- ]?nr)"
    r"|sag[- ]?(?:nr|id)|(?:(?:esdh|acadre|edoc|sbsys)-?)?sag(?=:))"
    r"\.?\s{0,2}:?\.?\s{0,8}"
    rf"(?P<number>{_LONG}|{_SHORT}|{_LABELLED}|(?(own){_NUMBER_ALONE}|(?!))){_ENDS}",
    re.IGNORECASE,
)
_AT_HEAD = re.compile(rf"\s{{0,9}}(?P<number>{_LONG}){_ENDS}")
# Forms that a line holds alone: the journal plan's 00.30.00Ø00 with its case or without, a former county's
# 1-02-03-44-26, and "HU 10/2026", the committee's own.
_OWN_LINE = "|".join(
    (
        rf"\d\d(?:\.\d\d){{1,2}}[-. ]?[A-ZÆØÅ]\d\d(?: - {_YEAR}/\d{{2,7}})?",
        r"\d-\d\d-\d\d-\d{1,4}-\d\d",
        rf"[A-ZÆØÅ]{{2,5}} \d{{1,4}}/{_YEAR}",
    )
)
_ALONE = re.compile(rf"(?P<number>{_LONG}|{_SHORT}|{_OWN_LINE})")
_ROUND_IT = " \t\r\n\u00a0-–.,:;()"

_DAY_AND_MONTH = re.compile(r"(?:0[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])")
_TWO_YEARS = re.compile(rf"(?P<first>{_YEAR}|\d\d)[/-](?P<second>{_YEAR}|\d\d)")


def find_case_number(text: str) -> str | None:
    """The case number a text gives behind a label, at its head, or as all it holds; else None."""
    labelled = _LABEL.search(text)
    if labelled:
        return labelled["number"]
    head = _AT_HEAD.match(text)
    if head:
        return head["number"]
    bare = text.strip(_ROUND_IT)
    return bare if is_case_number(bare) else None


def is_case_number(text: str) -> bool:
    """Whether the whole text is one case number, dashes and brackets round it aside."""
    bare = text.strip(_ROUND_IT)
    if not _ALONE.fullmatch(bare) or _DAY_AND_MONTH.fullmatch(bare):
        return False
    years = _TWO_YEARS.fullmatch(bare)
    return years is None or not _follow_each_other(years["first"], years["second"])


def _follow_each_other(first: str, second: str) -> bool:
    """Whether two numbers are the years of a budget or a term: 2020/21, 2022-2025."""
    if len(second) == len("2025"):
        return True
    return (int(first) + 1) % 100 == int(second)
