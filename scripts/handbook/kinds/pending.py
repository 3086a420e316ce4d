"""The page of what is unconfirmed: everything that the handbook marks 待核."""

from __future__ import annotations

from handbook.kinds.base import schema

SCHEMA = schema("pending")
