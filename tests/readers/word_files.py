"""Word files made for a test: from raw XML, so that each peculiarity of Word can be put in by hand."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from converters.blocks import Line
from converters.readers import docx

OFFICE = "http://schemas.openxmlformats.org"
NAMES = (
    f'xmlns:w="{OFFICE}/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}/officeDocument/2006/relationships" '
    f'xmlns:wp="{OFFICE}/drawingml/2006/wordprocessingDrawing" '
    f'xmlns:a="{OFFICE}/drawingml/2006/main" '
    f'xmlns:pic="{OFFICE}/drawingml/2006/picture" '
    f'xmlns:m="{OFFICE}/officeDocument/2006/math" '
    f'xmlns:mc="{OFFICE}/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
KINDS = {"header": "hdr", "footer": "ftr"}


def part(tag: str, inner: str) -> str:
    """A part of a Word file."""
    return f"{HEAD}<w:{tag} {NAMES}>{inner}</w:{tag}>"


def word_file(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    links: Mapping[str, str] | None = None,
) -> bytes:
    """A Word file of a body; ``parts`` by kind and number as in header1, ``links`` by their ids.

    The id of a part is its name, so that ``<w:headerReference r:id="header1"/>`` finds it.
    """
    contents: dict[str, str | bytes] = {"word/document.xml": part("document", f"<w:body>{body}</w:body>")}
    relations = [(kind, kind, f"{kind}.xml", "") for kind in ("styles", "numbering")]
    if styles:
        contents["word/styles.xml"] = part("styles", styles)
    if numbering:
        contents["word/numbering.xml"] = part("numbering", numbering)
    for name, content in (parts or {}).items():
        kind = name.rstrip("0123456789")
        if isinstance(content, bytes):
            contents[f"word/media/{name}.png"] = content
            relations.append((name, "image", f"media/{name}.png", ""))
        else:
            contents[f"word/{name}.xml"] = part(KINDS.get(kind, kind), content)
            relations.append((name, kind, f"{name}.xml", ""))
    for name, target in (links or {}).items():
        relations.append((name, "hyperlink", target, ' TargetMode="External"'))
    contents["[Content_Types].xml"] = types(contents)
    contents["word/_rels/document.xml.rels"] = relationships(relations)
    contents["_rels/.rels"] = relationships([("main", "officeDocument", "word/document.xml", "")])
    return zipped(contents)


def types(contents: Mapping[str, str | bytes]) -> str:
    """The part that says what the others are."""
    kinds = "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{name.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")}+xml"/>'
        for name in contents
        if name.endswith(".xml")
    ).replace("document+xml", "document.main+xml")
    return (
        f'{HEAD}<Types xmlns="{OFFICE}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{kinds}</Types>'
    )


def relationships(relations: list[tuple[str, str, str, str]]) -> str:
    """The part that says what ids stand for."""
    inner = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}"{mode}/>'
        for name, kind, target, mode in relations
    )
    return f'{HEAD}<Relationships xmlns="{OFFICE}/package/2006/relationships">{inner}</Relationships>'


def zipped(contents: Mapping[str, str | bytes]) -> bytes:
    """A zip of parts."""
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return raw.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(text: str = "", *, style: str = "", properties: str = "", runs: str = "", looks: str = "") -> str:
    """A paragraph: of one run with a text, or of runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = runs or (run(text, looks) if text else "")
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def listed(number: int, depth: int = 0) -> str:
    """The property that puts a paragraph into a list."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def level(depth: int, form: str, text: str, more: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*shapes: str, nums: str = "") -> str:
    """A numbering part: list N has the shape N; ``nums`` are more lists."""
    shaped = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{one}</w:abstractNum>' for n, one in enumerate(shapes, 1)
    )
    plain = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, len(shapes) + 1)
    )
    return shaped + plain + nums


def heading_style(name: str, outline: int, *, base: str = "", more: str = "") -> str:
    """A paragraph style with an outline level."""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{based}'
        f'<w:pPr><w:outlineLvl w:val="{outline}"/>{more}</w:pPr></w:style>'
    )


def look_style(name: str, looks: str, *, kind: str = "paragraph", base: str = "") -> str:
    """A style of paragraphs or letters with a look."""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{based}'
        f"<w:rPr>{looks}</w:rPr></w:style>"
    )


def row(*cells: str, properties: str = "") -> str:
    """A row of a table."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(text: str = "", properties: str = "") -> str:
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of plain cells."""
    inner = "".join("<w:tr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{inner}</w:tbl>"


def lines(raw: bytes) -> tuple[Line, ...]:
    """The lines of a Word file."""
    return docx.read(raw, "møde.docx").lines


def texts(raw: bytes) -> list[str]:
    """The running text of a Word file, line by line."""
    return [line.text for line in lines(raw) if line.furniture is None]
