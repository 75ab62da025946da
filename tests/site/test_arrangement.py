"""The order in which an item's body is shown."""

from __future__ import annotations

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from converters.site.arrangement import Arranged, arranged
from converters.site.body import Body, anchor

PRINTED = """Kort om sagen.

## Sagsfremstilling

Stien føres over åen.

> ## Beslutning
>
> Et citat af en gammel beslutning.

## Indstilling

At stien anlægges.

## Beslutning i Økonomiudvalget den 03-03-2026

Anbefales.

## Økonomi

1,2 mio. kr.

## Beslutning i Byrådet den 24-03-2026

Godkendt.
"""


def test_decisions_come_first_and_recommendations_next() -> None:
    """Decisions in the order printed, then the recommendation, then the rest in the source's order."""
    shown = _shown(PRINTED, lead_decides=True)

    assert _labels(shown.decided) == [
        "Beslutning i Økonomiudvalget den 03-03-2026",
        "Beslutning i Byrådet den 24-03-2026",
    ]
    assert _labels(shown.recommended) == ["Indstilling"]
    assert _labels(shown.rest) == ["Sagsfremstilling", "Beslutning", "Økonomi"]
    assert _text(shown.rest).startswith("Kort om sagen.")


def test_minutes_without_labels_begin_with_the_decision() -> None:
    """The text straight under the title is the decision where the page says that there is one."""
    shown = _shown("Godkendt.\n\n## Bilag\n\nEt kort.\n", lead_decides=True)

    assert (_text(shown.decided), _text(shown.rest)) == ("Godkendt.", "Bilag Et kort.")


def test_an_agenda_has_no_decision() -> None:
    """The same text is the case where nothing was decided."""
    shown = _shown("Stien føres over åen.\n", lead_decides=False)

    assert (shown.decided, shown.recommended, _text(shown.rest)) == ("", "", "Stien føres over åen.")


def test_a_line_across_a_body_is_no_border() -> None:
    """What a source prints as a line stays one."""
    shown = _shown("Først.\n\n---\n\nSiden.\n", lead_decides=False)

    assert "<hr" in shown.rest


def test_a_competence_to_decide_is_no_decision() -> None:
    """A section about who may decide, and one about earlier decisions, stay where they stand."""
    shown = _shown("## Beslutningskompetence\n\nByrådet.\n\n## Tidligere beslutninger\n\nUdsat.\n")

    assert (shown.decided, _labels(shown.rest)) == ("", ["Beslutningskompetence", "Tidligere beslutninger"])


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Beslutning", "Indstilling", "Økonomi", "Bilag", "Forvaltningen indstiller,"]),
            st.text(alphabet="abcæøå .", max_size=20),
        ),
        max_size=6,
    ),
    st.booleans(),
)
def test_nothing_is_lost_or_shown_twice(sections: list[tuple[str, str]], lead_decides: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
    """Whatever the order, each word of the body is on the page once."""
    body = "Indledning.\n\n" + "\n\n".join(f"## {label}\n\n{text} slut" for label, text in sections)
    shown = _shown(body, lead_decides=lead_decides)

    words = " ".join(_text(part) for part in (shown.decided, shown.recommended, shown.rest)).split()
    assert sorted(words) == sorted(body.replace("#", " ").split())


def _shown(text: str, *, lead_decides: bool = False) -> Arranged:
    extension = Body()
    extension.lead_decides = lead_decides
    rendered = Markdown(extensions=["toc", extension], extension_configs={"toc": {"slugify": anchor}})
    return arranged(rendered.convert(text))


def _labels(html: str) -> list[str]:
    return [heading.get_text() for heading in BeautifulSoup(html, "html.parser").select("h2")]


def _text(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())
