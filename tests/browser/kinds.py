"""An address of every kind of page on the small municipality's site."""

from __future__ import annotations

from tests.site.municipality import MEETING

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
