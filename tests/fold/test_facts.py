"""The facts of a meeting as a whole: what the source says, and nothing it does not."""

import pytest

from converters.findings import Code
from converters.fold import Said
from converters.model import Meeting, Presence, Stage
from tests.reading import meeting_of, understood
from tests.segment.set_lines import line as set_line
from tests.segment.set_lines import meeting as set_meeting
from tests.segment.set_lines import tabled

ITEM = "\n{0}. Sag om {1}\nSagsfremstilling\nDet er slidt.\nBeslutning\nGodkendt.\n"
ITEM = "\n{0}. Sag om {1}\nSagsfremstilling\nDet er slidt.\nBeslutning\nGodkendt.\n"
BODY = "".join(ITEM.format(n, title) for n, title in ((1, "kajen"), (2, "molen"), (3, "bolværket")))


def meeting(*front: str) -> Meeting:
    """The meeting of a front page of these lines, with three items behind it."""
    return meeting_of("\n".join(front) + "\n" + BODY)


@pytest.mark.parametrize(
    "line",
    [
        "Havneudvalget",
        "Udvalg: Havneudvalget",
        "Referat fra møde i Havneudvalget",
        "Referat fra mødet i Havneudvalget den 5. marts 2026",
        "Havneudvalgets møde den 5. marts 2026",
        "Birkevig Kommune – Havneudvalget",
        "Dagsorden til møde i Havneudvalget, torsdag den 5. marts 2026",
        "Birkevig Kommune · Referat af Havneudvalgets møde den 5. marts 2026",
        "Birkevig Kommune - Dagsorden for Havneudvalgets møde den 5. marts 2026",
    ],
)
def test_the_committee(line: str) -> None:
    """On a line of its own, behind a label, or in the paper's title."""
    assert meeting(line).committee == "Havneudvalget"


@pytest.mark.parametrize(
    "line",
    [
        "Mødedato: 5. marts 2026",
        "Dato: torsdag den 5. marts 2026",
        "Torsdag den 5. marts 2026",
        "Mødedato:\n05-03-2026",
        "Havneudvalget den 05.03.2026",
        "Dato og tid: 5. marts 2026 kl. 16.00",
    ],
)
def test_the_date(line: str) -> None:
    """As printed, or as a sentence has it."""
    assert meeting("Referat", line).date == "2026-03-05"


@pytest.mark.parametrize(
    ("line", "hours"),
    [
        ("Mødetidspunkt: kl. 16.00 - 18.20", ("16:00", "18:20")),
        ("Mødetidspunkt: 16:00", ("16:00", None)),
        ("Mødetidspunkt: 05-03-2026 16:00", ("16:00", None)),
        ("Mødetidspunkt: 05-03-2026 16.00 - 18.20", ("16:00", "18:20")),
        ("Torsdag den 5. marts 2026 kl. 16.30", ("16:30", None)),
        ("Mødetid: 16.00\nMødet hævet kl. 18.20.", ("16:00", "18:20")),
        ("Mødet startede: 16.00\nMødet sluttede: 18.20", ("16:00", "18:20")),
        ("Tid: 16.00-18.20", ("16:00", "18:20")),
        ("Mødetid: 16:00\nAfsluttet: 18:20", ("16:00", "18:20")),
    ],
)
def test_the_hours(line: str, hours: tuple[str, str | None]) -> None:
    """Start and end, where both are printed."""
    found = meeting("Referat", "Havneudvalget", line)

    assert (found.start, found.end) == hours


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Mødested: Rådhuset, lokale 2", "Rådhuset, lokale 2"),
        ("Sted: Havnekontoret", "Havnekontoret"),
        ("Mødelokale Sejlloftet kl. 16.00", "Mødelokale Sejlloftet"),
        ("Klubhuset på havnen, kl. 16.00", "Klubhuset på havnen"),
    ],
)
def test_the_place(line: str, place: str) -> None:
    """Behind a label, or before the hour."""
    assert meeting("Referat", "Havneudvalget", "5. marts 2026", line).place == place


@pytest.mark.parametrize(
    ("line", "stage"),
    [
        ("Dagsorden", Stage.AGENDA),
        ("Udkast til referat", Stage.DRAFT),
        ("Foreløbigt referat", Stage.DRAFT),
    ],
)
def test_the_stage(line: str, stage: Stage) -> None:
    """An agenda has decided nothing; a draft says that it is one."""
    body = BODY.replace("Beslutning\nGodkendt.\n", "") if stage is Stage.AGENDA else BODY

    assert meeting_of(f"{line}\nHavneudvalget\n5. marts 2026\n{body}").stage is stage


