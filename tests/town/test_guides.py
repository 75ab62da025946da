"""What the guides say can be done: every command, setting, variable and picture that they name."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

import run
from converters.arguments import parser
from converters.site.standard import NAVIGATION
from converters.town.asking import COMMITTEE, QUESTIONS
from converters.town.files import files
from converters.town.settings import Town
from tests.browser.guide_pictures import OWN_COLOUR, PICTURES
from tests.site.municipality import ROOT
from tests.town.guides import FOLDER, commands, guides, named, pictures, text_of

LARGEST = 60_000  # bytes of a picture that everybody loads
PARTS = (
    "sekretaer/",
    "drift/",
    "soeg-og-foelg.md",
)  # the others name what is published, and have tests of their own
# What is neither the program's nor a town's, and why it is named.
OTHERS = {
    "py": "what Python is called on Windows",
    "git filter-repo": "named by the list of referat withdraw",
    "rsync": "does what converters/delivery asks of it",
    "aws": "as rsync",
    "ocrmypdf": "named by the reader of scanned pages",
    "tesseract-ocr-dan": "as ocrmypdf",
    "origin/main": "git's name for what was published",
    "main": "git's name for the branch that is published",
    "Strict-Transport-Security": "a header that only a server can send",
    "X-Frame-Options: DENY": "as the other header",
}
MADE = {
    ".venv": "by run.py",
    ".venv/bin": "by run.py",
    r".venv\Scripts": "by run.py, on Windows",
    "site": "by a build",
    "404.html": "by a build",
    "data/referat-side.schema.json": "by a build",
    "index.md": "by conversion, for every meeting",
    "content/.referat": "by conversion",
    "content/.referat/tilbageholdt": "by conversion, where something was withheld",
    "content/.referat-undtagelser": "by the clerk, of the lines that check --allow writes",
    "offentlig": "by publishing in the example",
    "referater/inbox": "by referat new in the example",
}
EXAMPLE = r"(?:referat|punkt)-[\w.-]+\.(?:pdf|whl)|referat|python3"
FORMATS = {".docx", ".html", ".txt", ".doc", ".odt", ".rtf"}
MKDOCS = {"extra", "nav", "theme", "custom_dir"}


def town_files() -> dict[str, bytes]:
    """What a town's repository holds."""
    return dict(files(Town(municipality="Birkevig Kommune"), "0.1.0"))


def settings() -> set[str]:
    """The names of all settings of a town."""
    text = town_files()["mkdocs.yml"].decode().replace("!ENV", "")
    whole = yaml.safe_load(text)
    return {*whole, *whole["extra"]} - {"extra"}


def options() -> set[str]:
    """Every option of every command."""
    found: set[str] = set()
    for one in parser()._actions[-1].choices.values():  # type: ignore[union-attr]  # noqa: SLF001 - argparse tells it nowhere else
        found |= set(re.findall(r"--[a-z-]+", one.format_help()))
    return found


@pytest.mark.parametrize("guide", guides())
def test_every_command_is_one_that_the_program_takes(guide: str) -> None:
    """With its options and what stands after them; jobs are those that a town has."""
    for line in commands(guide):
        program, *words = shlex.split(line)
        if program == "cd":
            assert words == ["referater"]
        elif program == "git":
            assert words[0] in {"add", "commit"}
        elif words[0] == "run.py":
            assert f"\n  {words[1]} " in run.offered(Path()), line
        else:
            if program == "python3":
                assert re.fullmatch(r"referat-[\d.]+-py3-none-any\.whl/converters", words.pop(0))
            assert parser().parse_args(words).command == words[0], line


def is_known(word: str, code: str) -> bool:
    """Whether a word in the type of code is something of a town's, of the program's, or explained above."""
    theirs = {part for path in town_files() for part in (path, path.split("/")[0])}
    if word in OTHERS.keys() | MADE.keys() | FORMATS | MKDOCS | settings() | options() | theirs:
        return True
    if re.fullmatch(r"[A-Z]+(_[A-Z]+)+", word):
        return f'"{word}"' in code or f"[{word}," in code
    if word.startswith("python3 run.py "):
        return f"\n  {word.split()[2]} " in run.offered(Path())
    if word.startswith("referat "):
        return f" {word.split()[1]} " in parser().format_help()
    return re.fullmatch(EXAMPLE, word) is not None or (ROOT / word).exists()


@pytest.mark.parametrize("guide", [one for one in guides() if one.startswith(PARTS)])
def test_everything_named_exists(guide: str) -> None:
    """A file of a town, an option, a setting, a variable, a program."""
    code = "".join(path.read_text("utf-8") for path in (ROOT / "converters").rglob("*.py"))
    code += town_files()["mkdocs.yml"].decode()

    assert [word for word in named(guide) if not is_known(word, code)] == []


def test_the_page_of_settings_has_them_all() -> None:
    """No more and no fewer than a town's mkdocs.yml, and the example is one."""
    guide = text_of("drift/indstillinger.md")
    told = set(re.findall(r"^\| `(\w+)` \|", guide, re.MULTILINE))
    example = re.search(r"(?:^    .*\n)+", guide, re.MULTILINE)
    assert example
    rows = yaml.safe_load(re.sub(r"^    ", "", example[0], flags=re.MULTILINE))

    assert told == settings()
    assert set(rows["extra"]) <= told


def test_every_question_of_new_is_answered() -> None:
    """The operator finds each question in the guide, in its order, with an answer to give."""
    guide = text_of("drift/saet-op.md")
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", guide, re.MULTILINE)[2:]
    asked = [*QUESTIONS.values(), COMMITTEE]

    for question in asked:
        assert [row for row in rows if question.startswith(row[0])], question
    assert len([row for row in rows if "Retur" in row[2] or "besvares" in row[2]]) == len(asked)


def test_pictures_are_taken_by_the_script_and_told_in_words() -> None:
    """Each is used, small, and described to those who cannot see it."""
    shown = [picture for guide in guides() for picture in pictures(guide)]
    taken = {f"{name}.webp" for name in PICTURES | OWN_COLOUR}

    assert {path.name for _, path in shown} == taken
    assert {path.name for path in (FOLDER / "img").iterdir()} == taken
    for words, path in shown:
        assert path.resolve().is_file()
        assert path.stat().st_size < LARGEST
        assert len(words) > 30, path


def test_every_guide_is_in_the_menu() -> None:
    """A page that nobody is led to is no guide."""
    assert {f"om/{guide}" for guide in guides()} == set(re.findall(r"om/[\w/-]+\.md", str(NAVIGATION)))


@pytest.mark.parametrize("guide", [one for one in guides() if one.startswith(PARTS)])
def test_guides_are_short(guide: str) -> None:
    """Two pages of paper at most."""
    assert len(text_of(guide).split()) < 500
