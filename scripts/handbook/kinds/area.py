"""The first page of an area, such as 信访举报."""

from __future__ import annotations

from handbook.kinds import values
from handbook.kinds.base import Key, schema

SCHEMA = schema("area", Key("area", "业务", values.slug, required=True))
