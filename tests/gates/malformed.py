"""Pages broken as clerks break them: each way on each page, with the line that it broke.

The line is known from how the page was broken, never from what the gate says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

SHA = "a" * 64
SOURCE = f"source: {{file: referat.txt, sha256: {SHA}, pages: [1, 2]}}"
_MEETING = ("municipality: Birkevig Kommune", "committee: Teknik- og Miljøudvalget", "date: 2026-03-05")
_BODY = ("", "## Beslutning", "", "Godkendt.", "")
PAGES: dict[str, tuple[str, ...]] = {
    "åbent punkt": (
        *("---", "type: item", "title: Cykelsti langs Møllevej", 'number: "14"', "position: 14", *_MEETING),
        *('case_number: "26/1234"', "access: open", "outcome: approved", "decisions:"),
        "  - {committee: Økonomiudvalget, date: 2026-03-03, outcome: recommended}",
        "  - {committee: Teknik- og Miljøudvalget, date: 2026-03-05, outcome: approved}",
        "attachments:",
        "  - {title: Kort over stien, href: bilag/punkt-14-bilag-1.md}",
        *(SOURCE, "---", *_BODY),
    ),
    "lukket punkt": (
        *("---", "type: item", "title: Lukket - Udbud", 'number: "15"', "position: 15", *_MEETING),
        *("access: closed", "outcome: noted", SOURCE, "---", *_BODY),
    ),
    "møde": (
        *("---", "type: meeting", "title: Marts på rådhuset", *_MEETING, 'start: "15:30"', 'end: "18:10"'),
        *("place: Rådhuset i Birkevig", "stage: approved", "attendance:"),
        "  - {name: Maren Prøve, party: A, role: formand, presence: present}",
        "  - {name: Bo Prøve, party: V, presence: absent}",
        *("items: 2", SOURCE, "---", *_BODY),
    ),
    "bilag": (
        *("---", "type: attachment", "title: Støj ved skolen", 'item: "14"', *_MEETING, "file: kort.pdf"),
        *("size: 1200", "media_type: application/pdf", SOURCE, "---", *_BODY),
    ),
    "dokument": (
        *("---", "type: document", "title: Klimaplan 2026", *_MEETING, "dated: 2026-01-31", SOURCE, "---"),
        *_BODY,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A page as text, how and which it is, the line that was broken (from 1), and the code to be given."""

    way: str
    page: str
    text: str
    line: int
    code: str

    @property
    def shown(self) -> str:
        """The broken line."""
        lines = self.text.replace("\r", "␍").replace("\ufeff", "␋").split("\n")
        line = lines[self.line - 1].replace("\t", "␉").replace("\x07", "␇")
        return line if len(line) <= 90 else f"{line[:87]}…"


Lines = list[str]
Break = Callable[[Lines], int | None]
"""Breaks a page's lines in place; the broken line, from 0, or None where the page has nothing to break."""


def every_case() -> Iterator[Broken]:
    """Every way on every page that has what it breaks."""
    for way, (code, breaks) in WAYS.items():
        for page, lines in PAGES.items():
            broken = list(lines)
            line = breaks(broken)
            if line is not None:
                yield Broken(way=way, page=page, text="\n".join(broken), line=line + 1, code=code)


def at(lines: Lines, key: str) -> int | None:
    """The line of a key."""
    return next((number for number, line in enumerate(lines) if line.startswith(f"{key}:")), None)


def value(key: str, told: str) -> Break:
    """Give a key another value; {} is the one it had."""

    def breaks(lines: Lines) -> int | None:
        line = at(lines, key)
        if line is not None:
            lines[line] = f"{key}: " + told.replace("{}", lines[line].partition(": ")[2])
        return line

    return breaks


def swapped(key: str, old: str, new: str, below: int = 0) -> Break:
    """Change what stands on the line of a key, or of a row so many lines below it."""

    def breaks(lines: Lines) -> int | None:
        line = at(lines, key)
        if line is None or old not in lines[line + below]:
            return None
        lines[line + below] = lines[line + below].replace(old, new, 1)
        return line + below

    return breaks


def dropped(key: str, seen_at: int = 0) -> Break:
    """Leave a key out; that is told on the first line."""

    def breaks(lines: Lines) -> int | None:
        line = at(lines, key)
        if line is None:
            return None
        del lines[line]
        return seen_at

    return breaks


