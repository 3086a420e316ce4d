"""Questions to the worker of a built site, and its answers."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbook.errors import HandbookError

_WORKER = Path(__file__).with_name("worker.cjs")
_INDEX = "search/core.js"


@dataclass(frozen=True, slots=True)
class Part:
    """A step, or another heading, that answers: its address, its words, and an excerpt of what stands below it."""

    url: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A page that answers.

    Attributes:
        is_whole: whether the page as a whole answers best, else the first of its parts does.
        offers: its templates and time limits, each as address and words.
    """

    url: str
    title: str
    kind: str
    area: str
    code: str
    text: str
    is_whole: bool
    parts: tuple[Part, ...]
    offers: tuple[tuple[str, str], ...]

    @property
    def best(self) -> str:
        """The address that a reader is led to."""
        return self.url if self.is_whole or not self.parts else self.parts[0].url


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one query.

    Attributes:
        notice: the words that were looked for in place of pinyin or wrong characters, or ``""``.
        pages: best first.
        milliseconds: how long it took in Node.js.
        loaded: bytes of the index and the search itself that were read for it.
    """

    query: str
    notice: str
    pages: tuple[Found, ...]
    milliseconds: float
    loaded: int


def ask(site: Path, queries: Iterable[str], *, kind: str = "", area: str = "") -> tuple[Answer, ...]:
    """Ask the worker of a site, one query after the other.

    Raises:
        HandbookError: there is no Node.js, no site, or the worker gave up.
    """
    if not (site / _INDEX).is_file():
        raise HandbookError(
            f"{site} 里没有搜索索引（{_INDEX}），先运行 make build 建好网站，或者用 --site-dir 指明在哪里"
        )
    questions = [{"query": query, "kind": kind, "area": area} for query in queries]
    told = "".join(json.dumps(question) + "\n" for question in questions)
    command = [_node(), str(_WORKER), str(site)]
    ended = subprocess.run(command, input=told, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    if ended.returncode:
        raise HandbookError(f"搜索没有答出来：{ended.stderr.strip()[:300]}")
    return tuple(_answer(json.loads(line)) for line in ended.stdout.splitlines())


def _node() -> str:
    """The Node.js beside this Python, or the one of the machine."""
    beside = Path(sys.executable).with_name("node")
    found = str(beside) if beside.exists() else shutil.which("node")
    if found is None:
        raise HandbookError("没有 Node.js，运行 make setup 会装上")
    return found


def _answer(told: Mapping[str, Any]) -> Answer:
    pages = tuple(map(_found, told["pages"]))
    return Answer(told["query"], told["notice"], pages, told["ms"], told["bytes"])


def _found(told: Mapping[str, Any]) -> Found:
    parts = (Part(one["url"], _words(one["heading"]), _words(one["text"])) for one in told["sections"])
    offers = ((offer["url"], offer["title"]) for offer in told["offers"])
    own = {key: told[key] for key in ("url", "kind", "area", "code")}
    words = {key: _words(told[key]) for key in ("title", "text")}
    return Found(**own, **words, is_whole=told["isWhole"], parts=tuple(parts), offers=tuple(offers))


def _words(pieces: Iterable[tuple[str, bool]]) -> str:
    return "".join(text for text, _ in pieces)
