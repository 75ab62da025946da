"""Objects made a column at a time are the ones that calling the class makes."""

import pytest

from converters.blocks import Line, Origin
from converters.columns import made


def test_objects_are_as_the_class_makes_them() -> None:
    """A field without a column has its default."""
    origins = made(Origin, {"page": [1, 2], "line": [7, 8]})
    lines = made(Line, {"text": ["Punkt 1", "Godkendt."], "origin": origins, "gap": [2, 0]})
    assert list(lines) == [
        Line(text="Punkt 1", origin=Origin(page=1, line=7), gap=2),
        Line(text="Godkendt.", origin=Origin(page=2, line=8), gap=0),
    ]


def test_no_places_give_no_objects() -> None:
    """A page without a line is made too."""
    assert list(made(Origin, {"page": [], "line": []})) == []


def test_columns_are_of_one_length() -> None:
    """A column that is too short would leave objects half made."""
    with pytest.raises(ValueError, match="1, 2"):
        made(Origin, {"page": [1, 2], "line": [7]})


def test_a_field_without_a_default_has_a_column() -> None:
    """What calling the class would refuse is refused."""
    with pytest.raises(KeyError, match="line"):
        made(Origin, {"page": [1]})


def test_a_column_is_of_a_field() -> None:
    """Nothing is set that is no field."""
    with pytest.raises(AttributeError):
        made(Origin, {"page": [1], "line": [7], "word": ["a"]})
