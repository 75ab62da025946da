"""The search index: made by Pagefind from lean pages, in the order they are given.

Pagefind's own Python client waits a tenth of a second for each answer, 100 seconds for 1,000 pages. Here
its service is spoken to in its own words, as that client does: base64 of JSON, a comma after each message.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Self, cast

from pagefind.service import get_executable

from converters.errors import SearchIndexFailed
from converters.site.compounds import Compounds, vocabulary
from converters.site.filter_order import put_in_order
from converters.site.findable import Findable
from converters.site.lean_page import LeanPages
from converters.site.many_files import write_files

LANGUAGE = "da"
FOLDER = "pagefind"  # in the site; search.js looks for it beside its own folder
USED_FILES = frozenset({"pagefind.js", "pagefind-entry.json", f"wasm.{LANGUAGE}.pagefind"})
USED_ENDINGS = (".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter")
TAG = re.compile(r"<[^>]*>")
READ_AT_ONCE = 1 << 16  # bytes
# It works on one page after another: more threads only wait for each other.
ONE_THREAD = {"RAYON_NUM_THREADS": "1", "TOKIO_WORKER_THREADS": "1"}
ON_THEIR_WAY = 16  # pages; their answers, half a kilobyte each, fit into any pipe
DUMP = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
TRY_AGAIN = "Installér programmet igen med: pip install 'pagefind[bin]' – og byg så webstedet igen."


def write(pages: Iterable[Findable], site: Path) -> None:
    """Write the index of the pages into the site. Raises SearchIndexFailed where that cannot be done."""
    held = tuple(pages)
    if not held:
        return
    lean_pages = LeanPages(Compounds(vocabulary(texts(held))))
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    with Service() as service:
        service.add((page.url, lean_pages.of(page)) for page in held)
        write_files(((name, content) for name, content in service.files() if is_used(name)), folder)
    try:
        put_in_order(folder, LANGUAGE)
    except (OSError, ValueError, TypeError, LookupError) as error:
        raise SearchIndexFailed(
            f"Søgeindekset har en anden form, end Referat kender ({error}).",
            where=str(folder),
            hint=TRY_AGAIN,
        ) from error


def is_used(name: str) -> bool:
    """Whether search.js loads a file; Pagefind makes interfaces and a highlighter of its own as well."""
    return name in USED_FILES or name.endswith(USED_ENDINGS)


def texts(pages: Iterable[Findable]) -> Iterator[str]:
    """The texts by whose words compounds are split."""
    for page in pages:
        yield page.title
        yield from (TAG.sub(" ", passage.html) for passage in page.passages)


class Service:
    """A running Pagefind with one index in its memory."""

    def __enter__(self) -> Self:
        program = get_executable()
        if program is None:
            raise SearchIndexFailed(
                "Programmet pagefind, der laver søgningen, er ikke installeret.", where=FOLDER, hint=TRY_AGAIN
            )
        self._messages = 0
        self._read = b""  # of answers that came before they were read
        self._complaints: IO[bytes] = TemporaryFile()
        try:
            self._process = subprocess.Popen(  # noqa: S603 - the program that its own package names
                [str(program), "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._complaints,
                env=os.environ | ONE_THREAD,
            )
        except OSError as error:
            self._complaints.close()
            raise SearchIndexFailed(
                f"Programmet pagefind, der laver søgningen, kan ikke startes ({error}).",
                where=str(program),
                hint=TRY_AGAIN,
            ) from error
        try:
            answer = self._ask({"type": "NewIndex", "config": {"force_language": LANGUAGE}})
        except BaseException:
            self._end()
            raise
        self._index = answer["index_id"]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def add(self, pages: Iterable[tuple[str, str]]) -> None:
        """Index pages, each with its address and its HTML.

        Some are always on their way, so that neither side waits for the other after each. That is quicker by
        the clock; the work of both is the same (measured on 1,000 items, within what runs differ).
        """
        unanswered: deque[str] = deque()
        for url, html in pages:
            self._send({"type": "AddFile", "index_id": self._index, "url": url, "file_contents": html}, url)
            unanswered.append(url)
            if len(unanswered) == ON_THEIR_WAY:
                self._receive(unanswered.popleft())
        for url in unanswered:
            self._receive(url)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every file of the index with its name.

        Pagefind could write them itself, but answers before all of them are on the disk.
        """
        answer = self._ask({"type": "GetFiles", "index_id": self._index})
        for file in cast("list[dict[str, str]]", answer["files"]):
            yield file["path"].replace("\\", "/"), base64.b64decode(file["content"])

    def _ask(self, payload: Mapping[str, object], where: str = FOLDER) -> Mapping[str, object]:
        """Send one message and read its answer."""
        self._send(payload, where)
        return self._receive(where)

    def _send(self, payload: Mapping[str, object], where: str) -> None:
        self._messages += 1
        message = DUMP({"message_id": self._messages, "payload": payload})
        if self._process.stdin is None:
            raise ValueError("the service has no pipes")
        try:
            self._process.stdin.write(base64.b64encode(message.encode()) + b",")
            self._process.stdin.flush()
        except BrokenPipeError as error:  # it has ended; what it complained of tells more
            raise self._broken_off(where) from error
        except OSError as error:
            raise self._failure(str(error), where) from error

    def _receive(self, where: str) -> Mapping[str, object]:
        """Read the next answer, which is to the oldest message without one."""
        first, comma, rest = self._read.partition(b",")
        message = bytearray(first)
        while not comma:
            more, comma, rest = self._more(where).partition(b",")
            message += more
        self._read = rest
        try:
            answer = dict(json.loads(base64.b64decode(message))["payload"])
        except (ValueError, KeyError) as error:
            raise self._failure(repr(bytes(message[:80])), where) from error
        if answer["type"] == "Error":
            raise self._failure(str(answer.get("message")), where)
        return answer

    def _more(self, where: str) -> bytes:
        if self._process.stdout is None:
            raise ValueError("the service has no pipes")
        try:
            more: bytes = self._process.stdout.read1(READ_AT_ONCE)  # type: ignore[attr-defined]  # a pipe is buffered
        except OSError as error:
            raise self._failure(str(error), where) from error
        if not more:
            raise self._broken_off(where)
        return more

    def _broken_off(self, where: str) -> SearchIndexFailed:
        self._process.wait()
        return self._failure(self._last_complaint(), where)

    def _last_complaint(self) -> str:
        self._complaints.seek(0)
        lines = self._complaints.read().decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else f"programmet stoppede med kode {self._process.returncode}"

    def _failure(self, said: str, where: str) -> SearchIndexFailed:
        return SearchIndexFailed(
            f"Søgningen kunne ikke laves; pagefind siger: {said}.", where=where, hint=TRY_AGAIN
        )

    def _end(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._complaints):
            if stream is not None:
                with suppress(BrokenPipeError):  # a message that was never read
                    stream.close()
