"""An address of every kind of page on the small municipality's site."""

from __future__ import annotations

from tests.site.municipality import MEETING
from tests.site.test_corrected import WORDS

KINDS = (
    "",
    "udvalg/",
    "aar/",
    "aar/2026/",
    "sager/",
    "sager/bogstav-c/",
    "sager/2025-7/",
    "dokumenter/",
    "dokumenter/vores-fjord/",
    "teknik-og-miljoeudvalget/",
    "teknik-og-miljoeudvalget/2026/",
    "rettelser/",
    f"{MEETING}/punkt-20/",  # corrected
    f"{MEETING}/{WORDS.removesuffix('.md')}/",
    f"{MEETING}/punkt-90/",  # taken down, as the next two
    f"{MEETING}/bilag/punkt-90-bilag-1/",
    "nedlagt-udvalg/2026-02-02/",
    f"{MEETING}/",
    f"{MEETING}/samlet/",
    f"{MEETING}/punkt-21/",
    f"{MEETING}/punkt-22/",
    f"{MEETING}/punkt-23/",
    f"{MEETING}/bilag/punkt-21-bilag-1/",
    f"{MEETING}-2/",
    "soeg/",
    "soeg/?q=træbro",
    "beslutninger/",
    "foelg/",
    "om/",
    "om/data/",
    "om/ordliste/",
    "om/tilgaengelighed/",
    "404.html",
)
PHONE, DESK = (390, 844), (1280, 900)
