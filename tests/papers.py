"""Made-up papers for the laws: minutes of every layout, put together from their parts."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace

from hypothesis import strategies as st

SYLLABLES = ["ba", "de", "fi", "go", "hu", "ky", "læ", "mø", "nå", "pra", "ste", "vil"]
# Signs and words among the made-up ones, where inference has to make up its mind.
TRAPS = [
    *[
        "3,6 mio. kr.",
        "5. marts 2026",
        "kl. 16.30",
        "Punkt 3",
        "1.",
        "2)",
        "a)",
        "o",
        "Side 2 af 9",
        "26/1234",
    ],
    *["Beslutning", "Bilag", "indstiller", "U-", "20-", "og", "at:", "(Lukket)", "lukket", "Åben", "•", "12"],
    *["https://birkevig.dk/a_b", "https://birkevig.dk/sag-", "Økonomiudvalget", "Fraværende:", "Ad 1."],
    *["sundheds- og", "100.000 200.000"],
]
LABELS = ["Resume", "Sagsfremstilling", "Indstilling", "Økonomi", "Lovgrundlag", "Beslutning", "Bilag"]
LABELS += ["Børnenes vinkel"]  # which no word list knows
HEADS = [
    *["Beslutning i Teknik- og Miljøudvalget den 05-03-2026:", "Økonomiudvalget, den 3. marts 2026"],
    *["Beslutning i Byrådet den 30. marts 2026", "Udvalgets beslutning", "Beslutning:"],
    *["Fraværende: Anna Holm (A)"],
]
FRONT = [
    *[
        "Birkevig Kommune",
        "Referat",
        "Teknik- og Miljøudvalget",
        "Mødedato: 5. marts 2026",
        "Mødested: Lokale 2",
    ],
    *["Torsdag den 5. marts 2026 kl. 16.30", "Medlemmer:", "Anna Holm (A), formand", "Afbud: Bo Lind (V)"],
    *["Indholdsfortegnelse", "Dagsorden", "Udskriv", "Til toppen", "Punkter på åben dagsorden"],
    *["Lukkede punkter"],
]
FIELDS = ["Sagsnr.: 26/1234", "Sagsnr.:", "26/77", "Sagen afgøres i: Byrådet", "Åbent punkt", "Journalnr."]
FIELDS += ["Sagsbehandler: abc"]
EDGES = ["Side 3 af 9", "7", "4 Birkevig Kommune | Referat fra mødet 05-03-2026", "Teknik- og Miljøudvalget"]
EDGES += ["- 5 -"]
NUMBERS: dict[str, Callable[[int, str], list[str]]] = {
    "24  Title": lambda number, title: [f"{number}  {title}"],
    "24 Title": lambda number, title: [f"{number} {title}"],
    "24. Title": lambda number, title: [f"{number}. {title}"],
    "24) Title": lambda number, title: [f"{number}) {title}"],
    "24 - Title": lambda number, title: [f"{number} - {title}"],
    "24Title": lambda number, title: [f"{number}{title}" if title[0].isalpha() else f"{number} {title}"],
    "26-024 Title": lambda number, title: [f"26-{number:03} {title}"],
    "Punkt 24: Title": lambda number, title: [f"Punkt {number}: {title}"],
    "Punkt 24": lambda number, title: [f"Punkt {number}", title],
    "Sag nr. 24 Title": lambda number, title: [f"Sag nr. {number} {title}"],
    "Title": lambda _, title: ["Åbent punkt", title],
}
# How an item says that it is closed: before or behind its title, or under it.
CLOSED_MARKS: dict[str, Callable[[str], list[str]]] = {
    "Lukket - Title": lambda title: [f"Lukket - {title}"],
    "(Lukket) Title": lambda title: [f"(Lukket) {title}"],
    "Title (lukket punkt)": lambda title: [f"{title} (lukket punkt)"],
    "Title - Lukket": lambda title: [f"{title} - Lukket"],
    "Lukket punkt": lambda title: [title, "Lukket punkt"],
    "Åben/lukket: Lukket": lambda title: [title, "Åben/lukket: Lukket"],
}


class Names:
    """Words that come only once each, so that every one can be found again."""

    def __init__(self, mark: str = "") -> None:
        self._mark = mark
        self._spellings = ("".join(parts) for parts in itertools.product(SYLLABLES, repeat=3))

    def some(self, count: int) -> list[str]:
        """So many new words."""
        return [f"{word}{self._mark}" for word in itertools.islice(self._spellings, count)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a paper is laid out: its numbers, spacing, page breaks and bullets."""

    numbers: str
    width: int
    double: bool
    page: str
    bullets: str
    hyphens: bool
    traps: bool = True


