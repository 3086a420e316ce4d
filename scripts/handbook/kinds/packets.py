"""The page on which the documents that one event needs are filled in together."""

from __future__ import annotations

from handbook.kinds.base import schema

SCHEMA = schema("packets")
