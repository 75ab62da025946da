"""The looks that the papers are printed in: serif and sans, bold, caps, colon and small labels."""

from __future__ import annotations

from dataclasses import replace

from tests.formats.markup import Look
from tests.formats.papers import Paper

PRINTED = """
body {font-size: 11pt; line-height: 1.35} p {margin: 0 0 6pt} ul, ol {margin: 0 0 6pt; padding-left: 18pt}
.ruled {border-collapse: collapse; width: 100%; margin: 4pt 0 8pt}
.ruled td, .ruled th {border: .6pt solid #000; padding: 3pt 4pt; vertical-align: top; text-align: left}
.people.columns {columns: 2} .people p {margin: 0} .people {margin-bottom: 8pt; width: 100%}
.contents {margin: 0 0 2pt} .contents a {color: inherit; text-decoration: none}
.contents a::after {content: leader('.') target-counter(attr(href), page)}
.item {break-after: avoid} .label {break-after: avoid} .sub {break-after: avoid}
ul.dash {list-style-type: '– '} img {width: 220pt}
.title {font-size: 22pt; font-weight: bold} .owner {font-size: 13pt} .committee {font-size: 15pt}
.contents-title, .people-title {font-weight: bold; margin-top: 10pt}
"""
SERIF = """
body {font-family: 'Liberation Serif'} .item {font: bold 15pt 'Liberation Sans'; break-before: page}
.label {font: bold 12pt 'Liberation Sans'; margin: 10pt 0 2pt}
.sub {font: bold 11pt 'Liberation Serif'; margin: 8pt 0 2pt}
"""
SANS = """
body {font-family: 'Liberation Sans'; font-size: 10pt}
.item {font-size: 13pt; margin: 22pt 0 4pt; color: #14375a}
.label {font-size: 9pt; text-transform: uppercase; margin: 10pt 0 2pt; letter-spacing: .4pt}
.sub {font: italic bold 10pt 'Liberation Sans'; margin: 8pt 0 0}
"""
JUSTIFIED = """
body {font-family: 'Liberation Serif'; font-size: 11.5pt} p, li {text-align: justify; hyphens: auto}
.item {font: bold 13pt 'Liberation Serif'; margin: 24pt 0 4pt}
.label {font: bold 11.5pt 'Liberation Serif'; margin: 8pt 0 0}
.sub {font: italic 11.5pt 'Liberation Serif'; margin: 8pt 0 0}
"""
SMALL = """
body {font-family: 'DejaVu Sans'; font-size: 9pt; line-height: 1.5}
.item {font-size: 12pt; font-weight: bold; margin: 26pt 0 2pt}
.label {font-size: 9pt; font-weight: bold; margin: 9pt 0 0}
.sub {font-size: 8.5pt; font-weight: bold; margin: 8pt 0 0}
"""
BOXED = """
body {font-family: 'Liberation Sans Narrow', 'Liberation Sans'; font-size: 11pt}
.box {border-collapse: collapse; width: 100%; margin: 20pt 0 4pt; break-after: avoid}
.box td {border: .8pt solid #000; background: #e6e6e6; padding: 4pt 6pt; font: bold 12pt 'Liberation Sans'}
.box td:first-child {width: 40pt}
.label {font: bold 10pt 'Liberation Sans'; letter-spacing: 1.5pt; margin: 10pt 0 2pt}
.sub {font: bold 10pt 'Liberation Sans'; color: #555; margin: 8pt 0 0}
.people td {border: .5pt solid #888; padding: 2pt 6pt}
"""


def running(paper: Paper, *, footer: str, header: str) -> str:
    """The style of a page with a running head and a footer; ``{page}`` and ``{pages}`` are counted."""
    return (
        "@page {size: A4; margin: 25mm 22mm; "
        f"@top-left {{content: {_counted(header, paper)}; font-size: 9pt}} "
        f"@bottom-right {{content: {_counted(footer, paper)}; font-size: 8pt}} }}"
    )


def _counted(text: str, paper: Paper) -> str:
    filled = text.format(committee=paper.committee, owner=paper.municipality, date=paper.printed_date)
    return '"' + filled.replace("#p", '" counter(page) "').replace("#n", '" counter(pages) "') + '"'


def serif(paper: Paper) -> Look:
    """Serif text, a page an item, bold labels, numbers with a full stop."""
    css = running(paper, header="{committee} {date}", footer="Side #p af #n") + PRINTED + SERIF
    return Look(css=css)


def serif_running(paper: Paper) -> Look:
    """As serif, one item after the other on a page."""
    look = serif(paper)
    return replace(look, css=look.css.replace("break-before: page", "margin: 20pt 0 4pt"), contents=False)


def sans(paper: Paper) -> Look:
    """Sans serif, labels in small capitals, *Punkt 3* before the title, attendance in a table."""
    css = running(paper, header="{owner} | {committee}", footer="#p") + PRINTED + SANS
    return Look(css=css, heading="Punkt {number}: {title}", attendance="table")


def justified(paper: Paper) -> Look:
    """Justified and hyphenated text, a bare number before the title, labels with a colon."""
    css = running(paper, header="{committee}", footer="#p {owner} | Referat fra mødet {date}")
    return Look(css=css + PRINTED + JUSTIFIED, heading="{number}\u00a0 {title}", colon=True, contents=False)


def small(paper: Paper) -> Look:
    """Small text, *Punkt 3* on a line of its own, underlined sub-headings, no header cells."""
    css = running(paper, header="Referat {committee}", footer="Side #p") + PRINTED + SMALL
    return Look(css=css, heading="Punkt {number}\n{title}", attendance="one", head_row="td")


def boxed(paper: Paper) -> Look:
    """Each item's number and title in the cells of a grey box, labels set wide, members in a ruled table."""
    css = running(paper, header="{owner}", footer="{committee}, den {date} – side #p af #n") + PRINTED + BOXED
    return Look(css=css, boxed=True, attendance="table", contents=False)
