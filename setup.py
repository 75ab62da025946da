"""What pyproject.toml cannot say: which files from elsewhere in the repository the wheel holds."""

import shutil
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))  # a build does not look for modules where it stands

from converters.shipped import FOLDER, SOURCES  # noqa: E402 - found by the line above


class BuildPy(build_py):
    """Copies the code, and then what goes with it; a file that is missing stops the build."""

    def run(self) -> None:
        """Fill the folder that the wheel is made of. An installation to work on has the repository itself."""
        super().run()
        if self.editable_mode:
            return
        shipped = Path(self.build_lib) / "converters" / FOLDER
        shutil.rmtree(shipped, ignore_errors=True)
        shipped.mkdir(parents=True)
        for name, source in SOURCES.items():
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, shipped / name)
            else:
                shutil.copy2(ROOT / source, shipped / name)


setup(cmdclass={"build_py": BuildPy})
