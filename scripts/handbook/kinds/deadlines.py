"""The page of all time limits."""

from __future__ import annotations

from handbook.kinds.base import schema

SCHEMA = schema("deadlines")
