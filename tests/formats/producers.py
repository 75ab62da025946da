"""Producers: each prints a paper into a file as a clerk, a case system or a scanner would."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import weasyprint

from tests.formats import canvas, chromium, looks, office, portals, scans, word, wordlike
from tests.formats.markup import Look, page
from tests.formats.papers import Paper, Point, paper

Make = Callable[[Paper, Path], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a file is made: by a function, or by a program from the file of another recipe."""

    paper: str
    make: Make | None = None
    office_from: str | None = None
    printed_from: str | None = None  # the web page that Chromium prints
    scanned: bool = False
    points: tuple[str, ...] = field(default=())  # the numbers that the file has, if not all


def _weasyprint(look: Callable[[Paper], Look], of: Paper, path: Path) -> None:
    weasyprint.HTML(string=page(of, look(of))).write_pdf(path)


def _word(habit: word.Habit, of: Paper, path: Path) -> None:
    word.write(of, habit, path)


def _web(of: Paper, path: Path, *, shown: Callable[[Paper], str]) -> None:
    path.write_text(shown(of), "utf-8")


def _cells(of: Paper, path: Path) -> None:
    path.write_bytes(portals.as_latin(portals.cells(of)))


def _for_office(of: Paper, path: Path) -> None:
    path.write_text(page(of, Look(heading="{number} {title}", contents=False, attendance="one")), "utf-8")


def _scan(of: Paper, path: Path) -> None:
    printed = path.with_suffix(".printed")
    _weasyprint(looks.serif_running, of, printed)
    scans.scan(printed, path)


def _for_print(of: Paper, path: Path) -> None:
    css = "table {border-collapse: collapse} td, th {border: 1px solid #999; padding: 4px}"
    path.write_text(page(of, replace(portals.PLAIN, css=css)), "utf-8")


STYLED = word.Habit()
BOLD = word.Habit(styles=False, heading="{number}  {title}")
BOLD_COLON = word.Habit(styles=False, heading="Pkt. {number} {title}", colon=True)
TYPED = word.Habit(heading="Punkt {number}: {title}", colon=True)
COUNTED = word.Habit(numbered=True)

RECIPES: Mapping[str, Recipe] = {
    "lyngsoe_weasy.pdf": Recipe(paper="lyngsoe", make=partial(_weasyprint, looks.serif)),
    "vibehoej_weasy.pdf": Recipe(paper="vibehoej", make=partial(_weasyprint, looks.sans)),
    "sandkaer_weasy.pdf": Recipe(paper="sandkaer", make=partial(_weasyprint, looks.justified)),
    "oesterholm_weasy.pdf": Recipe(paper="oesterholm", make=partial(_weasyprint, looks.small)),
    "lyngsoe_word.pdf": Recipe(paper="lyngsoe", make=wordlike.write),
    "vibehoej_word.pdf": Recipe(
        paper="vibehoej", make=partial(wordlike.write, heading="Punkt {number}: {title}", backwards=True)
    ),
    "fjordlev_weasy.pdf": Recipe(paper="fjordlev", make=partial(_weasyprint, looks.boxed)),
    "fjordlev_letters.pdf": Recipe(paper="fjordlev", make=partial(wordlike.write, paint=canvas.letters)),
    "fjordlev_lo.pdf": Recipe(paper="fjordlev", office_from="fjordlev_pkt.docx"),
    "sandkaer_chromium.pdf": Recipe(paper="sandkaer", printed_from="sandkaer_office.html"),
    "vibehoej_chromium.pdf": Recipe(paper="vibehoej", printed_from="vibehoej_open.html"),
    "lyngsoe_lo.pdf": Recipe(paper="lyngsoe", office_from="lyngsoe_styled.docx"),
    "oesterholm_lo.pdf": Recipe(paper="oesterholm", office_from="oesterholm_bold.docx"),
    "sandkaer_lo.pdf": Recipe(paper="sandkaer", office_from="sandkaer_office.html"),
    "lyngsoe_styled.docx": Recipe(paper="lyngsoe", make=partial(_word, STYLED)),
    "oesterholm_bold.docx": Recipe(paper="oesterholm", make=partial(_word, BOLD)),
    "vibehoej_counted.docx": Recipe(paper="vibehoej", make=partial(_word, COUNTED)),
    "fjordlev_pkt.docx": Recipe(paper="fjordlev", make=partial(_word, BOLD_COLON)),
    "sandkaer_typed.docx": Recipe(paper="sandkaer", make=partial(_word, TYPED)),
    "sandkaer_lo.docx": Recipe(paper="sandkaer", office_from="sandkaer_office.html"),
    "oesterholm_lo.odt": Recipe(paper="oesterholm", office_from="oesterholm_bold.docx"),
    "sandkaer_lo.rtf": Recipe(paper="sandkaer", office_from="sandkaer_typed.docx"),
    "sandkaer_office.html": Recipe(paper="sandkaer", make=_for_office),
    "vibehoej_open.html": Recipe(paper="vibehoej", make=_for_print),
    "lyngsoe_plain.html": Recipe(paper="lyngsoe", make=partial(_web, shown=portals.plain)),
    "vibehoej_portal.html": Recipe(paper="vibehoej", make=partial(_web, shown=portals.accordion)),
    "oesterholm_cells.html": Recipe(paper="oesterholm", make=_cells),
    "fjordlev_typed.html": Recipe(paper="fjordlev", make=partial(_web, shown=portals.typed)),
    "oesterholm_scan.pdf": Recipe(
        paper="oesterholm", make=_scan, scanned=True, points=("41", "44", "45", "46", "48")
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file and the paper it shows; ``missing`` names the program that was needed to make it."""

    name: str
    path: Path
    of: Paper
    scanned: bool = False
    missing: str | None = None


def build(folder: Path, *, again: bool = True) -> dict[str, Made]:
    """Make every file, or name those that were made; what needs a missing program is not there."""
    made = {name: _made(folder, name, recipe) for name, recipe in RECIPES.items()}
    if again:
        for name, recipe in RECIPES.items():
            if recipe.make:
                recipe.make(made[name].of, folder / name)
        if office.installed():
            _by_office(folder, ".pdf", office.TO_PDF)
            _by_office(folder, ".docx", office.TO_WORD)
            _by_office(folder, ".odt", "odt")
            _by_office(folder, ".rtf", "rtf")
        for name, recipe in RECIPES.items():
            if recipe.printed_from and chromium.installed():
                chromium.print_page(folder / recipe.printed_from, folder / name, profile=folder / "chromium")
    return made


def _by_office(folder: Path, suffix: str, to: str) -> None:
    out = folder / "office"
    out.mkdir(exist_ok=True)
    wanted = {
        name: one.office_from for name, one in RECIPES.items() if one.office_from and name.endswith(suffix)
    }
    office.convert([folder / one for one in wanted.values()], to, out, profile=folder / "profile")
    for name, source in wanted.items():
        shutil.move(out / Path(source).with_suffix(suffix).name, folder / name)


def _made(folder: Path, name: str, recipe: Recipe) -> Made:
    whole = paper(recipe.paper)
    shown: tuple[Point, ...] = tuple(
        one for one in whole.points if not recipe.points or one.number in recipe.points
    )
    needs = {
        "LibreOffice": recipe.office_from and not office.installed(),
        "Chromium": recipe.printed_from and not chromium.installed(),
    }
    return Made(
        name=name,
        path=folder / name,
        of=replace(whole, points=shown),
        scanned=recipe.scanned,
        missing=next((program for program, is_missing in needs.items() if is_missing), None),
    )
