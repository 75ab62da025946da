"""What front matter may hold, as one JSON Schema: for editors, for the gate, and published with the site.

Its words of refusal (``errorMessage``, which editors know too) are the gate's own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum

from converters.model import Access, Outcome, Presence, Stage

FILE = "referat-side.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
END = r"(?![\s\S])"  # of the text; »$« is satisfied before a last line feed

Schema = dict[str, object]

LONGEST_NAME = 200  # characters of a committee, a person, a party
LONGEST_LABEL = 100  # of a number or a case number
LONGEST_LINE = 2_000  # of a title; the longest seen, with a list of addresses in it, has 700
LONGEST_TEXT = 10_000  # of a field's value
LARGEST_SIZE = 10**12  # bytes

# What a browser could take for a tag; a lone »<« between two numbers is none.
_NO_TAG = {
    "pattern": r"^(?![\s\S]*<[A-Za-z/!?])",
    "errorMessage": "Skriv en tekst uden HTML (tegnet < må ikke stå lige foran et bogstav).",
}
_NO_CONTROL = {
    "pattern": r"^(?![\s\S]*[\u0000-\u001f\u007f-\u009f\u2028\u2029])",
    "errorMessage": "Skriv en tekst på én linje og uden usynlige tegn.",
}


def _text(told: str, longest: int = LONGEST_NAME, *, required: bool = False) -> Schema:
    return {
        "description": told,
        "type": "string" if required else ["string", "null"],
        "maxLength": longest,
        "$ref": "#/$defs/text",
    }


def _like(told: str, pattern: str, wanted: str, *, required: bool = False) -> Schema:
    return {
        "description": told,
        "type": "string" if required else ["string", "null"],
        "pattern": f"^{pattern}{END}",
        "errorMessage": wanted,
    }


def _date(told: str, *, required: bool = False) -> Schema:
    wanted = "Skriv en dato, der findes, som 2026-03-05."
    return _like(told, "[0-9]{4}-[0-9]{2}-[0-9]{2}", wanted, required=required) | {"format": "date"}


def _number(told: str, *, required: bool = False, least: int = 0) -> Schema:
    return {
        "description": told,
        "type": "integer" if required else ["integer", "null"],
        "minimum": least,
        "maximum": LARGEST_SIZE,
        "errorMessage": "Skriv et helt tal uden citationstegn.",
    }


def _truth(told: str) -> Schema:
    wanted = "Skriv true (ja) eller false (nej) uden citationstegn."
    return {"description": told, "type": ["boolean", "null"], "errorMessage": wanted}


def _word(told: str, words: type[Enum], *, required: bool = False) -> Schema:
    values: list[object] = [word.value for word in words]
    return {
        "description": told,
        "enum": values if required else [*values, None],
        "errorMessage": f"Skriv et af ordene {', '.join(str(value) for value in values)}.",
    }


def _list(told: str, entry: Schema) -> Schema:
    wanted = "Skriv en liste: en række pr. linje, hver med to mellemrum og en bindestreg foran."
    return {"description": told, "type": ["array", "null"], "items": entry, "errorMessage": wanted}


def _row(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _mapping(
    told: str, properties: Mapping[str, Schema], *required: str, wanted: str | None = None
) -> Schema:
    return {
        "description": told,
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
        "errorMessage": wanted or "Skriv nøgler og værdier, som {title: Kort, href: bilag/kort.md}.",
    }


_SHA256 = ("[0-9a-f]{64}", "Skriv filens kontrolsum: 64 tegn (0-9 og a-f).")
_CLOCK = ("(?:[01][0-9]|2[0-4]):[0-5][0-9]", 'Skriv et klokkeslæt i citationstegn som "16:30".')
_ORIGINAL: dict[str, Schema] = {
    "file": _text("Den fil, der er lagt ud.", LONGEST_LINE),
    "size": _number("Filens størrelse i byte."),
    "media_type": _like("Filens type.", "[a-z]+/[a-z0-9.+-]+", "Skriv filtypen som application/pdf."),
    "sha256": _like("Filens kontrolsum.", *_SHA256),
}
_ROWS: dict[str, Schema] = {
    "source": _mapping(
        "Kilden, som siden er lavet af.",
        {
            "file": _text("Kildens navn.", LONGEST_LINE, required=True),
            "sha256": _like("Kildens kontrolsum.", *_SHA256, required=True),
            "pages": _list("Sider i kilden.", _number("En side.", required=True)),
        },
        "file",
        "sha256",
        wanted="Kør convert igen med --replace; så skriver den, hvilken fil siden er lavet af.",
    ),
    "vote": _mapping(
        "En afstemning.",
        {
            "subject": _text("Hvad der blev stemt om.", LONGEST_TEXT),
            "in_favour": _number("Stemmer for."),
            "against": _number("Stemmer imod."),
            "abstained": _number("Stemte ikke."),
        },
    ),
    "decision": _mapping(
        "Et udvalgs beslutning.",
        {
            "committee": _text("Udvalget."),
            "date": _date("Mødets dato."),
            "outcome": _word("Hvad der blev besluttet.", Outcome, required=True),
            "absent": _list("Fraværende.", _text("Et navn.", LONGEST_LINE, required=True)),
            "votes": _list("Afstemninger.", _row("vote")),
        },
        "outcome",
    ),
    "field": _mapping(
        "Et felt, som det står i kilden.",
        {"label": _text("Feltets navn."), "value": _text("Feltets indhold.", LONGEST_TEXT)},
    ),
    "agenda_row": _mapping(
        "Et punkt på dagsordenen.",
        {"number": _text("Nummeret.", LONGEST_LABEL), "title": _text("Overskriften.", LONGEST_LINE)},
    ),
    "attachment": _mapping(
        "Et bilag.",
        {
            "title": _text("Bilagets navn.", LONGEST_LINE, required=True),
            "href": _text("Hvor det ligger.", LONGEST_LINE),
            **_ORIGINAL,
        },
        "title",
    ),
    "person": _mapping(
        "En, der deltog eller var fraværende.",
        {
            "name": _text("Navnet.", LONGEST_LINE, required=True),
            "party": _text("Partiet."),
            "role": _text("Hvervet.", LONGEST_LINE),
            "presence": _word("Om personen var til stede.", Presence, required=True),
            "note": _text("Hvad kilden bemærker om det.", LONGEST_LINE),
        },
        "name",
        "presence",
    ),
    "change": _mapping(
        "En rettelse, som læserne får at se.",
        {
            "date": _date("Hvornår siden blev rettet.", required=True),
            "note": _text("Hvad der blev rettet, og hvorfor.", LONGEST_LINE, required=True),
        },
        "date",
        "note",
    ),
}


def _source() -> Schema:
    return {"$ref": "#/$defs/source"}


def _of_meeting(*, required: bool) -> dict[str, Schema]:
    return {
        "municipality": _text("Kommunen."),
        "committee": _text("Udvalget, som det hedder på sine andre sider.", required=required),
        "date": _date("Mødets dato.", required=required),
    }


def _page(kind: str, told: str, properties: Mapping[str, Schema], *required: str) -> Schema:
    titled = "title" in required
    every: dict[str, Schema] = {
        "type": {"description": "Hvad siden er.", "const": kind},
        "title": _text("Overskriften.", LONGEST_LINE, required=titled),
        **_of_meeting(required=kind == "meeting"),
        "ocr": _truth("Om en maskine har læst teksten af et billede."),
        "source": _source(),
        "changes": _list("Rettelser, den nyeste sidst.", _row("change")),
    }
    return _mapping(told, every | dict(properties), "type", *required)


_OPEN = {"aliases": _list("Gamle adresser på siden.", _text("En adresse.", LONGEST_LINE, required=True))}
_ATTACHMENTS = _list("Bilag.", _row("attachment"))
PAGES: dict[str, Schema] = {
    "item": _page(
        "item",
        "Et punkt på et møde.",
        {
            **_OPEN,
            "number": _text("Nummeret, som det er trykt.", LONGEST_LABEL),
            "position": _number("Plads i rækken af punkter, fra 1.", required=True, least=1),
            "case_number": _text("Sagens nummer.", LONGEST_NAME),
            "item_type": _text("Hvad punktet er, som kilden siger det."),
            "planned_minutes": _number("Minutter, der er sat af."),
            "decided_by": _text("Hvem der afgør sagen.", LONGEST_LINE),
            "fields": _list("Felter under overskriften.", _row("field")),
            "access": _word("Om punktet er åbent eller lukket.", Access, required=True),
            "outcome": _word("Hvad der blev besluttet.", Outcome, required=True),
            "decisions": _list("Beslutninger, i den trykte orden.", _row("decision")),
            "attachments": _ATTACHMENTS,
        },
        # Committee and date are those of the meeting, where a missing one is named once.
        *("position", "access", "outcome", "source"),
    ),
    "meeting": _page(
        "meeting",
        "Et møde.",
        {
            **_OPEN,
            "start": _like("Hvornår det begyndte.", *_CLOCK),
            "end": _like("Hvornår det sluttede.", *_CLOCK),
            "place": _text("Hvor det blev holdt.", LONGEST_LINE),
            "stage": _word("Hvor langt referatet er.", Stage),
            "cancelled": _truth("Om det blev aflyst."),
            "attendance": _list("De mødte og de fraværende.", _row("person")),
            "attachments": _ATTACHMENTS,
            "items": _number("Hvor mange punkter det har.", required=True),
            "agenda": _list("Dagsordenen.", _row("agenda_row")),
        },
        *("committee", "date", "items", "source"),
    ),
    "attachment": _page(
        "attachment",
        "Teksten af et bilag.",
        {
            **_OPEN,
            "item": _text("Punktets nummer.", LONGEST_LABEL),
            **_ORIGINAL,
            "preview": _text("Et billede af første side.", LONGEST_LINE),
        },
        *("title", "source"),
    ),
    # A document's own date is no meeting's, and so has a word of its own.
    "document": _page(
        "document",
        "Et dokument, der ikke er et referat.",
        {**_OPEN, "dated": _date("Dokumentets dato.")},
        *("title", "source"),
    ),
}
# A page that a person wrote has what keys the theme knows; what is shown on other pages is text.
_WRITTEN: Schema = {
    "type": "object",
    "properties": {name: _text("Vises på andre sider.", LONGEST_LINE) for name in ("title", "description")},
}


def schema() -> Schema:
    """The whole schema: which of the pages it is, is told by ``type``."""
    chosen = [
        {
            "if": {"properties": {"type": {"const": kind}}, "required": ["type"]},
            "then": {"$ref": f"#/$defs/page_{kind}"},
        }
        for kind in PAGES
    ]
    return {
        "$schema": DIALECT,
        "title": "Oplysninger øverst på en side i Referat",
        "type": "object",
        "properties": {"type": {"enum": list(PAGES)}},
        "allOf": chosen,
        "if": {"not": {"required": ["type"]}},
        "then": {"$ref": "#/$defs/written"},
        "$defs": {
            "text": {"allOf": [_NO_TAG, _NO_CONTROL]},
            **_ROWS,
            **{f"page_{kind}": page for kind, page in PAGES.items()},
            "written": _WRITTEN,
        },
    }


def schema_json() -> bytes:
    """The schema as the file that is published with the site and read by editors."""
    return (json.dumps(schema(), ensure_ascii=False, indent=2) + "\n").encode()
