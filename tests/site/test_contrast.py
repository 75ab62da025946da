"""Colours can be told apart, in light and in dark (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re

import pytest

from tests.site.municipality import ROOT

COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{3,6});")
TEXT, SIGN = 4.5, 3.0
PAIRS = [
    *(
        (text, ground)
        for text in ("ink", "ink-soft", "link", "link-hover")
        for ground in ("paper", "card", "tint")
    ),
    ("on-brand", "brand"),
    ("on-brand-soft", "brand"),
    ("ink", "mark"),
    *(
        (name, f"{name}-bg")
        for name in ("green", "blue", "violet", "amber", "red", "teal", "grey", "plum", "gold")
    ),
    ("closed", "closed-bg"),
]


def colours(scheme: str) -> dict[str, str]:
    """The colours of a scheme; the dark one changes some of the light one's."""
    light, dark = (
        dict(COLOUR.findall((ROOT / f"overrides/assets/{name}.css").read_text(encoding="utf-8")))
        for name in ("referat", "dark")
    )
    assert dark
    return light if scheme == "light" else light | dark


def luminance(colour: str) -> float:
    """The relative luminance of a colour, from 0 to 1."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_its_ground(scheme: str) -> None:
    """Every colour of text has a contrast of 4.5 to every ground it stands on."""
    shown = colours(scheme)
    weak = [
        f"{text} on {ground}: {found:.2f}"
        for text, ground in PAIRS
        if (found := contrast(shown[text], shown[ground])) < TEXT
    ]

    assert weak == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_edges_of_what_can_be_pressed_are_seen(scheme: str) -> None:
    """The edge of a button has a contrast of 3 to the page."""
    shown = colours(scheme)

    assert contrast(shown["line-strong"], shown["paper"]) >= SIGN
