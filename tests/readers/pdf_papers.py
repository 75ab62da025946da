"""Small PDF files made in code: words painted where a test wants them, in letters of known width."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from converters.blocks import Furniture, Line, Reading
from converters.readers.letter_widths import USUAL_WIDTH, WIDTHS, breadth
from converters.readers.pdf import read

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, LEADING, SIZE = 60.0, 535.0, 14.0, 11.0
PLAIN, BOLD, ITALIC, SIGNS = "F1", "F2", "F3", "F4"
FACES = {
    PLAIN: "Helvetica",
    BOLD: "Helvetica-Bold",
    ITALIC: "Helvetica-Oblique",
    SIGNS: "ABCDEE+Wingdings-Regular",
}
ENCODING = "cp1252"
FIRST, LAST = 32, 255
# What turns a page that is shown on its side back, so that it reads upright there.
TURNS = {
    0: (1.0, 0.0, 0.0, 1.0, 0.0, 0.0),
    90: (0.0, 1.0, -1.0, 0.0, HEIGHT, 0.0),
    180: (-1.0, 0.0, 0.0, -1.0, WIDTH, HEIGHT),
    270: (0.0, -1.0, 1.0, 0.0, WIDTH - HEIGHT, HEIGHT),
}
WORDS = "havn kaj mole kran båd sejl fisk vind sten bro vej plads hus skib tov anker bølge strand fyr"
KEY = b"(\xbfN^Nu\x8aAd\x00NV\xff\xfa\x01\x08..\x00\xb6\xd0h>\x80/\x0c\xa9\xfedSiz"  # what pads a password
MAY_PRINT = -44  # what a reader without the owner's password may do


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What is painted on a page, how it lies on its sheet, and links: left, top, right, bottom, address."""

    painted: str
    shown_turned: int = 0
    corner: tuple[float, float] = (0.0, 0.0)
    links: tuple[tuple[float, float, float, float, str], ...] = ()


def at(x: float, y: float, text: str, face: str = PLAIN, size: float = SIZE) -> str:
    """Paint words in one go; ``x`` and ``y`` are where their baseline begins, from the upper left corner."""
    return f"BT /{face} {size:g} Tf 1 0 0 1 {x:.2f} {HEIGHT - y:.2f} Tm ({_quoted(text)}) Tj ET\n"


def under_each_other(
    x: float, y: float, texts: Iterable[str], face: str = PLAIN, size: float = SIZE, leading: float = LEADING
) -> str:
    """Paint lines under each other."""
    return "".join(at(x, y + place * leading, text, face, size) for place, text in enumerate(texts))


def wide(text: str, size: float = SIZE) -> float:
    """Tell how wide words are in points."""
    return breadth(text) * size


