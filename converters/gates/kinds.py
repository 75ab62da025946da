"""The kinds of problems: a code that programs may rely on, and what a clerk calls it."""

from __future__ import annotations

# A code never changes its meaning. A gate that finds something new adds a row.
KINDS: dict[str, str] = {
    # the folder
    "folder": "Mappen",
    "interrupted": "Afbrudt kørsel",
    # front matter as text
    "encoding": "Tegnsæt",
    "byte-order-mark": "Usynligt tegn først i filen",
    "line-endings": "Linjeskift",
    "tab": "Tabulator",
    "fence": "Linjerne med tre bindestreger",
    "too-long": "For langt",
    "yaml": "Linje, der ikke kan læses",
    "colon": "Kolon i en tekst",
    "quotes": "Citationstegn",
    "brackets": "Klammer og parenteser",
    "indent": "Indrykning",
    "comment": "Tekst efter #",
    "reserved-sign": "Tegn, der betyder noget andet",
    "anchor": "Henvisning med & eller *",
    "tag": "Værdi med !",
    "duplicate-key": "Nøgle to gange",
    "nesting": "Liste i liste",
    "invisible": "Usynlige tegn",
    # front matter as the contract has it
    "missing-key": "Oplysning mangler",
    "unknown-key": "Ukendt nøgle",
    "page-type": "Sidens type",
    "wrong-type": "Forkert slags værdi",
    "wrong-value": "Forkert værdi",
    "wrong-date": "Dato",
    "html": "HTML i en oplysning",
    "unknown-committee": "Ukendt udvalg",
    # how pages fit together
    "misplaced": "Forkert mappe",
    "no-meeting": "Møde mangler",
    "differs-from-meeting": "Afviger fra mødet",
    "incomplete": "Mødet er ikke helt",
    "attachment-missing": "Bilag mangler",
    "attachment-absent": "Bilag, der ikke er lagt ved",
    "unlinked-attachment": "Bilag, ingen henviser til",
    "no-decision": "Beslutning mangler",
    "number-gap": "Nummer mangler",
    "words-lost": "Ord, der er gået tabt",
    "words-gone": "Ord, der er taget af siden",
    "unlinked-file": "Fil uden side",
    "closed": "Lukket punkt",
    # sources
    "refused": "Kilde, der ikke kan omsættes",
    "finding": "Se efter i kilden",
    "closed-source": "Lukket materiale i inbox",
    # what was published before
    "untold-change": "Ændret uden en rettelse",
    "deleted-correction": "Rettelse slettet",
    "deleted-page": "Offentliggjort side væk",
    "taken-down": "Rest af det, der er taget ned",
    "stray-correction": "Rettelse uden åben side",
    "no-history": "Tidligere udgave kendes ikke",
    # persons
    "cpr": "CPR-nummer",
    "cpr-likely": "Måske et CPR-nummer",
    "contact": "Privat e-mail eller telefon",
    "unread-file": "Fil, der ikke kunne ses efter",
    "exceptions": "Listen over undtagelser",
    # the built site
    "inline-script": "Script på en side",
    "handler": "Hændelse, der kører et script",
    "inline-style": "Udseende skrevet ind på en side",
    "foreign-element": "Element, som Referat ikke skriver",
    "link-scheme": "Link, der ikke er tilladt",
    "other-origin": "Noget hentet fra andre",
    "mixed-content": "Noget hentet ukrypteret",
    "refresh": "Side, der fører væk",
    "no-policy": "Regler for scripts mangler",
    "other-policy": "Andre regler for scripts",
    "no-language": "Sprog mangler",
    "no-title": "Titel mangler",
    "dead-link": "Link uden mål",
    "dead-anchor": "Link til et sted, der ikke findes",
    "orphan": "Fil uden link",
    "withheld": "Lukket tekst på webstedet",
    "withheld-file": "Lukket fil på webstedet",
    "withheld-unknown": "Lukket tekst, der ikke kan søges efter",
    # links that lead out
    "link-gone": "Link til en side, der er væk",
    "link-unsure": "Link, der ikke svarer",
    "other": "Andet",
}


def name_of(code: str) -> str:
    """What a clerk calls problems of this code."""
    return KINDS.get(code, KINDS["other"])
