"""The page of authority: who may decide what, and what a township may not do."""

from __future__ import annotations

from handbook.kinds.base import schema

SCHEMA = schema("authority")
