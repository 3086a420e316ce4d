"""The pages that the sitemap and the search index name."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator

from handbook.audit.document import Reference, Use
from handbook.audit.places import Places
from handbook.markup.tokens import decode, tags

SITEMAP = "sitemap.xml"
PACKED_SITEMAP = "sitemap.xml.gz"
SEARCH_INDEX = "search/search_index.json"
_MOST = 64 * 2**20


def unpack(data: bytes) -> bytes:
    """The content of a gzip file up to a limit.

    Raises:
        ValueError: it is no gzip file, or its content is too large.
    """
    stream = zlib.decompressobj(wbits=31)
    try:
        content = stream.decompress(data, _MOST)
    except zlib.error as error:
        raise ValueError("不是 gzip 文件") from error
    if not stream.eof:
        raise ValueError("gzip 文件不完整，或者展开后大于 64 MB")
    return content


def sitemap_locations(source: str) -> Iterator[Reference]:
    """The address in each `<loc>`."""
    places, start = Places(source), -1
    for tag in tags(source):
        if tag.name == "loc" and not tag.closing:
            start = tag.end
        elif tag.name == "loc" and start >= 0:
            yield Reference(decode(source[start : tag.start]).strip(), Use.LOCATION, "loc", "", *places.at(start))
            start = -1


def search_locations(source: str) -> Iterator[Reference]:
    """The `location` of each document of the search index, relative to the site.

    Raises:
        ValueError: it is no search index.
    """
    try:
        index = json.loads(source)
    except json.JSONDecodeError as error:
        raise ValueError(f"第 {error.lineno} 行第 {error.colno} 列起不是 JSON") from error
    documents = index.get("docs") if isinstance(index, dict) else None
    if not isinstance(documents, list):
        raise ValueError("没有 docs 列表")
    places, offset, escaped = Places(source), 0, source.isascii()
    for document in documents:
        location = document.get("location") if isinstance(document, dict) else None
        if not isinstance(location, str):
            raise ValueError("有一条没有 location")
        offset = max(offset, source.find(json.dumps(location, ensure_ascii=escaped), offset))
        yield Reference(location, Use.LOCATION, "search", "location", *places.at(offset))
