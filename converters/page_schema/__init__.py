"""What front matter may hold, as one JSON Schema: for editors, for the gate, and published with the site.

Its words of refusal (``errorMessage``, which editors know too) are the gate's own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from converters.model import Access, Outcome, Stage
from converters.page_schema.rows import CLOCK, ORIGINAL, ROWS
from converters.page_schema.values import (
    DIALECT,
    LONGEST_LABEL,
    LONGEST_LINE,
    LONGEST_NAME,
    NO_CONTROL,
    NO_TAG,
    Schema,
    date,
    like,
    listed,
    mapping,
    number,
    row,
    text,
    truth,
    word,
)

ADDRESS = "data/referat-side.schema.json"  # on the site
WITHDRAWN = "withdrawn"  # the key of a page that was taken down


def _source() -> Schema:
    return {"$ref": "#/$defs/source"}


def _of_meeting(*, required: bool) -> dict[str, Schema]:
    return {
        "municipality": text("Kommunen."),
        "committee": text("Udvalget, som det hedder på sine andre sider.", required=required),
        "date": date("Mødets dato.", required=required),
    }


def _page(kind: str, told: str, properties: Mapping[str, Schema], *required: str) -> Schema:
    titled = "title" in required
    every: dict[str, Schema] = {
        "type": {"description": "Hvad siden er.", "const": kind},
        "title": text("Overskriften.", LONGEST_LINE, required=titled),
        **_of_meeting(required=kind == "meeting"),
        "ocr": truth("Om en maskine har læst teksten af et billede."),
        "source": _source(),
        "changes": listed("Rettelser, den nyeste sidst.", row("change")),
    }
    return mapping(told, every | dict(properties), "type", *required)


_OPEN = {"aliases": listed("Gamle adresser på siden.", text("En adresse.", LONGEST_LINE, required=True))}
_ATTACHMENTS = listed("Bilag.", row("attachment"))
PAGES: dict[str, Schema] = {
    "item": _page(
        "item",
        "Et punkt på et møde.",
        {
            **_OPEN,
            "number": text("Nummeret, som det er trykt.", LONGEST_LABEL),
            "position": number("Plads i rækken af punkter, fra 1.", required=True, least=1),
            "case_number": text("Sagens nummer.", LONGEST_NAME),
            "item_type": text("Hvad punktet er, som kilden siger det."),
            "planned_minutes": number("Minutter, der er sat af."),
            "decided_by": text("Hvem der afgør sagen.", LONGEST_LINE),
            "fields": listed("Felter under overskriften.", row("field")),
            "access": word("Om punktet er åbent eller lukket.", Access, required=True),
            "outcome": word("Hvad der blev besluttet.", Outcome, required=True),
            "decisions": listed("Beslutninger, i den trykte orden.", row("decision")),
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
            "start": like("Hvornår det begyndte.", *CLOCK),
            "end": like("Hvornår det sluttede.", *CLOCK),
            "place": text("Hvor det blev holdt.", LONGEST_LINE),
            "stage": word("Hvor langt referatet er.", Stage),
            "cancelled": truth("Om det blev aflyst."),
            "attendance": listed("De mødte og de fraværende.", row("person")),
            "attachments": _ATTACHMENTS,
            "items": number("Hvor mange punkter det har.", required=True),
            "agenda": listed("Dagsordenen.", row("agenda_row")),
        },
        *("committee", "date", "items", "source"),
    ),
    "attachment": _page(
        "attachment",
        "Teksten af et bilag.",
        {
            **_OPEN,
            "item": text("Punktets nummer.", LONGEST_LABEL),
            **ORIGINAL,
            "preview": text("Et billede af første side.", LONGEST_LINE),
        },
        *("title", "source"),
    ),
    # A document's own date is no meeting's, and so has a word of its own.
    "document": _page(
        "document",
        "Et dokument, der ikke er et referat.",
        {**_OPEN, "dated": date("Dokumentets dato.")},
        *("title", "source"),
    ),
    "change": mapping(
        "Ordene i en rettelse, skrevet af referat correct.",
        {
            "type": {"description": "Hvad siden er.", "const": "change"},
            "page": text("Siden, der er rettet.", LONGEST_LINE, required=True),
            "municipality": text("Kommunen."),
            "committee": text("Udvalget."),
            "date": date("Hvornår siden blev rettet.", required=True),
            "note": text("Hvad der blev rettet, og hvorfor.", LONGEST_LINE, required=True),
            "parts": listed("Hvad på siden der er rettet.", text("En del.", required=True)),
        },
        *("type", "page", "date", "note"),
    ),
}
# What stays of a page that was taken down, whatever it was.
TOMBSTONE = mapping(
    "En side, der er taget ned.",
    {
        "type": {
            "description": "Hvad siden var.",
            "enum": ["item", "meeting", "attachment", "document"],
            "errorMessage": "Skriv item, meeting, attachment eller document.",
        },
        "title": text("Overskriften, hvis den skal blive stående.", LONGEST_LINE),
        **_of_meeting(required=False),
        "number": text("Nummeret, som det er trykt.", LONGEST_LABEL),
        "position": number("Plads i rækken af punkter, fra 1.", least=1),
        "item": text("Punktets nummer.", LONGEST_LABEL),
        "items": number("Hvor mange punkter mødet har."),
        "access": word("Om punktet er åbent eller lukket.", Access),
        WITHDRAWN: row("withdrawal"),
    },
    *("type", WITHDRAWN),
)
_IS_WITHDRAWN: Schema = {"required": [WITHDRAWN], "properties": {WITHDRAWN: {"not": {"type": "null"}}}}
# A page that a person wrote has what keys the theme knows; what is shown on other pages is text.
_WRITTEN: Schema = {
    "type": "object",
    "properties": {name: text("Vises på andre sider.", LONGEST_LINE) for name in ("title", "description")},
}


def schema() -> Schema:
    """The whole schema: which of the pages it is, is told by ``type``."""
    chosen = [
        {
            "if": {
                "properties": {"type": {"const": kind}},
                "required": ["type"],
                "not": _IS_WITHDRAWN,
            },
            "then": {"$ref": f"#/$defs/page_{kind}"},
        }
        for kind in PAGES
    ]
    down = {
        "if": {"allOf": [{"required": ["type"]}, _IS_WITHDRAWN]},
        "then": {"$ref": "#/$defs/tombstone"},
    }
    return {
        "$schema": DIALECT,
        "title": "Oplysninger øverst på en side i Referat",
        "type": "object",
        "properties": {"type": {"enum": list(PAGES)}},
        "allOf": [*chosen, down],
        "if": {"not": {"required": ["type"]}},
        "then": {"$ref": "#/$defs/written"},
        "$defs": {
            "text": {"allOf": [NO_TAG, NO_CONTROL]},
            **ROWS,
            **{f"page_{kind}": page for kind, page in PAGES.items()},
            "tombstone": TOMBSTONE,
            "written": _WRITTEN,
        },
    }


def schema_json() -> bytes:
    """The schema as the file that is published with the site and read by editors."""
    return (json.dumps(schema(), ensure_ascii=False, indent=2) + "\n").encode()
