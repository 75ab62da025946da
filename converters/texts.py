"""Every text that a meeting, an item or a block is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from converters.blocks import Picture


def texts_of(value: object, without: tuple[type, ...]) -> Iterator[str]:
    """Give every text in order, a field that a class gets tomorrow too; of some classes nothing."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_of(one, without)
    elif isinstance(value, Picture):
        yield value.text
    elif is_dataclass(value) and not isinstance(value, without):
        for one in fields(value):
            yield from texts_of(getattr(value, one.name), without)
