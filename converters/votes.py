"""Votes as decisions record them: how many were for, against, or did not vote.

A count is what is printed: a number, a number in brackets behind parties, or the people named.  Parties
without a number are no count.  A label with nothing behind it is 0 if the labels beside it print counts.
A vote's subject is the last line before it that says what is voted on ("Ad 2", "Ændringsforslag fra …").
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from converters.model import Vote


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    """One count of a vote; ``number`` is None where it is not given, ``blank`` for a label without value."""

    kind: str
    number: int | None
    blank: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forms:
    """The forms counts are given in; group names are the kinds."""

    label: re.Pattern[str]
    before_verb: tuple[re.Pattern[str], ...]
    majority: re.Pattern[str]
    subject: re.Pattern[str]
    first_number: re.Pattern[str]
    number_alone: re.Pattern[str]
    bracketed_number: re.Pattern[str]
    numbers: Mapping[str, int]
    parties: frozenset[str]


_KINDS = ("in_favour", "against", "abstained")
_NAME_WORD = r"[A-ZÆØÅÀ-Þ](?:[^\W\d_]{1,30}(?:[-'’][^\W\d_]{1,30}){0,2}|\.)"
_PARTY = r"\([A-ZÆØÅ]{1,2}\)"
_PERSON = rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,4}}(?: ?{_PARTY})?"
_PEOPLE = rf"{_PERSON}(?:(?:, og |, | og | samt ){_PERSON}){{0,30}}"
_PEOPLE_ALONE = re.compile(rf"\s*(?P<people>{_PEOPLE})\s*(?:[.;,]|\Z)")
_BETWEEN_PEOPLE = re.compile(r", og |, | og | samt ")
_PARTY_OF_PERSON = re.compile(rf"\s*{_PARTY}\Z")
_SENTENCE_END = re.compile(r"[.;](?:\s|\Z)")


def find_votes(text: str) -> tuple[Vote, ...]:
    """The votes a decision records, in their order; () if it records none."""
    votes: list[Vote] = []
    subjects = [(match.start("subject"), match["subject"]) for match in _forms().subject.finditer(text)]
    reached = -1
    for counts in _votes(text, [place for place, _ in subjects]):
        before = [subject for place, subject in subjects if reached < place < counts[0].start]
        reached = counts[-1].end
        printed = any(count.number is not None for count in counts)
        if printed:
            given = {count.kind: 0 if count.blank else count.number for count in counts}
            subject = " ".join(before[-1].split()) if before else None
            votes.append(
                Vote(
                    subject=subject,
                    in_favour=given.get("in_favour"),
                    against=given.get("against"),
                    abstained=given.get("abstained"),
                )
            )
    return tuple(votes)


def _votes(text: str, boundaries: list[int]) -> Iterator[list[_Count]]:
    """The counts that belong together: no kind twice, nothing new to vote on between them."""
    vote: list[_Count] = []
    for count in _counts(text):
        again = any(earlier.kind == count.kind for earlier in vote)
        parted = bool(vote) and any(vote[-1].end <= place <= count.start for place in boundaries)
        if again or parted:
            yield vote
            vote = []
        vote.append(count)
    if vote:
        yield vote


def _counts(text: str) -> Iterator[_Count]:
    """Every count in the text's order, none read twice."""
    forms = _forms()
    every = [count for match in forms.majority.finditer(text) for count in _of_majority(match)]
    rest = forms.majority.sub(lambda match: " " * len(match[0]), text)
    every.extend(_labelled(rest))
    for pattern in forms.before_verb:
        every.extend(filter(None, map(_of_match, pattern.finditer(rest))))
    reached = -1
    for count in sorted(every, key=lambda count: (count.start, -count.end)):
        if count.start >= reached:
            yield count
            reached = count.end


def _labelled(text: str) -> Iterator[_Count]:
    """Counts behind their label: "Imod stemte: 2 (C+O)"."""
    matches = list(_forms().label.finditer(text))
    for place, match in enumerate(matches):
        end = matches[place + 1].start() if place + 1 < len(matches) else len(text)
        value = _value(text[match.end() : end])
        blank = not value.strip() and match["colon"] is not None
        number = None if blank else _number(value)
        if blank or number is not None:
            yield _Count(
                kind=_kind(match),
                number=number,
                blank=blank,
                start=match.start(),
                end=match.end() + len(value),
            )


def _value(after: str) -> str:
    """What stands behind a label on its line, or alone on the next one if that is a number."""
    line = after.split("\n", 1)[0]
    if line.strip():
        return _SENTENCE_END.split(line, maxsplit=1)[0]
    below = _forms().number_alone.match(after)
    return below[0] if below else ""


def _number(value: str) -> int | None:
    """How many a label's value says: a number, numbers in brackets, or people."""
    forms = _forms()
    first = forms.first_number.match(value)
    if first:
        return _as_number(first["number"])
    bracketed = forms.bracketed_number.findall(value)
    if bracketed:
        return sum(map(_as_number, bracketed))
    named = _PEOPLE_ALONE.match(value)
    return _people(named["people"]) if named else None


