"""The home page: 我要办什么."""

from __future__ import annotations

from handbook.kinds import values
from handbook.kinds.base import Key, schema

SCHEMA = schema("home", Key("first", "最常碰到的", values.text_mapping))
