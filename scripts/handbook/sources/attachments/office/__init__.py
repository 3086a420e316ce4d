"""Word, Excel and PowerPoint documents (OOXML), and their open cousins (ODF, OFD): each part read once, by many eyes."""

from handbook.sources.attachments.office.package import MAIN, OPEN, read_office, read_open

__all__ = ["MAIN", "OPEN", "read_office", "read_open"]
