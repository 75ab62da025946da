"""The truth files: what a right conversion of a source contains, set down by reading the source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

# A truth file is plain YAML of many optional keys; each test asks for those it checks.
Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """One truth file and the source it speaks of."""

    source: Path
    told: Told

    @property
    def items(self) -> Sequence[Told]:
        """The items, in order; none for a source that is no minutes."""
        items: Sequence[Told] = self.told.get("items") or []
        return items


def load(truth: Path, sources: Path) -> Truth:
    """Read a truth file; its source lies in the other folder."""
    told = yaml.safe_load(truth.read_text("utf-8"))
    return Truth(source=sources / told["seed"], told=told)


def value(told: object) -> str | None:
    """A value that may stand alone, as a date, or with its evidence."""
    inner = told.get("normalised", told["value"]) if isinstance(told, Mapping) else told
    return None if inner is None else str(inner)


def accepted(told: object) -> set[str | None]:
    """Every value that a fair reader could give."""
    more = told.get("accept", []) if isinstance(told, Mapping) else []
    return {value(told)} | {None if one is None else str(one) for one in more}


def bare(text: str | None) -> str:
    """Letters and digits only: what a reader would call the same words."""
    plain = unicodedata.normalize("NFC", text or "").replace("\u00ad", "")
    return re.sub(r"[\W_]+", "", plain).casefold()


def decisions(item: Told) -> Sequence[Told]:
    """An item's decisions; where there is one and no committee is printed, its text alone."""
    many: Sequence[Told] = item.get("decisions") or []
    if many or not item.get("decision"):
        return many
    kept = ("outcome", "accept_outcomes", "absent", "votes")
    return [{key: item[key] for key in kept if key in item} | {"text": item["decision"]}]


def attachment_title(told: str | Told) -> str:
    """An attachment's title, or the name of its file without the suffix."""
    if isinstance(told, str):
        return told
    return str(told["title"]) if "title" in told else Path(told["file"]).stem


def bare_label(label: str) -> str:
    """A section's label; "Beslutning i Byrådet den 3. marts" counts as "Beslutning"."""
    return "beslutning" if label.startswith("Beslutning ") and " den " in label else bare(label)