def test_the_municipality() -> None:
    """The one that the paper calls its own."""
    assert meeting("Birkevig Kommune", "Referat").municipality == "Birkevig Kommune"


@pytest.mark.parametrize(
    ("line", "name"),
    [("Region Østsund", "Region Østsund"), ("HOLM AMT                    Amtsrådet", "Holm Amt")],
)
def test_a_region_or_a_former_county(line: str, name: str) -> None:
    """It publishes its minutes as a municipality does."""
    assert meeting(line, "Referat").municipality == name


def test_a_region_that_is_mentioned() -> None:
    """A sentence about a region is not its paper."""
    assert meeting("Møde om aftalen med Region Østsund", "Referat").municipality is None


def test_a_running_footer_tells_what_the_front_page_would() -> None:
    """Where the front page is missing, municipality, committee and date stand at the foot of the pages."""
    foot = "{0} Birkevig Kommune | Referat fra mødet i Havneudvalget 05-03-2026"
    pages = [f"{item}{foot.format(n)}\n" for n, item in enumerate(BODY.split("\n\n"), start=4)]

    found = meeting_of("\f".join(pages))
    assert (found.municipality, found.committee, found.date) == (
        "Birkevig Kommune",
        "Havneudvalget",
        "2026-03-05",
    )


def test_what_the_source_does_not_say_is_unknown() -> None:
    """Nothing is taken from an item's text, from an annex or from thin air."""
    text = BODY.replace("Det er slidt.", "Havnebestyrelsen mødtes den 3. februar 2026 kl. 14 i Stensby.", 1)

    found = meeting_of(text)
    assert (found.date, found.start, found.end, found.place, found.attendance) == (None, None, None, None, ())
    assert (found.municipality, found.stage) == (None, None)


def test_a_missing_committee_and_date_are_told() -> None:
    """They stop nothing, but the clerk hears of it."""
    codes = {finding.code for finding in understood(BODY).findings}

    assert {Code.NO_COMMITTEE, Code.NO_DATE} <= codes


def test_the_date_of_the_files_name() -> None:
    """When the source says nothing, its name may; the clerk is told."""
    found = understood(BODY, file="referat-2026-03-05.txt")

    assert found.meetings[0].date == "2026-03-05"
    assert Code.DATE_FROM_NAME in {finding.code for finding in found.findings}


@pytest.mark.parametrize(
    "file", ["referat-2026-03-05-og-2026-03-06.txt", "referat-2026-13-05.txt", "12345.txt"]
)
def test_a_files_name_that_tells_no_date(file: str) -> None:
    """Two dates, an impossible one, or none."""
    assert meeting_of(BODY, file=file).date is None


def test_the_source_goes_before_its_name() -> None:
    """A file may be named after the day it was published."""
    assert meeting_of("Referat\nMødedato: 5. marts 2026\n" + BODY, file="2026-03-12.txt").date == "2026-03-05"


def test_the_caller_goes_before_the_source() -> None:
    """What a person says by option is what counts."""
    said = Said(municipality="Ellerlund Kommune", committee="Byrådet", date="2026-03-06")
    found = meeting_of("Birkevig Kommune\nReferat\nHavneudvalget\n5. marts 2026\n" + BODY, said=said)

    assert (found.municipality, found.committee, found.date) == ("Ellerlund Kommune", "Byrådet", "2026-03-06")


def test_an_absence_inside_a_decision_is_not_the_meetings() -> None:
    """It belongs to that committee's decision of that item."""
    text = BODY.replace("Godkendt.\n", "Godkendt.\nFraværende: Per Dam (O)\n", 1)
    found = meeting_of("Referat\nHavneudvalget\n5. marts 2026\n" + text)

    assert found.attendance == ()
    assert found.items[0].decisions[0].absent == ("Per Dam",)


def test_a_label_under_the_absent_is_nobody() -> None:
    """A heading of one word, as "Bilagsoversigt", looks like a first name alone."""
    found = meeting(
        "Havneudvalget den 5. marts 2026", "Fraværende: Anna Holm (A)", "Bilagsoversigt"
    ).attendance

    assert [one.name for one in found] == ["Anna Holm"]


