"""Where pages lie: permanent addresses from committee, date and number, never from a title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from converters.model import AgendaItem, Attachment, Document, Meeting, Original
from converters.slugs import slug

DOCUMENTS = "dokumenter"
ATTACHMENTS = "bilag"
UNKNOWN_COMMITTEE = "ukendt-udvalg"
UNDATED = "uden-dato"
LONGEST_FILE_SLUG = 50  # characters, so that a picture on the file's page still has a name below 100
SHA_DIGITS = 8  # of the source, so that two undated sources do not meet in one folder

# Folders of the site that no committee may take.
_TAKEN = frozenset({DOCUMENTS, "aar", "assets", "om", "rettelser", "search", "udvalg"})


def meeting_folder(meeting: Meeting, *, one_municipality: bool) -> str:
    """Folder of the meeting in the content folder, with slashes, before any ordinal.

    With ``one_municipality`` the site is that municipality's, and has no folder for it.
    """
    committee = slug(meeting.committee) if meeting.committee else UNKNOWN_COMMITTEE
    day = slug(meeting.date) if meeting.date else f"{UNDATED}-{meeting.source.sha256[:SHA_DIGITS]}"
    above = [] if one_municipality or not meeting.municipality else [_free(slug(meeting.municipality))]
    return "/".join([*above, _free(committee) if not above else committee, day])


def with_ordinal(folder: str, ordinal: int) -> str:
    """The folder of the first, second ... meeting of a committee on one day."""
    return folder if ordinal == 1 else f"{folder}-{ordinal}"


def document_name(document: Document) -> str:
    """File of a document in its folder; made from the source's name, which stays when a title is mended."""
    stem = document.source.file.rpartition(".")[0] or document.source.file
    return f"{slug(stem)}.md"


def item_names(items: Sequence[AgendaItem]) -> tuple[str, ...]:
    """Name of each item, such as ``punkt-14``; printed numbers go before positions.

    A number that is printed twice, or that a position meets, gets ``-2``, ``-3`` ...
    """
    names: dict[int, str] = {}
    taken: set[str] = set()
    for place, item in enumerate(items):
        name = f"punkt-{slug(item.number)}" if item.number else ""
        if name and name not in taken:
            names[place] = name
            taken.add(name)
    for place, item in enumerate(items):
        if place not in names:
            name = f"punkt-{slug(item.number) if item.number else item.position}"
            names[place] = next(one for one in _numbered(name) if one not in taken)
            taken.add(names[place])
    return tuple(names[place] for place in range(len(items)))


def attachment_names(item_name: str | None, attachments: Sequence[Attachment]) -> tuple[str, ...]:
    """Text page of each attachment of an item, or of the meeting itself.

    Those that the minutes list are counted from 1; a file that they do not list has its own name, which
    stays when another file is laid beside it.
    """
    head = f"{ATTACHMENTS}/{item_name}-bilag" if item_name else f"{ATTACHMENTS}/bilag"
    names: list[str] = []
    for place, one in enumerate(attachments, 1):
        name = (
            f"{head}-{place}" if one.listed or one.source is None else f"{head}-{_file_slug(one.source.file)}"
        )
        names.append(next(free for free in _numbered(name) if free not in names))
    return tuple(f"{name}.md" for name in names)


def _file_slug(file: str) -> str:
    name = slug(file.rpartition(".")[0] or file, LONGEST_FILE_SLUG)
    return f"fil-{name}" if name.isdigit() else name


def has_page(attachment: Attachment) -> bool:
    """Tell whether an attachment has a text page: it has text, or a file that wants one."""
    return bool(attachment.content or attachment.original)


def original_name(original: Original, page: str) -> str:
    """Path of an attachment's original, beside its text page and of the same name."""
    return f"{page.removesuffix('.md')}{original.path.suffix.lower()}"


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{ordinal}" for ordinal in count(2))


def _free(name: str) -> str:
    return f"{name}-udvalget" if name in _TAKEN else name
