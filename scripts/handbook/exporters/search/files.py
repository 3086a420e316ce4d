"""The index as files of the site, all of them classic scripts.

`core.js` says how the rest is laid out. A small handbook is one text (`text.js`), of which the browser makes the
entries itself; a large one has its entries in shards (`grams/`) and its text in parts (`pages/`), of which a query
loads what it needs. What only some queries need lies apart: `laws.js` for citations, `sounds.js` for pinyin and wrong
characters. The same sources give the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from handbook.exporters.search.citations import cites, laws_of
from handbook.exporters.search.codec import gaps, packed, script
from handbook.exporters.search.document import Corpus, Document
from handbook.exporters.search.everyday import everyday
from handbook.exporters.search.normalise import normalise, tokens
from handbook.exporters.search.postings import Index, shards
from handbook.exporters.search.sounds import sounds
from handbook.exporters.search.words import words

FOLDER = "search"
TEXT_LIMIT = 180_000
"""With more characters than this the index is written in shards."""
_SHARD_BYTES = 24_000
_PART_CHARACTERS = 2_500
_LENGTH_STEP = 4


def index_files(corpus: Corpus, *, text_limit: int = TEXT_LIMIT) -> dict[str, str]:
    """Every file of the index by its address."""
    is_small = sum(len(unit.text) for document in corpus.documents for unit in document.units) <= text_limit
    layout, parts = _as_text(corpus) if is_small else _as_shards(corpus)
    parts["laws"] = _laws(corpus)
    parts["sounds"] = sounds(words(corpus))
    files = {f"{FOLDER}/{key}.js": script(key, value) for key, value in parts.items()}
    core = _core(corpus) | layout | {"version": _version(files)}
    return {f"{FOLDER}/core.js": script("core", core)} | files


def _core(corpus: Corpus) -> dict[str, Any]:
    """What every query needs."""
    units = [unit for document in corpus.documents for unit in document.units]
    facets = sorted({(document.area, document.kind) for document in corpus.documents})
    return {
        "areas": [list(area) for area in corpus.areas],
        "synonyms": [[normalise(name) for name in names] for names in corpus.synonyms],
        "everyday": everyday(corpus),
        "counts": packed(len(document.units) for document in corpus.documents),
        "facets": [list(facet) for facet in facets],
        "facet": packed(facets.index((document.area, document.kind)) for document in corpus.documents),
        "limits": gaps(number for number, unit in enumerate(units) if unit.has_limit),
        "restated": gaps(number for number, unit in enumerate(units) if unit.is_restated),
        "boosts": {page: document.boost for page, document in enumerate(corpus.documents) if document.boost != 1},
        "codes": {
            document.code.lower().replace("-", ""): page
            for page, document in enumerate(corpus.documents)
            if document.code
        },
    }


def _laws(corpus: Corpus) -> dict[str, Any]:
    """Statutes with their pages (-1 for none), and for each article of each the units that cite it."""
    laws = laws_of(corpus)
    pages = {document.url: page for page, document in enumerate(corpus.documents)}
    cited = cites(corpus, laws).items()
    return {
        "laws": [[list(law.names), pages.get(law.url, -1), int(law.in_force)] for law in laws],
        "cites": [[law, *([article, gaps(units)] for article, units in of.items())] for law, of in cited],
    }


def _as_text(corpus: Corpus) -> tuple[dict[str, Any], dict[str, Any]]:
    lengths = (len(tokens(unit.plain)) for document in corpus.documents for unit in document.units)
    more = [[packed(unit.terms), list(unit.names)] for document in corpus.documents for unit in document.units]
    pages = [_page(document) for document in corpus.documents]
    return {"lengths": _lengths(lengths)}, {"text": {"pages": pages, "more": more}}


def _as_shards(corpus: Corpus) -> tuple[dict[str, Any], dict[str, Any]]:
    index = Index(corpus)
    cut = list(shards(index.entries(), _SHARD_BYTES))
    parts: dict[str, Any] = {f"grams/{number}": dict(part) for number, part in enumerate(cut)}
    groups = list(_groups(corpus.documents))
    first = 0
    starts = []
    for number, group in enumerate(groups):
        parts[f"pages/{number}"] = [_page(document) for document in group]
        starts.append(first)
        first += len(group)
    layout = {"lengths": _lengths(index.lengths), "grams": [part[0][0] for part in cut], "pages": gaps(starts)}
    return layout, parts


def _lengths(lengths: Iterable[int]) -> str:
    return packed(length // _LENGTH_STEP for length in lengths)


def _groups(documents: Sequence[Document]) -> Iterator[list[Document]]:
    group: list[Document] = []
    size = 0
    for document in documents:
        length = sum(len(unit.text) for unit in document.units)
        if group and size + length > _PART_CHARACTERS:
            yield group
            group, size = [], 0
        group.append(document)
        size += length
    if group:
        yield group


def _page(document: Document) -> list[Any]:
    units = [[unit.anchor, unit.heading, unit.text, list(unit.also)] for unit in document.units]
    offers = [list(offer) for offer in document.offers]
    return [document.url, document.title, document.kind, document.area, document.code, units, offers]


def _version(files: Mapping[str, str]) -> str:
    digest = hashlib.sha256()
    for name, text in sorted(files.items()):
        digest.update(f"{name}\n{text}".encode())
    return digest.hexdigest()[:12]
