"""Pages with ruling lines are told from pages without, before anybody looks for a table."""

from __future__ import annotations

import pypdfium2
import pytest
import weasyprint

from converters.readers.pdf_rules import has_rules

PROSE = "<p>Havneudvalget så på kajen og gik hjem igen.</p>"
ROWS = "<tr><td>Kaj 1</td><td>God</td></tr>" * 3
LINED = "<style>table { border-collapse: collapse } td { border: 1pt solid #333 }</style>"
LEVELS = "<style>table { border-collapse: collapse } td { border: solid #333; border-width: 1pt 0 }</style>"
# A table that is drawn in a form, half as large as the page has it.
FORM = b"0.5 0 0 0.5 0 0 cm /Form Do"
IN_FORM = b"0 0 0 RG 100 100 m 500 100 l S 100 200 m 500 200 l S 100 300 m 500 300 l S 100 100 m 100 300 l S"


def looked_at(raw: bytes) -> bool:
    """Whether the first page of a PDF has rules."""
    document = pypdfium2.PdfDocument(raw)
    page = document[0]
    found = has_rules(page)
    page.close()
    document.close()
    return found


def printed(body: str) -> bytes:
    """A PDF of a body by WeasyPrint."""
    made: bytes = weasyprint.HTML(string=f"<html lang=da><body>{body}").write_pdf()
    return made


def drawn(content: bytes, form: bytes = b"") -> bytes:
    """A PDF of one page with the content given, and a form that the content may show."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>"
        % b"/Resources << /XObject << /Form 5 0 R >> >>",
        b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content),
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length %d >> stream\n%s\nendstream"
        % (len(form), form),
    ]
    made, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + (
        b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (rows, len(made))
    )


WITH = {
    "a table": printed(f"{LINED}<table>{ROWS}</table>"),
    "lines between rows": printed(f"{LEVELS}<table>{ROWS}</table>"),
    "lines within": printed(f"{LINED}<table style='border-style: hidden'>{ROWS}</table>"),
    "coloured rows": printed(f"<table style='background: #dde'>{ROWS}</table>" * 2),
    "thin boxes": drawn(b"100 100 400 .5 re f 100 200 400 .5 re f 100 300 400 .5 re f"),
    "a form": drawn(FORM, IN_FORM),
    "many boxes in one path": drawn(b"100 100 90 20 re 190 100 90 20 re 100 120 90 20 re 190 120 90 20 re S"),
}
WITHOUT = {
    "text": printed(PROSE * 5),
    "a frame": printed(f"<div style='border: 1pt solid'>{PROSE}</div>"),
    "a heading underlined": printed(f"<h2 style='border-bottom: 1pt solid'>Havnen</h2>{PROSE}"),
    "links underlined": printed(
        "<p><a href='https://eksempel.dk'>bilag</a> og <a href='https://eksempel.dk/2'>et længere bilag</a>"
    ),
    "white lines": drawn(b"1 1 1 RG " + IN_FORM.removeprefix(b"0 0 0 RG")),
    "a white page": drawn(b"1 1 1 rg 0 0 595 842 re f 1 1 1 rg 20 20 500 800 re f"),
    "nothing": drawn(b""),
    "aslant": drawn(b"100 100 m 500 180 l S 100 200 m 500 280 l S 100 300 m 500 380 l S"),
}


@pytest.mark.parametrize("kind", WITH)
def test_pages_with_rules(kind: str) -> None:
    """Rows with lines, drawn as lines, boxes or grounds, also in a form."""
    assert looked_at(WITH[kind])


@pytest.mark.parametrize("kind", WITHOUT)
def test_pages_without(kind: str) -> None:
    """Neither text nor one frame nor lines nobody sees."""
    assert not looked_at(WITHOUT[kind])
