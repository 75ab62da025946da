"""Lines with personal numbers, and lines with numbers that look like them: same seed, same lines."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from converters.gates.cpr import WEIGHTS

SEED = 20260305
TRUE_LINES = 2_000
LOOKALIKES = 20_000
MISNAMED_LINES = 200
SIGNS = ("", "", "-", "-", "-", " ", "\u2011", "–", "−", "- ", " - ", "/", ".", "\u00a0", "\t", "\u00ad",
         "\\-", "-\n", "\n", " \n", "&#8209;", "_", "\u2009-\u2009", "\u200b-")  # fmt: skip
HYPHENS = ("-", "-", "-", "\u2011", "\u2010", "–", "−", "- ", " - ", "\\-", "-\n")
AROUND = (
    "Borger {} har klaget.",
    "{}",
    "{}, Møllevej 4, 9000 Birkevig",
    "| Anna Prøve | {} | 9000 Birkevig | 4.500 kr. |",
    "Anna Prøve;{};Møllevej 4;9000",
    "Sagsnr. 26/1234: Ansøgning fra {} om tilskud på 12.500 kr.",
    "Fakturaen af 5. marts 2026 vedrører borger {}.",
    "- {} (født på sygehuset)",
    "Tlf. 12 34 56 78, {}",
    "Ansøger (Anna Prøve, {}) har CVR-nr. 12345678.",
    "Ejer af matr.nr. 12ab Birkevig: Bo Prøve, {}.",
    "Vi har den 05-03-2026 kl. 16:30 talt med {}",
    "Journalnr. 27.35.00-A00-1-26. Part: {}",
    "EAN 5790001234567 og {}",
    "**{}**",
    "Født {} i Birkevig; udbetalt 2.400 kr. + renter",
    "Bilag 3 ({}",
    "1) {} 2) Bo Prøve",
    "Se {}: sagen er lukket",
    "Sagen om {} genoptages",
    "Dok. 3 vedr. {}, jf. bilag 2",
    "Fakturaen er betalt. {} er underrettet",
    "Ansøger: {}",
)
MISNAMED = (
    "Sagsnr. {}",
    "Journalnr.: {}",
    "Ref.: {}",
    "Id {}",
    "Fakturanr. {}",
    "Kundenummer {}",
    "P-nr. {}",
)
CALLED = (
    "CPR-nr. {}",
    "cpr: {}",
    "CPR-nummer {} og adresse",
    "Personnummer: {}",
    "{} (cpr)",
    "Borgerens cpr er {}.",
    "| CPR | {} |",
    "Cpr.nr. for ansøger i sag 26/1234 er {}",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line, its kind, and for a true one whether the number has to be sure."""

    text: str
    kind: str
    must_be_sure: bool = False


def fits(digits: str) -> bool:
    """Whether the weighted digits add up to a multiple of eleven."""
    return sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True)) % 11 == 0


def number(rng: random.Random, *, wanted: bool) -> str:
    """A number of somebody made up, whose control sum fits as wanted; every tenth is administrative."""
    while True:
        born = dt.date(1900, 1, 2) + dt.timedelta(days=rng.randrange(125 * 365))
        sevenths = "0123" if born.year < 1937 else "01239" if born.year < 2000 else "45678"
        day = born.day + 60 * (rng.random() < 0.1)
        digits = f"{day:02}{born:%m%y}{rng.choice(sevenths)}{rng.randrange(1000):03}"
        if fits(digits) == wanted and (born.day, born.month) != (1, 1):
            return digits


def true_lines() -> Iterator[Line]:
    """Lines with one personal number each: with control sum, called CPR, or with no more than a hyphen."""
    rng = random.Random(SEED)  # noqa: S311 - made-up lines, not secrets
    for place in range(TRUE_LINES):
        way = place % 3
        digits = number(rng, wanted=way == 0 or (way == 1 and rng.random() < 0.2))
        sign = rng.choice(HYPHENS if way == 2 else SIGNS)
        around = rng.choice(CALLED if way == 1 else AROUND)
        kind = ("control sum", "called CPR", "hyphen alone")[way]
        yield Line(text=around.format(digits[:6] + sign + digits[6:]), kind=kind, must_be_sure=way != 2)


def misnamed_lines() -> Iterator[Line]:
    """Lines that call a personal number something else, as when it is used as the number of a case."""
    rng = random.Random(SEED + 2)  # noqa: S311 - made-up lines, not secrets
    for place in range(MISNAMED_LINES):
        digits = number(rng, wanted=True)
        text = MISNAMED[place % len(MISNAMED)].format(f"{digits[:6]}-{digits[6:]}")
        yield Line(text=text, kind="misnamed")


def lookalikes() -> Iterator[Line]:
    """Lines with numbers of other kinds, drawn by chance, so that some have a date or a fitting sum."""
    rng = random.Random(SEED + 1)  # noqa: S311 - made-up lines, not secrets
    kinds = list(KINDS.items())
    for place in range(LOOKALIKES):
        kind, make = kinds[place % len(kinds)]
        yield Line(text=make(rng), kind=kind)


def _n(rng: random.Random, digits: int) -> str:
    return "".join(str(rng.randrange(10)) for _ in range(digits))


def _day(rng: random.Random) -> dt.datetime:
    return dt.datetime(2010, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=rng.randrange(16 * 365 * 24 * 60))


