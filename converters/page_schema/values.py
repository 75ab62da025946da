"""The schema's building stones: kinds of values, each with the Danish that asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

DIALECT = "https://json-schema.org/draft/2020-12/schema"
END = r"(?![\s\S])"  # of the text; »$« is satisfied before a last line feed

Schema = dict[str, object]

LONGEST_NAME = 200  # characters of a committee, a person, a party
LONGEST_LABEL = 100  # of a number or a case number
LONGEST_LINE = 2_000  # of a title; the longest seen, with a list of addresses in it, has 700
LONGEST_TEXT = 10_000  # of a field's value
LARGEST_SIZE = 10**12  # bytes

# What a browser could take for a tag; a lone »<« between two numbers is none.
NO_TAG = {
    "pattern": r"^(?![\s\S]*<[A-Za-z/!?])",
    "errorMessage": "Skriv en tekst uden HTML (tegnet < må ikke stå lige foran et bogstav).",
}
NO_CONTROL = {
    "pattern": r"^(?![\s\S]*[\u0000-\u001f\u007f-\u009f\u2028\u2029])",
    "errorMessage": "Skriv en tekst på én linje og uden usynlige tegn.",
}


def text(told: str, longest: int = LONGEST_NAME, *, required: bool = False) -> Schema:
    """A text; ``longest`` in characters."""
    return {
        "description": told,
        "type": "string" if required else ["string", "null"],
        "maxLength": longest,
        "$ref": "#/$defs/text",
    }


def like(told: str, pattern: str, wanted: str, *, required: bool = False) -> Schema:
    """A text of one form; ``wanted`` says in Danish which."""
    return {
        "description": told,
        "type": "string" if required else ["string", "null"],
        "pattern": f"^{pattern}{END}",
        "errorMessage": wanted,
    }


def date(told: str, *, required: bool = False) -> Schema:
    """A date of the calendar."""
    wanted = "Skriv en dato, der findes, som 2026-03-05."
    return like(told, "[0-9]{4}-[0-9]{2}-[0-9]{2}", wanted, required=required) | {"format": "date"}


def number(told: str, *, required: bool = False, least: int = 0) -> Schema:
    """A whole number."""
    return {
        "description": told,
        "type": "integer" if required else ["integer", "null"],
        "minimum": least,
        "maximum": LARGEST_SIZE,
        "errorMessage": "Skriv et helt tal uden citationstegn.",
    }


def truth(told: str) -> Schema:
    """True or false."""
    wanted = "Skriv true (ja) eller false (nej) uden citationstegn."
    return {"description": told, "type": ["boolean", "null"], "errorMessage": wanted}


def word(told: str, words: type[Enum], *, required: bool = False) -> Schema:
    """One of the words of a closed set."""
    values: list[object] = [word.value for word in words]
    return {
        "description": told,
        "enum": values if required else [*values, None],
        "errorMessage": f"Skriv et af ordene {', '.join(str(value) for value in values)}.",
    }


def listed(told: str, entry: Schema) -> Schema:
    """A list whose entries are all alike."""
    wanted = "Skriv en liste: en række pr. linje, hver med to mellemrum og en bindestreg foran."
    return {"description": told, "type": ["array", "null"], "items": entry, "errorMessage": wanted}


def row(name: str) -> Schema:
    """A row that is defined once."""
    return {"$ref": f"#/$defs/{name}"}


def mapping(told: str, properties: Mapping[str, Schema], *required: str, wanted: str | None = None) -> Schema:
    """Keys and values, and no other keys."""
    return {
        "description": told,
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
        "errorMessage": wanted or "Skriv nøgler og værdier, som {title: Kort, href: bilag/kort.md}.",
    }
