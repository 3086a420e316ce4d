"""Errors that stop the program: what `cli.main` turns into one line and exit status 2."""

from __future__ import annotations

from pathlib import Path


class HandbookError(Exception):
    """The base of every error that is the user's to solve; its text is one Chinese sentence."""


class SettingsError(HandbookError):
    """The settings in pyproject.toml or mkdocs.yml cannot be used."""


class RootError(HandbookError):
    """The given folder is no handbook: there is no mkdocs.yml or no docs folder in it."""

    def __init__(self, root: Path, reason: str) -> None:
        self.root = root
        super().__init__(f"{root}：{reason}")


class BuildError(HandbookError):
    """The site could not be built; the site that stood there before is untouched."""
