#!/usr/bin/env python3
"""Byg kommunens hjemmeside med den version af Referat, der står i requirements.txt.

    python3 run.py site

Den bliver taget fra mappen wheels/. Står der en kontrolsum efter nummeret, kan den også hentes fra nettet.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python shall give this sentence, not a traceback
    sys.exit("Referat kræver Python 3.11 eller nyere. Kør f.eks.:  python3.12 run.py site")

import importlib.util
import os
import subprocess
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "referat-version"  # written when the version is there
RUN = (str(PYTHON), "-I", "-X", "utf8", "-m")  # nothing but what lies in .venv


def set_up() -> None:
    """Put the version that is asked for into `.venv`."""
    wanted = (ROOT / "requirements.txt").read_text("utf-8").strip()
    found = STAMP.read_text("utf-8") if STAMP.exists() else ""
    if found == f"{sys.version}\n{wanted}" and PYTHON.exists():
        return
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit("Denne Python mangler ensurepip. Debian og Ubuntu:  sudo apt install python3-venv")
    print(f"Gør klar: {wanted}", file=sys.stderr)
    if not (found.startswith(sys.version) and PYTHON.exists()):
        venv.create(VENV, clear=True, with_pip=True, symlinks=os.name != "nt")
    STAMP.unlink(missing_ok=True)
    lies_here = any((ROOT / "wheels").glob(wanted.split()[0].replace("==", "-") + "-*.whl"))
    if not lies_here and "--hash=" not in wanted:
        # Whoever takes the name in a registry shall not run here.
        sys.exit(f"{wanted} ligger ikke i wheels/. Læg den dér, eller ret nummeret i requirements.txt.")
    source = ("--no-index", "-f", "wheels") if lies_here else ()
    options = ("--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:")
    command = (*RUN, "pip", "install", *options, *source, "-r", "requirements.txt")
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        sys.exit(
            f"{wanted} kan ikke hentes; grunden står ovenfor. Ret requirements.txt, eller læg den i wheels/."
        )
    STAMP.write_text(f"{sys.version}\n{wanted}", "utf-8")


def main() -> int:
    """Set up, and hand over to the version that is asked for."""
    set_up()
    command = (*RUN, "converters.town", *sys.argv[1:])
    os.chdir(ROOT)
    if os.name != "nt":
        os.execv(command[0], command)  # signals go straight to the one that works
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
