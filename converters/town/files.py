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
}
FILLED = frozenset({"mkdocs.yml"})  # with the town's settings; the README has only its name
WORKFLOWS = ("check.yml", "publish.yml")
OURS = "# ours:"  # a step of a workflow that a town has no use for says so, with the reason


def files(town: Town, version: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the repository, by its path in it; ``version`` is the one it is built with."""
    yield "requirements.txt", f"referat=={version}\n".encode()
    for name, path in TEMPLATES.items():
        text = (resources.files("converters.town") / "template" / name).read_text(encoding="utf-8")
        if name in FILLED:
            text = text.format(**in_yaml(town))
        yield path, text.replace("{site_name}", f"Referater fra {town.municipality}").encode()
    yield "content/index.md", shipped.opened("index.md").read_bytes()
    yield "inbox/.gitkeep", b""
    yield ".github/dependabot.yml", shipped.opened("dependabot.yml").read_bytes()
    for name in WORKFLOWS:
        text = (shipped.opened("workflows") / name).read_text(encoding="utf-8")
        yield f".github/workflows/{name}", for_towns(text).encode()


def for_towns(workflow: str) -> str:
    """A workflow of ours without the steps that look at our own code."""
    return "".join(line for line in workflow.splitlines(keepends=True) if OURS not in line)
