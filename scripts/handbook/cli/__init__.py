"""The `handbook` command; each of its commands is one module here."""

from handbook.cli.program import main

__all__ = ["main"]
