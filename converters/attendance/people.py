"""Lists of people: names with party, role and remark, however they are set apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from converters.attendance.apart import for_a_while, set_apart
from converters.attendance.words import any_of, fold, words
from converters.model import Attendance, Presence

_ENTRY = re.compile(r"[\r\n\t\f]+(?:[^\S\n]*[-–](?=\s))?|\A\s*[-–](?=\s)|(?<!\S)[•·▪‣*\uf0b7]")
_TOKEN = re.compile(
    r"\((?P<bracket>[^()\n]{0,80})\)|(?P<comma>[,;])|(?P<colon>:)|(?P<dash>(?<=\s)[-–](?=\s))"
    r"|(?P<word>[^\s,;:()]{1,60})|(?P<strange>\S)"
)
_PARTY_CODE = re.compile(r"[A-ZÆØÅ]{1,2}")
_SURNAME_FIRST = re.compile(
    r"\s*(?P<last>[^\W\d_][\w'’-]{1,40}), (?P<first>[^\W\d_][\w .'’-]{1,40}?) (?P<party>[A-ZÆØÅ]{1,2}|Sam)\s*"
)
_MARKER = re.compile(r"\s*\d{1,2}[.)]\s+(?=(?P<next>[^\s:]+))")
_ORDINAL = re.compile(r"\d\.\s?")
_INITIALS = re.compile(r"(?:[A-ZÆØÅ]\.){2,3}")  # "H.C. Holm", a name's first two words in one
_NAME_WORD = re.compile(rf"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?|{_INITIALS.pattern}")
_RULED = re.compile(r"(?:[-–_=*]\s?){3,}\s*$")
_BETWEEN = re.compile(r"\s*[,;/]\s*")
_APOSTROPHE = re.compile(r"['’]")
_FIRST_AND_LAST = 2
_MOST_NAME_WORDS = 5
_MOST_ROLE_WORDS = 3


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A person as far as the list has been read; without a name it belongs to the person before."""

    name: str = ""
    party: str | None = None
    role: str | None = None
    notes: list[str] = field(default_factory=list)
    bracketed: bool = False


def persons(
    text: str, *, presence: Presence = Presence.PRESENT, lone_first_names: bool = False
) -> tuple[Attendance, ...]:
    """The people of a list, in order; nobody if the text is "Ingen" or no list of people.

    A line that is no list (a letterhead between the names) is passed over as long as most lines are.
    A single word without party or role is taken for a person only with ``lone_first_names``.
    """
    if is_nobody(text):
        return ()
    found: list[_Draft] = []
    read = refused = 0
    role: str | None = None
    for text_of_entry in _entries(set_apart(text)):
        entry = _Entry(_RULED.sub("", text_of_entry), found[-1:], role, away=presence is Presence.ABSENT)
        if entry.is_read():
            read += 1
            found[-1:] = entry.people
            role = entry.role
        else:
            refused += 1
    if refused >= read or not found:
        return ()
    if len(found) == 1 and not lone_first_names and _is_doubtful(found[0]):
        return ()
    return tuple(_attendance(draft, presence) for draft in found)


def is_nobody(text: str) -> bool:
    """Whether a text says that there is nobody: "Ingen.", "Nej - Ingen"."""
    return fold(text) in words().nobody


def _entries(text: str) -> Iterator[str]:
    for entry in _ENTRY.split(text):
        if entry.strip(" \u00a0.") and not is_nobody(entry):
            yield entry


def _is_doubtful(draft: _Draft) -> bool:
    return " " not in draft.name and not draft.bracketed and not draft.party and not draft.role


