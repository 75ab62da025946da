"""The marks of closedness that minutes print, and words that only sound like them."""

from __future__ import annotations

import pytest

from converters.segment.closed import is_closed_note, is_closed_title
from converters.segment.labels import label_of
from converters.segment.marks import Role
from converters.segment.repeats import group_named


@pytest.mark.parametrize(
    "title",
    [
        "Lukket punkt om lejekontrakten",
        "Lukkede punkter",
        "Lejekontrakt, lukket punkt",
        "Lejekontrakt LUKKET",
        "Fortroligt punkt vedr. lejekontrakt",
        "Lejekontrakt (Lukket sag) (10 min.)",
        "Lejekontrakt (ej offentlig)",
        "Lejekontrakt (ikke\u2011offentligt)",
        "Lejekontrakt (behandles for lukkede døre)",
        "Lejekontrakt - lukket for offentligheden",
        "Lejekontrakt Lukket",
        "Lukket/Lejekontrakt",
        "Lukket. Lejekontrakt",
        "Lukket Lejekontrakt",
        "LejekontraktLukket punkt",
        "LukketLejekontrakt",
        "Lukket pkt. - Lejekontrakt",
        "Lejekontrakt (L)",
        "(L) Lejekontrakt",
        "ØU - Lukket - Lejekontrakt",
        "ØU/BR: Lukket: Lejekontrakt",
        "Lejekontrakt. Lukket.",
        "Lejekontrakt, lukket dagsorden",
        "Lukket orientering",
        "Lukket drøftelse - Lejekontrakt",
        "Lukkede meddelelser",
        "Fortrolig orientering: Lejekontrakt",
        "Punktet er lukket",
        "Dette punkt er lukket",
        "Punktet er ikke offentligt",
        "Closed item",
        "Closed",
    ],
)
def test_a_title_with_a_mark_is_closed(title: str) -> None:
    """Wherever a title carries its mark, the item is closed."""
    assert is_closed_title(title)


@pytest.mark.parametrize(
    "title",
    [
        "Lukning af svømmehallen",
        "Lukket skolegård på Tangvej",
        "Lukkede byrådsmøder begynder tidligere",
        "Orientering om fortrolige oplysninger",
        "Biblioteket holder lukket",
        "Forslag fra Ida Holm (L)",
        "Henvendelse fra Liste L (L)",
        "Havnebadet - lukket - og dets fremtid",
        "Orientering om lukkede meddelelser",
        "Closed-loop-anlæg på havnen",
        "Sagen er lukket for yderligere bidrag",
    ],
)
def test_a_title_that_only_sounds_closed_is_open(title: str) -> None:
    """A word for something shut is no mark."""
    assert not is_closed_title(title)


@pytest.mark.parametrize(
    "line",
    [
        "Åben/lukket: Lukket jf. styrelseslovens § 10",
        "Lukket sag, jf. styrelseslovens § 10, stk. 1",
        "Punktet behandles for lukkede døre.",
        "Sagen er lukket.",
        "Lukket.",
        "LUKKET PUNKT.",
        "Ikke-offentlig sag",
        "Lukket dagsordenspunkt",
        "Adgang: Lukket",
        "Publicering: Lukket punkt",
        "Publiceres: Nej",
        "Må offentliggøres: Nej",
        "Dette punkt er ikke offentligt.",
        "Punktet er ikke åbent for offentligheden.",
        "Punktet er undtaget fra offentlighed.",
        "(Lukket)",
        "[Lukket punkt]",
        "Lukket - jf. styrelseslovens § 10",
        "Undtaget fra aktindsigt",
        "Undtaget offentlighed, jf. offentlighedslovens § 30",
        "Åben/Lukket sag: Lukket",
        "Sagens status: Lukket",
        "Dagsordenstype: Lukket",
        "Behandling: For lukkede døre",
        "26/123 - Lukket",
        "Havneudvalget, Lukket punkt",
        "Lukket    Sagsnr.: 26/123",
    ],
)
def test_a_line_that_gives_its_reason_is_a_mark(line: str) -> None:
    """A mark may say why or how the item is closed."""
    mark = label_of(line)
    assert mark is not None
    assert mark.role is Role.CLOSED


@pytest.mark.parametrize(
    "line",
    [
        "Publiceres: Ja",
        "Planen er undtaget fra lokalplanpligt.",
        "Lukkede efter kl. 21.",
        "lukkede efter kl. 21.",
        "Sager, der behandles for lukkede døre",
        "Undtaget fra aktindsigt er de interne notater.",
        "Mandag: Lukket",
        "Torsdag    Lukket",
    ],
)
def test_a_sentence_about_shut_things_is_no_mark(line: str) -> None:
    """Opening hours and the rules of question time close nothing."""
    assert not is_closed_note(line)


@pytest.mark.parametrize(
    "heading",
    [
        "Følgende sager blev behandlet for lukkede døre:",
        "Disse sager behandles for lukkede døre",
        "Ikke-offentlige punkter",
        "Ikke offentlige sager",
        "Lukkede dagsordenspunkter (2)",
        "Lukkede sager:",
        "Dagsorden - lukket",
        "Lukket protokol",
        "Mødet lukkes for offentligheden",
        "Dørene lukkes",
        "Herefter blev dørene lukket.",
        "Dørene lukkedes.",
        "Personsager",
    ],
)
def test_a_heading_over_closed_items(heading: str) -> None:
    """However it is put, what stands under it is closed."""
    assert group_named(heading) == "closed"


@pytest.mark.parametrize(
    "line",
    [
        "udvalget fandt, at sagen kunne behandles for lukkede døre",
        "Følgende sager blev behandlet for lukkede døre i fjor, men ikke i år.",
        "Skolens døre lukkes",
        "Behandling af personsager",
    ],
)
def test_a_line_that_only_sounds_like_such_a_heading(line: str) -> None:
    """A line of running text, or what an item is about."""
    assert group_named(line) is None