def broken(text: str, room: float, size: float = SIZE, first: float = 0.0) -> list[str]:
    """Break a text into lines as wide as there is room; the first is shorter by ``first``."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and wide(longer, size) > room - (first if len(lines) == 1 else 0):
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def rule(x: float, y: float, end_x: float, end_y: float) -> str:
    """Draw a thin line."""
    return f".7 w {x:.2f} {HEIGHT - y:.2f} m {end_x:.2f} {HEIGHT - end_y:.2f} l S\n"


def prose(seed: int, words: int) -> str:
    """Sentences of so many words, others for every seed."""
    chance = random.Random(seed)  # noqa: S311 - words, the same in every run
    done: list[str] = []
    while len(done) < words:
        sentence = [chance.choice(WORDS.split()) for _ in range(chance.randint(5, 12))]
        done += [sentence[0].capitalize(), *sentence[1:-1], f"{sentence[-1]}."]
    return " ".join(done)


def body(seed: int, y: float = 100.0, words: int = 40, left: float = LEFT, right: float = RIGHT) -> str:
    """Paint a paragraph, its first line at ``y``."""
    return under_each_other(left, y, broken(prose(seed, words), right - left))


def pdf(
    *pages: Page | str, bookmarks: Sequence[str] = (), form: str = "", password: str | None = None
) -> bytes:
    """Write the pages as a PDF; ``form`` is a drawing that a page shows with ``/Form Do``.

    With a password that is empty anybody may open it, but not change it.
    """
    objects: list[bytes] = [b"", b""]
    fonts = " ".join(f"/{name} {_add(objects, _font(called))} 0 R" for name, called in FACES.items())
    shown = _add(
        objects,
        _stream(
            form,
            f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << {fonts} >> >> ",
        ),
    )
    resources = f"<< /Font << {fonts} >> /XObject << /Form {shown} 0 R >> >>"
    kids = [
        _page(objects, page if isinstance(page, Page) else Page(painted=page), resources) for page in pages
    ]
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    outline = f"/Outlines {_outline(objects, bookmarks, kids[0])} 0 R" if bookmarks else ""
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R {outline} >>".encode()
    objects[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    return _file(objects, "") if password is None else _locked(objects, password.encode())


def lines_of(*pages: Page | str, bookmarks: Sequence[str] = (), form: str = "") -> tuple[Line, ...]:
    """Give the lines that a PDF of these pages is read into."""
    return reading_of(*pages, bookmarks=bookmarks, form=form).lines


def reading_of(*pages: Page | str, bookmarks: Sequence[str] = (), form: str = "") -> Reading:
    """Give what a PDF of these pages is read into."""
    return read(pdf(*pages, bookmarks=bookmarks, form=form), "referat.pdf")


def texts(lines: Iterable[Line]) -> list[str]:
    """The texts of the lines that run."""
    return [line.text for line in lines if line.furniture is None]


def furniture(lines: Iterable[Line]) -> list[tuple[str, Furniture]]:
    """The texts of the lines that do not, and what each is."""
    return [(line.text, line.furniture) for line in lines if line.furniture is not None]


def paragraphs(lines: Iterable[Line]) -> list[str]:
    """The running text with the lines of each paragraph put together, a blank between them."""
    whole: list[str] = []
    for line in lines:
        if line.furniture is not None:
            continue
        if line.continues and whole:
            whole[-1] += f" {line.text}"
        else:
            whole.append(line.text)
    return whole


def _quoted(text: str) -> str:
    codes = text.encode(ENCODING)
    return "".join(chr(code) if chr(code).isalnum() and code < 127 else f"\\{code:03o}" for code in codes)


def _font(called: str) -> bytes:
    signs = bytes(range(FIRST, LAST + 1)).decode(ENCODING, "replace")
    widths = " ".join(str(WIDTHS.get(sign, USUAL_WIDTH)) for sign in signs)
    return (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{called} /Encoding /WinAnsiEncoding"
        f" /FirstChar {FIRST} /LastChar {LAST} /Widths [{widths}] >>"
    ).encode()


def _page(objects: list[bytes], page: Page, resources: str) -> int:
    left, bottom = page.corner
    back = TURNS[page.shown_turned]
    turned = f"q 1 0 0 1 {left:g} {bottom:g} cm {' '.join(f'{one:g}' for one in back)} cm\n{page.painted}Q"
    content = _add(objects, _stream(turned))
    notes = [
        _add(
            objects,
            f"<< /Type /Annot /Subtype /Link /Border [0 0 0] /A << /S /URI /URI ({href}) >>"
            f" /Rect [{_corner(page, x, foot)} {_corner(page, end, top)}] >>".encode(),
        )
        for x, top, end, foot, href in page.links
    ]
    return _add(
        objects,
        f"<< /Type /Page /Parent 2 0 R /Rotate {page.shown_turned} /Contents {content} 0 R"
        f" /MediaBox [{left:g} {bottom:g} {left + WIDTH:g} {bottom + HEIGHT:g}] /Resources {resources}"
        f" /Annots [{' '.join(f'{note} 0 R' for note in notes)}] >>".encode(),
    )


def _corner(page: Page, x: float, y: float) -> str:
    """Where a place of the page as it is read lies on the sheet."""
    a, b, c, d, e, f = TURNS[page.shown_turned]
    left, bottom = page.corner
    up = HEIGHT - y
    return f"{left + x * a + up * c + e:.2f} {bottom + x * b + up * d + f:.2f}"


def _outline(objects: list[bytes], titles: Sequence[str], page: int) -> int:
    first = len(objects) + 1
    root = first + len(titles)
    for place, title in enumerate(titles):
        after = f"/Next {first + place + 1} 0 R" if place + 1 < len(titles) else ""
        called = f"\ufeff{title}".encode("utf-16-be").hex()
        _add(objects, f"<< /Title <{called}> /Parent {root} 0 R {after} /Dest [{page} 0 R /Fit] >>".encode())
    return _add(objects, f"<< /First {first} 0 R /Last {root - 1} 0 R /Count {len(titles)} >>".encode())


def _stream(content: str, head: str = "") -> bytes:
    return f"<< {head}/Length {len(content)} >>\nstream\n{content}\nendstream".encode("latin-1")


def _add(objects: list[bytes], content: bytes) -> int:
    objects.append(content)
    return len(objects)


def _file(objects: Sequence[bytes], lock: str) -> bytes:
    made, places = bytearray(b"%PDF-1.5\n"), []
    for number, one in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    start, count = len(made), len(objects) + 1
    made += b"xref\n0 %d\n0000000000 65535 f \n" % count
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer << /Size %d /Root 1 0 R %b >>\n" % (count, lock.encode())
    return bytes(made + b"startxref\n%d\n%%%%EOF\n" % start)


def _locked(objects: Sequence[bytes], password: bytes) -> bytes:
    """Encrypt the file for those who know the password (40-bit RC4)."""
    mark, asked = bytes(16), (password + KEY)[: len(KEY)]
    owner = _scrambled(hashlib.md5(KEY, usedforsecurity=False).digest()[:5], asked)
    allowed = MAY_PRINT.to_bytes(4, "little", signed=True)
    key = hashlib.md5(asked + owner + allowed + mark, usedforsecurity=False).digest()[:5]
    done = [_scrambled_streams(one, key, number) for number, one in enumerate(objects, start=1)]
    lock = (
        f"/ID [<{mark.hex()}> <{mark.hex()}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P {MAY_PRINT}"
        f" /O <{owner.hex()}> /U <{_scrambled(key, KEY).hex()}> >>"
    )
    return _file(done, lock)


def _scrambled_streams(one: bytes, key: bytes, number: int) -> bytes:
    head, start, rest = one.partition(b"stream\n")
    if not start:
        return one
    own = hashlib.md5(key + number.to_bytes(3, "little") + bytes(2), usedforsecurity=False).digest()[:10]
    return head + start + _scrambled(own, rest.removesuffix(b"\nendstream")) + b"\nendstream"


def _scrambled(key: bytes, content: bytes) -> bytes:
    state, place = list(range(256)), 0
    for step in range(256):
        place = (place + state[step] + key[step % len(key)]) % 256
        state[step], state[place] = state[place], state[step]
    done, step, place = bytearray(), 0, 0
    for one in content:
        step = (step + 1) % 256
        place = (place + state[step]) % 256
        state[step], state[place] = state[place], state[step]
        done.append(one ^ state[(state[step] + state[place]) % 256])
    return bytes(done)
