"""What became of an item, by the words of its decision."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.model import Outcome
from converters.outcomes import outcome_of

DECISIONS = {
    Outcome.APPROVED: (
        "Godkendt.",
        "Godkendt",
        "Tiltrådt.",
        "Vedtaget.",
        "Indstillingen blev fulgt.",
        "Dagsordenen blev godkendt.",
        "Dagsorden godkendt med tillæg.",
        "Rådet godkendte lejekontrakten.",
        "Ad 1) Taget til efterretning. Ad 2) Godkendt.",
        "Punkt 4 udgår, da bilagene mangler.\nDagsordenen i øvrigt godkendt.",
        "Punkt 9 sendes til fornyet behandling,\nGodkendt.\nAsta Birk og Bent Dalum var fraværende.",
        (
            "Ad 1\nFor stemte: 4 (A+F)\nImod stemte: 3 (V+O)\nUndlod at stemme:\nGodkendt.\n"
            "Ændringsforslag fra V til ad 2:\nDet foreslås, at stien lægges øst om mosen.\n"
            "For stemte: 3 (V+O)\nImod stemte: 4 (A+F)\nFaldet."
        ),
        "Ændringsforslag fra C faldt. Godkendt.",
        "Anbefalinger til pkt 2 og 3 gives under sagerne.\n 1. Dagsorden godkendt med et tillægspunkt.",
        "Formanden foreslog sagen udsat. Forslaget faldt. Godkendt.",
        "Det blev godkendt at udsætte punktet.",
        "Godkendt, idet punkt 3 udsættes.",
        "Venstres byrådsgruppe kunne ikke tiltræde. Indstillingen blev vedtaget.",
        "Asta Birk (O) kunne ikke tiltræde.\nGodkendt.",
        "Byrådet godkendte det indstillede.",
        "Byrådet besluttede som indstillet.",
        "Udvalget har ingen bemærkninger og godkender forslaget.",
        "Indstillingen tiltrædes, og sagen oversendes til Byrådet.",
        "Formanden foreslog en højere takst, hvilket blev godkendt.",
        "Ø kan ikke godkende, men et flertal godkendte indstillingen.",
        "O, V og C kunne ikke tiltræde. Godkendt.",
        "Mindretallet (A, F) kunne ikke tiltræde. Vedtaget.",
        "Birkevig Byråd godkendte planen.",
        "Indstillingen blev sat til afstemning og vedtaget med 5 stemmer mod 2.",
        "Der blev stemt om indstillingen, som blev vedtaget.",
        "Indstillingens pkt. 1 og 2 blev godkendt. Pkt. 3 blev udsat.",
        "Udvalget meddeler dispensation.",
        "Referatet, der var rundsendt, er godkendt.",
        "Byrådet godkendte, at planen sendes i offentlig høring.",
        "Vedtaget med 15 stemmer mod 10.",
        "Udvalget følger indstillingen.",
        "Godkendt (5 for: A, V og C; 2 imod: O).",
        "Byrådet vedtog Venstres forslag.",
    ),
    Outcome.NOTED: (
        "Formanden orienterede om at hun var valgt til havnens bestyrelse.\nTil orientering.",
        "Taget til efterretning.",
        "Til orientering.",
        "Sagen taget til orientering.",
        "Orienteringen tages til efterretning",
        "Orientering foretaget.",
        "Udvalget tager oversigten til efterretning.",
        "Ad 1) Taget til efterretning. \nAd 2) Drøftet.",
        "Regnskabet tages til efterretning og fremsendes til Byrådet.",
        "Udvalget tager til efterretning, at lejemålet opsiges.",
        "Beslutning: Taget til efterretning.",
        "Orienteret.",
    ),
    Outcome.RECOMMENDED: (
        "Anbefales.",
        "Anbefalet.",
        "Anbefales med en enkelt rettelse.",
        "Indstilles godkendt.",
        "Indstilles til byrådets godkendelse.",
        "Indstillingen anbefales godkendt.",
        "5 medlemmer (V+A+F) anbefaler indstillingen.\n2 medlemmer (O+C) stemmer imod.",
        "Et flertal bestående af A, F og Ø (5) anbefaler planen. V (2) kan ikke anbefale.",
        "Udvalget tager redegørelsen til efterretning og anbefaler, at Byrådet tager den til\nefterretning.",
        "Tiltrådt over for Byrådet.",
        "Asta Birk (O) anbefaler, at forslaget afvises.\nUdvalget anbefaler indstillingen.",
        "Punkt 1: Godkendt. Punkt 2: Anbefales.",
        "Økonomiudvalget indstiller over for Byrådet, at forslaget godkendes.",
    ),
    Outcome.POSTPONED: (
        "Udsat.",
        "Udskydes.",
        "Udskydes til et senere møde, da flere er forhindret.",
        "Punktet udsættes til næste møde.",
        "Sagen genoptages på næste møde.",
        "Det blev besluttet, at punktet udsættes.",
        "Godkendt, at sagen udsættes.",
        "Udvalget ønsker sagen udsat.",
        "Beslutningen udsættes til budgetforhandlingerne.",
        "Udvalget udsatte sagen.",
    ),
    Outcome.REJECTED: (
        "Afvist.",
        "Ikke godkendt.",
        "Forslaget blev ikke godkendt, idet 14 stemte imod.",
        "Forslaget bortfaldt.",
        "Forslaget faldt.",
        "Udvalget kunne ikke tiltræde indstillingen.",
        "Der meddeles afslag.",
        "Kan ikke imødekommes.",
        "Godkendes ikke.",
        "Udvalget kan ikke anbefale, at forslaget godkendes.",
        "Udvalget kan ikke på det foreliggende grundlag godkende ansøgningen.",
        "Udvalget besluttede ikke at imødekomme ansøgningen.",
        "Udvalget afviste at godkende regningen.",
        "Et flertal (A, F og Ø) kunne ikke tiltræde indstillingen.",
        "Teknik- og Miljøudvalget kunne ikke tiltræde.",
        "Afslag.",
        "Faldet.",
        "Ansøgningen afslås.",
        "Forslaget er dermed faldet.",
        "Udvalget følger ikke indstillingen.",
        "Indstillingen følges ikke.",
        "Udvalget tog ikke orienteringen til efterretning.",
    ),
    Outcome.REFERRED: (
        "Sendt til behandling i Havneudvalget",
        "Overgår til 2. behandling.",
        "Oversendes til budgetforhandlingerne.",
        "Sendt tilbage til udvalget.",
        "Henvises til Økonomiudvalget.",
        "Sendes i høring.",
        "Udvalget drøftede udkastet til havneplan og sender det i høring hos foreningerne.",
        "Sagen blev drøftet. Udvalget besluttede at sende sagen tilbage til forvaltningen.",
        "Fremsendes til Byrådet.",
    ),
    Outcome.WITHDRAWN: (
        "Udgik.",
        "Udgået",
        "Punktet udgår.",
        "Punktet blev taget af dagsordenen.",
    ),
    Outcome.DISCUSSED: (
        "Drøftet.",
        "Gennemgået.",
        "Udvalget drøftede den godkendte plan.",
        "Indsatsen for udsatte børn blev drøftet.",
        "Klagen over afslag blev drøftet.",
        "Udvalget tog en drøftelse af planen.",
    ),
    Outcome.ELECTED: (
        "Valgt blev Ole Ly.",
        "Ole Ly blev valgt til formand.",
        "Udpeget blev Asta Birk.",
        "Byrådet valgte Asta Birk som formand.",
        "Genvalgt.",
    ),
    Outcome.UNKNOWN: (
        "Punkt 9 sendes tilbage til udvalget.",
        "Ungdomsrådet deltager i stedet på næste møde.",
        "Ældrerådet har ikke bemærkninger til planen, så der er ingen nye bilag.",
        "Udvalget ønsker at se på åbningstiderne i svømmehallen.",
        "-",
        "",
        "Der blev spurgt til lyset på stien.",
        "Udvalget stillede forslag om ændringer:\nSide 3: 1. linje skrives om.",
        "Administrationen indstiller, at model 2 godkendes.",
        "Forslaget skal godkendes af Byrådet.",
        "Der henvises til bilaget.",
        "Udvalget valgte at se på sagen.",
        "Fraværende: Asta Birk",
        "Asta Birk kunne ikke tiltræde indstillingen.",
        "Asta Birk (O) anbefaler, at forslaget afvises.",
        "Punktet blev ikke udsat.",
        "Udgifterne er faldet.",
        "Udvalget valgte model 2.",
        "Det blev besluttet at afholde et nyt møde.",
        "Ingen bemærkninger.",
        "Mødet blev afholdt på skolen.",
        "Liste O og V kan ikke anbefale indstillingen.",
        "Afgørelsen træffes på næste møde.",
    ),
}


@pytest.mark.parametrize(
    ("text", "outcome"), [(text, outcome) for outcome, texts in DECISIONS.items() for text in texts]
)
def test_the_words_of_a_decision_give_its_outcome(text: str, outcome: Outcome) -> None:
    """Each decision is read as a clerk would, and as UNKNOWN where its words do not say."""
    assert outcome_of(text) is outcome


PLAIN = {
    "Anbefales": Outcome.RECOMMENDED,
    "Valgt blev Asta Birk": Outcome.ELECTED,
    "Godkendt": Outcome.APPROVED,
    "Afvist": Outcome.REJECTED,
    "Udsat": Outcome.POSTPONED,
    "Oversendes til budgettet": Outcome.REFERRED,
    "Udgik": Outcome.WITHDRAWN,
    "Taget til efterretning": Outcome.NOTED,
    "Drøftet": Outcome.DISCUSSED,
}


@given(st.lists(st.sampled_from(sorted(PLAIN)), min_size=1, max_size=4))
def test_the_weightiest_of_several_points_decides(points: list[str]) -> None:
    """The order of the points does not matter, only the weightiest of them."""
    text = " ".join(f"Ad {number}) {point}." for number, point in enumerate(points, 1))
    assert outcome_of(text) is next(outcome for point, outcome in PLAIN.items() if point in points)


@given(st.sampled_from(sorted(PLAIN)), st.sampled_from([" ", "\n", "\n\n", "\n\n\n"]))
def test_absence_beside_a_decision_changes_nothing(point: str, gap: str) -> None:
    """Who was away, before or after the decision, has no say in its outcome."""
    assert outcome_of(f"{point}.{gap}Fraværende: Carla Ibsker (V)") is PLAIN[point]
    assert outcome_of(f"Carla Ibsker var fraværende.{gap}{point}.") is PLAIN[point]


@given(st.text(alphabet="Aad Ikkegodnt1).,\n", max_size=80))
def test_any_text_has_an_outcome(text: str) -> None:
    """No text stops the reading; one without a decision's word is UNKNOWN."""
    outcome = outcome_of(text)
    assert outcome is Outcome.UNKNOWN or "godk" in text.casefold() or "ok" in text.casefold()
