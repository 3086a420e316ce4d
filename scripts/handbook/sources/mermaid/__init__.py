"""Mermaid diagrams: from the text of a fence to a `Flowchart` with the place of every part."""

from handbook.sources.mermaid.reader import read_flowchart

__all__ = ["read_flowchart"]