def test_a_cancelled_meeting() -> None:
    """The front page says that it was not held."""
    assert meeting("Referat", "Havneudvalget", "Mødet er aflyst").cancelled


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        (("Medlem", "Parti", "Til stede", "Afbud"), (("X", ""), ("", "X"))),
        (("Navn", "Parti", "Fremmødt", "Fraværende"), (("✓", ""), ("", "ja"))),
        (("Navn", "Parti", "Til stede", "Bemærkning"), (("ja", ""), ("nej", ""))),
        (("Navn", "Parti", "Afbud", ""), (("", ""), ("x", ""))),
    ],
)
def test_a_table_that_ticks_who_came(heads: tuple[str, ...], rows: tuple[tuple[str, str], ...]) -> None:
    """The column that is ticked tells, and where there is only one, the other people are its opposite."""
    people = (("Signe Holt", "A"), ("Bo Rask", "V"))
    found = set_meeting(
        set_line("Havneudvalget den 5. marts 2026"),
        tabled(*((*person, *marks) for person, marks in zip(people, rows, strict=True)), header=heads),
        *(set_line(text) for text in BODY.splitlines() if text),
    )

    assert [(one.name, one.party, one.presence) for one in found.attendance] == [
        ("Signe Holt", "A", Presence.PRESENT),
        ("Bo Rask", "V", Presence.ABSENT),
    ]


@pytest.mark.parametrize(
    ("front", "committee"),
    [
        ("Dagsordenpunkter til Havneudvalgets møde den 5. marts 2026", "Havneudvalget"),
        ("Udskrift af protokol for Byrådets møde den 5. marts 2026", "Byrådet"),
        ("Referat fra byrådsmøde", "Byrådet"),
        ("Referat af kommunalbestyrelsesmødet den 5. marts 2026", "Kommunalbestyrelsen"),
        ("Havneudvalgsmøde den 5. marts 2026", "Havneudvalget"),
        ("Byrådsmøde", "Byrådet"),
        ("REFERAT AF\nHAVNEUDVALGETS MØDE", "HAVNEUDVALGET"),
        ("Fælles møde mellem Havneudvalget og Kajudvalget", "Havneudvalget"),
        ("Havneudvalget 2022-25's møde torsdag den 5. marts 2026", "Havneudvalget 2022-25"),
        ("§ 17, stk. 4-udvalget om Havne\nReferat", "§ 17, stk. 4-udvalget om Havne"),
    ],
)
def test_the_committee_whose_paper_it_is(front: str, committee: str) -> None:
    """Words that call the paper what it is are no part of the name, and a body names its meeting."""
    assert meeting(front).committee == committee


def test_the_name_of_the_paper_is_no_place() -> None:
    """Though it is the next line under date and time."""
    found = meeting(
        "Havneudvalgets møde",
        "5. marts 2026 kl. 18:00",
        "Dagsordenpunkter til Havneudvalgets møde den 5. marts 2026",
    )

    assert (found.date, found.start, found.place) == ("2026-03-05", "18:00", None)


@pytest.mark.parametrize(
    "front",
    [
        "Referat fra møde d. 5. marts 2026 kl. 13-15 på Bådhuset, Kajvej 2",
        "Havneudvalgets møde den 5. marts 2026 kl. 13.00 - 15.00 i Bådhuset, Kajvej 2.",
        "torsdag, den 5. marts 2026, kl. 13.00\ni Bådhuset, Kajvej 2",
        "Den 05.03.2026 kl. 13:00 i Bådhuset, Kajvej 2",
    ],
)
def test_the_place_behind_the_hour(front: str) -> None:
    """A preposition and a name behind it say where."""
    assert meeting("Havneudvalget", front).place == "Bådhuset, Kajvej 2"


def test_the_hour_under_the_last_item() -> None:
    """Minutes tell at their end when the meeting was over."""
    text = f"Havneudvalget\n5. marts 2026 kl. 16.00\n{BODY}\nMødet sluttede kl. 18:20.\n"

    found = meeting_of(text)
    assert (found.start, found.end) == ("16:00", "18:20")


@pytest.mark.parametrize("name", ["Den Fælles Havnekommission", "§ 17, stk. 4-udvalget for landsbyer"])
def test_committees_of_several_words(name: str) -> None:
    """Their names stand alone on a line, or behind the municipality's."""
    assert meeting("Birkevig Kommune", name, "Referat").committee == name
    assert meeting(f"Birkevig Kommune – {name}", "Referat").committee == name


def test_the_place_behind_the_hour_and_a_comma() -> None:
    """With no small word before it."""
    assert (
        meeting("Onsdag den 19. maj 2021 kl. 16.30-18.45, Lokalhuset i Stensby").place
        == "Lokalhuset i Stensby"
    )
