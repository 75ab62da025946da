"""A small made-up municipality as pages of ``content/``, in the form the converters write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from converters.frontmatter import dump

ROOT = Path(__file__).parents[2]
TECHNICAL, FINANCE = "Teknik- og Miljøudvalget", "Økonomiudvalget"
MEETING = "teknik-og-miljoeudvalget/2026-03-10"
SHA256 = "5e" * 32

Rows = Sequence[Mapping[str, object]]


def meeting(committee: str | None, date: str | None, body: str = "", **facts: object) -> str:
    """The page of a meeting."""
    meta: dict[str, object] = {
        "type": "meeting",
        "municipality": "Birkevig Kommune",
        "committee": committee,
        "date": date,
        "stage": "approved",
        "source": {"file": "referat.txt", "sha256": SHA256, "pages": [1, 9]},
    }
    return dump(meta | facts, body)


def item(  # noqa: PLR0913 - one parameter a field that tests vary
    number: str | None,
    title: str,
    committee: str | None = TECHNICAL,
    date: str | None = "2026-03-10",
    body: str = "",
    *,
    outcome: str | None = None,
    access: str = "open",
    **facts: object,
) -> str:
    """The page of an item, with one decision where there is an outcome."""
    decisions = [{"committee": committee, "date": date, "outcome": outcome}] if outcome else []
    meta: dict[str, object] = {
        "type": "item",
        "title": title,
        "number": number,
        "municipality": "Birkevig Kommune",
        "committee": committee,
        "date": date,
        "access": access,
        "outcome": outcome or "unknown",
        "decisions": decisions,
    }
    return dump(meta | facts, body)


def attachment(title: str, number: str, body: str) -> str:
    """The text of an attachment."""
    meta = {
        "type": "attachment",
        "title": title,
        "item": number,
        "committee": TECHNICAL,
        "date": "2026-03-10",
    }
    return dump(meta, body)


def document(title: str, body: str) -> str:
    """A source that is no minutes."""
    return dump({"type": "document", "title": title, "source": {"file": "dias.txt", "sha256": SHA256}}, body)


CYCLE_PATH = """## Sagsfremstilling

Stien føres over åen på en ny træbro. Se [cykelplanen](https://www.birkevig.example/plan).

| Etape | Længde i meter | Arbejde og tid |
| --- | ---: | --- |
| Havnegade til Nørrekær Å | 900 | Jord og kantsten udføres fra august til november 2026 |
| Nørrekær Å til Kornhøjvej | 1.300 | Træbroen løftes på plads i foråret |

## Beslutning i Økonomiudvalget den 03-03-2026

Økonomiudvalget anbefaler indstillingen.

## Beslutning i Teknik- og Miljøudvalget den 10-03-2026

Indstillingen blev godkendt. Bertil Kragskov (C) tager forbehold for finansieringen af træbroen.
"""

PAGES = {
    f"{MEETING}/index.md": meeting(
        TECHNICAL,
        "2026-03-10",
        "Referat fra mødet i Teknik- og Miljøudvalget\n",
        stage="draft",
        start="15:30",
        end="18:10",
        place="Rådhuset, mødelokale Fyrtårnet",
        attendance=[
            {"name": "Maren Toftegaard", "party": "A", "role": "formand", "presence": "present"},
            {"name": "Signe Havelund", "party": "F", "presence": "present"},
            {"name": "Henrik Stubkær", "party": "O", "presence": "absent", "note": "sygdom"},
        ],
    ),
    f"{MEETING}/punkt-20.md": item(
        "20",
        "Godkendelse af dagsorden",
        body="## Indstilling\n\nForvaltningen indstiller, at det godkendes.\n\n## Beslutning\n\nGodkendt.\n",
        outcome="approved",
    ),
    f"{MEETING}/punkt-21.md": item(
        "21",
        "Cykelsti langs Fjordvejen",
        body=CYCLE_PATH,
        outcome="approved",
        case_number="26/1187",
        item_type="Beslutning",
        planned_minutes=20,
        decided_by="Byrådet",
        fields=[
            {"label": "Sagsnr.", "value": "26/1187"},
            {"label": "Sagen afgøres i", "value": "Byrådet"},
            {"label": "Ansvarligt center", "value": "Teknik, Plan og Kultur"},
            {"label": "Journalnr.", "value": None},
        ],
        decisions=[
            {"committee": FINANCE, "date": "2026-03-03", "outcome": "recommended", "absent": ["Karl Brohus"]},
            {"committee": TECHNICAL, "date": "2026-03-10", "outcome": "approved"},
        ],
        attachments=[
            {"title": "Bilag 1 – Kortbilag", "href": "bilag/punkt-21-bilag-1.md"},
            {"title": "Bilag 2 – Anlægsoverslag", "href": "bilag/overslag.pdf"},
            {"title": "Cykelpuljens tilsagn", "href": "https://www.cykelpuljen.example/tilsagn.pdf"},
            {"title": "Bilag 4 – Notat om træer"},
        ],
    ),
    f"{MEETING}/punkt-22.md": item(
        "22",
        "Lukket - Arealerhvervelse",
        body="## Beslutning\n\nGodkendt.\n",
        outcome="approved",
        access="closed",
    ),
    f"{MEETING}/punkt-23.md": item("23", "Orientering", body="Formanden orienterede om Torvegade.\n"),
    f"{MEETING}/bilag/punkt-21-bilag-1.md": attachment(
        "Bilag 1 – Kortbilag", "21", "## Signaturforklaring\n\nDen blå streg viser stien.\n"
    ),
    f"{MEETING}/bilag/overslag.pdf": "%PDF-1.4\n",
    "teknik-og-miljoeudvalget/2025-11-11/index.md": meeting(TECHNICAL, "2025-11-11"),
    "teknik-og-miljoeudvalget/2025-11-11/punkt-98.md": item(
        "98",
        "Budgetopfølgning",
        date="2025-11-11",
        body="Udsat til december.\n",
        outcome="postponed",
        case_number="25/0007",
    ),
    "teknik-og-miljoeudvalget/2026-04-14/index.md": meeting(TECHNICAL, "2026-04-14", stage="agenda"),
    "teknik-og-miljoeudvalget/2026-04-14/punkt-29.md": item(
        "29", "Åbningstider", date="2026-04-14", case_number="2025-7"
    ),
    "oekonomiudvalget/2026-03-03/index.md": meeting(FINANCE, "2026-03-03", cancelled=True),
    "oekonomiudvalget/2026-03-03-2/index.md": meeting(FINANCE, "2026-03-03"),
    "oekonomiudvalget/2026-03-03-2/punkt-1.md": item(
        "1", "Salg af skolen", FINANCE, "2026-03-03", "## Beslutning\n\nAfvist.\n", outcome="rejected"
    ),
    "ukendt-udvalg/uden-dato-5e5e5e5e/index.md": meeting(None, None),
    "ukendt-udvalg/uden-dato-5e5e5e5e/punkt-1.md": item(
        None, "Skilte ved stranden", None, None, "Godkendt.\n"
    ),
    "dokumenter/vores-fjord.md": document("Vores fjord i 2040", "## Dias 1\n\nMindre kvælstof i fjorden.\n"),
}


def write(content: Path, pages: Mapping[str, str]) -> None:
    """Write pages, and beside them the pages written by hand that the navigation names."""
    handwritten = {
        path.relative_to(ROOT / "content").as_posix(): path.read_text(encoding="utf-8")
        for path in [ROOT / "content/index.md", *sorted((ROOT / "content/om").glob("*.md"))]
    }
    for name, text in (handwritten | dict(pages)).items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
