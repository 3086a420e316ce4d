"""The handbook library: read Markdown once, check it, render it, export it, audit the built site."""

from __future__ import annotations

__version__ = "0.1.0"
