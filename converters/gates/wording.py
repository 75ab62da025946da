"""Says a fault of front matter in words a clerk acts on: what is wrong, and what to write instead."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Mapping
from typing import cast

from converters.dates import only_date
from converters.frontmatter.reading import SMART_QUOTES
from converters.gates.schema import Fault
from converters.page_schema import PAGES
from converters.page_schema.values import Schema

LONGEST_SHOWN = 60  # characters of a value that a message repeats
BY_COMMAND = frozenset({"change"})  # kinds of pages that no person writes
LIKE = 0.72  # how much a misspelt key resembles the right one

# What a Dane would write, and the contract's word for it.
_IN_ENGLISH = {
    "punkt": "item",
    "møde": "meeting",
    "referat": "meeting",
    "bilag": "attachment",
    "dokument": "document",
    "åben": "open",
    "åbent": "open",
    "lukket": "closed",
    "godkendt": "approved",
    "vedtaget": "approved",
    "efterretning": "noted",
    "anbefalet": "recommended",
    "indstillet": "recommended",
    "udsat": "postponed",
    "afvist": "rejected",
    "forkastet": "rejected",
    "sendt videre": "referred",
    "oversendt": "referred",
    "taget af": "withdrawn",
    "drøftet": "discussed",
    "valgt": "elected",
    "ukendt": "unknown",
    "dagsorden": "agenda",
    "udkast": "draft",
    "kladde": "draft",
    "til stede": "present",
    "mødt": "present",
    "fraværende": "absent",
    "afbud": "absent",
    "delvist": "partly",
    "titel": "title",
    "overskrift": "title",
    "nummer": "number",
    "dato": "date",
    "udvalg": "committee",
    "kommune": "municipality",
    "sagsnr": "case_number",
    "start": "start",
    "sagsnummer": "case_number",
    "slut": "end",
    "sted": "place",
    "kilde": "source",
    "punkter": "items",
    "beslutninger": "decisions",
    "adgang": "access",
    "deltagere": "attendance",
    "navn": "name",
    "parti": "party",
    "resultat": "outcome",
    "ja": "true",
    "nej": "false",
    "yes": "true",
    "no": "false",
}
_MISSING = {
    "committee": "Find udvalget i kilden, og kør convert igen med --committee.",
    "date": "Find mødets dato i kilden, og kør convert igen med --date.",
    "source": "Kør convert igen med --replace; så skriver den, hvilken fil siden er lavet af.",
}
_SHORT_DATE = re.compile(r"(?P<year>[0-9]{4})[-./ ]?(?P<month>[0-9]{1,2})[-./ ]?(?P<day>[0-9]{1,2})")
_CLOCK = re.compile(r"(?:kl\.?\s*)?(?P<hour>[0-2]?[0-9])[.:]?(?P<minute>[0-5][0-9])?", re.IGNORECASE)

Words = tuple[str, str, str, bool]
"""Code, what is wrong, what to do, and whether it blocks."""


def words_of(fault: Fault) -> Words:
    """Say a fault."""
    return _SAID[fault.keyword](fault, _name(fault))


def _name(fault: Fault) -> str:
    """Where the value stands: its key, and for a row of a list which row."""
    told = ""
    for step in fault.place:
        if isinstance(step, int):
            told += f", række {step + 1}"
        else:
            told += f": {step}" if told else step
    return told


def _own_name(fault: Fault) -> str:
    return next((str(step) for step in reversed(fault.place) if isinstance(step, str)), "")


def _wanted(of: Schema) -> str:
    return str(of.get("errorMessage", "Skriv en tekst."))


def _missing(fault: Fault, name: str) -> Words:
    key = _own_name(fault)
    properties = cast("Mapping[str, Schema]", fault.of["properties"])
    inner = properties.get(key, {})
    hint = _MISSING.get(key) if len(fault.place) == 1 else None
    told = f"Tilføj {key}: {inner['description']}" if "description" in inner else f"Tilføj {key}."
    return "missing-key", f"{name} mangler.", hint or f"{told} {inner.get('errorMessage', '')}".strip(), True


def _unknown(fault: Fault, name: str) -> Words:
    key = _own_name(fault)
    bare = key.strip(f"{SMART_QUOTES}\"' ").casefold().replace("-", "_").replace(" ", "_")
    known = list(cast("Mapping[str, Schema]", fault.of["properties"]))
    meant = _nearest(bare, known)
    if meant:
        return "unknown-key", f"Nøglen {name} kendes ikke her; mente du {meant}?", f"Skriv {meant}.", True
    hint = f"Slet linjen, eller skriv en af nøglerne {', '.join(known)}."
    return "unknown-key", f"Nøglen {name} kendes ikke her, og siden viser den ikke.", hint, False


def _nearest(word: str, known: list[str]) -> str | None:
    """The word that was meant: a Danish one translated, a misspelt one mended."""
    english = _IN_ENGLISH.get(word) or next(
        (english for danish, english in _IN_ENGLISH.items() if danish in word and english in known), None
    )
    if english in known:
        return english
    close = difflib.get_close_matches(word, known, n=1, cutoff=LIKE)
    return close[0] if close else None


def _type(fault: Fault, name: str) -> Words:
    value, of = fault.value, fault.of
    if value is None:
        key = _own_name(fault)
        hint = _MISSING.get(key, _wanted(of)) if len(fault.place) == 1 else _wanted(of)
        return "missing-key", f"{name} mangler; der står intet efter kolon.", hint, True
    wanted = of.get("type")
    names = wanted if isinstance(wanted, list) else [wanted]
    if of.get("format") == "date":
        return _date(fault, name)
    if "string" in names:
        if isinstance(value, bool | int):
            shown = str(value).lower() if isinstance(value, bool) else str(value)
            problem = f"{name} skal være en tekst, men {shown} læses som {_kind(value)}."
            return "wrong-type", problem, f'Sæt citationstegn om: {_own_name(fault)}: "{shown}"', True
        problem = f"{name} skal være en tekst, men er {_kind(value)}."
        return "wrong-type", problem, "Skriv én tekst i citationstegn på linjen.", True
    hint = _wanted(of)
    if isinstance(value, str):
        if "integer" in names and value.strip().isdigit():
            hint = f"Skriv tallet uden citationstegn: {_own_name(fault)}: {int(value)}"
        elif "boolean" in names and (meant := _IN_ENGLISH.get(value.casefold())):
            hint = f"Skriv: {_own_name(fault)}: {meant}"
    return "wrong-type", f"{name} er {_kind(value)} ({_shown(value)}).", hint, True


def _kind(value: object) -> str:
    for kind, told in _KINDS:
        if isinstance(value, kind):
            return told
    return "noget andet"


_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "ja eller nej"),
    (int, "et tal"),
    (str, "en tekst"),
    (list, "en liste"),
    (Mapping, "nøgler og værdier"),
)


def _word(fault: Fault, name: str) -> Words:
    if fault.value is None:
        return "missing-key", f"{name} mangler; der står intet efter kolon.", _wanted(fault.of), True
    known = [str(word) for word in cast("list[object]", fault.of["enum"]) if word is not None]
    meant = _nearest(str(fault.value).strip().casefold(), known)
    hint = f"Mente du {meant}? {_wanted(fault.of)}" if meant else _wanted(fault.of)
    return "wrong-value", f"{name} er {_shown(fault.value)}, og det ord kendes ikke.", hint, True


def _page_type(fault: Fault, _: str) -> Words:
    kinds = [kind for kind in PAGES if kind not in BY_COMMAND]
    meant = _nearest(str(fault.value).strip(SMART_QUOTES).casefold(), kinds)
    hint = f"Skriv en af: {', '.join(kinds)}."
    shown = _shown(fault.value) if fault.value is not None else "tom"
    return "page-type", f"type er {shown}.", f"Mente du {meant}? {hint}" if meant else hint, True


def _too_long(fault: Fault, name: str) -> Words:
    most, length = fault.of["maxLength"], len(str(fault.value))
    hint = "Gør teksten kortere, eller flyt den ned under de tre bindestreger."
    return "too-long", f"{name} er på {length} tegn; der er plads til {most}.", hint, True


def _range(fault: Fault, name: str) -> Words:
    least = fault.of["minimum"]
    hint = f"Skriv et tal fra {least}."
    return "wrong-value", f"{name} er {fault.value}, og det kan ikke passe.", hint, True


def _pattern(fault: Fault, name: str) -> Words:
    value = str(fault.value)
    if fault.of.get("format") == "date":
        return _date(fault, name)
    wanted = _wanted(fault.of)
    if "HTML" in wanted:
        return "html", f"{name} har HTML i sig ({_shown(value)}).", wanted, True
    if "usynlige" in wanted:
        return "invisible", f"{name} har usynlige tegn eller linjeskift i sig.", wanted, True
    clock = _CLOCK.fullmatch(value.strip()) if "klokkeslæt" in wanted else None
    if clock and int(clock["hour"]) <= 24:
        wanted = f'Skriv: {_own_name(fault)}: "{int(clock["hour"]):02}:{clock["minute"] or "00"}"'
    return "wrong-value", f"{name} er {_shown(value)}, og det passer ikke her.", wanted, True


def _date(fault: Fault, name: str) -> Words:
    value = str(fault.value)
    if fault.keyword == "format":
        hint = "Find den rigtige dato i kilden, og skriv den som 2026-03-05."
        return "wrong-date", f"{name} er {value}, og den dato findes ikke.", hint, True
    meant = _meant_date(value)
    hint = f"Skriv: {_own_name(fault)}: {meant}" if meant else _wanted(fault.of)
    return "wrong-date", f"{name} er {_shown(value)}; en dato skrives som 2026-03-05.", hint, True


def _meant_date(value: str) -> str | None:
    """The date that was meant, written as the contract has it."""
    found = _SHORT_DATE.fullmatch(value.strip())
    if found:
        return f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}"
    return only_date(value) if len(value) <= LONGEST_SHOWN else None


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"»{text}«" if len(text) <= LONGEST_SHOWN else f"»{text[:LONGEST_SHOWN]}…«"


_SAID = {
    "required": _missing,
    "additionalProperties": _unknown,
    "type": _type,
    "type-of-page": _page_type,
    "enum": _word,
    "const": _word,
    "maxLength": _too_long,
    "minimum": _range,
    "maximum": _range,
    "pattern": _pattern,
    "format": _date,
}
