"""Facts of a meeting that stand around its front page: behind the last item, in a frame, in prose."""

from __future__ import annotations

import pytest

from converters.blocks import Furniture
from converters.model import Presence
from converters.redact import redact
from tests.fold.test_facts import BODY, meeting
from tests.reading import meeting_of
from tests.segment.set_lines import line as set_line
from tests.segment.set_lines import meeting as set_meeting
from tests.segment.set_lines import tabled


@pytest.mark.parametrize(
    "line",
    [
        "Mødet hævet kl. 18.20",
        "Mødet sluttede kl. 18.20.",
        "Mødet blev hævet kl. 18.20.",
        "Møde slut: kl. 18:20",
    ],
)
def test_the_end_behind_the_last_item(line: str) -> None:
    """Where the front page gives none, the last lines may."""
    found = meeting_of(f"Referat\nHavneudvalget\n5. marts 2026 kl. 16.00\n{BODY}\n{line}\n")

    assert (found.start, found.end) == ("16:00", "18:20")


@pytest.mark.parametrize("head", ["4. Lukket - Køb", "Lukkede punkter\n\n4. Køb af jord"])
def test_the_end_inside_a_closed_item_is_withheld(head: str) -> None:
    """What stands under a closed title, or in a closed group, is not read."""
    text = f"Referat\nHavneudvalget\n5. marts 2026 kl. 16.00\n{BODY}\n{head}\nMødet hævet kl. 18.20\n"

    found = meeting_of(text)
    assert [found.end, len(found.items)] == [None, 4]
    assert "18.20" not in str(redact(found)[0])


def test_a_letterhead_in_capitals() -> None:
    """The name is written as names are."""
    assert meeting("BIRKEVIG KOMMUNE", "Referat").municipality == "Birkevig Kommune"
    assert meeting("REFERAT", "LILLE-BIRKEVIG KOMMUNE").municipality == "Lille-Birkevig Kommune"


@pytest.mark.parametrize(
    ("other", "municipality"), [("Ring til os", "Birkevig Kommune"), ("Dragevig Kommune", None)]
)
def test_the_frame_of_a_web_page_names_the_municipality(other: str, municipality: str | None) -> None:
    """Where it names one alone, and the minutes none."""
    frame = (
        set_line("Birkevig Kommune | Tlf. 70 00 00 00", furniture=Furniture.CHROME),
        set_line(other, furniture=Furniture.CHROME),
    )

    found = set_meeting(*(set_line(text) for text in ("Referat", "Havneudvalget", *BODY.split("\n"))), *frame)

    assert found.municipality == municipality


@pytest.mark.parametrize(
    "line",
    [
        "Fraværende: Per Dam (V) – stedfortræder Ane Kjær (V) deltog",
        "Fraværende: Per Dam (V), som er syg.",
        "Fraværende: Per Dam (V), i stedet deltog Ane Kjær (V)",
        "Fraværende med afbud: Per Dam (V). Som stedfortræder deltog Ane Kjær (V).",
    ],
)
def test_a_member_who_is_named_absent_is_not_present(line: str) -> None:
    """Prose behind the names makes the list no less a list of who was away."""
    found = meeting("Havneudvalget den 5. marts 2026", "Medlemmer: Ida Holm (A), Per Dam (V)", line)

    assert [(one.name, one.presence) for one in found.attendance] == [
        ("Ida Holm", Presence.PRESENT),
        ("Per Dam", Presence.ABSENT),
    ]


def test_the_head_of_a_table_below_is_nobody() -> None:
    """What heads the columns of an agenda stands right under the names of who was away."""
    agenda = tabled(
        ("1", "Kajen", "Godkendt.", "Ida"),
        ("2", "Molen", "Udsat.", "Per"),
        ("3", "Bolværket", "Drøftet.", "Ida"),
        ("4", "Eventuelt", "Intet.", ""),
        header=("Pkt.", "Emne", "Referat", "Ansvarlig"),
    )

    found = set_meeting(
        set_line("Referat fra Havnerådet den 5. marts 2026"), set_line("Afbud: Ida Holm"), agenda
    )

    assert [one.name for one in found.attendance] == ["Ida Holm"]
    assert len(found.items) == 4


def test_the_page_of_one_item_beside_a_list_of_the_others() -> None:
    """Under its title stands which meeting it was, though the menu names a closed item too."""
    menu = "1. Dagsorden\n2. Kajen\n3. Molen\n4. Lukket punkt\n"
    text = f"Dagsorden\n{menu}\n3. Molen\nHavneudvalget 05-03-2026 kl. 14:00\nBeslutning\nGodkendt.\n"

    found = meeting_of(text)
    assert (found.committee, found.date, found.start) == ("Havneudvalget", "2026-03-05", "14:00")


@pytest.mark.parametrize(
    ("front", "place"),
    [
        (
            "Den 5. marts 2026 kl. 13.00 i Bådhuset, Sdr. Kajvej 2, 9999 Birkevig",
            "Bådhuset, Sdr. Kajvej 2, 9999 Birkevig",
        ),
        ("05-03-2026 kl. 13:00\nbyrådssalen, Kajvej 2, Birkevig", "byrådssalen, Kajvej 2, Birkevig"),
        ("Mødedato 5. marts 2026\nMødetidspunkt 13.00\nMødelokale Udvalgsværelse D", "Udvalgsværelse D"),
    ],
)
def test_places_of_many_forms(front: str, place: str) -> None:
    """A shortened word is no end, a hall may have a small letter, and a room a label without its colon."""
    found = meeting_of(f"Referat\nHavneudvalget\n{front}\n{BODY}")

    assert (found.date, found.start, found.place) == ("2026-03-05", "13:00", place)


@pytest.mark.parametrize(
    "usual",
    [
        "Havnemøderne holdes på Bådhuset kl. 16.00, med mindre andet er angivet.",
        "Møderne begynder normalt kl. 16.00.",
    ],
)
def test_the_hour_of_every_meeting_is_not_this_ones(usual: str) -> None:
    """What a page says of all meetings tells neither when nor where this one was."""
    found = meeting_of(f"{usual}\nUdvalg: Havneudvalget\nMødedato: 05-03-2026\n{BODY}")

    assert (found.date, found.start, found.place) == ("2026-03-05", None, None)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Udvalg Havneudvalget", "Havneudvalget"),
        ("Møde i Udvalg for natur, havne og klima", "Udvalg for natur, havne og klima"),
    ],
)
def test_a_committee_behind_a_label_without_its_colon(line: str, name: str) -> None:
    """Where the cells of a row came apart."""
    assert meeting_of(f"Referat\n5. marts 2026 kl. 16.00\n{line}\n{BODY}").committee == name


def test_the_committee_whose_agenda_is_approved() -> None:
    """The first item may say it, where no other line does."""
    text = (
        "Referat\n5. marts 2026\n\n1. Godkendelse af dagsorden\nSagstema\n{}\nBeslutning\nGodkendt.\n"
        + BODY.replace("1.", "4.")
    )
    approved = "Godkendelse af dagsorden til dagens møde i Havneudvalget."

    assert meeting_of(text.format(approved)).committee == "Havneudvalget"
    assert meeting_of(text.format("Godkendelse af dagsordenen.")).committee is None
