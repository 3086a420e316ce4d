"""The search of a built site, asked without a browser: the very worker that ships, in Node.js."""

from handbook.searching.worker import Answer, Found, Part, ask

__all__ = ["Answer", "Found", "Part", "ask"]
