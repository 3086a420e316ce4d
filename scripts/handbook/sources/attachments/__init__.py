"""The files beside the pages: what in them is dangerous, broken or tells too much, and the texts inside of them."""

from handbook.sources.attachments.reading import is_packed, read_attachment, read_attachments

__all__ = ["is_packed", "read_attachment", "read_attachments"]
