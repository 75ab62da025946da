"""``python -m converters`` is the command ``referat``."""

import sys

from converters.cli import main

sys.exit(main())
