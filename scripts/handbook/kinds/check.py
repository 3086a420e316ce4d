"""The page on which filled documents are checked in the browser."""

from __future__ import annotations

from handbook.kinds.base import schema

SCHEMA = schema("check")
