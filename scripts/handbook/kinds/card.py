"""An emergency card: what to say and do in the first minutes, on one sheet of A4."""

from __future__ import annotations

from handbook.kinds.base import schema

SECTIONS = ("第一句话怎么说", "马上做", "不要做", "找谁", "用哪张表", "依据")

SCHEMA = schema("card", sections=SECTIONS)
