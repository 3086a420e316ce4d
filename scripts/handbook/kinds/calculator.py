"""The page on which the last day of a time limit is reckoned."""

from __future__ import annotations

from handbook.kinds.base import schema

SCHEMA = schema("calculator")
