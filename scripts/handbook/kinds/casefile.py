"""The page that leads through the fictitious case."""

from __future__ import annotations

from handbook.kinds.base import schema

SCHEMA = schema("casefile")
