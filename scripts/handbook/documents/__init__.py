"""Filled documents read back and checked; what people hand in is never trusted."""

from handbook.documents.files import collect
from handbook.documents.registry import Check, all_checks, verify

__all__ = ["Check", "all_checks", "collect", "verify"]
