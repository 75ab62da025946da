"""The municipality's own colour for the head and foot of every page, if white words can be read on it."""

from __future__ import annotations

import re

from converters.errors import FrontMatterError

SETTING = "colour"
STYLES = "assets/kommune.css"
CONTRAST = 4.5  # WCAG 2.2, 1.4.3: text and its ground
DARKER = 0.97  # of each step on the way to a colour that can be read on
_WRITTEN = re.compile(r"#[0-9a-f]{6}")
_LINEAR_BELOW = 0.04045  # of an sRGB part, by WCAG's definition of relative luminance


def styles(colour: object) -> str | None:
    """The style sheet of a colour such as ``#7a1f3d``; None where no colour is set.

    The dark look keeps its own colours. Raises FrontMatterError for what is no colour, and for one that
    is too light, naming a darker one of its kind.
    """
    if colour in {None, ""}:
        return None
    written = str(colour).strip().lower()
    if not _WRITTEN.fullmatch(written):
        raise FrontMatterError(
            f"Farven »{colour}« kan ikke læses.",
            where="mkdocs.yml",
            hint='Skriv den med seks tegn, for eksempel colour: "#7a1f3d".',
        )
    if contrast_to_white(written) < CONTRAST:
        raise FrontMatterError(
            f"Hvid skrift kan ikke læses på farven {written}.",
            where="mkdocs.yml",
            hint=f'Vælg en mørkere, for eksempel colour: "{dark_enough(written)}".',
        )
    return f":root {{ --brand: {written}; --rule: {written}; --on-brand-soft: #fff; }}\n"


def contrast_to_white(colour: str) -> float:
    """The contrast of a colour to white, from 1 to 21."""
    red, green, blue = (
        part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4
        for part in (one / 255 for one in _parts(colour))
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def dark_enough(colour: str) -> str:
    """The same colour, as much darker as it takes."""
    while contrast_to_white(colour) < CONTRAST:
        colour = "#" + "".join(f"{int(part * DARKER):02x}" for part in _parts(colour))
    return colour


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue
