"""Front matter: what is written is read again, and nothing but plain YAML is read."""

import datetime as dt

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from converters.errors import FrontMatterError
from converters.frontmatter import Page, dump, load, load_with_lines, reading, setting

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
_WORDS = (
    "no Yes on null ~ 14 012 0x1F 1e5 .5 1_000 16:30 2026-03-05 2026-02-31 20260305 - -x ? A? : a: b:c #x "
    "a\u00a0b &a *a !x |x >x %x @x `x 'x' \"x\" [a] {a} a,b a]b --- ... << = y N 12a 19-001"
)
TRICKY = st.sampled_from(_WORDS.split(" ")) | st.sampled_from(
    ["", " a", "a ", "a: b", "a #b", "a:", "x\ny", "x\ty", "\u2028", "\ufeff", "😀", "---\n"]
)
SCALARS = st.none() | st.booleans() | st.integers(-(10**14), 10**14) | TEXT | TRICKY
KEYS = (TEXT | TRICKY).map(lambda text: text[:200])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
METAS = st.dictionaries(KEYS, VALUES, max_size=6)
BODIES = TEXT.map(lambda text: text.replace("\r", ""))
BOTH_PARSERS = pytest.mark.parametrize("parser", [yaml.SafeLoader, yaml.CSafeLoader])


@given(METAS, BODIES)
def test_what_is_written_is_read_again(meta: dict[str, object], body: str) -> None:
    """load(dump(x)) == x, for every value that front matter holds and every body."""
    assert load(dump(meta, body), where="side.md") == Page(meta=meta, body=body)


@given(METAS)
def test_every_yaml_reader_sees_the_same_values(meta: dict[str, object]) -> None:
    """A reader that resolves YAML 1.1 in full sees the same, except that dates are dates to it."""
    top = dump(meta, "").removeprefix("---\n").removesuffix("---\n")

    assert _dates_as_text(yaml.safe_load(top)) == meta


@given(METAS)
def test_both_parsers_of_the_library_read_the_same(meta: dict[str, object]) -> None:
    """The Python parser reads what the C parser reads."""
    text = dump(meta, "")
    parser = reading._LOADER  # noqa: SLF001 - the law is about this very choice

    try:
        reading._LOADER = yaml.SafeLoader  # noqa: SLF001 - as above: the parser chosen
        slow = load(text, where="side.md")
    finally:
        reading._LOADER = parser  # noqa: SLF001 - as above: the parser chosen

    assert slow == load(text, where="side.md")


def test_an_item_is_written_as_the_contract_shows() -> None:
    """Keys stay in order, a row of a list is a line, dates are plain and numbers of items quoted."""
    meta = {
        "type": "item",
        "title": "Cykelsti langs Møllevej",
        "number": "14",
        "date": "2026-03-05",
        "case_number": "26/1234",
        "decisions": [
            {"committee": "Økonomiudvalget", "date": "2026-03-03", "outcome": "recommended"},
            {"committee": "Teknik- og Miljøudvalget", "absent": ["Navn Navnesen"]},
        ],
        "source": {"file": "referat.txt", "sha256": "1e5", "pages": [3, 5]},
    }

    assert dump(meta, "## Beslutning\n\nGodkendt.\n") == (
        "---\n"
        "type: item\n"
        "title: Cykelsti langs Møllevej\n"
        'number: "14"\n'
        "date: 2026-03-05\n"
        'case_number: "26/1234"\n'
        "decisions:\n"
        "  - {committee: Økonomiudvalget, date: 2026-03-03, outcome: recommended}\n"
        "  - {committee: Teknik- og Miljøudvalget, absent: [Navn Navnesen]}\n"
        'source: {file: referat.txt, sha256: "1e5", pages: [3, 5]}\n'
        "---\n"
        "\n"
        "## Beslutning\n\nGodkendt.\n"
    )


def test_a_long_title_stays_on_its_line() -> None:
    """A title is not wrapped, so that a change of it is a change of one line."""
    title = "Forslag til lokalplan " * 100

    assert len(dump({"title": title}, "").splitlines()) == 3


def test_windows_files_are_read_as_ours() -> None:
    """A byte order mark and Windows line ends change nothing."""
    text = dump({"title": "Å"}, "Hej\n\nVerden\n")

    assert load("\ufeff" + text.replace("\n", "\r\n"), where="side.md") == load(text, where="side.md")


def test_a_page_without_front_matter_is_all_body() -> None:
    """A hand-written page needs no front matter."""
    assert load("# Om siden\n", where="om.md") == Page(meta={}, body="# Om siden\n")


@pytest.mark.parametrize("word", ["no", "yes", "on", "16:30", "2026-13-45", "1e5"])
def test_bare_words_stay_words(word: str) -> None:
    """What a person types without quotation marks is not turned into something else."""
    assert load(f"---\ntitle: {word}\n---\n", where="side.md").meta == {"title": word}


