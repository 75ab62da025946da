"""A finished site is put where readers fetch it: whole, or not at all, and over nothing else."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from converters.delivery import servers
from converters.delivery.servers import publish
from converters.errors import NotPublished
from converters.page_schema import ADDRESS


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site, with files that begin with a dot."""
    return write(
        tmp_path / "site",
        {
            "index.html": "<p>Nyt</p>",
            ADDRESS: "{}",
            "byraadet/index.html": "<p>Byrådet</p>",
            ".well-known/security.txt": "Contact: mailto:post@birkevig.example",
            ".nojekyll": "",
            "byraadet/.referat.json": "{}",
        },
    )


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files into a folder."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def files(folder: Path) -> set[str]:
    """The files of a folder and its folders."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


PUBLIC = {"index.html", ADDRESS, "byraadet/index.html", ".well-known/security.txt"}


def test_a_folder_holds_the_new_site_and_nothing_of_the_old(site: Path, tmp_path: Path) -> None:
    """What begins with a dot is published on purpose only, and nothing is left beside the folder."""
    web = tmp_path / "www" / "referater"
    write(web, {"index.html": "<p>Gammelt</p>", ADDRESS: "{}", "taget-ned/index.html": "<p>Væk</p>"})

    publish(site, str(web))

    assert files(web) == PUBLIC
    assert (web / "index.html").read_text("utf-8") == "<p>Nyt</p>"
    assert [path.name for path in web.parent.iterdir()] == ["referater"]


def test_a_folder_that_is_not_there_is_made(site: Path, tmp_path: Path) -> None:
    """The first time there is nothing to swap."""
    publish(site, str(tmp_path / "www" / "referater"))

    assert files(tmp_path / "www" / "referater") == PUBLIC


def test_what_is_no_site_of_ours_is_not_written_over(site: Path, tmp_path: Path) -> None:
    """A folder named by mistake keeps what it has."""
    home = write(tmp_path / "hjem", {"brev.txt": "Kære Lis"})

    with pytest.raises(NotPublished, match="rummer andet"):
        publish(site, str(home))

    assert files(home) == {"brev.txt"}


def test_a_failure_leaves_the_old_site(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk gives up between the two renames, the old site is put back."""
    web = write(tmp_path / "www" / "referater", {"index.html": "<p>Gammelt</p>", ADDRESS: "{}"})
    rename = Path.rename

    def failing(path: Path, to: Path) -> Path:
        if path.name.endswith(".ny"):
            raise OSError(28, "No space left on device")
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(NotPublished, match="No space left"):
        publish(site, str(web))

    assert (web / "index.html").read_text("utf-8") == "<p>Gammelt</p>"


def test_a_run_that_was_broken_off_is_cleared_up(site: Path, tmp_path: Path) -> None:
    """What it left beside the folder is gone after the next one, also where the old site was set aside."""
    web = tmp_path / "www" / "referater"
    write(web.with_name(".referater.ny"), {"halvt.html": ""})
    write(web.with_name(".referater.gammel"), {"index.html": ""})

    publish(site, str(web))

    assert [path.name for path in web.parent.iterdir()] == ["referater"]


def test_a_linked_folder_stays_a_link(site: Path, tmp_path: Path) -> None:
    """A web server's folder may be a link; the site goes where it leads."""
    web = tmp_path / "disk" / "referater"
    web.mkdir(parents=True)
    (tmp_path / "www").symlink_to(web, target_is_directory=True)

    publish(site, str(tmp_path / "www"))

    assert (tmp_path / "www").is_symlink()
    assert files(web) == PUBLIC


@pytest.mark.parametrize(
    ("target", "program"), [("web@birkevig.example:/srv/www", "rsync"), ("s3://spand/a", "aws")]
)
def test_a_missing_program_is_told(
    site: Path, target: str, program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What to install stands in the message."""
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NotPublished, match=f"Programmet {program} er ikke installeret"):
        publish(site, target)


@pytest.mark.skipif(shutil.which("rsync") is None, reason="rsync is not installed")
def test_rsync_makes_a_server_hold_the_site(site: Path, tmp_path: Path) -> None:
    """The program itself, on one machine: what is no longer on the site is gone there too."""
    web = write(tmp_path / "www", {"gammel.html": ""})

    servers._by_rsync(servers._copied(site, tmp_path / "kopi"), str(web))  # noqa: SLF001 - a server is what it asks for

    assert files(web) == PUBLIC


@pytest.mark.parametrize(
    ("target", "way"),
    [
        ("public", "_to_folder"),
        ("/srv/www", "_to_folder"),
        ("C:\\www", "_to_folder"),
        ("web@birkevig.example:/srv/www", "_by_rsync"),
        ("birkevig:www", "_by_rsync"),
        ("rsync://birkevig.example/www", "_by_rsync"),
        ("s3://spand/referater", "_to_s3"),
        ("branch:pages", "_to_branch"),
    ],
)
def test_a_place_tells_the_way_there(target: str, way: str) -> None:
    """Nobody has to name the program."""
    assert servers._way(target)[0].__name__ == way  # noqa: SLF001 - what decides, without a server


@pytest.mark.parametrize("target", ["", "--delete", "-e sh"])
def test_a_place_is_no_option(site: Path, target: str) -> None:
    """A word that a program would take for an option is refused."""
    with pytest.raises(NotPublished, match="Stedet mangler"):
        publish(site, target)


def test_a_folder_without_a_site_is_not_published(tmp_path: Path) -> None:
    """A build that failed empties no web server."""
    with pytest.raises(NotPublished, match="ikke et færdigt websted"):
        publish(tmp_path, str(tmp_path / "www"))


def test_a_branch_holds_the_site_alone(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was published before is in no commit of it, and what a person has staged is left alone."""
    for words in (
        ("init", "--quiet", "--bare", "--initial-branch=main", "arkiv"),
        ("clone", "--quiet", "arkiv", "bord"),
        (
            "-C",
            "bord",
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@b",
            "commit",
            "--quiet",
            "--allow-empty",
            "-m",
            "x",
        ),
    ):
        subprocess.run(["git", *words], cwd=tmp_path, check=True, capture_output=True)
    desk = write(tmp_path / "bord", {"rettet.md": "ny"})
    subprocess.run(["git", "add", "rettet.md"], cwd=desk, check=True)
    monkeypatch.chdir(desk)

    publish(site, "branch:pages")
    (site / "byraadet" / "index.html").unlink()
    publish(site, "branch:pages")

    def git(*words: str) -> str:
        return subprocess.run(
            ["git", *words], cwd=tmp_path / "arkiv", check=True, capture_output=True, encoding="utf-8"
        ).stdout

    assert set(git("ls-tree", "-r", "--name-only", "pages").split()) == PUBLIC - {"byraadet/index.html"}
    assert git("rev-list", "--count", "pages") == "1\n"
    staged = subprocess.run(["git", "status", "--short"], cwd=desk, check=True, capture_output=True).stdout
    assert staged == b"A  rettet.md\n"
