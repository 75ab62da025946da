"""A made-up municipality large enough to search in: 270 items of five committees over eight years."""

from __future__ import annotations

from tests.browser.other_minutes import others
from tests.site.municipality import FINANCE, TECHNICAL, item, meeting

SCHOOL, CULTURE, SOCIAL = (
    "Børne- og Skoleudvalget",
    "Kultur- og Fritidsudvalget",
    "Social- og Sundhedsudvalget",
)
FOLDERS = {
    TECHNICAL: "teknik-og-miljoeudvalget",
    FINANCE: "oekonomiudvalget",
    SCHOOL: "boerne-og-skoleudvalget",
    CULTURE: "kultur-og-fritidsudvalget",
    SOCIAL: "social-og-sundhedsudvalget",
}
# Committee, date, number, title, case number, outcome, and what its minutes say.
ITEMS = [
    (
        SCHOOL,
        "2025-03-05",
        "3",
        "Ny tagdækning på Stensby Skole",
        "25/0117",
        "approved",
        "Taget er utæt. Eleverne flyttes.",
    ),
    (
        SCHOOL,
        "2025-03-05",
        "4",
        "Åbningstider i børnehaverne",
        "25/0118",
        "noted",
        "Børnehaverne lukker klokken 17.",
    ),
    (
        SCHOOL,
        "2025-03-05",
        "5",
        "Skolegården ved Fjordskolen",
        "25/0119",
        "postponed",
        "Legeredskaberne er slidte.",
    ),
    (
        SCHOOL,
        "2026-02-04",
        "2",
        "Klasselokaler til indskolingen",
        "2026-44",
        "approved",
        "Væggene males, og rummene deles af to hold.",
    ),
    (
        SCHOOL,
        "2026-02-04",
        "3",
        "Skolebusser fra Hasselvang",
        "26/0045",
        "rejected",
        "Turen er lang, og få børn stiger på.",
    ),
    (
        TECHNICAL,
        "2025-04-09",
        "6",
        "Renovering af broen over Nørrekær Å",
        "25/0301",
        "approved",
        "Broen er fra 1931 og ruster.",
    ),
    (
        TECHNICAL,
        "2025-04-09",
        "7",
        "Parkering på Torvet",
        "25/0302",
        "rejected",
        "Parkeringspladser bliver til bede.",
    ),
    (
        TECHNICAL,
        "2026-01-14",
        "1",
        "Lokalplan 214 for Kornhøj",
        "26/0312",
        "recommended",
        "Planen giver plads til 60 boliger.",
    ),
    (
        TECHNICAL,
        "2026-01-14",
        "2",
        "Skybrudssikring af Havnegade",
        "26/0313",
        "approved",
        "Regnvandet løber mod kajen.",
    ),
    (
        TECHNICAL,
        "2026-01-14",
        "3",
        "Vejbelysning i Ellerlund",
        "26/0314",
        "noted",
        "Lamperne skiftes til dioder i år.",
    ),
    (
        TECHNICAL,
        "2026-05-13",
        "4",
        "Affaldssortering i sommerhuse",
        "26/0411",
        "approved",
        "Spandene tømmes hver uge.",
    ),
    (FINANCE, "2025-09-02", "1", "Budget 2026", "25/0900", "recommended", "Budgettet har et overskud."),
    (
        FINANCE,
        "2025-09-02",
        "2",
        "Køb af brandbil",
        "25/0901",
        "approved",
        "Den erstatter en fra 1998.",
    ),
    (
        FINANCE,
        "2026-01-27",
        "2",
        "Lokalplan 214 for Kornhøj",
        "2026-312",
        "approved",
        "Forslaget sendes i høring.",
    ),
    (
        FINANCE,
        "2026-01-27",
        "3",
        "Lånegaranti til fjernvarmen",
        "26/0511",
        "approved",
        "Beløbet er på 12 mio. kr.",
    ),
    (
        FINANCE,
        "2024-11-05",
        "7",
        "Ejendomsskatter",
        "24/1402",
        "noted",
        "Satserne falder.",
    ),
    (
        CULTURE,
        "2025-06-11",
        "2",
        "Svømmehal ved idrætscentret",
        "25/0700",
        "recommended",
        "Der kommer seks baner.",
    ),
    (
        CULTURE,
        "2025-06-11",
        "3",
        "Tilskud til spejderhytten",
        "25/0701",
        "approved",
        "Spejderne søger om ny hytte.",
    ),
    (
        CULTURE,
        "2026-04-08",
        "1",
        "Biblioteket om søndagen",
        "26/0620",
        "approved",
        "Personalet får tillæg.",
    ),
    (
        CULTURE,
        "2026-04-08",
        "2",
        "Kunstgræs på stadion",
        "26/0621",
        "postponed",
        "Der lægges en ny bane til foråret.",
    ),
    (
        CULTURE,
        "2024-10-09",
        "4",
        "Musikskolens priser",
        "24/1300",
        "approved",
        "Undervisningen bliver billigere.",
    ),
    (
        SOCIAL,
        "2025-05-20",
        "1",
        "Hjernerystelseskoordinator",
        "25/0610",
        "approved",
        "En ny medarbejder hjælper borgere, der er kommet til skade.",
    ),
    (SOCIAL, "2025-05-20", "2", "Demensvenlig by", "25/0611", "noted", "Butikker lærer om demens."),
    (
        SOCIAL,
        "2025-05-20",
        "3",
        "Koordination af genoptræning",
        "25/0612",
        "discussed",
        "Flere sygdomskoordinatorer søges.",
    ),
    (
        SOCIAL,
        "2026-03-17",
        "1",
        "Plejehjem i Kornhøj",
        "26/0701",
        "recommended",
        "De ældre venter på 48 boliger.",
    ),
    (
        SOCIAL,
        "2026-03-17",
        "2",
        "Madordning for hjemmeboende",
        "26/0702",
        "approved",
        "Varme retter bringes ud.",
    ),
    (
        SOCIAL,
        "2026-03-17",
        "3",
        "Tandlægevagt",
        "26/0703",
        "approved",
        "Klinikkerne skiftes til at have åbent.",
    ),
    (
        SOCIAL,
        "2024-12-03",
        "5",
        "Handicaprådets høringssvar",
        "24/1501",
        "noted",
        "Der ønskes ramper.",
    ),
]


def folder(committee: str, date: str) -> str:
    """Where a meeting lies."""
    return f"{FOLDERS[committee]}/{date}"


def pages() -> dict[str, str]:
    """The municipality as pages of ``content/``."""
    made = {}
    for date, number, title, case_number, text in others():
        made[f"{folder(CULTURE, date)}/index.md"] = meeting(CULTURE, date)
        made[f"{folder(CULTURE, date)}/punkt-{number}.md"] = item(
            number,
            title,
            CULTURE,
            date,
            f"## Sagsfremstilling\n\n{text}\n",
            outcome="noted",
            case_number=case_number,
        )
    for committee, date, number, title, case_number, outcome, text in ITEMS:
        made[f"{folder(committee, date)}/index.md"] = meeting(committee, date, place="Rådhuset i Birkevig")
        made[f"{folder(committee, date)}/punkt-{number}.md"] = item(
            number,
            title,
            committee,
            date,
            f"## Sagsfremstilling\n\n{text}\n\n## Beslutning\n\nSe nedenfor.\n",
            outcome=outcome,
            case_number=case_number,
        )
    return made
