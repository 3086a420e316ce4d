"""A page of plain explanation: how to use the site, the first week, tables of reference."""

from __future__ import annotations

from handbook.kinds.base import schema

SCHEMA = schema("guide")
