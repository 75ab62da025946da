"""The account of a source's words: those on its pages, those in the ledger, and those in neither."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from converters.batch import Batch
from converters.crew import Crew
from converters.fold import Said
from converters.frontmatter import Page, load
from converters.ledger import WORD, LeftOut, as_json_lines
from converters.pipeline import Conversion, Options, Run

# Where words of the source stand in front matter and nowhere else; the rest is drawn from the body.
ITS_OWN = ("title", "number", "fields")
ESCAPED = re.compile(r"\\(?=[^\w\s])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What one conversion wrote: its pages by their paths, every file's text, and the account."""

    pages: Mapping[str, Page]
    files: Mapping[str, str]
    left_out: tuple[LeftOut, ...]
    messages: tuple[str, ...]

    @property
    def ledger(self) -> str:
        """The report as `--report` writes it."""
        return as_json_lines(self.left_out, "referat.txt")


def publish(text: str, folder: Path, *, said: Said | None = None) -> Published:
    """Convert a text by the very path that the command takes."""
    source = folder / "referat.txt"
    source.write_bytes(text.encode())
    return publish_file(source, folder, said=said)


def publish_file(source: Path, folder: Path, *, said: Said | None = None) -> Published:
    """Convert a source into a folder, and read back all that was written."""
    run = Run(Options(out=folder / "content", said=said or Said()))
    ((_, fate),) = Batch(run, Crew()).convert([source])
    run.close()
    if not isinstance(fate, Conversion):
        raise fate
    conversion = fate
    files = {
        path.relative_to(folder / "content").as_posix(): path.read_text("utf-8")
        for path in sorted((folder / "content").rglob("*"))
        if path.is_file()
    }
    return Published(
        pages={name: load(page, where=name) for name, page in files.items() if name.endswith(".md")},
        files=files,
        left_out=conversion.left_out,
        messages=tuple(finding.message for finding in conversion.findings),
    )


def words(text: str) -> Counter[str]:
    """The words of a text, and how often each stands in it."""
    return Counter(WORD.findall(text.casefold()))


def body_words(published: Published) -> Counter[str]:
    """The words that the pages' bodies show."""
    return sum((words(_plain(page.body)) for page in published.pages.values()), Counter())


def page_words(published: Published) -> Counter[str]:
    """The words that the pages show, each where it has its place: bodies, and an item's title and fields."""
    fronts = (_front_words(page) for page in published.pages.values() if page.meta.get("type") == "item")
    return body_words(published) + sum(fronts, Counter())


def _front_words(page: Page) -> Counter[str]:
    own = sum((words(value) for key in ITS_OWN for value in _values(page.meta.get(key))), Counter[str]())
    fields = Counter(word for value in _values(page.meta.get("fields")) for word in words(value))
    case = Counter(word for value in _values(page.meta.get("case_number")) for word in words(value))
    return own + (case - fields)


def ledger_words(entries: Iterable[LeftOut]) -> Counter[str]:
    """The words of the ledger; what is withheld counts as what it was."""
    return sum((words(entry.text) for entry in entries), Counter())


def unaccounted(text: str, published: Published) -> Counter[str]:
    """The words of a source that are neither on a page nor in the ledger."""
    return words(text) - page_words(published) - ledger_words(published.left_out)


def made_up(text: str, published: Published) -> Counter[str]:
    """The words on the pages' bodies that the source does not have, or not so often.

    A word that was divided at a line's end stands on the page in one piece, and in the ledger in two;
    two that ran together stand there in two, and in the ledger in one.
    """
    joined = sum(
        (words(re.sub(r"[-\u00ad\u2010]? ", "", entry.text)) for entry in published.left_out), Counter()
    )
    glued = ledger_words(published.left_out)
    new = body_words(published) - words(text) - joined
    return Counter({word: n for word, n in new.items() if not any(_run_together(word, one) for one in glued)})


def _run_together(word: str, token: str) -> bool:
    return token != word and (token.startswith(word) or token.endswith(word))


def _plain(body: str) -> str:
    return html.unescape(ESCAPED.sub("", body))


def _values(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from (text for key in ("label", "value") for text in _values(value.get(key)))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield from (text for inner in value for text in _values(inner))
    elif value is not None:
        yield str(value)
