"""The laws of files beside minutes: each is somewhere once, and nothing of a closed item is shown."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from converters.blocks import Paragraph
from converters.fold import Understood
from converters.fold.beside import lay_beside
from converters.fold.matching import named
from converters.ledger import Reason
from converters.model import Access, AgendaItem, Attachment, Document, Meeting, Source
from converters.redact import redact
from converters.writers.meeting import meeting_leaves

WORDS = ["kort", "plan", "tilbud", "notat", "kort over kajen", "tilbud fra firmaet", "Å-løbet", "2026"]
LEADS = ["", "Bilag 1 - ", "Bilag 2: ", "bilag-2-", "2.1 ", "Bilag 1.2 "]
FILE_LEADS = [*LEADS, "punkt-1-bilag-2-", "Punkt 2 ", "pkt. 3 bilag 1 ", "punkt-9-"]
NAMES = st.builds("".join, st.tuples(st.sampled_from(LEADS), st.sampled_from(WORDS)))
FILES = st.builds(
    lambda lead, words, ending: f"{lead}{words}{ending}",
    st.sampled_from(FILE_LEADS),
    st.sampled_from(WORDS),
    st.sampled_from([".pdf", ".TXT", ".docx", ".html", " (1).pdf"]),
)
ITEMS = st.lists(
    st.tuples(st.sampled_from([Access.OPEN, Access.OPEN, Access.CLOSED]), st.lists(NAMES, max_size=3)),
    max_size=4,
)


def paper(name: str, items: list[tuple[Access, list[str]]], date: str) -> tuple[Path, Understood]:
    """Minutes of that day."""
    agenda = tuple(
        AgendaItem(
            number=str(place),
            position=place,
            title=f"Sag {place}",
            access=access,
            attachments=tuple(Attachment(title=title) for title in titles),
        )
        for place, (access, titles) in enumerate(items, 1)
    )
    whole = Meeting(
        municipality="Birkevig Kommune",
        committee="Byrådet",
        date=date,
        items=agenda,
        source=Source(file=name, sha256="0" * 64),
    )
    return Path("/findes/ikke") / name, Understood(meetings=(whole,))


def file(name: str, word: str) -> tuple[Path, Understood]:
    """A document of one word."""
    source = Source(file=name, sha256="1" * 64)
    document = Document(
        title=name, municipality=None, date=None, source=source, content=(Paragraph(text=word),)
    )
    return Path("/findes/ikke") / name, Understood(documents=(document,))


@given(st.lists(ITEMS, max_size=2), st.lists(FILES, max_size=4, unique=True))
def test_every_file_is_somewhere_once(
    meetings: list[list[tuple[Access, list[str]]]], names: list[str]
) -> None:
    """A document of its own, an attachment of one meeting, or withheld word for word."""
    told = [paper(f"referat{n}.pdf", items, f"2026-03-0{n + 1}") for n, items in enumerate(meetings)]
    told += [file(name, f"ord{n}") for n, name in enumerate(names)]

    laid = dict(lay_beside(sorted(told, key=lambda one: one[0].name)))

    written = [redact(one)[0] for understood in laid.values() for one in understood.meetings]
    pages = "".join(str(leaf) for one in written for leaf in meeting_leaves(one).values())
    for n, name in enumerate(names):
        left = laid[Path("/findes/ikke") / name]
        withheld = [entry.text for entry in left.left_out if entry.reason is Reason.CLOSED]
        assert (len(left.documents), pages.count(f"ord{n}"), withheld) in [
            (1, 0, []),
            (0, 1, []),
            (0, 0, [f"ord{n}"]),
        ]


@given(st.lists(ITEMS, min_size=1, max_size=2), FILES)
def test_nothing_that_names_a_closed_item_is_published(
    meetings: list[list[tuple[Access, list[str]]]], name: str
) -> None:
    """Neither by its number, nor as the very title of an attachment that only closed items list."""
    told = [paper(f"referat{n}.pdf", items, f"2026-03-0{n + 1}") for n, items in enumerate(meetings)]
    items = [(str(place), *one) for agenda in meetings for place, one in enumerate(agenda, 1)]
    said = named(name)
    numbered = [access for number, access, _ in items if said.sure and number == said.item]
    listed = [
        access for _, access, titles in items for title in titles if named(title).whole == named(name).whole
    ]

    laid = dict(lay_beside([*told, file(name, "hemmeligt")]))

    left = laid[Path("/findes/ikke") / name]
    open_only = Access.CLOSED not in (numbered if said.sure else listed)
    if not open_only or (said.sure and not numbered):
        assert left.documents == ()
        assert not any("hemmeligt" in str(one) for understood in laid.values() for one in understood.meetings)
    for understood in laid.values():
        for meeting in understood.meetings:
            assert not any(
                a.content for item in meeting.items if item.access is Access.CLOSED for a in item.attachments
            )
