"""Git, used as a program: the one door to it on the way in and out."""

from __future__ import annotations

import base64
import os
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from converters.errors import GitFailed

PATIENCE = 300  # seconds that git may take, a push over a slow line included
TOKENS = ("GH_TOKEN", "FORGEJO_TOKEN")  # where a code host hands a run its right to write
_OF_A_REPOSITORY = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")  # somebody else's


def git(
    folder: Path, *words: str, hint: str = "", index: Path | None = None, moment: str | None = None
) -> str:
    """What git answers, less the last line's end. Raises GitFailed, with git's own last words.

    ``index`` is a file to gather a commit in, so that what a person has staged stays as it is;
    ``moment`` is when a commit is said to be made.
    """
    try:
        run = subprocess.run(  # noqa: S603 - no shell; whatever comes from outside follows `--` or is a whole word
            ("git", "-c", "core.quotePath=off", *words),  # noqa: S607 - git is wherever the system has it
            cwd=folder,
            env=_environment(folder, index, moment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except FileNotFoundError as error:
        raise GitFailed(
            "Programmet git er ikke installeret.", where=str(folder), hint="Installér git."
        ) from error
    except subprocess.TimeoutExpired as error:
        raise GitFailed(
            f"git {words[0]} svarer ikke.", where=str(folder), hint="Er der forbindelse til nettet?"
        ) from error
    if run.returncode:
        said = run.stderr.decode("utf-8", "replace").strip().splitlines() or ["ingen grund er givet"]
        raise GitFailed(f"git {words[0]} gik ikke: {said[-1]}", where=str(folder), hint=hint)
    return run.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")


def paths(folder: Path, *words: str) -> tuple[str, ...]:
    """The paths that git names, of a command that is given ``-z``. Raises GitFailed."""
    return tuple(path for path in git(folder, *words).split("\0") if path)


def knows(folder: Path, name: str) -> bool:
    """Tell whether there is a commit by this name."""
    try:
        git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except GitFailed:
        return False
    return True


def _environment(folder: Path, index: Path | None, moment: str | None) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if name not in _OF_A_REPOSITORY}
    own |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
    if index:
        own |= {"GIT_INDEX_FILE": str(index), "GIT_WORK_TREE": str(folder)}
    if moment:
        own |= {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    return own | _rights()


def _rights() -> dict[str, str]:
    """Hand git the right to write to its code host, and to no other, where no list of processes shows it."""
    token = next((os.environ[name] for name in TOKENS if os.environ.get(name)), "")
    server = urlsplit(os.environ.get("GITHUB_SERVER_URL", ""))
    if not token or server.scheme != "https":
        return {}
    secret = base64.b64encode(f"x-access-token:{token}".encode()).decode()
    return {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"http.https://{server.netloc}/.extraheader",
        "GIT_CONFIG_VALUE_0": f"AUTHORIZATION: basic {secret}",
    }
