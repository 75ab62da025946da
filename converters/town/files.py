"""What stands in a new town's repository: every file with its bytes, made of templates and settings."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

from converters import shipped
from converters.town.settings import Town, in_yaml

TEMPLATES = {
    "run.py": "run.py",
    "mkdocs.yml": "mkdocs.yml",
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "wheels.md": "wheels/README.md",
    # Without Python packages: as long as Referat is in no registry, one of that name is somebody else's.
    "dependabot.yml": ".github/dependabot.yml",
}
FILLED = frozenset({"mkdocs.yml"})  # with the town's settings; the README has only its name
OURS = "# ours:"  # how a workflow begins that only looks at the program itself, with the reason
OUR_CHECKS = ".ci/run"  # the step of other workflows that does


def files(town: Town, version: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the repository, by its path in it; ``version`` is the one it is built with."""
    yield "requirements.txt", f"referat=={version}\n".encode()
    for name, path in TEMPLATES.items():
        text = (resources.files("converters.town") / "template" / name).read_text(encoding="utf-8")
        if name in FILLED:
            text = text.format(**in_yaml(town))
        yield path, text.replace("{site_name}", f"Referater fra {town.municipality}").encode()
    yield "content/index.md", shipped.opened("index.md").read_bytes()
    yield "inbox/README.md", shipped.opened("inbox.md").read_bytes()
    yield ".gitlab-ci.yml", for_towns(shipped.opened("gitlab-ci.yml").read_text(encoding="utf-8"))
    for host in ("github", "forgejo"):
        for workflow in sorted(shipped.opened(host).iterdir(), key=lambda one: one.name):
            text = workflow.read_text(encoding="utf-8")
            if not text.startswith(OURS):
                yield f".{host}/workflows/{workflow.name}", for_towns(text)


def for_towns(workflow: str) -> bytes:
    """A workflow of ours without the step that checks our own code."""
    lines = workflow.splitlines(keepends=True)
    return "".join(line for line in lines if OUR_CHECKS not in line).encode()