LAYOUTS = st.builds(
    Layout,
    numbers=st.sampled_from(sorted(NUMBERS)),
    width=st.sampled_from([30, 60, 90]),
    double=st.booleans(),
    page=st.sampled_from(["\f", " ", "\n\n\n", ""]),
    bullets=st.sampled_from(["before", "after", "alone", "\uf0b7", "o", "1.", "1. after", "a)"]),
    hyphens=st.booleans(),
)
# Minutes whose lists are numbered as their items are, or nearly so.
ALIKE = st.builds(
    Layout,
    numbers=st.sampled_from(["24  Title", "24 Title", "24. Title", "24) Title", "Punkt 24"]),
    width=st.sampled_from([30, 60, 90]),
    double=st.booleans(),
    page=st.sampled_from(["\f", "\n\n\n", ""]),
    bullets=st.sampled_from(["1.", "1)", "1", "1  ", "1. after"]),
    hyphens=st.booleans(),
)


def wrapped(words: list[str], width: int, *, hyphens: bool) -> list[str]:
    """Words on lines of a width; now and then a word is divided at a line's end."""
    lines = [""]
    for word in words:
        if len(lines[-1]) + 1 + len(word) <= width or not lines[-1]:
            lines[-1] = f"{lines[-1]} {word}".strip()
        elif hyphens and len(word) > 4 and word.isalpha():
            lines[-1] += f" {word[:3]}-"
            lines.append(word[3:])
        else:
            lines.append(word)
    return lines


@st.composite
def sentences(draw: st.DrawFn, names: Names, layout: Layout) -> list[str]:
    """A paragraph, wrapped; it may hold a trap, and may lack its capital or its full stop."""
    words = names.some(draw(st.integers(1, 14)))
    if layout.traps and draw(st.booleans()):
        words.insert(draw(st.integers(0, len(words))), draw(st.sampled_from(TRAPS)))
    if draw(st.booleans()):
        words[0] = words[0].capitalize()
    end = draw(st.sampled_from([".", ".", "", ":", ";"]))
    return wrapped([*words[:-1], words[-1] + end], layout.width, hyphens=layout.hyphens)


@st.composite
def lists(draw: st.DrawFn, names: Names, layout: Layout) -> list[str]:
    """A list with its markers where the layout has them."""
    lines: list[str] = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        entry = draw(sentences(names, layout))
        if layout.bullets == "after":
            lines += [*entry[:-1], f"{entry[-1]}•"]
        elif layout.bullets == "1. after":
            lines += [*entry[:-1], f"{entry[-1]}{number}. "]
        elif layout.bullets == "alone":
            lines += [*entry, "•"]
        else:
            sign = _sign(layout.bullets, number)
            lines += [f"{sign} {entry[0]}", *entry[1:]]
    return lines


def _sign(bullets: str, number: int) -> str:
    """The sign before a list's entry."""
    signs = {"before": "•", "1.": f"{number}.", "a)": f"{'abc'[number - 1]})"}
    signs |= {"1)": f"{number})", "1": str(number), "1  ": f"{number} "}
    return signs.get(bullets, bullets)


@st.composite
def tables(draw: st.DrawFn, names: Names) -> list[str]:
    """A table as a text layer flattens it."""
    rows = draw(st.integers(2, 4))
    if draw(st.booleans()):
        return [
            "Område Budget Forventet",
            *(f"{name.capitalize()} 1.{n}00 2.{n}00" for n, name in enumerate(names.some(rows))),
        ]
    return ["År 2026 2027", *(f"{n}1 {n}2 {n}3" for n in range(1, rows + 1))]


@st.composite
def bodies(draw: st.DrawFn, names: Names, layout: Layout) -> list[str]:
    """What stands under a label."""
    kinds = st.sampled_from(["text", "text", "list", "table", "heading", "link", "break", "page", "empty"])
    lines: list[str] = []
    for kind in draw(st.lists(kinds, max_size=4)):
        if kind == "text":
            lines += [*draw(sentences(names, layout)), ""]
        elif kind == "list":
            lines += draw(lists(names, layout))
        elif kind == "table":
            lines += draw(tables(names))
        elif kind == "heading":
            lines += [" ".join(names.some(2)).capitalize(), *draw(sentences(names, layout))]
        elif kind == "link":
            lines.append(
                f"https://www.birkevig.dk/{names.some(1)[0]}_{draw(st.sampled_from(['1.pdf', '1-', 'a/b']))}"
            )
        elif kind == "break":
            lines += [""] * draw(st.integers(1, 4))
        elif kind == "page":
            edges = draw(st.lists(st.sampled_from(EDGES), max_size=2)) if layout.traps else []
            lines += [*edges, f"{layout.page}{names.some(1)[0].capitalize()}"]
    return lines


