"""Samples of other municipalities' layouts, with nothing told about any of them."""

from pathlib import Path

import pytest

from tests.accounting import publish_file, unaccounted
from tests.conftest import ROOT
from tests.layout_truth import checks, truth_of, understood, wrongly_closed

OWN = sorted((ROOT / "tests/layouts").glob("*.txt"))
ENOUGH = 0.95  # of all checks of all samples


def share_held(samples: list[Path]) -> tuple[float, list[str]]:
    """The share of checks that hold, and those that do not."""
    told = [(one.stem, *row) for one in samples for row in checks(truth_of(one), understood(one))]
    return sum(held for _, _, held in told) / len(told), [
        f"{name}: {what}" for name, what, held in told if not held
    ]


def test_nearly_every_check_of_the_shared_samples_holds(shared: Path) -> None:
    """Committee, date, items, decisions and closed items are found in layouts nobody prepared for."""
    share, missed = share_held(sorted((shared / "layouts").glob("*.txt")))

    assert share >= ENOUGH, missed


def test_no_item_of_a_shared_sample_is_wrongly_closed(layout: Path) -> None:
    """What was published stays readable."""
    assert wrongly_closed(truth_of(layout), understood(layout)) == []


def test_no_word_of_a_shared_sample_is_lost(layout: Path, tmp_path: Path) -> None:
    """Each word is on a page or in the ledger."""
    assert unaccounted(layout.read_text("utf-8"), publish_file(layout, tmp_path)) == {}


def test_nearly_every_check_of_our_own_samples_holds() -> None:
    """The same of samples of made-up municipalities, which travel with the project."""
    share, missed = share_held(OWN)

    assert share >= ENOUGH, missed


@pytest.mark.parametrize("sample", OWN, ids=lambda path: path.stem)
def test_no_item_of_our_own_samples_is_wrongly_closed(sample: Path) -> None:
    """What was published stays readable."""
    assert wrongly_closed(truth_of(sample), understood(sample)) == []


@pytest.mark.parametrize("sample", OWN, ids=lambda path: path.stem)
def test_no_word_of_our_own_samples_is_lost(sample: Path, tmp_path: Path) -> None:
    """Each word is on a page or in the ledger."""
    assert unaccounted(sample.read_text("utf-8"), publish_file(sample, tmp_path)) == {}
