"""The index of the register of statutes."""

from __future__ import annotations

from handbook.kinds.base import schema

SCHEMA = schema("statutes")