def _one(*forms: str) -> Callable[[random.Random], str]:
    """One of the forms; #4# stands for four random digits, and a date's letters for a date."""

    def make(rng: random.Random) -> str:
        text = rng.choice(forms)
        for digits in (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13):
            while f"#{digits}#" in text:
                text = text.replace(f"#{digits}#", _n(rng, digits), 1)
        return _day(rng).strftime(text.replace("%", "%%").replace("@", "%"))

    return make


KINDS: dict[str, Callable[[random.Random], str]] = {
    "case": _one("Sagsnr. 26/#5#", "Sagsnr. #10#", "Sagsnr.: #6#-#4#", "Sag 2026-#7#", "Sags-id: #10#",
                 "(sagsnr. @y-#6#)", "Sagsnummer #6#-#4# om vejret", "| Sagsnr. | #10# |"),
    "ean": _one("EAN-nr. 579000#7#", "EAN 5790 00#2# #5#", "GLN: 579#10#",
            "EAN-nummer: 57 90 00 #2# #2# #3#"),
    "cvr": _one("CVR-nr. #8#", "CVR #2# #2# #2# #2#", "cvr: #8#, P-nr. 10#8#", "SE-nr. #8#"),
    "production unit": _one("P-nr. 10#8#", "P-nummer: 10#8#", "P-nr.: 10#2# #2# #2# #2#", "pnr 1#9#",
                            "Produktionsenhed 10#8#", "| Birkevig Skole | 10#8# |"),
    "phone": _one("Tlf. #8#", "Telefon #2# #2# #2# #2#", "+45 #8#", "Mobil: #4# #4#",
                  "ring på #2# #2# #2# #2#",
                  "(+45) #2# #2# #2# #2#", "0045#8#", "fax #6# #4#"),
    "invoice": _one("Faktura #10#", "Fakturanr. #6#-#4#", "Faktura nr.: #10# af @d-@m-@Y", "Ordrenummer #10#",
                    "Bilagsnr. #10#", "Kreditornr. #10#", "Kundenummer: #6# #4#", "Rekvisitionsnr. #6#-#4#"),
    "amount": _one("#4#.#3#.#3# kr.", "#10# kr.", "#6#,#2# kr. i alt", "Budget: #6# #4#  #5# #6#",
                   "| Drift | #6# | #4# | #5# |", "#10#,#2#", "1.#3#.#3#.#3# kr.", "= #10#", "i alt DKK #7#"),
    "account": _one("Konto #4# #10#", "Reg.nr. #4# kontonr. #10#", "#4#-#10#", "Kontonummer #4# - #10#",
                    "DK#2# #4# #4# #4# #2#", "+71<#10#12345+#8#<", "Kto. #4# #6# #4#"),
    "day and time": _one("@d-@m-@Y @H:@M", "@Y-@m-@dT@H:@M:00", "@d@m@y kl. @H@M", "Scannet @d@m@y-@H@M",
                         "@Y@m@d-@H@M", "Dato: @d@m@y @H@M", "@d.@m.@Y-#2#.#2#.@Y", "den @d/@m kl. @H.@M",
                         "Udskrevet @y@m@d-@H@M", "log @y@m@d_@H@M", "@d@m@y-@d@m@y"),
    "journal": _one("27.#2#.00-A00-1-@y", "Journalnr. #6#-#4#", "J.nr. 20#2#-#3#-#4#", "Journalnummer: #10#",
                    "KLE 82.#2#.00 G01", "Dok.nr. #6#-#2#", "Akt. #3#-#6#", "Dokumentnr. #10#", "ESDH #10#"),
    "address on the web": _one("https://birkevig.dk/vis?id=#10#", "[Se bilag](https://birkevig.dk/dok/#10#)",
                               "www.birkevig.dk/sag/#6#-#4#", "https://birkevig.dk/a?punktid=#10#&mode=1",
                               "<https://birkevig.dk/#10#.pdf>", "[Kort](https://kort.example/?x=#6#&y=#7#)",
                               "?dokument=#10#"),
    "nothing said": _one("Skiltet har #10# påtrykt.", "#10#", "Nøglen er #8#.", "Vælg #6# #6# i menuen",
                         "Koden #4#-#6# virker", "| #5# | #10# | ja |", "Stregkoden #13# blev skannet"),
    "model": _one("Model #6#-#4#", "Varenr. #6#-#4#", "Serienummer #10#", "Målernr. #10#", "Type #4#/#6#",
                  "Pumpe #3#-#6#-#4#", "Reservedel AB-#6#-#4#"),
    "checksum": _one("sha256: a#10#b#10#f", "#8#-#4#-4#3#-a#3#-#12#", "0x#10#", "id-#10#abc"),
    "isbn": _one("ISBN 87#8#", "ISBN 978-87-#3#-#4#-1", "ISSN #4#-#4#", "ISBN: 87-#3#-#4#-#2#"),
    "place": _one("Koordinat #6#,#7#", "56.#10#, 10.#10#", "BFE-nr. #7#", "Matr.nr. #2#ab, #4#",
                  "UTM #6# #7#",
                  "Ejendomsnr. #10#", "Lokalplan #3#-#4#"),
    "span": _one("0101@y-3112@y", "2019-2020", "1.1.20#2#-31.12.20#2#", "#4#-#4#", "perioden @d@m@y-@d@m@y",
                 "side #3#-#3#", "uge #2#-#2#"),
    "meter": _one("Måling #10# kWh", "#7# m2", "#10# liter +/- #4#", "#6# x #4# mm", "±#10#", "#9# kWh i @Y"),
}  # fmt: skip
