"""Pictures: whether they are whole and of a bearable size, what was written into them, and what hangs on behind."""

from handbook.sources.attachments.pictures.reading import PICTURES, read_picture

__all__ = ["PICTURES", "read_picture"]
