"""Releases: a built site, compressed, listed and signed, switched into place at once and rolled back as fast."""
