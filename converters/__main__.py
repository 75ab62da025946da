"""``python -m converters`` is the command ``referat``; so is ``python referat-….whl/converters``."""

import sys
from pathlib import Path

if not __package__:
    # Run out of a wheel that is not installed: Python looks in the folder, not in what the folder lies in.
    sys.path[0] = str(Path(__file__).parent.parent)

from converters.cli import main

sys.exit(main())
