"""The gate for closed items."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.blocks import Link, Paragraph, Picture, Table
from converters.closed_items import Shown
from converters.ledger import LeftOut, Reason, as_json_lines
from converters.model import (
    Access,
    AgendaItem,
    Attachment,
    Attendance,
    Decision,
    Meeting,
    Original,
    Outcome,
    Presence,
    Section,
    Source,
    Vote,
)
from converters.redact import hidden_titles, redact, without_titles
from converters.writers.meeting import meeting_leaves, meeting_pages
from tests.chamber import item, meeting, public

CANARY = "kanariefugl"


def secret(place: int) -> str:
    """A word that must never be written."""
    return f"{CANARY}{place}"


def picture(words: str) -> Picture:
    """A picture that holds these words, and is called by them."""
    return Picture(content=words.encode(), media_type="image/png", page=77_777, width=9, height=9, alt=words)


@st.composite
def closed_items(draw: st.DrawFn, position: int) -> AgendaItem:
    """A closed item with a canary in every field that may not be shown."""
    words = iter(map(secret, range(100)))
    some = st.booleans()
    return AgendaItem(
        number=draw(st.sampled_from([str(position), f"{position}a", None])),
        position=position,
        title="Køb af grund",
        access=Access.CLOSED,
        case_number=next(words) if draw(some) else None,
        item_type=next(words) if draw(some) else None,
        decided_by=next(words) if draw(some) else None,
        planned_minutes=77_777,
        fields=((next(words), next(words)),) if draw(some) else (),
        outcome=Outcome.APPROVED,
        sections=(
            Section(label=None, role=None, content=(Paragraph(text=next(words)),)),
            Section(label=next(words), role=draw(st.sampled_from([None, "case", "attachments"])), content=()),
            Section(
                label="Sagsfremstilling",
                role="case",
                content=(Paragraph(text=next(words)), Table(header=(next(words),), rows=((next(words),),))),
            ),
            Section(
                label="Beslutning",
                role="decision",
                content=(
                    Paragraph(
                        text="Godkendt.", links=(Link(start=0, end=8, href=f"https://{next(words)}.dk"),)
                    ),
                    picture(next(words)),
                ),
            ),
        ),
        decisions=(
            Decision(
                committee="Byrådet",
                date="2026-03-05",
                outcome=Outcome.APPROVED,
                votes=(Vote(subject=next(words), in_favour=77_777),),
            ),
        ),
        attachments=(
            Attachment(
                title=next(words),
                url=f"https://{next(words)}.dk",
                content=(Paragraph(text=next(words)),) if draw(some) else (),
                source=Source(file=next(words), sha256=next(words), pages=(77_777, 77_778)),
                original=Original(
                    path=Path(f"{next(words)}.pdf"),
                    size=77_777,
                    media_type="application/pdf",
                    sha256="a" * 64,
                ),
                preview=picture(next(words)),
            ),
        ),
        source=Source(file=next(words), sha256=next(words), pages=(3, 4)),
    )


MEETINGS = st.integers(1, 4).flatmap(
    lambda count: st.tuples(*(closed_items(place) | st.just(item(place)) for place in range(1, count + 1)))
)


@given(MEETINGS)
def test_no_word_of_a_closed_item_is_written(items: tuple[AgendaItem, ...]) -> None:
    """Neither page, front matter, file name nor ledger holds a closed word."""
    open_meeting, withheld = redact(meeting(*items))

    leaves = meeting_leaves(open_meeting)
    written = "".join([*leaves, *map(str, leaves.values()), as_json_lines(withheld, "referat.txt")])

    assert CANARY not in written
    assert "77777" not in written


@given(MEETINGS)
def test_every_closed_word_is_accounted_for(items: tuple[AgendaItem, ...]) -> None:
    """What is withheld is handed back in full, as closed, so that nothing is merely lost."""
    closed = [one for one in items if one.access is Access.CLOSED]

    withheld = redact(meeting(*items))[1]

    assert [entry.reason for entry in withheld] == [Reason.CLOSED] * len(closed)
    for one, entry in zip(closed, withheld, strict=True):
        assert one.case_number is None or one.case_number in entry.text
        assert all(attachment.title in entry.text for attachment in one.attachments)
        assert all(f"{label} {value}" in entry.text for label, value in one.fields)
        assert secret(0) in entry.text


def test_a_closed_item_shows_number_title_and_decision() -> None:
    """Those four are public, with the decision's words under its own label."""
    page = meeting_pages(public(item(1, "7", access=Access.CLOSED)))["punkt-7.md"]

    assert page == (
        "---\n"
        "type: item\n"
        "title: Cykelsti langs Møllevej\n"
        'number: "7"\n'
        "position: 1\n"
        "municipality: Birkevig Kommune\n"
        "committee: Teknik- og Miljøudvalget\n"
        "date: 2026-03-05\n"
        "access: closed\n"
        "outcome: approved\n"
        "decisions:\n"
        "  - {committee: Teknik- og Miljøudvalget, date: 2026-03-05, outcome: approved}\n"
        f'source: {{file: referat.txt, sha256: "{"0" * 64}"}}\n'
        "---\n"
        "\n"
        "## Beslutning\n"
        "\n"
        "Godkendt.\n"
    )


