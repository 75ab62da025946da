"""Damaged and made-up sources end in a result that obeys the laws, or in a refusal with a name."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.kept import CORPUS, kept
from tests.fuzz.strategies import sources
from tests.fuzz.targets import TARGETS, examine

LARGEST_CORPUS = 2**20  # bytes
CASES = [(name, path) for name in TARGETS for path in kept(name)]


@pytest.mark.parametrize("name", TARGETS)
def test_what_fuzzing_kept_obeys_the_laws(name: str) -> None:
    """Every kept input: those that reach the corners of the code, and those that once broke a law."""
    inputs = kept(name)
    assert inputs
    for path in inputs:
        try:
            examine(name, path.read_bytes())
        except Exception as error:
            error.add_note(f"read from {path.relative_to(CORPUS)}")
            raise


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_made_up_and_damaged_sources_obey_the_laws(name: str, data: st.DataObject) -> None:
    """For each reader, for front matter and for the way from text to a meeting."""
    examine(name, data.draw(sources(name)))


def test_the_kept_corpus_is_small() -> None:
    """It is read in every run, and cloned by everybody."""
    assert sum(path.stat().st_size for path in CORPUS.rglob("*") if path.is_file()) <= LARGEST_CORPUS


def test_every_target_keeps_a_corpus() -> None:
    """A folder without a target would be read by nobody."""
    assert {path.name for path in CORPUS.iterdir()} == set(TARGETS)
