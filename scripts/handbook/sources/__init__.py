"""From files to the model, once: everything that reads an author's text."""

from handbook.sources.loader import load

__all__ = ["load"]
