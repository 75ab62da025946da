"""Thirty searches, and what each must find."""

from __future__ import annotations

# What a citizen may type, and an item that has to be among the first ten.
QUERIES = {
    "skole": "Ny tagdækning på Stensby Skole",
    "skolerne": "Ny tagdækning på Stensby Skole",
    "græs": "Kunstgræs på stadion",
    "læge": "Tandlægevagt",
    "skolegård": "Skolegården ved Fjordskolen",
    "svaret": "Handicaprådets høringssvar",
    "børnehave": "Åbningstider i børnehaverne",
    "boernehaver": "Åbningstider i børnehaverne",
    "aabningstid": "Åbningstider i børnehaverne",
    "lokaler": "Klasselokaler til indskolingen",
    "bus": "Skolebusser fra Hasselvang",
    "bro": "Renovering af broen over Nørrekær Å",
    "nørrekær": "Renovering af broen over Nørrekær Å",
    "parkeringsplads": "Parkering på Torvet",
    "lokalplaner Kornhøj": "Lokalplan 214 for Kornhøj",
    "26/0312": "Lokalplan 214 for Kornhøj",
    "2026-312": "Lokalplan 214 for Kornhøj",
    "26/312": "Lokalplan 214 for Kornhøj",
    "sikring": "Skybrudssikring af Havnegade",
    "belysning": "Vejbelysning i Ellerlund",
    "sortering": "Affaldssortering i sommerhuse",
    "svømmehaller": "Svømmehal ved idrætscentret",
    "brand": "Køb af brandbil",
    "garantier": "Lånegaranti til fjernvarmen",
    "skat": "Ejendomsskatter",
    "musikken": "Musikskolens priser",
    "kultur- og fritidsudvalget bibliotek": "Biblioteket om søndagen",
    "koordinator": "Hjernerystelseskoordinator",
    "hjernerystelser": "Hjernerystelseskoordinator",
    "plejehjemmet": "Plejehjem i Kornhøj",
}
