"""Secrets and personal data in any text: pure functions from a text to what was found, never the whole value."""

from handbook.confidential.kinds import KINDS, Kind, Secret, mask, redacted, secrets

__all__ = ["KINDS", "Kind", "Secret", "mask", "redacted", "secrets"]
