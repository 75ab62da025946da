"""Marks of closedness in a line, told from titles and sentences that only sound like them."""

from __future__ import annotations

import re

_THING = r"(?:\w*punkt(?:er)?|pkt\.?|\w*sag(?:er)?|\w*dagsorden|\w*møde)"
_WORD = r"(?:lukkede?|lukket|fortrolig[te]?|(?:ikke|ej)[-\u2010\u2011 ]offentligt?)"
_CLOSED = rf"(?:{_WORD}(?: {_THING}| for offentligheden)?|(?:behandles )?for lukkede døre)"
_AT_END = r"(?-i:LUKKET(?: PUNKT| SAG)?|Lukket(?: punkt| sag)?|F(?:ORTROLIG|ortrolig)[Tt]?)"
# "(L) Salg af grund", "Salg af grund (L)": a letter says it, unless it is the party of whoever is named.
LETTER = re.compile(r"^\W*\(L\)\s|\s\(L\)\s*$")
OF_PARTY = re.compile(
    r"(?:\b[A-ZÆØÅ][\w.-]+ [A-ZÆØÅ][\w.-]+|\b(?:[Ll]iste|[Pp]arti(?:et)?|fra|og|[A-ZÆØÅ])),? ?\(L\)\s*$"
)
_BADGE = r"(?-i:Lukket|LUKKET|Fortroligt?|FORTROLIGT?) ?(?=(?-i:[A-ZÆØÅ][a-zæøå]))"
_TOLD = r"orientering(?:er)?|drøftelser?|meddelelser?"
_NAMED = rf"{_WORD} (?:(?:dagsordens?|tillægs)?punkt|sag|{_TOLD})"
_END = r"\s*(?:\(\d{1,3}\s*min\.?\)\s*)?$"  # the planned time is no part of the title
# "ØU - Lukket - Salg af grund": between a committee's letters and the title
_BETWEEN = (
    r"(?:(?:\s[-–]|:)\s(?-i:Lukket|LUKKET|Fortroligt?|FORTROLIGT?)(?: (?:punkt|sag))?\s*[-–:]\s"
    r"|\s[-–]\s(?:lukket|fortroligt?)(?: (?:punkt|sag))?\s[-–]\s(?=(?-i:[A-ZÆØÅ])))"
)
# The mark stands before the title, in brackets, behind a dash or a comma, or with a capital at its end; a
# badge, as web pages have it, stands with its capital right before the title's.
CLOSED_TITLE = re.compile(
    rf"^\W*(?:{_CLOSED}\s*(?:[-–:)\]/.*|]|$)|{_NAMED}\b|{_BADGE})|[(\[]{_CLOSED}[)\]]"
    rf"|\s[-–]\s{_CLOSED}{_END}|,\s(?:{_NAMED}|lukket (?:dagsorden|møde)){_END}"
    rf"|(?:\s|(?<=[a-zæøå.)!?])){_AT_END}\.?{_END}|{_BETWEEN}"
    r"|^\W*closed(?: item)?\W*$|[(\[]closed(?: item)?[)\]]",
    re.IGNORECASE,
)
# "Lukket punkt: Salg af grund", a title without a number
CLOSED_HEADING = re.compile(rf"^\W*{_NAMED}\s*(?:[-–:]\s*\S|(?:nr\.?\s*)?\d)", re.IGNORECASE)
CLOSED_START = re.compile(rf"^\W*{_WORD}\b", re.IGNORECASE)
SUFFIX = re.compile(r"\.[A-Za-z]{2,4}$")
# "Lukket - Notat", "Notat (fortroligt)": the file may be named without the mark.
MARK_OF_FILE = re.compile(
    r"[(\[]?\b(?:lukket|fortroligt?|ikke[- ]offentligt?)\b[)\]]?\s*[-–:]?\s*", re.IGNORECASE
)
NUMBERS = re.compile(r"^\d+(?:\.\d+)*[.:)]?\s+")
# "Lukket sag, jf. styrelseslovens § 10", "Punktet behandles for lukkede døre."
CLOSED_NOTE = re.compile(
    rf"^\W*{_CLOSED}[\s,.:(–-]*(?:(?:jf|jævnfør|i henhold til|efter|iht)\b.{{0,60}}(?:§|lov)|§)"
    r"|^(?:dette |dagsordens)?(?:punkt|punktet|sag|sagen)"
    r" (?:er|var|behandles|behandledes|(?:blev|er|bliver) behandlet)"
    r" (?:som )?(?:(?:et |en )?(?:lukket|fortrolig)t?\b|for lukkede døre|(?:på|i) (?:et )?lukket"
    r"|(?:ikke|ej)[- ]offentligt?\b|(?:ikke|ej) (?:åbent? for|til) offentlighed"
    r"|undtaget fra (?:\w+ )?offentlighed)"
    r"|^undtaget (?:fra )?(?:\w+ )?(?:offentlighed|aktindsigt)\W*(?:$|(?:jf|jævnfør|efter|iht)\b)",
    re.IGNORECASE,
)
# "Dagsordenstype: Lukket", "Behandling: For lukkede døre", whatever the field is called
ASKED = re.compile(
    r"^(?=[^\W\d])[\w /-]{0,15}?(?:type|form|status|adgang|tilgængelighed|behandl(?:ing|es)|åb(?:en|ne)\w*"
    r"|lukket|offentlig\w*|dagsorden|møde|sag|punkt)(?: (?:sag|punkt))?"
    rf"\s*:\s*{_CLOSED}(?:,? (?:jf|jævnfør|efter|iht)\b.{{0,80}})?\.?$",
    re.IGNORECASE,
)
# "26/123 - Lukket", and "Lukket    Sagsnr.: 26/123": a case's number and the mark
WITH_NUMBER = re.compile(
    rf"^(?:\d+[./-]\d[\w./-]*\s*[-–,]?\s*{_CLOSED}"
    rf"|{_CLOSED}\s+(?:Sagsnr|Sagsid|J\.? ?nr|Journalnr)\b.{{1,40}})$",
    re.IGNORECASE,
)
STEMS = ("lukke", "fortrolig", "offentlig")  # one of which is in every word for it
# "Havneudvalget, Lukket punkt": whose item it is, and the mark
OF_BODY = re.compile(
    rf"^(?P<body>[A-ZÆØÅ].{{2,60}}?)(?:(?:\s*[,.:–-]\s*|\s+)(?i:{_NAMED})|(?:,|\s[–-])\s(?i:{_WORD}))$"
)


