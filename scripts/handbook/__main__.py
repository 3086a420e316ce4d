"""`python -m handbook` is the `handbook` command."""

from __future__ import annotations

import sys

from handbook.cli import main

if __name__ == "__main__":
    sys.exit(main())
