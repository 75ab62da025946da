"""Sentences and labels that say who was away, as they stand in a decision or a remark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from converters.attendance.people import persons
from converters.attendance.words import any_of, words
from converters.model import Attendance, Presence

# A name as running text has it: two words or more, each with a capital, particles between them.
_NAME_WORD = r"[A-ZÆØÅÀ-Þ](?:[^\W\d_]{1,30}(?:[-'’][^\W\d_]{1,30}){0,2}|\.)"
_PARTICLE = r"(?:(?:af|von|van|de|der|la|el|al) )?"
_PERSON = rf"{_NAME_WORD}(?: {_PARTICLE}{_NAME_WORD}){{1,4}}(?: ?\([^()\n]{{0,40}}\)){{0,2}}"
_PEOPLE = rf"{_PERSON}(?:(?:, og |, | og | samt |; ){_PERSON}){{0,30}}"
_PEOPLE_AT_END = re.compile(rf"(?<![^\s(:.]){_PEOPLE}\s*\Z")
_PEOPLE_AT_START = re.compile(rf"\s*{_PEOPLE}")
_MARKED = re.compile(r"\s*[•·▪‣*\uf0b7-]|.*\(")
_SENTENCE_END = re.compile(r"[.!?](?:\s+(?=[A-ZÆØÅ])|\s*\Z)|\n")
_REACH = 500
_LIST_REACH = 1500
_LIMITS = 200
_MOST_LEADING_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forms:
    """The forms absence is told in."""

    labelled: re.Pattern[str]
    away_from: re.Pattern[str]
    told: re.Pattern[str]
    told_turned: re.Pattern[str]
    partly: re.Pattern[str]


def absent_in(text: str) -> tuple[str, ...]:
    """The names a decision or remark gives as absent, each once, in order; () if nobody is."""
    return tuple(person.name for person in absences(text) if person.presence is Presence.ABSENT)


def absences(text: str) -> tuple[Attendance, ...]:
    """The people a text says were away: absent or, with the words that limit it as note, partly."""
    found: dict[str, Attendance] = {}
    for _, person in sorted(_every_absence(text), key=lambda placed: placed[0]):
        if person.presence is not Presence.PRESENT:
            found.setdefault(person.name, person)
    return tuple(found.values())


def _every_absence(text: str) -> Iterator[tuple[int, Attendance]]:
    """Each person with the place in the text where the absence is told."""
    forms = _forms()
    labels = list(forms.labelled.finditer(text))
    for place, match in enumerate(labels):
        end = labels[place + 1].start() if place + 1 < len(labels) else len(text)
        for person in _listed(text[match.end() : min(end, match.end() + _LIST_REACH)]):
            yield match.end(), person
    for match in forms.away_from.finditer(text):
        for person in _first_people(text[match.end() : match.end() + _REACH]):
            yield match.end(), person
    for match in forms.told_turned.finditer(text):
        for person in _limited(persons(match["people"]), text[match.end() : match.end() + _LIMITS]):
            yield match.start(), person
    for match in forms.told.finditer(text):
        subject = _PEOPLE_AT_END.search(text, max(0, match.start() - _REACH), match.start())
        if subject:
            start = match.start("left") if match["left"] else match.end()
            for person in _limited(_subject(subject[0]), text[start : start + _LIMITS]):
                yield match.start(), person


def _listed(text: str) -> tuple[Attendance, ...]:
    """The people behind a label: on the rest of its line, or on the lines after it that look alike."""
    first, *after = text.split("\n", 100)
    found = persons(first, presence=Presence.ABSENT, lone_first_names=True) or _first_people(first)
    if first.strip() and not found:
        return ()
    marked = bool(_MARKED.match(first))
    for line in after:
        if line.strip():
            more = persons(line, presence=Presence.ABSENT)
            if not more or (found and not (marked and _MARKED.match(line))):
                break
            marked = marked or bool(_MARKED.match(line))
            found += more
    return found


def _first_people(text: str) -> tuple[Attendance, ...]:
    people = _PEOPLE_AT_START.match(text)
    return persons(people[0], presence=Presence.ABSENT) if people else ()


def _subject(people: str) -> tuple[Attendance, ...]:
    """The people before a verb, without the capitalised word that may begin their sentence."""
    run = people.split(" ")
    for leading in range(_MOST_LEADING_WORDS + 1):
        found = persons(" ".join(run[leading:]))
        if found:
            return found
    return ()


def _limited(people: tuple[Attendance, ...], after: str) -> Iterator[Attendance]:
    """The people as absent, or as partly so if the sentence goes on to say when."""
    sentence = _SENTENCE_END.split(after, maxsplit=1)[0].strip()
    if _forms().partly.match(sentence):
        return (replace(person, presence=Presence.PARTLY, note=sentence) for person in people)
    return (replace(person, presence=Presence.ABSENT) for person in people)


@cache
def _forms() -> _Forms:
    known = words()
    labels = any_of(label for label, group in known.labels.items() if group == "absent")
    verbs, states = any_of(known.verbs), any_of(known.states)
    limits = any_of((*known.partly, *known.left))
    return _Forms(
        # A label begins a line or a sentence with a capital, or ends with a colon.
        labelled=re.compile(
            rf"(?<![^\W_])(?:(?=[A-ZÆØÅ])(?i:{labels})(?!\w)(?:\s{{0,2}}:|[-–](?=\s))?|(?i:{labels})\s{{0,2}}:)"
        ),
        away_from=re.compile(rf"(?<!\w)(?i:{any_of(known.away_from)})(?=\s)"),
        told=re.compile(
            rf"(?:, (?:der|som))?\s(?:(?:(?:{verbs})\s{{1,3}}(?:{states})|{any_of(known.predicates)})(?!\w)"
            rf"|(?P<left>{any_of(known.left)}))"
        ),
        told_turned=re.compile(
            rf"(?<!\w)(?i:{verbs})\s{{1,3}}(?P<people>{_PEOPLE})\s{{1,3}}(?:{states})(?!\w)"
        ),
        partly=re.compile(rf"\W*(?:{limits})", re.IGNORECASE),
    )
