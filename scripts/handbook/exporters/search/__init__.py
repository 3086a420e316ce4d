"""The search index of the site: the handbook and its finished pages in, scripts out."""

from handbook.exporters.search.corpus import Finished, read_corpus
from handbook.exporters.search.files import FOLDER, TEXT_LIMIT, index_files

__all__ = ["FOLDER", "TEXT_LIMIT", "Finished", "index_files", "read_corpus"]
