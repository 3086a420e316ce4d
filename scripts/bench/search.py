"""Our search beside Material's own engine and MiniSearch, over the same pages and with the same queries.

Relevance comes from the gold queries (tests/search/queries.yml), and from those that nobody tuned on (fresh.yml). How the
cost grows is measured on made-up handbooks: the sentences of ours, shuffled. All engines run in one Node.js; their
times are ratios to Material's.
"""

import json
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from project import BIN, ROOT
from relevance import Query, Reply, by_class, read_queries, score

from handbook.exporters.search import Finished, index_files, read_corpus
from handbook.exporters.search.document import Corpus, Document, Unit

QUERIES, FRESH = ROOT / "tests/search/queries.yml", ROOT / "tests/search/fresh.yml"
ENGINES = Path(__file__).with_name("engines.mjs")
SIZES = (130, 1200, 6000)
LARGEST_FOR_ALL = 1200  # Material's worker takes gigabytes beyond
SEED = 2099
UNITS = 12
CODES = 300  # procedures and documents; the rest of a large handbook has none
KB = 1000
SEPARATOR = r"[\s\u200b\u3000\-、。，．？！；]+"  # of Material's zh.html

RELEVANCE_HEAD = ("engine", "class", "queries", "hit@1", "hit@3", "MRR", "none", "heading")
COST_HEAD = ("pages", "engine", "KB first", "KB p95", "load", "p50", "p95", "index s", "index MB")


@dataclass(frozen=True, slots=True)
class Result:
    """What one engine needed, and what it answered."""

    name: str
    load: float
    first_bytes: int
    most_bytes: int
    p50: float
    p95: float
    replies: tuple[Reply, ...]


def measure(folder: Path, *, sizes: Sequence[int] = SIZES) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Return the rows of relevance by class and the rows of cost by size."""
    queries, fresh = read_queries(QUERIES), read_queries(FRESH)
    contents, corpus = _own_pages(folder / "search-own")
    results, row = _compare(folder / "search-own", corpus, queries + fresh, _material_entries(contents, corpus))
    relevance = [RELEVANCE_HEAD]
    for result in results:
        scores = by_class(queries, result.replies[: len(queries)])
        scores["fresh"] = score(fresh, result.replies[len(queries) :])
        relevance += [(result.name, name, *told.cells()) for name, told in scores.items()]
    cost = [COST_HEAD, *row]
    for pages in sizes:
        print(f"search: {pages} pages", file=sys.stderr, flush=True)
        made = _made_up(corpus, pages)
        entries = _entries(made) if pages <= LARGEST_FOR_ALL else None
        cost += _compare(folder / f"search-{pages}", made, queries, entries)[1]
    return relevance, cost


def _own_pages(folder: Path) -> tuple[dict[str, str], Corpus]:
    """The HTML of our own pages by address, and what we search of them."""
    from mkdocs.commands.build import build
    from mkdocs.config.base import load_config

    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder))
    config.plugins.on_startup(command="build", dirty=False)
    contents: dict[str, str] = {}
    finished: list[Finished] = []

    def note(html: str, page: Any, **_: Any) -> str:
        finished.append(Finished.read(page.file.src_uri, page.url, str(page.title or ""), html))
        return contents.setdefault(page.url, html)

    config.plugins.events["page_content"].append(note)
    build(config)
    return contents, read_corpus(finished, cast("Any", config.plugins["handbook"])._handbook)  # noqa: SLF001


def _compare(
    folder: Path, corpus: Corpus, queries: Sequence[Query], entries: list[dict[str, str]] | None
) -> tuple[list[Result], list[tuple[str, ...]]]:
    begun = time.process_time()
    files = index_files(corpus)
    seconds = time.process_time() - begun
    _install(folder, files)
    task: dict[str, Any] = {"ours": str(folder), "queries": [query.words for query in queries]}
    if entries is not None:
        task |= {"material": _material(folder, entries), "units": list(_units(corpus))}
    results = [_result(told) for told in _run(task)]
    reference = results[0]
    made = (f"{seconds:.1f}", f"{sum(len(text.encode()) for text in files.values()) / 1e6:.1f}")
    pages = str(len(corpus.documents))
    rows = [(pages, *_cost(one, reference), *(made if one.name == "handbook" else ("", ""))) for one in results]
    return results, rows


def _cost(one: Result, reference: Result) -> tuple[str, ...]:
    times = zip((one.load, one.p50, one.p95), (reference.load, reference.p50, reference.p95), strict=True)
    ratios = [
        f"{mine / theirs:.2f}" if reference.name != one.name or one.name != "handbook" else f"{mine:.0f} ms"
        for mine, theirs in times
    ]
    return (one.name, f"{one.first_bytes / KB:.0f}", f"{one.most_bytes / KB:.0f}", *ratios)


def _install(folder: Path, files: Mapping[str, str]) -> None:
    """Put the shipped search and an index where a site has them."""
    shutil.copytree(ROOT / "overrides/assets/dist", folder / "assets/dist", dirs_exist_ok=True)
    for address, text in files.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _run(task: Mapping[str, Any]) -> list[dict[str, Any]]:
    command = [str(BIN / "node"), "--max-old-space-size=6000", str(ENGINES)]
    ended = subprocess.run(command, input=json.dumps(task), capture_output=True, encoding="utf-8", check=False)
    if ended.returncode:
        raise RuntimeError(ended.stderr[-2000:])
    return cast("list[dict[str, Any]]", json.loads(ended.stdout))


def _result(told: Mapping[str, Any]) -> Result:
    replies = tuple(Reply(tuple(reply["pages"]), reply["best"]) for reply in told["replies"])
    numbers = (told["load"], told["firstBytes"], told["mostBytes"], told["p50"], told["p95"])
    return Result(told["name"], *numbers, replies)


def _units(corpus: Corpus) -> Iterator[dict[str, str]]:
    for document in corpus.documents:
        for unit in document.units:
            url = f"{document.url}#{unit.anchor}" if unit.anchor else document.url
            yield {
                "url": url,
                "page": document.url,
                "title": document.title,
                "heading": unit.heading,
                "text": unit.text,
            }


def _material_entries(contents: Mapping[str, str], corpus: Corpus) -> list[dict[str, str]]:
    """What Material's plugin makes of the same pages."""
    index = _material_index()
    for document in corpus.documents:
        html, url = contents[document.url], document.url
        index.add_entry_from_context(SimpleNamespace(content=html, meta={}, toc=[], url=url, title=document.title))
    return cast("list[dict[str, str]]", index.entries)