def added(new: str, after: str = "type") -> Break:
    """Add a line."""

    def breaks(lines: Lines) -> int | None:
        line = at(lines, after)
        if line is None:
            return None
        lines.insert(line + 1, new)
        return line + 1

    return breaks


def fence(number: int, new: str | None) -> Break:
    """Write the first (0) or second (1) line of hyphens otherwise, or leave it out."""

    def breaks(lines: Lines) -> int:
        line = [place for place, text in enumerate(lines) if text == "---"][number]
        lines[line : line + 1] = [] if new is None else new.split("\n")
        return line

    return breaks


def ended(with_: str, key: str) -> Break:
    """End a line, or all lines, in another way."""

    def breaks(lines: Lines) -> int | None:
        line = at(lines, key) if key else 0
        for number in range(len(lines)) if not key else () if line is None else (line,):
            lines[number] += with_
        return line

    return breaks


def begun(with_: str, key: str) -> Break:
    """Put something before a line."""

    def breaks(lines: Lines) -> int | None:
        line = at(lines, key) if key else 0
        if line is not None:
            lines[line] = with_ + lines[line]
        return line

    return breaks


WAYS: dict[str, tuple[str, Break]] = {
    "usynligt tegn først": ("byte-order-mark", begun("\ufeff", "")),
    "Windows-linjer": ("line-endings", ended("\r", "")),
    "en Windows-linje": ("line-endings", ended("\r", "committee")),
    "ingen slutning": ("fence", fence(1, None)),
    "to bindestreger til slut": ("fence", fence(1, "--")),
    "fire bindestreger til slut": ("fence", fence(1, "----")),
    "lang streg til slut": ("fence", fence(1, "—")),
    "fire bindestreger først": ("fence", fence(0, "----")),
    "ingen begyndelse": ("fence", fence(0, None)),
    "tom linje først": ("fence", fence(0, "\n---")),
    "nøgle to gange": ("duplicate-key", added("type: item")),
    "udvalg to gange": ("duplicate-key", added("committee: Byrådet", "date")),
    "anker": ("anchor", value("committee", "&u {}")),
    "henvisning": ("anchor", value("municipality", "*k")),
    "mærke": ("tag", value("municipality", "!!str {}")),
    "udråbstegn": ("tag", value("title", "!Vigtigt")),
    "kolon i overskriften": ("colon", value("title", "Sag: {}")),
    "kolon sidst": ("colon", value("title", "{}:")),
    "kolon i kommunen": ("colon", value("municipality", "Kommune: Birkevig")),
    "manglende citationstegn til sidst": ("quotes", value("title", '"{}')),
    "manglende enkelt citationstegn": ("quotes", value("municipality", "'{}")),
    "citationstegn inde i teksten": ("quotes", value("title", '"Den "nye" {}"')),
    "ord efter citationstegn": ("quotes", value("title", '"Stien" {}')),
    "apostrof i enkelte citationstegn": ("quotes", value("title", "'Maren's {}'")),
    "skrå citationstegn": ("quotes", value("title", "”{}”")),
    "vinkler om teksten": ("quotes", value("title", "»{}«")),
    "skrå citationstegn om et ord": ("quotes", value("type", "“{}”")),
    "omvendt skråstreg": ("quotes", value("title", '"C:\\mappe\\{}"')),
    "snabel-a først": ("reserved-sign", value("title", "@{}")),
    "procent først": ("reserved-sign", value("title", "% {}")),
    "accent først": ("reserved-sign", value("title", "`{}`")),
    "manglende kolon": ("colon", swapped("committee", "committee:", "committee")),
    "manglende mellemrum": ("colon", swapped("committee", "committee: ", "committee:")),
    "lighedstegn": ("colon", swapped("date", "date: ", "date = ")),
    "tabulator": ("tab", begun("\t", "committee")),
    "indrykket": ("indent", begun("  ", "committee")),
    "usynligt tegn": ("invisible", value("title", "{}\x07")),
    "linjeskift i teksten": ("invisible", value("title", '"{}\\n"')),
    "tekst efter nummertegn": ("comment", value("title", "{} #14")),
    "måned 13": ("wrong-date", value("date", "2026-13-05")),
    "30. februar": ("wrong-date", value("date", "2026-02-30")),
    "dansk dato": ("wrong-date", value("date", "05-03-2026")),
    "dato med ord": ("wrong-date", value("date", "5. marts 2026")),
    "dato uden nuller": ("wrong-date", value("date", "2026-3-5")),
    "dato med kort år": ("wrong-date", value("date", "05.03.26")),
    "dato som tal": ("wrong-date", value("date", "20260305")),
    "udvalg som tal": ("wrong-type", value("committee", "14")),
    "udvalg som liste": ("wrong-type", value("committee", "[Byrådet, Økonomiudvalget]")),
    "kommune som sand": ("wrong-type", value("municipality", "true")),
    "HTML": ("html", value("title", "{} <script>alert(1)</script>")),
    "for langt udvalg": ("too-long", value("committee", "{}" * 12)),
    "ingen type": ("page-type", dropped("type")),
    "dansk type": ("page-type", value("type", "punkt")),
    "forkert stavet type": ("page-type", value("type", "{}s")),
    "forkert stavet nøgle": ("unknown-key", swapped("municipality", "municipality", "municipalty")),
    "dansk nøgle": ("unknown-key", added("overskrift: Stien")),
    "nøgle med stort": ("unknown-key", added("Place: Byrådssalen")),
    "ukendt nøgle": ("unknown-key", added("kle: 05.01.02", "date")),
    "kilde mangler": ("missing-key", dropped("source")),
    "kilde som tekst": ("wrong-type", value("source", "referat.txt")),
    "kilde uden kontrolsum": ("missing-key", value("source", "{file: referat.txt}")),
    "kort kontrolsum": ("wrong-value", swapped("source", SHA, "abc123")),
    "manglende klamme": ("brackets", swapped("source", "}", "")),
    "sider som tekst": ("wrong-type", swapped("source", "[1, 2]", "1-2")),
    "ja i stedet for true": ("wrong-type", added("ocr: ja")),
    "nummer uden citationstegn": ("wrong-type", value("number", "14")),
    "plads i citationstegn": ("wrong-type", value("position", '"14"')),
    "plads nul": ("wrong-value", value("position", "0")),
    "plads mangler": ("missing-key", dropped("position")),
    "adgang på dansk": ("wrong-value", value("access", "åben")),
    "adgang mangler": ("missing-key", dropped("access")),
    "udfald på dansk": ("wrong-value", value("outcome", "godkendt")),
    "udfald tomt": ("missing-key", value("outcome", "")),
    "klamme mangler i beslutning": ("brackets", swapped("decisions", "}", "", 1)),
    "kolon i beslutning": ("colon", swapped("decisions", "Økonomiudvalget", "Udvalg: Økonomi", 1)),
    "beslutning uden udfald": ("missing-key", swapped("decisions", ", outcome: approved", "", 2)),
    "beslutning med forkert dato": ("wrong-date", swapped("decisions", "2026-03-03", "3/3 2026", 1)),
    "bindestreg uden mellemrum": ("indent", swapped("decisions", "- {", "-{", 1)),
    "bilag uden titel": ("missing-key", swapped("attachments", "title: Kort over stien, ", "", 1)),
    "bilag med forkert nøgle": ("unknown-key", swapped("attachments", "href", "link_href", 1)),
    "klokkeslæt med punktum": ("wrong-value", value("start", "15.30")),
    "klokkeslæt med ord": ("wrong-value", value("end", "kl. 18")),
    "umuligt klokkeslæt": ("wrong-value", value("end", '"25:00"')),
    "stadie på dansk": ("wrong-value", value("stage", "udkast")),
    "antal i citationstegn": ("wrong-type", value("items", '"2"')),
    "antal mangler": ("missing-key", dropped("items")),
    "aflyst: nej": ("wrong-type", added("cancelled: nej", "stage")),
    "deltager uden navn": ("missing-key", swapped("attendance", "name: Bo Prøve, ", "", 2)),
    "deltager med dansk ord": ("wrong-value", swapped("attendance", "present", "mødt", 1)),
    "deltager med skrå citationstegn": ("quotes", swapped("attendance", "Maren Prøve", "“Maren Prøve”", 1)),
    "størrelse som tekst": ("wrong-type", value("size", '"1200"')),
    "filtype": ("wrong-value", value("media_type", "PDF")),
    "titel tom": ("missing-key", value("title", "")),
    "dokumentets dato": ("wrong-date", value("dated", "2026-02-31")),
}
