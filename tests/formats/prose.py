"""Running text about a topic: as many paragraphs as a case has, each different, always the same."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

PLACES = ["Lyngsø", "Sandkær", "Bøgelunden", "Nørre Vang", "Kærgården", "Tværmose", "Ravnsbjerg", "Holmene"]
PARTIES = [
    *["Center for Teknik og Plan", "Borgerservice", "Ældrerådet", "Handicaprådet", "Økonomistaben"],
    *["Børne- og familieafdelingen", "den eksterne rådgiver", "Landsbyrådet"],
]
OPENINGS = [
    "Forvaltningen har siden sidste møde arbejdet videre med {topic} i {place}.",
    "Baggrunden er, at {topic} i {place} de senere år har givet anledning til {count} henvendelser.",
    "I {year} blev der gennemført en undersøgelse af {topic}, som {party} stod for.",
    "Det fremgår af aftalen om budget {year}, at {topic} skal ses efter i sømmene.",
    "{party} har spurgt til {topic}, og spørgsmålet belyses i det følgende.",
    "Ved mødet den {day}. maj {year} blev {topic} drøftet første gang (sag nr. {count}).",
    "Hidtil er {topic} i {place} blevet varetaget af {party} efter en ordning fra {year}.",
    "Der er behov for en samlet plan for {topic}, både i byerne og i landdistrikterne.",
]
MIDDLES = [
    "Af de {count} adresser, der blev besøgt, havde omtrent hver tredje bemærkninger til forløbet.",
    "Udgiften er opgjort til {count}.000 kr. årligt, hvoraf {day} pct. vedrører løn og kørsel.",
    "{party} peger på, at kommunikationen til borgerne bør være kort, venlig og uden fagudtryk.",
    "Opgaven forudsætter et tværgående samarbejde mellem myndighedsafdelingen og driftsområderne.",
    "Erfaringerne fra {place} viser, at tidlig inddragelse sparer både tid og ærgrelser.",
    "Det er forvaltningens vurdering, at niveauet kan fastholdes – også hvis antallet stiger.",
    "Arealet udgør ca. {day},5 hektar og grænser op til skolens boldbaner mod øst.",
    "Medarbejderne har ønsket klare retningslinjer for arbejdstilrettelæggelse og kompetenceudvikling.",
    "Jf. § {day} i bekendtgørelsen skal der foreligge en skriftlig begrundelse, før arbejdet sættes i gang.",
    "En tredjedel af beløbet, {day},6 mio. kr., er allerede disponeret til kystbeskyttelse og dræning.",
    "Naboerne i {place} har fået brev om sagen, og {count} af dem har svaret.",
    "Klimatilpasningsprojekterne ventes afsluttet inden udgangen af {year}, medmindre vejret driller.",
    "Der er ikke tale om en serviceforringelse, men om en omlægning af eksisterende ydelser.",
    "Tilsynsmyndigheden har meddelt, at de fremsendte oplysninger er fyldestgørende.",
    "Parkeringsforholdene ved hallen forbedres, så gangbesværede kan komme helt hen til indgangen.",
    "{party} deltager gerne i en følgegruppe, som mødes fire gange om året.",
]
ENDINGS = [
    "Der gives en status igen, når {year} er gået.",
    "Herefter forelægges sagen for udvalget på ny.",
    "Punkterne drøftes nærmere på budgetseminaret i {place}.",
    "Den endelige tidsplan aftales med {party}.",
    "Borgerne orienteres løbende på hjemmesiden og i lokalavisen.",
    "",
    "Yderligere oplysninger fås hos {party}.",
]
MOST = 5  # sentences between the first and the last


def paragraphs(count: int, topic: str, seed: str) -> Iterator[str]:
    """Write paragraphs about a topic; the same seed writes the same words."""
    for place in range(count):
        yield _paragraph(topic, f"{seed}/{place}")


def _paragraph(topic: str, seed: str) -> str:
    chosen = _Chooser(seed)
    middles = [chosen.one(MIDDLES) for _ in range(1 + chosen.number(MOST))]
    sentences = [chosen.one(OPENINGS), *dict.fromkeys(middles), chosen.one(ENDINGS)]
    filled = (
        sentence.format(
            topic=topic,
            place=chosen.one(PLACES),
            party=chosen.one(PARTIES),
            year=2015 + chosen.number(14),
            day=2 + chosen.number(26),
            count=11 + chosen.number(880),
        )
        for sentence in sentences
        if sentence
    )
    return " ".join(sentence[0].upper() + sentence[1:] for sentence in filled)


class _Chooser:
    """Choices that look arbitrary and are the same in every run."""

    def __init__(self, seed: str) -> None:
        self._seed, self._drawn = seed, 0

    def number(self, below: int) -> int:
        self._drawn += 1
        return zlib.crc32(f"{self._seed}:{self._drawn}".encode()) % below

    def one(self, of: list[str]) -> str:
        return of[self.number(len(of))]
