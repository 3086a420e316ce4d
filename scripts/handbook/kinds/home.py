"""The home page: 我要办什么."""

from __future__ import annotations

from handbook.kinds.base import schema

SCHEMA = schema("home")
