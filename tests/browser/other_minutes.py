"""Minutes around those that are searched for: an archive in which a word stands alone here and there."""

from __future__ import annotations

from collections.abc import Iterator

# The words that compounds come apart by stand alone in other minutes only, and there a few times each: what
# is found by its second half is found by nothing else.
ALONE = """
    klasse lokale bus sikring skybrud belysning vej sortering affald brand bil garanti lån skat ejendom hal
    svømme idræt koordinator hjernerystelse pleje hjem kunst græs musik skole mad ordning tand læge
    vagt høring svar bro plan lokal
""".split()
TIMES = 4
OTHERS = 240
SENTENCES = (
    "Udvalget drøftede årets gang og de opgaver, der ligger forude.",
    "Forvaltningen gennemgik tallene for kvartalet og svarede på spørgsmål.",
    "Der er modtaget en henvendelse fra en forening, som ønsker et møde.",
    "Sagen tages op igen, når beløbet er kendt.",
)


def others() -> Iterator[tuple[str, str, str, str, str]]:
    """Many more items of a committee: meeting's date, number, title, case number and text."""
    mentions = ALONE * TIMES
    for place in range(OTHERS):
        mentioned = f"Formanden nævnte {mentions[place]} kort." if place < len(mentions) else ""
        day = f"20{19 + place // 60:02}-{place // 5 % 12 + 1:02}-09"
        text = f"{SENTENCES[place % len(SENTENCES)]} {mentioned} {SENTENCES[place // 7 % len(SENTENCES)]}"
        yield day, str(place % 5 + 1), f"Orientering {place + 1}", f"{19 + place // 60}/{3000 + place}", text
