"""What became of an item, by the words of its decision.

A decision is read statement by statement: a sentence, or a line that stands for one.  Not read are
statements about absence, proposals, amendments and what became of them, other items of the agenda
("Punkt 7 udgår"), and a minority that will not follow.  In a statement only the main clause counts, and a
negation wins.  Of several statements the weightiest decides, in the order of ``_BY_WEIGHT``: what goes on
to a higher committee before what ends here, what was decided before what was put off, and both before
what was only heard.  Words that say none of this give ``UNKNOWN``.

"Sendes i høring" is REFERRED: others speak before the committee decides.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from converters.model import Outcome

_BY_WEIGHT = {
    "recommended": Outcome.RECOMMENDED,
    "elected": Outcome.ELECTED,
    "approved": Outcome.APPROVED,
    "rejected": Outcome.REJECTED,
    "postponed": Outcome.POSTPONED,
    "referred": Outcome.REFERRED,
    "withdrawn": Outcome.WITHDRAWN,
    "noted": Outcome.NOTED,
    "passed_on": Outcome.REFERRED,
    "discussed": Outcome.DISCUSSED,
}
_WEIGHTS = {word: weight for weight, word in enumerate(_BY_WEIGHT)}
_NEGATABLE = frozenset({"approved", "recommended", "noted", "elected"})
_SAID_BY_ALL = frozenset({"approved", "recommended"})
_NOT_IF_ONLY_DUE = frozenset({"approved", "recommended", "rejected", "elected"})
_PUT_OFF = frozenset({"postponed", "withdrawn"})
_ABOUT_OTHER_ITEMS = frozenset({"postponed", "withdrawn", "referred", "passed_on"})
_NOTHING = "nothing"
_GAP = "…"
_NEGATION_REACH = 100
_LONGEST_STATEMENT = 1500  # characters that are read of one; no sentence of minutes is as long

_LINE_GOES_ON = re.compile(r"(?<![.:;!?\s])[^\S\n]{0,9}\n[^\S\n]{0,99}(?=[a-zæøå])")
_STATEMENT_END = re.compile(r"[.!?;](?=\s+[A-ZÆØÅ\"”»•\uf0b7–-]|\s*\Z|\s*\n)|\n|(?<=\s)(?=Ad\s\d)")
_MARKER = re.compile(
    r"\s*(?:[•·▪*\uf0b7–-]\s*|\d{1,2}[.):]\s*|[a-z]\)\s*|[Aa]d\.?\s?(?:\d{1,2}|[a-z])\b[.):]*\s*)*"
)
# "(O)", "(A+V)", "C og N ...": the letters of parties.  Two capitalised words before a small one: a person.
_PARTIES = re.compile(
    r"\([A-ZÆØÅ]{1,2}(?:(?:\s?\+\s?|\sog\s)[A-ZÆØÅ]{1,2})*\)"
    r"|\A\s*[A-ZÆØÅ](?:(?:\s?\+\s?|\sog\s)[A-ZÆØÅ])*\s"
)
_PERSON = re.compile(r"\W*[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w.-]*){1,3} (?:\([A-ZÆØÅ]{1,2}\) )?[a-zæøå]")
_BRACKET = re.compile(r"\([^()]{0,60}\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grammar:
    """The patterns built from ``outcomes.toml``."""

    phrases: re.Pattern[str]
    class_of: dict[str, str]
    class_of_whole: dict[str, str]
    wide_phrases: tuple[tuple[re.Pattern[str], str], ...]
    negated_before: re.Pattern[str]
    negated_after: re.Pattern[str]
    only_due: re.Pattern[str]
    adjective: re.Pattern[str]
    subordinate: re.Pattern[str]
    item_before: re.Pattern[str]
    absence: re.Pattern[str]
    proposal: re.Pattern[str]
    which: re.Pattern[str]
    amendment: re.Pattern[str]
    fell: re.Pattern[str]
    proposer: re.Pattern[str]
    minority: re.Pattern[str]
    majority: re.Pattern[str]
    other_item: re.Pattern[str]


def outcome_of(text: str) -> Outcome:
    """What the words of a decision say became of the item; UNKNOWN if they do not say it."""
    said = sorted(filter(None, _said(text)), key=_WEIGHTS.__getitem__)
    return _BY_WEIGHT[said[0]] if said else Outcome.UNKNOWN


def _said(text: str) -> Iterator[str | None]:
    """What each statement says, in their order."""
    grammar = _grammar()
    in_amendment = False
    for statement in _statements(text):
        if grammar.absence.match(statement) or grammar.proposer.match(statement):
            continue
        if grammar.amendment.search(statement):
            in_amendment = _class_of(statement) is None and not grammar.fell.search(statement)
            continue
        proposal = grammar.proposal.search(statement)
        if proposal and not grammar.majority.search(statement, 0, proposal.start()):
            which = grammar.which.search(statement, proposal.end())
            if not which:
                continue
            statement = statement[which.end() :]  # noqa: PLW2901 - only the rest of it decides
        said = _class_of(statement)
        if in_amendment and said:
            in_amendment = False
            continue
        if said in _ABOUT_OTHER_ITEMS and grammar.other_item.match(statement):
            continue
        yield said


def _statements(text: str) -> Iterator[str]:
    joined = _LINE_GOES_ON.sub(" ", text)
    for piece in _STATEMENT_END.split(joined):
        statement = piece[_MARKER.match(piece).end() :].strip()  # type: ignore[union-attr]  # matches empty too
        if statement:
            yield statement[:_LONGEST_STATEMENT]


def _class_of(statement: str) -> str | None:
    """What one statement says, by its main clause; by the rest of it if the main clause says nothing."""
    whole = _grammar().class_of_whole.get(statement.rstrip(" .!,").lower())
    if whole:
        return whole
    statement = _BRACKET.sub(lambda bracket: bracket[0].replace(",", "+"), statement)
    cut = _grammar().subordinate.search(statement)
    if cut:
        return _class_of_clause(statement[: cut.start()]) or _class_of_clause(statement[cut.end() :])
    return _class_of_clause(statement)


def _class_of_clause(clause: str) -> str | None:
    grammar = _grammar()
    folded = clause.lower()
    found: list[str] = []
    for match in grammar.phrases.finditer(folded):
        said = _class_of_phrase(match[0])
        before = folded[: match.start()]
        if said == _NOTHING or grammar.adjective.search(folded, max(0, match.start() - 12), match.end()):
            continue
        if _is_negated(folded, match):
            if said not in _NEGATABLE or _is_minority(clause, match, negated=True):
                continue
            if not found:
                return "rejected"
            said = "rejected"
        elif said in _NOT_IF_ONLY_DUE and grammar.only_due.search(before):
            continue
        elif said in _PUT_OFF and grammar.item_before.search(before):
            return said
        elif said in _SAID_BY_ALL and _is_minority(clause, match, negated=False):
            break
        found.append(said)
    return min(found, key=_WEIGHTS.__getitem__, default=None)


def _class_of_phrase(words: str) -> str:
    grammar = _grammar()
    known = grammar.class_of.get(" ".join(words.split()))
    return known or next(said for pattern, said in grammar.wide_phrases if pattern.fullmatch(words))


def _is_negated(clause: str, match: re.Match[str]) -> bool:
    grammar = _grammar()
    before = grammar.negated_before.search(clause, max(0, match.start() - _NEGATION_REACH), match.start())
    return bool(before or grammar.negated_after.match(clause, match.end()))


def _is_minority(clause: str, match: re.Match[str], *, negated: bool) -> bool:
    """Whether a party or a person says this, not the committee: between the commas round it."""
    grammar = _grammar()
    end = clause.find(",", match.end())
    part = clause[clause.rfind(",", 0, match.start()) + 1 : end if end >= 0 else len(clause)]
    if grammar.majority.search(part):
        return False
    if _PERSON.match(part):
        return True
    return negated and bool(_PARTIES.search(part) or grammar.minority.search(part))


@cache
def _grammar() -> _Grammar:
    path = resources.files("converters.lexicon").joinpath("outcomes.toml")
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    classes, grammar, speakers = raw["classes"], raw["grammar"], raw["speakers"]
    class_of = {phrase: said for said, listed in classes.items() for phrase in listed}
    between = rf"(?:\s+(?!(?:{_any(grammar['not_between'])})(?!\w))[\w.]+)"
    return _Grammar(
        # Lower case and no groups: the search can then pass over a phrase by its first letter.
        phrases=re.compile(rf"(?<![\w-])(?:{_any(class_of)})(?!\w)"),
        class_of=class_of,
        class_of_whole={phrase: said for said, listed in raw["alone"].items() for phrase in listed},
        wide_phrases=tuple(
            (_pattern(_phrase(phrase)), said) for phrase, said in class_of.items() if _GAP in phrase
        ),
        negated_before=_pattern(rf"(?<!\w)(?:{_any(grammar['not'])}){between}{{0,5}}\s+\Z"),
        negated_after=_pattern(rf"{between}{{0,2}}\s+ikke(?!\w)"),
        only_due=_pattern(rf"(?<!\w)(?:{_any(grammar['modals'])})(?:\s+\w+){{0,2}}\s+\Z"),
        adjective=_pattern(rf"(?<!\w)(?:{_any(grammar['articles'])})\s+(?:{_any(grammar['adjectives'])})\Z"),
        subordinate=_pattern(rf"(?<=\w)(?:{_any(grammar['subordinate'])})(?!\w)"),
        item_before=_pattern(rf"(?<!\w)(?:{_any(grammar['item'])})(?:\s+\w+){{0,3}}\s+\Z"),
        absence=_pattern(rf"\W*(?:{_any(speakers['absence'])})(?!\w)"),
        proposal=_pattern(rf"(?<!\w)(?:{_any(speakers['proposals'])})(?!\w)"),
        which=_pattern(rf"(?<!\w)(?:{_any(speakers['which'])})(?!\w)"),
        amendment=_pattern(rf"(?<!\w)(?:{_any(speakers['amendments'])})(?!\w)"),
        fell=_pattern(rf"(?<!\w)(?:{_any(speakers['fell'])})(?!\w)"),
        proposer=_pattern(
            rf"\W*(?:{_any(speakers['proposers'])})(?:\s+\w+){{0,4}}\s+(?:indstiller|anbefaler|foreslår)(?!\w)"
        ),
        minority=_pattern(rf"(?<!\w)(?:{_any(speakers['minority'])})s?(?!\w)"),
        majority=_pattern(rf"(?:{_any(speakers['majority'])})(?!\w)"),
        other_item=_pattern(rf"\W*(?:{_any(speakers['other_items'])})\s*\d"),
    )


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


def _phrase(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ …\ ", r"(?:\s+[\w.-]+){0,6}?\s+").replace(r"\ ", r"\s+")


def _any(phrases: Iterable[str]) -> str:
    return "|".join(_phrase(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))