_PUBLISHED = r"offentligt?|(?:(?:må|kan|skal) )?(?:offentliggøres|publiceres)|offentliggørelse|publicering"
# A field whose label is the mark: "Lukket punkt: Nej", "Lukket: Ja", "Åbent punkt: Nej"
SAYS_NO = re.compile(rf"^\W*{_CLOSED}(?:\s*[:–-])?\s+nej\W*$", re.IGNORECASE)
SAYS_YES = re.compile(
    rf"^\W*(?:{_CLOSED}(?:\s*[:–-])?\s+ja|(?:åbent?(?: {_THING})?|{_PUBLISHED})(?:\s*[:–-])?\s+nej)\W*$",
    re.IGNORECASE,
)
# "Sagen er lukket for yderligere bidrag": a sentence that goes on with what it is about
GOES_ON = re.compile(
    r"^\W*(?:\w+ )?\w+ (?:er|var|blev) (?:lukket|fortrolig)t?"
    r"(?! (?:for offentlig|jf|jævnfør|iht|i henhold|efter|punkt|sag\b|dagsorden|møde))\s+\w",
    re.IGNORECASE,
)


def is_closed_title(title: str) -> bool:
    """Tell whether a title carries a mark of closedness: "Lukket - ...", "... (lukket punkt)"."""
    lettered = LETTER.search(title) is not None and OF_PARTY.search(title) is None
    marked = lettered or CLOSED_TITLE.search(title) is not None or _says_it(title)
    return marked and SAYS_NO.match(title) is None


def _says_it(title: str) -> bool:
    """Tell whether a title is the sentence "Punktet er lukket" and no more."""
    return CLOSED_NOTE.match(title) is not None and GOES_ON.match(title) is None


def is_closed_file(title: str) -> bool:
    """Tell whether an attachment's title carries such a mark: "Lukket - Bilag 3.pdf"."""
    return is_closed_title(SUFFIX.sub("", title))


def without_mark(title: str) -> str:
    """Give the title of a closed attachment as its file may be called, without the mark."""
    return MARK_OF_FILE.sub("", title).strip()


def is_closed_heading(text: str) -> bool:
    """Tell whether a line is the title of a closed item that has no number: "Lukket punkt: ..."."""
    return CLOSED_HEADING.match(text) is not None and SAYS_NO.match(text) is None


def is_closed_note(text: str) -> bool:
    """Tell whether a line says of the item it stands in that it is closed, and why or how."""
    if not text.lstrip(" (–-")[:1].isupper():  # most lines of a text go on from the one above
        return False
    asked = ":" in text and ASKED.match(text) is not None
    return asked or CLOSED_NOTE.match(text) is not None or SAYS_YES.match(text) is not None


def speaks_of_it(text: str) -> bool:
    """Tell whether a text may have a word for closedness in it: a fast first look."""
    folded = text.casefold()
    return any(stem in folded for stem in STEMS)


def is_closed_field(text: str) -> bool:
    """Tell whether a line is a field that says its item is closed: "Behandling: For lukkede døre"."""
    return ASKED.match(text) is not None


def goes_on(text: str) -> bool:
    """Tell whether a sentence that begins like a mark goes on with something that is closed otherwise."""
    return GOES_ON.match(text) is not None


def begins_closed(text: str) -> bool:
    """Tell whether a title begins with its mark, a number before it left out: "3.1 Lukket - Salg"."""
    bare = NUMBERS.sub("", text)
    return CLOSED_START.match(bare) is not None and is_closed_title(bare)


def is_closed_value(text: str) -> bool:
    """Tell whether the value of a field about openness is a mark: "Lukket", "Lukket jf. § 10"."""
    return re.fullmatch(rf"{_CLOSED}\.?", text.strip(), re.IGNORECASE) is not None or is_closed_note(text)