@st.composite
def items(draw: st.DrawFn, names: Names, layout: Layout, number: int) -> list[str]:
    """One item: its number and title, fields, sections, and now and then a decision with its own head."""
    title = " ".join(names.some(draw(st.integers(1, 3)))).capitalize()
    lines = [*NUMBERS[layout.numbers](number, title), *draw(st.lists(st.sampled_from(FIELDS), max_size=2))]
    for label in draw(st.lists(st.sampled_from(LABELS), max_size=3, unique=True)):
        lines += [label + draw(st.sampled_from(["", ":"])), *draw(bodies(names, layout))]
    if draw(st.booleans()):
        lines += [draw(st.sampled_from(HEADS)), *draw(bodies(names, layout))]
    return lines


@st.composite
def closed_items(draw: st.DrawFn, names: Names, secret: Names, layout: Layout, number: int) -> list[str]:
    """A closed item: number, title and decision may be read by all, everything else is in secret words."""
    title = " ".join(names.some(2)).capitalize()
    mark = draw(st.sampled_from(sorted(CLOSED_MARKS)))
    first, *under = CLOSED_MARKS[mark](title)
    lines = [*NUMBERS[layout.numbers](number, first), *under]
    lines = ["Lukket punkt", *lines[1:]] if layout.numbers == "Title" else lines
    lines += draw(st.lists(st.sampled_from(["Sagsnr.: 98/7654", "Sagsbehandler: hemlikode"]), max_size=2))
    plain = replace(layout, traps=False)
    for label in draw(
        st.lists(st.sampled_from(["Resume", "Sagsfremstilling", "Økonomi", "Bilag"]), max_size=3, unique=True)
    ):
        lines += [label, *draw(bodies(secret, plain))]
    return [*lines, "Beslutning", *draw(sentences(names, plain)), ""] if draw(st.booleans()) else [*lines, ""]


@st.composite
def papers(draw: st.DrawFn) -> str:
    """Minutes of some layout, with a front page and now and then an annex, a stamp or a wrong turn."""
    names, layout = Names(), draw(LAYOUTS)
    lines = draw(st.lists(st.sampled_from(FRONT), max_size=5))
    first = draw(st.sampled_from([1, 9, 24]))
    for number in range(first, first + draw(st.integers(0, 4))):
        lines += ["", *draw(items(names, layout, number))]
    if draw(st.booleans()):
        lines += [f"{layout.page}{names.some(1)[0].capitalize()}", *draw(bodies(names, layout))]
    if draw(st.booleans()):
        lines += [f"Punkt {first}, Bilag 1: Notat.pdf"]
    return spaced(tuple(lines), layout)


@st.composite
def half_closed_papers(draw: st.DrawFn, layouts: st.SearchStrategy[Layout] = LAYOUTS) -> str:
    """Minutes of which some items are closed; only what is to be withheld holds "hemli"."""
    names, secret = Names(), Names("hemli")
    layout = draw(layouts.filter(lambda one: one.numbers != "24Title"))
    lines = ["Birkevig Kommune", "Referat", "Teknik- og Miljøudvalget", "5. marts 2026", ""]
    for number in range(1, draw(st.integers(1, 4)) + 1):
        if draw(st.booleans()):
            lines += draw(closed_items(names, secret, layout, number))
        else:
            lines += [*draw(items(names, layout, number)), ""]
    return spaced(tuple(lines), layout)


def spaced(lines: tuple[str, ...], layout: Layout) -> str:
    """The lines as a text, with an empty line after each where the layout is double-spaced."""
    return ("\n\n" if layout.double else "\n").join(lines) + "\n"


def loose_lines() -> st.SearchStrategy[str]:
    """Lines in any order, of everything that means something somewhere."""
    known = st.sampled_from([*FRONT, *HEADS, *FIELDS, *EDGES, *LABELS, *TRAPS, "", "", " ", "\f"])
    titles = st.sampled_from(["Salg af grund", "Orientering om havnen", "Udvalget godkendte forslaget."])
    signs = st.sampled_from(
        ["1. ", "2. ", "3. ", "2 ", "3) ", "Punkt 4: ", "Punkt 5: ", "• ", " ", "\f", "Lukket - "]
    )
    numbered = st.builds(str.__add__, signs, known | titles)
    free = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cn", "Cc")), max_size=30)
    lines = st.lists(known | numbered | titles | free, min_size=1, max_size=20)
    return lines.map("\n".join)