def _people(named: str) -> int | None:
    """How many people are named; None if one of them is a party."""
    people = [_PARTY_OF_PERSON.sub("", person) for person in _BETWEEN_PEOPLE.split(named)]
    return None if any(person.lower() in _forms().parties for person in people) else len(people)


def _of_majority(match: re.Match[str]) -> tuple[_Count, _Count]:
    """The two counts of "15 stemmer mod 10"."""
    start, middle, end = match.start(), match.end("ayes"), match.end()
    return (
        _Count(kind="in_favour", number=_as_number(match["ayes"]), blank=False, start=start, end=middle),
        _Count(kind="against", number=_as_number(match["noes"]), blank=False, start=middle, end=end),
    )


def _of_match(match: re.Match[str]) -> _Count | None:
    """A count before its verb: "3 stemte imod", "Asta Birk (O) stemte imod"."""
    groups = match.groupdict()
    people, written = groups.get("people"), groups.get("number") or groups.get("bracketed")
    number = _people(people) if people else _as_number(written or "0")
    if number is None:
        return None
    return _Count(kind=_kind(match), number=number, blank=False, start=match.start(), end=match.end())


def _kind(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return next(kind for kind in _KINDS if groups.get(kind))


def _as_number(written: str) -> int:
    return int(written) if written.isdigit() else _forms().numbers[written.lower()]


@cache
def _forms() -> _Forms:
    path = resources.files("converters.lexicon").joinpath("outcomes.toml")
    words = tomllib.loads(path.read_text(encoding="utf-8"))["votes"]
    numbers = {**dict.fromkeys(words["nobody"], 0), **words["numbers"]}
    number = rf"(?:\d{{1,3}}|{_any(numbers)})"
    members = rf"\s+(?:{_any(words['members'])})"
    bracket = r"\s*\([^()\n]{0,60}\)"
    bracketed = rf"\((?P<bracketed>{number})(?:{members})?\)"
    told = {kind: _any(words[kind]) for kind in _KINDS}
    labels = {kind: _any(words[f"{kind}_labels"]) for kind in _KINDS}
    headed = "|".join(
        rf"(?P<{kind}>{told[kind]}|(?m:^[^\S\n]*(?:{labels[kind]})(?=[^\S\n]*:)))" for kind in _KINDS
    )
    # "3 imod" may leave out the verb; "5 for" only where it cannot mean anything else.
    short = {
        "in_favour": rf"|for(?=\s*(?:[:,;)]|og\s+{number}))",
        "against": r"|imod(?!\s+stemte)",
        "abstained": "",
    }
    voted = "|".join(rf"(?P<{kind}>(?:{told[kind]})(?![^\S\n]*:){short[kind]})" for kind in reversed(_KINDS))
    acted = "|".join(rf"(?P<{kind}>{_any(words[f'{kind}_verbs'])})" for kind in ("against", "in_favour"))
    subject_end = r"(?=[:.\n]|\Z|\s+(?:blev|er|var|faldt|sattes|stemte)\b)"
    return _Forms(
        label=_pattern(rf"(?<!\w)(?:{headed})(?!\w)(?P<colon>[^\S\n]*:)?"),
        before_verb=(
            _pattern(
                rf"(?<![\w.,/])(?:(?P<number>{number})(?:{members})?(?:{bracket})?|{bracketed})[^\S\n]+(?:{voted})(?!\w)"
            ),
            # What members do is a vote only with a number of members: "6 medlemmer anbefaler".
            _pattern(
                rf"(?<![\w.,/])(?:(?P<number>{number})(?:{members}(?:{bracket})?|{bracket})|{bracketed})[^\S\n]+(?:{acted})(?!\w)"
            ),
            re.compile(rf"(?<!\w)(?P<people>{_PEOPLE})[^\S\n]+(?i:{voted})(?!\w)"),
        ),
        majority=_pattern(
            rf"(?<![\w.,/])(?P<ayes>{number})\s+stemmer\s+(?:for\s+(?:og|mod)\s+|(?:i)?mod\s+)(?P<noes>{number})(?!\w)"
        ),
        subject=re.compile(
            r"(?m)(?:^|(?<=[.!?)]\s))[^\S\n]{0,40}(?P<subject>Ad\.?\s?(?:\d{1,2}|[a-z])\b"
            rf"|(?=[A-ZÆØÅ])(?i:{_any(words['subjects'])})(?!\w)[^\n:.]{{0,120}}?{subject_end})"
        ),
        first_number=_pattern(rf"\s*(?P<number>{number})(?![\w/])(?!\.\d)"),
        number_alone=_pattern(rf"\s*{number}(?:{members})?(?:{bracket})?[^\S\n]*(?=\n|\Z)"),
        bracketed_number=_pattern(rf"\((\d{{1,3}})(?:{members})?\)"),
        numbers=numbers,
        parties=frozenset(words["parties"]),
    )


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


def _any(phrases: Iterable[str]) -> str:
    return "|".join(_phrase(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


def _phrase(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ …\ ", r"[^\S\n]+(?:\w+[^\S\n]+){1,4}?").replace(r"\ ", r"\s+")