class _Entry:
    """One line of a list, read word by word; ``people`` begins with the person before it, if any.

    A role with no name on its line goes to the person before it, but where the list begins with a role
    it goes to the person after it and stays in ``role`` until then.
    """

    def __init__(self, text: str, last: list[_Draft], role: str | None, *, away: bool = False) -> None:
        self.text = text
        self.away = away
        self.dashed = False
        self.at_comma = False
        self.people = [replace(draft, notes=[*draft.notes]) for draft in last]
        self.role = role
        self.run: list[str] = []
        self.in_note = False

    def is_read(self) -> bool:
        """Read the line; False if it is no list of people."""
        turned = _SURNAME_FIRST.fullmatch(self.text)
        if turned and _is_name([*turned["first"].split(), turned["last"]]):
            self.people.append(_Draft(name=f"{turned['first']} {turned['last']}", party=turned["party"]))
            return True
        marker = _MARKER.match(self.text)
        start = marker.end() if marker and not _is_role(marker["next"]) else 0
        return all(map(self._take, _TOKEN.finditer(self.text, start))) and self._flush()

    def _take(self, token: re.Match[str]) -> bool:
        if token["word"]:
            return self._take_word(token["word"])
        if token["bracket"] is not None:
            return self._flush() and self._take_bracket(token["bracket"].strip())
        if token["colon"]:
            return self._take_colon()
        self.in_note = False
        taken = token["strange"] is None and self._flush()
        self.dashed, self.at_comma = token["dash"] is not None, token["comma"] is not None
        return taken

    def _take_word(self, word: str) -> bool:
        known = words()
        if word in known.joiners:
            return self._flush()
        bare = word.rstrip(".")
        short = len(bare) == 1 or bare.isdigit() or fold(word) in known.abbreviations | known.parties
        ends = word.endswith(".") and not short and not _INITIALS.fullmatch(word)
        if bare:
            self.run.append(bare if ends else word)
        return self._flush() if ends else True

    def _take_colon(self) -> bool:
        """A colon is good for nothing but "Borgmester: Name", or "stedfortræder: Name" of who is away."""
        role = " ".join(self.run)
        if self._is_replaced(role):
            return True
        self.run, self.role = [], role
        return _is_role(role)

    def _take_bracket(self, inner: str) -> bool:
        if not self.people:
            return False
        person = self.people[-1]
        if self.in_note:
            person.notes[-1] += f" ({inner})"
            self.in_note = False
            return True
        person.bracketed = True
        pieces = _BETWEEN.split(inner)
        if not all(_is_party(piece) or _is_role(piece) for piece in pieces):
            pieces = [inner]
        for piece in filter(None, pieces):
            if _is_party(piece):
                _give_party(person, piece)
            elif _is_role(piece) and person.role is None:
                person.role = piece
            else:
                person.notes.append(piece)
        return True

    def _flush(self) -> bool:
        """Take the words read so far as a role, a party, a remark or a name."""
        run, self.run = self.run, []
        text = " ".join(run)
        if not run:
            return True
        last = self.people[-1] if self.people else None
        if _is_role(text):
            if last and last.role is None and self.role is None:
                last.role = text
            else:
                self.role = text
            return True
        if _is_party(text) and last and not self.role and (last.party is None or last.bracketed):
            _give_party(last, text)
            return True
        away = last is not None and _away().fullmatch(text) is not None
        if away or (" " in text and self._is_replaced(text)):
            return self._add_note([], text)  # of who is away, not a person who is
        standing_in = _substitute().search(text) or for_a_while().search(text)
        if standing_in:
            return self._add_note(
                run[: len(text[: standing_in.start()].split())], text[standing_in.start() :]
            )
        return self._add(run)

    def _is_replaced(self, text: str) -> bool:
        """Tell whether words behind who is away say who came instead."""
        behind = self.away and (self.dashed or self.at_comma) and bool(self.people)
        came = self.dashed and fold(text.rsplit(" ", 1)[-1]) in words().replacing
        return behind and (came or _replaced().match(text) is not None)

    def _add_note(self, name: list[str], note: str) -> bool:
        if (name and not self._add(name)) or not self.people:
            return False
        self.people[-1].notes.append(note)
        self.in_note = True
        return True

    def _add(self, run: list[str]) -> bool:
        """Add a person: a role of up to three words, a name, a party's letter."""
        lengths = range(min(_MOST_ROLE_WORDS, len(run) - 1), 0, -1)
        before = next((length for length in lengths if _is_role(" ".join(run[:length]))), 0)
        last = self.people[-1] if self.people else None
        if before and self.at_comma and last and last.bracketed and last.role is None:
            last.role, before, run = " ".join(run[:before]), 0, run[before:]
        name, party = run[before:], None
        behind = len(name) > _FIRST_AND_LAST and not before and not self.role and _is_role(name[-1])
        role = name.pop() if behind else " ".join(run[:before]) or self.role
        if len(name) > _FIRST_AND_LAST and _PARTY_CODE.fullmatch(name[-1]) and not "".join(name).isupper():
            party = name.pop()
        self.people.append(_Draft(name=" ".join(name), party=party, role=role))
        self.role, self.in_note = None, False
        return _is_name(name)


def _give_party(person: _Draft, party: str) -> None:
    """Set a person's party; what stood there before it were initials."""
    if person.party:
        person.notes.append(person.party)
    person.party = party


def _is_role(text: str) -> bool:
    known = words()
    bare = fold(_ORDINAL.sub("", text.strip(), count=1))
    return bare in known.roles or (bare.endswith(known.role_endings) and " " not in bare)


def _is_party(text: str) -> bool:
    known = words()
    folded = fold(text)
    head, _, rest = folded.partition(" ")
    return (
        bool(_PARTY_CODE.fullmatch(text))
        or folded in known.parties
        or (head in known.party_heads and rest != "")
    )


def _is_name(run: list[str]) -> bool:
    known = words()
    if not 0 < len(run) <= _MOST_NAME_WORDS:
        return False
    for place, word in enumerate(run):
        if not _NAME_WORD.fullmatch(word):
            return False
        folded = fold(word)
        if 0 < place < len(run) - 1 and folded in known.particles:
            continue
        at_edge = place in {0, len(run) - 1}
        if not any(part[:1].isupper() for part in _APOSTROPHE.split(word)) or (
            at_edge and len(folded) < _FIRST_AND_LAST
        ):
            return False
        if folded in known.not_names or folded.endswith(known.not_name_endings):
            return False
        if place == 0 and folded in known.not_first_names:
            return False
    return True


@cache
def _substitute() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{any_of(words().substitutes)})(?!\S)", re.IGNORECASE)


@cache
def _replaced() -> re.Pattern[str]:
    return re.compile(rf"(?:\S+ )?(?:{any_of(words().replacing)})(?!\S)", re.IGNORECASE)


@cache
def _away() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(words().absent)})(?!\w)", re.IGNORECASE)


def _attendance(draft: _Draft, presence: Presence) -> Attendance:
    if any(_substitute().match(note) for note in draft.notes):
        presence = Presence.PRESENT
    elif any(for_a_while().search(note) for note in draft.notes):
        presence = Presence.PARTLY
    elif any(_away().match(note) for note in draft.notes):
        presence = Presence.ABSENT
    note = "; ".join(draft.notes) or None
    return Attendance(name=draft.name, presence=presence, party=draft.party, role=draft.role, note=note)
