"""Secrets in the commits of a change: every added line, message and file, those that a later commit removed too."""

from handbook.history.looking import Looked, secrets_of_commits, secrets_of_history, secrets_of_index

__all__ = ["Looked", "secrets_of_commits", "secrets_of_history", "secrets_of_index"]
