"""The page on which the whole handbook is searched, with filters."""

from __future__ import annotations

from handbook.kinds.base import schema

SCHEMA = schema("search")
