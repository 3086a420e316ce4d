"""The kinds of page: one module a kind, found by its name, each with the schema of its front matter."""

from handbook.kinds.base import Key, Schema
from handbook.kinds.registry import schemas

__all__ = ["Key", "Schema", "schemas"]