def test_open_items_pass_unchanged() -> None:
    """Nothing is taken from an item that anybody may read."""
    whole: Meeting = meeting(item(1, "1"), item(2, "2"))

    assert redact(whole) == (whole, ())


def test_a_ledger_of_closed_words_holds_a_count_and_a_hash() -> None:
    """The withheld text of a known item cannot be read out of the ledger."""
    shut = item(1, "7", access=Access.CLOSED)

    row = as_json_lines(redact(meeting(shut))[1], "referat.txt")

    assert "slidt" not in row
    assert '"words": 6' in row  # 26, 1234, Sagsfremstilling, Stien, er, slidt


TITLE = "Salg af Havnegade tolv"


def shut_meeting() -> Meeting:
    """A meeting whose closed item is named before the first item and in a remark."""
    made = meeting(
        replace(item(1, "1", access=Access.CLOSED), title=f"Lukket - {TITLE}"),
        replace(item(2, "2", access=Access.CLOSED), title="Lukket punkt"),
        item(3, "3"),
    )
    anna = Attendance(name="Anna Holm", presence=Presence.PARTLY, note=f"ikke under {TITLE.upper()}")
    ib = Attendance(name="Ib Bo", presence=Presence.PARTLY, note="gik før lukket punkt")
    front = (Paragraph(text=f"1: {TITLE} (lukket)"), Paragraph(text="Salg af is"))
    return replace(made, front=front, attendance=(anna, ib))


@pytest.mark.parametrize("decision", [True, False])
def test_a_hidden_title_stands_nowhere(*, decision: bool) -> None:
    """Not on the item's page nor the meeting's; what only says that something is closed hides nothing."""
    public, withheld = redact(shut_meeting(), Shown(title=False, decision=decision))

    written = "".join(meeting_pages(public).values()) + as_json_lines(withheld, "referat.txt")
    assert "havnegade" not in written.casefold()
    assert [one.note for one in public.attendance] == [None, "gik før lukket punkt"]
    assert public.front == (Paragraph(text="Salg af is"),)
    assert [one.title for one in public.items] == [None, None, "Cykelsti langs Møllevej"]


def test_a_hidden_decision_is_withheld_whole() -> None:
    """Its words, its outcome and who was absent; each is accounted for."""
    public, (withheld,) = redact(
        meeting(item(1, "7", access=Access.CLOSED)), Shown(title=True, decision=False)
    )

    (one,) = public.items
    assert (one.title, one.sections, one.decisions) == ("Cykelsti langs Møllevej", (), ())
    assert one.outcome is Outcome.UNKNOWN
    assert "Godkendt." in withheld.text


def test_a_line_that_names_a_hidden_title_is_withheld_in_the_ledger() -> None:
    """As what runs over the pages does; other lines stay as they are."""
    hidden = [hidden_titles(shut_meeting(), Shown(title=False))]
    lines = [
        LeftOut(page=1, line=1, text=text, reason=Reason.HEADER, note="sidehoved")
        for text in (f"Referat: {TITLE}", "Lukket punkt", "Havnegade tolv")
    ]

    kept = without_titles(lines, hidden)

    assert [entry.reason for entry in kept] == [Reason.CLOSED, Reason.HEADER, Reason.HEADER]
    assert kept[0].note is None
