"""A project small enough to be set up for real within a test: one package, and a build backend of its own."""

import base64
import hashlib
import zipfile
from pathlib import Path

import run

PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "byraad"
version = "1.0"
"""

# The smallest build backend: an editable wheel that leaves a mark by which it is known to be installed.
BACKEND = """
import zipfile


def get_requires_for_build_editable(config_settings=None):
    return []


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    name = "byraad-1.0-py3-none-any.whl"
    files = {
        "byraad.pth": "import sys; sys.byraad = True",
        "byraad-1.0.dist-info/METADATA": "Metadata-Version: 2.1\\nName: byraad\\nVersion: 1.0\\n",
        "byraad-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    }
    record = "".join(f"{path},,\\n" for path in [*files, "byraad-1.0.dist-info/RECORD"])
    with zipfile.ZipFile(f"{wheel_directory}/{name}", "w") as wheel:
        for path, text in {**files, "byraad-1.0.dist-info/RECORD": record}.items():
            wheel.writestr(path, text)
    return name
"""


def write_wheel(folder: Path) -> str:
    """Write a wheel with the one module `dagsorden`, and return its SHA-256."""
    files = {
        "dagsorden.py": "PUNKTER = 14\n",
        "dagsorden-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: dagsorden\nVersion: 1.0\n",
        "dagsorden-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    digests = {path: hashlib.sha256(text.encode()).digest() for path, text in files.items()}
    lines = [
        f"{path},sha256={base64.urlsafe_b64encode(d).decode().rstrip('=')}," for path, d in digests.items()
    ]
    record = "\n".join([*lines, "dagsorden-1.0.dist-info/RECORD,,", ""])
    wheel = folder / "dagsorden-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in {**files, "dagsorden-1.0.dist-info/RECORD": record}.items():
            archive.writestr(path, text)
    return hashlib.sha256(wheel.read_bytes()).hexdigest()


def write_project(root: Path, digest: str) -> Path:
    """Write a project whose lock holds the one package, by the hash given."""
    root.mkdir(parents=True)
    (root / "pyproject.toml").write_text(PYPROJECT, "utf-8")
    (root / "backend.py").write_text(BACKEND, "utf-8")
    for lock in (run.LOCK, run.TEST_LOCK):
        (root / lock).write_text(f"dagsorden==1.0 --hash=sha256:{digest}\n", "utf-8")
    return root