def _material_index() -> Any:
    import jieba
    from material.plugins.search.plugin import SearchIndex

    jieba.setLogLevel("WARNING")
    return SearchIndex()


def _entries(corpus: Corpus) -> list[dict[str, str]]:
    """The same of a made-up handbook."""
    index = _material_index()
    return [
        {
            "location": unit["url"],
            "title": index._segment_chinese(unit["heading"]),  # noqa: SLF001 (what its entries go through)
            "text": index._segment_chinese(unit["text"]),  # noqa: SLF001
        }
        for unit in _units(corpus)
    ]


def _material(folder: Path, entries: list[dict[str, str]]) -> dict[str, str]:
    import material

    (worker,) = Path(material.__file__).parent.glob("templates/assets/javascripts/workers/search.*.js")
    boosts = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}
    config = {"lang": ["en"], "separator": SEPARATOR, "pipeline": ["stemmer"], "fields": boosts}
    index = folder / "material.json"
    index.write_text(json.dumps({"config": config, "docs": entries}), encoding="utf-8")
    return {"worker": str(worker), "index": str(index)}


def _made_up(corpus: Corpus, pages: int) -> Corpus:
    """A handbook of so many pages out of the sentences of another; the same each time."""
    dice = random.Random(SEED)
    units = [unit for document in corpus.documents for unit in document.units]
    sentences = [sentence for unit in units for sentence in re.split(r"(?<=[。；\n])", unit.text) if len(sentence) > 5]
    clauses = [clause for sentence in sentences for clause in re.split(r"[，：、]", sentence) if 3 < len(clause) < 16]
    headings = [unit.heading for unit in units]
    documents = []
    for number in range(pages):
        parts = []
        for at in range(UNITS):
            text = "".join(f"{dice.choice(clauses)}，{dice.choice(sentences)}" for _ in range(dice.randint(1, 5)))
            heading = f"{dice.choice(headings)}{dice.choice(clauses).strip()[:6]}"
            parts.append(Unit(f"s{at}" if at else "", heading, text))
        title = f"{dice.choice(headings)}{number}"
        documents.append(
            Document(f"p/{number}.html", title, "流程", "", f"AA-{number}" if number < CODES else "", tuple(parts))
        )
    return Corpus(tuple(documents), corpus.areas, corpus.synonyms, corpus.laws)
