"""Front-matter values with their types: the one door between what a page says and what the site believes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NoReturn, TypeVar

from converters.errors import FrontMatterError

Word = TypeVar("Word", bound=Enum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The fields of one mapping of front matter; ``where`` names the page in messages.

    Each method gives one kind of value, None or () where the field is missing or null, and raises
    FrontMatterError where it is something else.
    """

    meta: Mapping[str, object]
    where: str

    def text(self, key: str) -> str | None:
        """A text; a bare number counts as one, since people forget the quotation marks."""
        value = self.meta.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if value is None or isinstance(value, str):
            return (value or "").strip() or None
        return self._refuse(key, "en tekst")

    def number(self, key: str) -> int | None:
        """A whole number."""
        value = self.meta.get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        return self._refuse(key, "et helt tal")

    def truth(self, key: str) -> bool:
        """Whether the field says true."""
        value = self.meta.get(key)
        return (
            value if isinstance(value, bool) else value is not None and self._refuse(key, "true eller false")
        )

    def date(self, key: str) -> str | None:
        """A date of the calendar, as ISO 8601."""
        value = self.text(key)
        try:
            return date.fromisoformat(value).isoformat() if value else None
        except ValueError:
            return self._refuse(key, "en dato som 2026-03-05")

    def word(self, key: str, words: type[Word]) -> Word | None:
        """One of a closed set of words."""
        value = self.text(key)
        try:
            return words(value) if value else None
        except ValueError:
            return self._refuse(key, "et af ordene " + ", ".join(str(word.value) for word in words))

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self.meta.get(key)
        if value is None or (isinstance(value, list) and all(isinstance(one, str) for one in value)):
            return tuple(value or ())
        return self._refuse(key, "en liste af tekster")

    def numbers(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers."""
        value = self.meta.get(key)
        if value is None or (isinstance(value, list) and all(isinstance(one, int) for one in value)):
            return tuple(value or ())
        return self._refuse(key, "en liste af hele tal")

    def fields(self, key: str) -> Fields | None:
        """A mapping inside this one."""
        value = self.meta.get(key)
        if value is None or isinstance(value, dict):
            return Fields(meta=value, where=self.where) if value else None
        return self._refuse(key, "nøgler med værdier")

    def rows(self, key: str) -> tuple[Fields, ...]:
        """A list of mappings."""
        value = self.meta.get(key)
        if value is None or (isinstance(value, list) and all(isinstance(one, dict) for one in value)):
            return tuple(Fields(meta=one, where=self.where) for one in value or ())
        return self._refuse(key, "en liste af rækker")

    def _refuse(self, key: str, wanted: str) -> NoReturn:
        raise FrontMatterError(
            f"»{key}« skal være {wanted}, men er {self.meta.get(key)!r}.",
            where=self.where,
            hint="Ret værdien øverst på siden, eller omsæt kilden igen.",
        )
