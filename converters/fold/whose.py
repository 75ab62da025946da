"""Whose meeting it was: the committee and the municipality."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from converters.attendance import attendance_label, persons
from converters.dates import find_dates
from converters.fold.evidence import HEAD_LINES, HELD_BY, NAMES_PAPER, bodies_named
from converters.lexicon import danish, fold
from converters.segment.bodies import bodies_in, is_body, municipalities_in, regions_in
from converters.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.fold.evidence import Evidence
    from converters.segment.outline import Outline

# "Job, erhverv og kulturs møde den 05. marts 2024", "Referat af Byrådets møde d. 16.12.2014", and in a
# header "Eksempel Kommune · Referat af Byrådets møde"
GENITIVE = re.compile(
    r"^(?:[A-ZÆØÅ][\w-]{1,30} (?:[Kk]ommune|KOMMUNE)\W{1,5})?"
    r"(?:[Åå]bent møde for )?(?:(?:Åbent |Lukket )?(?:[Uu]dskrift (?:af|fra) )?"
    r"(?:\w*[Rr]eferat\w*|\w*[Dd]agsorden\w*|\w*[Pp]rotokol\w*) (?:af|fra|til|for) )?"
    r"(?P<body>(?!Fælles\b)[A-ZÆØÅ][^.:;|]{2,80}?)['’]?[sS] (?:[a-zæøå]+ )?(?:møde|MØDE)\b"
)
# Whom a recommendation is addressed to stands in its own sentence.
ADDRESSEE = re.compile(r"\bindstiller(?:,? at|,? til)? (?P<rest>(?:(?![.:] [A-ZÆØÅ]).){0,120})")
AGENDA_OF = re.compile(r"\bdagsorden(?:en)? (?:til|for) (?:dagens )?mødet? i (?P<rest>[A-ZÆØÅ].{2,80})")
PASSED_ON = r"\b(?:[Aa]nbefal\w*|[Ii]ndstilles|[Oo]versendes)\b[^.:]{{0,40}}\b(?:over for|til|at) {}\b"
LETTERHEAD = re.compile(
    r"^[A-ZÆØÅ][a-zæøåé]+(?:-[A-ZÆØÅ][a-zæøåé]+)? [Kk]ommune(?:[,:]?|\s+[-–])\s+(?=[A-ZÆØÅ§])"
)
# "mødet i Udvalg for Havn og Strand", "Møde i Styregruppen for havnen den 5. marts": whatever it is called
HELD_IN = re.compile(
    r"^(?:(?:\w*[Rr]eferat\w*|\w*[Dd]agsorden\w*|\w*[Pp]rotokol\w*) (?:af|fra|til|for) )?"
    r"(?:[Oo]rdinært |[Ee]kstraordinært )?[Mm]ødet? (?:i|af|for) (?P<body>[A-ZÆØÅ][^.:;|()\d]{3,70}?)"
    r"(?:,? (?:(?:man|tirs|ons|tors|fre|lør|søn)dag\b.*|den \d.*|d\. ?\d.*|kl\b.*)|$)"
)
# A room or a house to meet in is no committee.
PLACE = re.compile(
    r"(?:sal|salen|lokale\w*|rum|rummet|hus|huset|gård|gården|skole|skolen|cent(?:er|ret|eret)"
    r"|[Kk]ommune|[Tt]eams|[Zz]oom|[Kk]antinen)\b"
)
TELLING = 12  # folded characters that tell one committee from another


def committee(evidence: Evidence, former: Sequence[str]) -> str | None:
    """Name the committee by the surest sign there is; ``former`` opens former minutes of the same forum."""
    name = (
        evidence.named.get("committee")
        or _on_front(evidence.front)
        or _of_running(evidence.running)
        or _of_heads(evidence.heads)
        or next((body for text in former for body in bodies_in(text)), None)
        or _of_agenda(evidence.outline)
        or _addressee(evidence.outline)
    )
    # "Eksempel Kommune Byrådet": the letterhead and the committee on one line
    return LETTERHEAD.sub("", name) or name if name else None


def _on_front(front: Sequence[str]) -> str | None:
    for text in front[:HEAD_LINES]:
        match = GENITIVE.match(text)
        if match and not danish().not_in_names & set(fold(match["body"]).split()):
            return match["body"]
    for text in front[:HEAD_LINES]:
        leading = bodies_in(text)
        if leading and text.startswith(leading[0]) and find_dates(text):
            return leading[0]
    found: list[str] = []
    for text in front[:HEAD_LINES]:
        plain = LETTERHEAD.sub("", re.sub(r"^\d{1,3} ", "", text))
        if is_body(plain) and attendance_label(plain) is None:
            return plain
        dated = find_dates(plain)
        if NAMES_PAPER.search(plain) or dated or HELD_BY.fullmatch(plain):
            found.extend(bodies_named(plain))
    if found:
        return found[0]
    held = next((match for text in front[:HEAD_LINES] if (match := HELD_IN.match(text))), None)
    if held is not None and not PLACE.search(held["body"]):
        return held["body"]
    return next((body for text in front[:6] if not persons(text) for body in bodies_in(text)), None)


def _of_heads(heads: Sequence[tuple[str, str | None]]) -> str | None:
    """Choose the committee that decides most items; on a tie, none."""
    counts = Counter(name for name, _ in heads).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None
    return counts[0][0]


def _of_running(running: Sequence[str]) -> str | None:
    counts = Counter(body for text in running for body in bodies_named(text))
    return counts.most_common(1)[0][0] if counts else None


def _of_agenda(outline: Outline) -> str | None:
    """Take the body whose agenda is approved: "dagsorden til dagens møde i Havneudvalget"."""
    for part in outline.parts[:2]:
        if "dagsorden" not in part.title.casefold():
            continue
        for index in part.body():
            match = AGENDA_OF.search(outline.lines[index].text)
            bodies = bodies_in(match["rest"]) if match else ()
            if match and bodies and match["rest"].startswith(bodies[0]):
                return bodies[0]
    return None


def _addressee(outline: Outline) -> str | None:
    """Take the body that every recommendation is addressed to, where nothing else names one."""
    found: set[str] = set()
    text = " ".join(outline.lines[i].text for part in outline.parts for i in part.lines())
    for match in ADDRESSEE.finditer(text):
        bodies = bodies_in(match["rest"])
        if bodies:
            found.add(bodies[0])
    if not found:
        found = {
            body
            for body in bodies_in(text)
            if re.search(rf"\bat {re.escape(body)} (?:godkender|beslutter|tager)", text)
        }
    # Who passes a case on to a body is another one.
    found = {body for body in found if not re.search(PASSED_ON.format(re.escape(body)), text)}
    return found.pop() if len(found) == 1 else None


def alike(one: str, other: str) -> bool:
    """Tell whether two printed names are one committee; a clerk may have left a letter out."""
    first, second = re.sub(r"\W", "", fold(one)), re.sub(r"\W", "", fold(other))
    return first[:TELLING] == second[:TELLING] or first in second or second in first


def municipality(evidence: Evidence) -> str | None:
    """Name the municipality its own papers name most: first in the heads, then in the text."""
    stated = Counter(
        name for text in (*evidence.front, *evidence.running) for name in municipalities_in(text)
    )
    if not stated:
        stated = Counter(name for text in (*evidence.front, *evidence.running) for name in regions_in(text))
    if stated:
        return stated.most_common(1)[0][0]
    framed = {name for text in evidence.frame for name in municipalities_in(text)}
    if len(framed) == 1:
        return framed.pop()
    counts = Counter(
        name
        for line in evidence.outline.lines
        if "ommune" in line.text or "OMMUNE" in line.text
        for name in municipalities_in(line.text)
    ).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None
    return counts[0][0] if counts[0][1] > 1 or _is_host(evidence.outline, counts[0][0]) else None


def _is_host(outline: Outline, municipality: str) -> bool:
    """Tell whether a web or mail address in the document bears the municipality's name."""
    host = slug(municipality.rsplit(" ", 1)[0])
    return any(
        re.search(rf"(?:www\.|@){host}\.", line.text)
        for line in outline.lines
        if "www." in line.text or "@" in line.text
    )
