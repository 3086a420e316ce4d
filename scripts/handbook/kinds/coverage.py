"""The page for maintainers that tells what of each procedure is written, and what is missing."""

from __future__ import annotations

from handbook.kinds.base import schema

SCHEMA = schema("coverage")
