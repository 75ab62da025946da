"""Sources that may not lie where all can read them: what conversion found closed material in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from converters import frontmatter
from converters.gates.problems import Problem
from converters.pipeline import SITE_CONFIG, sources_in
from converters.withheld.shelf import Shelf

INBOX = "inbox"  # beside the content folder
SETTING = "private_inbox"
_HINT = (
    "Slet filen her. Er den lagt i git, så skal den også ud af historikken: sig det til driften straks. Omsæt"
    " den på en maskine, hvor kun I kan læse den, og læg kun siderne ind. Ligger arkivet, hvor ingen andre"
    f" kan læse det, så skriv {SETTING}: true under extra i {SITE_CONFIG}."
)


def source_problems(content: Path) -> Iterator[Problem]:
    """Find sources beside a content folder that hold closed material, by what conversion noted of them.

    A repository that all can read is what is reckoned with, unless ``extra.private_inbox`` says otherwise.
    Raises FrontMatterError for settings that cannot be read.
    """
    inbox = content.parent / INBOX
    if not inbox.is_dir() or _is_private(content):
        return
    material = {row.sha256: row.material for row in Shelf(content).rows() if row.material}
    if not material:
        return
    for path in sources_in(inbox):
        words = material.get(_sha256(path)) if path.is_file() else None
        if words:
            yield Problem(
                file=str(path),
                line=None,
                text=f"Filen rummer lukket materiale ({words} ord) og må ikke ligge i et offentligt arkiv.",
                hint=_HINT,
                code="closed-source",
            )


def _is_private(content: Path) -> bool:
    config = content.absolute().parent / SITE_CONFIG
    try:
        text = config.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return False
    said = frontmatter.setting(text, "extra", SETTING, where=str(config))
    return (said or "").casefold() == "true"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
