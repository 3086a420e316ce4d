"""The index as files: one text while small, shards when large."""

import json
from typing import Any

from handbook.exporters.search.codec import gaps, packed
from handbook.exporters.search.document import Corpus, Document, Law, Unit
from handbook.exporters.search.files import index_files
from handbook.exporters.search.postings import Index, shards

CORPUS = Corpus(
    (
        Document(
            "a.html", "受理", "流程", "petitions", "XF-01", (Unit("", "受理", "登记登记"), Unit("s1", "登记", "五日内"))
        ),
        Document("b.html", "规则", "法规", "", "", (Unit("", "规则", "《示例规则》第一条"),), boost=0.5),
    ),
    (("petitions", "信访举报"),),
    (("检举控告", "举报"),),
    (Law(("示例规则",), "b.html"),),
)


def value(script: str) -> Any:
    """What a script hands over."""
    return json.loads(script[script.index(",") + 1 : script.rindex(")")])


def test_a_small_handbook_is_one_text() -> None:
    assert sorted(index_files(CORPUS)) == ["search/core.js", "search/laws.js", "search/sounds.js", "search/text.js"]


def test_a_large_one_is_in_shards() -> None:
    files = index_files(CORPUS, text_limit=10)

    assert {"search/grams/0.js", "search/pages/0.js"} < files.keys()
    assert "search/text.js" not in files


def test_the_core_names_what_every_query_needs() -> None:
    core = value(index_files(CORPUS)["search/core.js"])

    assert core["codes"] == {"xf01": 0}
    assert core["boosts"] == {"1": 0.5}
    assert core["areas"] == [["petitions", "信访举报"]]
    assert core["synonyms"] == [["检举控告", "举报"]]


def test_another_text_is_another_version() -> None:
    other = Corpus(CORPUS.documents[:1])

    assert (
        value(index_files(CORPUS)["search/core.js"])["version"]
        != value(index_files(other)["search/core.js"])["version"]
    )


def test_a_statute_is_known_by_its_page_and_by_what_cites_it() -> None:
    laws = value(index_files(CORPUS)["search/laws.js"])

    assert laws["laws"] == [[["示例规则"], 1, 1]]
    assert laws["cites"] == [[0, [1, gaps([2])]]]


def test_an_entry_lists_units_by_body_and_pages_by_title() -> None:
    entries = dict(Index(CORPUS).entries())

    assert entries["登记"] == f"{packed([4 * 0 + 2 - 1])}|{gaps([1])}"
    assert entries["受理"] == f"|{gaps([0])}||||{gaps([0])}"


def test_shards_are_cut_in_order_and_hold_everything() -> None:
    entries = list(Index(CORPUS).entries())
    parts = list(shards(entries, 30))

    assert [entry for part in parts for entry in part] == entries
    assert len(parts) > 1
