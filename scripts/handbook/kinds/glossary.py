"""The page of the terms: what the words of the trade mean."""

from __future__ import annotations

from handbook.kinds.base import schema

SCHEMA = schema("glossary")
