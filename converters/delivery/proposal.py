"""A proposal of new pages: a branch with them, pushed, and a pull request where the code host has those.

What is proposed is the content folder as it lies there, and nothing else: no source, no setting.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from converters.delivery import found, meetings
from converters.delivery.git import git, paths
from converters.errors import GitFailed, NoProposal

REMOTE = "origin"
BRANCHES = "omsat"  # proposals that come from the main branch lie under this name
BRANCH, PREVIEW, EVENT = "GITHUB_REF_NAME", "REFERAT_PREVIEW", "GITHUB_EVENT_PATH"
MAIN = "main"
CHECK = "check.yml"  # a pull request made by a workflow starts no other, so its checks are started by name
AUTHOR = ("-c", "user.name=Referat", "-c", "user.email=referat@localhost")
TITLE = "Sider til nye kilder i inbox/"
MOST_NAMED = 100  # pages, in a commit's message
LONGEST = 60_000  # characters of a pull request's text; GitHub takes 65,536
NOT_ALLOWED = (
    "Tillad det under Settings → Actions → General → »Allow GitHub Actions to create and approve pull"
    " requests«, eller åbn forslaget selv på forsiden af arkivet: grenen {branch} ligger der."
)
BY_HAND = "Grenen {branch} er lagt op. Åbn arkivet i en browser, og bed om at få den flettet ind i {main}."
PUSH_HINT = (
    "Er der kommet nyt imens, så hent det (git pull), og kør igen. Har du ret til at skrive i arkivet?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A branch with new pages, from which branch it came, and what a reader of it is told."""

    branch: str
    base: str
    changed: tuple[str, ...]
    text: str


def proposed(content: Path) -> Proposal | None:
    """Commit the pages on a branch and push it; None where no page is new. Raises GitFailed."""
    root = Path(git(content, "rev-parse", "--show-toplevel"))
    changed = (
        *paths(content, "diff", "--name-only", "--no-renames", "-z", "HEAD", "--", "."),
        *paths(content, "ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", "."),
    )
    if not changed:
        return None
    base, text = _base(content), _text(content)
    tree = _tree(root, content)
    # As old as what it is made of, so that a run that is done again makes the same commit.
    moment = git(root, "show", "--no-patch", "--format=%cI", "HEAD")
    message = "\n".join((TITLE, "", *changed[:MOST_NAMED]))
    commit = git(root, *AUTHOR, "commit-tree", tree, "-p", "HEAD", "-m", message, moment=moment)
    # From the main branch a proposal is a branch of its own; from any other it goes along with what is there.
    branch = f"{BRANCHES}/{commit[:10]}" if base == _main(content) else base
    git(root, "push", "--quiet", REMOTE, f"{commit}:refs/heads/{branch}", hint=PUSH_HINT)
    return Proposal(branch=branch, base=base, changed=changed, text=text)


def opened(proposal: Proposal, content: Path) -> str:
    """Open a pull request where that can be done from here; what to tell the person who asked.

    Raises NoProposal where the code host refuses.
    """
    main = _main(content)
    program = shutil.which("gh")
    if program is None or not os.environ.get("GH_TOKEN"):
        return BY_HAND.format(branch=proposal.branch, main=main)
    told = []
    asked = (program, "pr", "list", "--head", proposal.branch, "--state", "open", "--json", "url")
    if not json.loads(_gh(asked, content, proposal) or "[]"):
        words = ("--base", main, "--head", proposal.branch, "--title", TITLE, "--body", proposal.text)
        told.append(f"Forslaget er åbnet: {_gh((program, 'pr', 'create', *words), content, proposal)}")
    else:
        told.append(f"Siderne er lagt i forslaget fra grenen {proposal.branch}.")
    _gh((program, "workflow", "run", CHECK, "--ref", proposal.branch), content, proposal)
    return " ".join(told)


def _gh(command: tuple[str, ...], content: Path, proposal: Proposal) -> str:
    run = subprocess.run(command, cwd=content, capture_output=True, text=True, check=False)  # noqa: S603 - no shell
    if run.returncode:
        said = (run.stderr.strip().splitlines() or ["ingen grund er givet"])[-1]
        raise NoProposal(
            f"Siderne er lagt op, men {' '.join(command[1:3])} gik ikke: {said}",
            where=proposal.branch,
            hint=NOT_ALLOWED.format(branch=proposal.branch),
        )
    return run.stdout.strip()


def _tree(root: Path, content: Path) -> str:
    """A tree of the last commit with the content folder as it is now; what a person staged is left alone."""
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        git(root, "read-tree", "HEAD", index=index)
        git(root, "add", "--all", "--", str(content.absolute()), index=index)
        return git(root, "write-tree", index=index)


def _base(content: Path) -> str:
    """The branch that the run is about. Raises GitFailed where there is none."""
    branch = os.environ.get(BRANCH) or git(content, "branch", "--show-current")
    if not branch:
        raise GitFailed(
            "Arkivet står ikke på en gren.", where=str(content), hint="Skift til en gren: git switch."
        )
    return branch


def _main(content: Path) -> str:
    """The branch that is published: as the event says, else as the remote does."""
    event = os.environ.get(EVENT)
    if event and Path(event).is_file():
        repository = json.loads(Path(event).read_text(encoding="utf-8")).get("repository") or {}
        if repository.get("default_branch"):
            return str(repository["default_branch"])
    try:
        return git(content, "rev-parse", "--abbrev-ref", f"{REMOTE}/HEAD").removeprefix(f"{REMOTE}/")
    except GitFailed:
        return MAIN


def _text(content: Path) -> str:
    """What the proposal says: the meetings, what was found in the sources, and where to look at the pages."""
    parts = [meetings.told(meetings.meetings(content))]
    left = content / found.LEFT_AT
    parts += [left.read_text(encoding="utf-8")] if left.is_file() else []
    preview = os.environ.get(PREVIEW)
    parts += (
        [f"## Se siderne\n\n[Hent hjemmesiden, som den bliver]({preview}), pak den ud, og åbn index.html.\n"]
        if preview
        else []
    )
    parts.append(
        "Er det i orden, så flet forslaget ind. Er det ikke, så luk det, og ret kilden; intet er lagt ud.\n"
    )
    return "\n".join(parts)[:LONGEST]
