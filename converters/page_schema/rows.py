"""The rows that lists of front matter are made of, and what several kinds of pages share."""

from __future__ import annotations

from converters.model import Outcome, Presence
from converters.page_schema.values import (
    LONGEST_LABEL,
    LONGEST_LINE,
    LONGEST_TEXT,
    Schema,
    date,
    like,
    listed,
    mapping,
    number,
    row,
    text,
    word,
)

SHA256 = ("[0-9a-f]{64}", "Skriv filens kontrolsum: 64 tegn (0-9 og a-f).")
CLOCK = ("(?:[01][0-9]|2[0-4]):[0-5][0-9]", 'Skriv et klokkeslæt i citationstegn som "16:30".')
ORIGINAL: dict[str, Schema] = {
    "file": text("Den fil, der er lagt ud.", LONGEST_LINE),
    "size": number("Filens størrelse i byte."),
    "media_type": like("Filens type.", "[a-z]+/[a-z0-9.+-]+", "Skriv filtypen som application/pdf."),
    "sha256": like("Filens kontrolsum.", *SHA256),
}
ROWS: dict[str, Schema] = {
    "source": mapping(
        "Kilden, som siden er lavet af.",
        {
            "file": text("Kildens navn.", LONGEST_LINE, required=True),
            "sha256": like("Kildens kontrolsum.", *SHA256, required=True),
            "pages": listed("Sider i kilden.", number("En side.", required=True)),
        },
        "file",
        "sha256",
        wanted="Kør convert igen med --replace; så skriver den, hvilken fil siden er lavet af.",
    ),
    "vote": mapping(
        "En afstemning.",
        {
            "subject": text("Hvad der blev stemt om.", LONGEST_TEXT),
            "in_favour": number("Stemmer for."),
            "against": number("Stemmer imod."),
            "abstained": number("Stemte ikke."),
        },
    ),
    "decision": mapping(
        "Et udvalgs beslutning.",
        {
            "committee": text("Udvalget."),
            "date": date("Mødets dato."),
            "outcome": word("Hvad der blev besluttet.", Outcome, required=True),
            "absent": listed("Fraværende.", text("Et navn.", LONGEST_LINE, required=True)),
            "votes": listed("Afstemninger.", row("vote")),
        },
        "outcome",
    ),
    "field": mapping(
        "Et felt, som det står i kilden.",
        {"label": text("Feltets navn."), "value": text("Feltets indhold.", LONGEST_TEXT)},
    ),
    "agenda_row": mapping(
        "Et punkt på dagsordenen.",
        {"number": text("Nummeret.", LONGEST_LABEL), "title": text("Overskriften.", LONGEST_LINE)},
    ),
    "attachment": mapping(
        "Et bilag.",
        {
            "title": text("Bilagets navn.", LONGEST_LINE, required=True),
            "href": text("Hvor det ligger.", LONGEST_LINE),
            **ORIGINAL,
        },
        "title",
    ),
    "person": mapping(
        "En, der deltog eller var fraværende.",
        {
            "name": text("Navnet.", LONGEST_LINE, required=True),
            "party": text("Partiet."),
            "role": text("Hvervet.", LONGEST_LINE),
            "presence": word("Om personen var til stede.", Presence, required=True),
            "note": text("Hvad kilden bemærker om det.", LONGEST_LINE),
        },
        "name",
        "presence",
    ),
    "change": mapping(
        "En rettelse, som læserne får at se.",
        {
            "date": date("Hvornår siden blev rettet.", required=True),
            "note": text("Hvad der blev rettet, og hvorfor.", LONGEST_LINE, required=True),
            "href": text("Siden, der viser ordene.", LONGEST_LINE),
        },
        "date",
        "note",
    ),
    "withdrawal": mapping(
        "At siden er taget ned; skriv det med: referat withdraw.",
        {
            "date": date("Hvornår siden blev taget ned.", required=True),
            "reason": text("Grunden, til læserne.", LONGEST_LINE, required=True),
        },
        "date",
        "reason",
    ),
}