def test_an_empty_value_is_not_recorded() -> None:
    """A key with nothing after it, or with null, is None."""
    assert load("---\nplace:\nend: null\n---\n", where="side.md").meta == {"place": None, "end": None}


def test_each_key_knows_its_line() -> None:
    """The check names the line of the file on which a key stands."""
    text = "---\ntype: item\n# note\ntitle: X\n---\n"

    assert load_with_lines(text, where="side.md")[1] == {"type": 2, "title": 4}


@BOTH_PARSERS
@pytest.mark.parametrize(
    ("top", "line"),
    [
        ("title: Sag: nyt hus", 2),
        ("type: item\ntitle: 'uden slut", 3),
        ("type: item\ntitle: a\ntitle: b", 4),
        ("a: &x 1", 2),
        ("a: 1\nb: *x", 3),
        ("a: !!python/name:os.system x", 2),
        ("a: !!str 1", 2),
        ("- a", 2),
        ("{a: 1}: b", 2),
        ("a: \x07", 2),
        ("a: " + "[" * 5000, 2),
        ("a: 1\n--- b\nc: 2", 3),
    ],
)
def test_anything_but_plain_yaml_is_refused_with_its_line(
    top: str, line: int, parser: type[yaml.SafeLoader], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Broken YAML, two of one key, anchors, aliases, tags and deep nesting name file and line."""
    monkeypatch.setattr(reading, "_LOADER", parser)

    with pytest.raises(FrontMatterError) as caught:
        load(f"---\n{top}\n---\n", where="side.md")

    assert abs(int(caught.value.where.removeprefix("side.md:")) - line) <= (1 if "uden slut" in top else 0)


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_a_line_that_ends_where_nobody_sees_it_is_refused(sign: str) -> None:
    """Found by fuzzing: YAML begins a new key behind it, and the lines of a clerk's program are others."""
    with pytest.raises(FrontMatterError) as caught:
        load(f"---\ntype: item\ntitle: A{sign}access: open\n---\n", where="side.md")

    assert caught.value.where == "side.md:3"


def test_the_broken_key_is_named() -> None:
    """A clerk is told which key it is about."""
    with pytest.raises(FrontMatterError, match="»title«"):
        load("---\ntype: item\ntitle: a\ntitle: b\n---\n", where="side.md")


def test_front_matter_without_an_end_is_refused() -> None:
    """A missing second fence is named, instead of the page being taken as text."""
    with pytest.raises(FrontMatterError, match="tre bindestreger"):
        load("---\ntitle: X\n", where="side.md")


def test_front_matter_over_256_kb_is_refused() -> None:
    """The cap is on the front matter, not on the body."""
    load(dump({"title": "X"}, "æ" * 270_000), where="side.md")

    with pytest.raises(FrontMatterError, match="256 KB"):
        load(dump({"title": "æ" * 132_000}, ""), where="side.md")


@pytest.mark.parametrize("value", [1.5, dt.date(2026, 3, 5), b"x", {1}, 10**15])
def test_other_kinds_of_values_are_not_written(value: object) -> None:
    """A value that front matter does not hold is a mistake of the programmer."""
    with pytest.raises(TypeError):
        dump({"title": value}, "")


def _dates_as_text(value: object) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list):
        return [_dates_as_text(item) for item in value]
    if isinstance(value, dict):
        return {_dates_as_text(key): _dates_as_text(item) for key, item in value.items()}
    return value


SETTINGS = """
site_name: Referater
site_url: !ENV [SITE_URL, ""]
extra:
  municipality: Birkevig Kommune
  generator: false
markdown_extensions:
  - toc:
      slugify: !!python/name:pymdownx.slugs.slugify
"""


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (("site_name",), "Referater"),
        (("extra", "municipality"), "Birkevig Kommune"),
        (("extra", "findes-ikke"), None),
        (("findes-ikke", "municipality"), None),
        (("extra",), None),
        (("site_name", "municipality"), None),
    ],
)
def test_a_setting_is_read_past_tags_that_mean_nothing_here(keys: tuple[str, ...], value: str | None) -> None:
    """The site builder's own tags are neither followed nor an error."""
    assert setting(SETTINGS, *keys, where="mkdocs.yml") == value


@pytest.mark.parametrize("text", ["", "- a\n", "extra:\n"])
def test_settings_may_be_missing(text: str) -> None:
    """A file without the setting has none."""
    assert setting(text, "extra", "municipality", where="mkdocs.yml") is None


def test_broken_settings_are_named_with_their_line() -> None:
    """A clerk who edits mkdocs.yml is told where it went wrong."""
    with pytest.raises(FrontMatterError) as caught:
        setting("site_name: x\nextra: a: b\n", "extra", where="mkdocs.yml")

    assert caught.value.where == "mkdocs.yml:2"
