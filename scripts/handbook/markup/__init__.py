"""Markup as browsers read it, and which of it authors and the built site may use: no I/O, no model."""
