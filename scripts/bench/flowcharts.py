"""What flowcharts cost: drawn by our build, and drawn by Mermaid in the reader's browser, the same fifty in one run."""

import functools
import gzip
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from chromium import launched
from corpus import Corpus
from process import measure
from project import MERMAID, Project, ours, plain

from handbook.renderers.flowchart import render
from handbook.sources.mermaid import read_flowchart

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHARTS = 50
SAMPLED = 5
THROTTLE = 4
HEAD = ("flowcharts", "ours", "live Mermaid", "ratio")
# Notes when the first diagram has a size: ours is in the page, Material's stands in a shadow tree without its source.
WATCH = """
const look = () => {
    const diagram = document.querySelector("figure.hb-flow svg, div.mermaid");
    if (diagram && diagram.getBoundingClientRect().height > 60) window.firstDiagram = performance.now();
    else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
RENDER = """async sources => {
    mermaid.initialize({startOnLoad: false});
    const times = [];
    for (const [index, source] of sources.entries()) {
        const start = performance.now();
        await mermaid.render(`m${index}`, source);
        times.push(performance.now() - start);
    }
    return times;
}"""


@dataclass(frozen=True, slots=True)
class Live:
    """What a browser needs, in ms: for a chart with Mermaid, and until the first diagram of either site is there."""

    chart: float
    ours: float
    plain: float


def rows(folder: Path) -> list[tuple[str, ...]]:
    """Measure, and return the rows of the table."""
    sources = [chart(seed) for seed in range(CHARTS)]
    costs, sites = _builds(folder, sources)
    drawn, sizes = _drawn(sources)
    library = MERMAID.read_bytes()
    table = [
        HEAD,
        _row(f"build: {CHARTS} charts more, s", costs[0], costs[1], 2),
        _row("bytes: a chart; the library", median(sizes), len(library), 0),
        _row("gzip: a chart; the library", median(map(_packed, drawn)), len(gzip.compress(library)), 0),
    ]
    ms = median(_draw_times(sources))
    live = _live(sources, sites)
    if live is None:
        return [*table, ("ms a chart", f"{ms:.1f}", "no Chromium", "")]
    return [
        *table,
        _row("ms a chart", ms, live.chart, 1),
        _row(f"first diagram at {THROTTLE}x CPU throttle, ms", live.ours, live.plain, 0),
    ]


def chart(seed: int) -> str:
    """Return a procedure of 8 to 26 boxes: steps, decisions that go on or end, some that go back."""
    rng = random.Random(seed)
    names = [f"{'d' if rng.random() < 0.3 else 's'}{number}" for number in range(1, rng.randint(6, 24) + 1)]
    lines = [
        "flowchart TD",
        f"  accTitle: 图 {seed}",
        "  accDescr: 样例",
        f'  s0["收件"] --> {names[0]}',
        '  e1(["办结"])',
    ]
    for name, following in zip(names, [*names[1:], "e1"], strict=True):
        if name[0] == "s":
            lines += [f'  {name}["第{name[1:]}步办理登记"]', f"  {name} --> {following}"]
        else:
            lines += [f'  {name}{{"{name[1:]}号材料齐全吗？"}}', f"  {name} -->|齐| {following}"]
            lines.append(f"  {name} -->|不齐| {rng.choice([names[0], 'e2'])}")
    if any(line.endswith(" e2") for line in lines):
        lines.append('  e2(["转出"])')
    return "\n".join(lines)


def _draw(source: str) -> str:
    read = read_flowchart(source, path="a.md", fence_line=1, first_line=2, indent=0)
    return render(read, step_href=lambda step: f"#{step}", click_href=lambda link: link.target)


def _draw_times(sources: list[str]) -> Iterator[float]:
    for source in sources:
        start = time.perf_counter()
        _draw(source)
        yield (time.perf_counter() - start) * 1000


def _drawn(sources: list[str]) -> tuple[list[str], list[int]]:
    figures = [_draw(source) for source in sources]
    return figures, [len(figure.encode()) for figure in figures]


def _packed(text: str) -> int:
    return len(gzip.compress(text.encode()))


def _row(name: str, own: float, other: float, digits: int) -> tuple[str, ...]:
    return name, f"{own:,.{digits}f}", f"{other:,.{digits}f}", f"{own / other:.4f}" if other > 0 else ""


def _builds(folder: Path, sources: list[str]) -> tuple[list[float], list[Project]]:
    """The seconds that charts add to the build of each tool, and both projects with charts."""
    added, sites = [], []
    corpora = [_corpus(folder / f"flow-docs-{language}", sources, language) for language in ("text", "mermaid")]
    for make in (ours, plain):
        projects = [make(folder / f"flow-{make.__name__}-{index}", corpus) for index, corpus in enumerate(corpora)]
        without, with_charts = (
            measure(project.build, cwd=project.root, log=folder / "flow.log").cpu_seconds for project in projects
        )
        added.append(max(with_charts - without, 0.0))
        sites.append(projects[1])
    return added, sites


def _corpus(docs: Path, sources: list[str], language: str) -> Corpus:
    """A page for each chart; in another language than mermaid it stays a listing."""
    pages = tuple(f"a0/s00/p{number:04d}.md" for number in range(len(sources)))
    for name, source in zip(pages, sources, strict=True):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(f"# {name}\n\n```{language}\n{source}\n```\n", encoding="utf-8")
    (docs / "index.md").write_text(f"# 首页\n\n[样例]({pages[0]})\n", encoding="utf-8")
    return Corpus(docs, pages, 1, len(pages))


def _live(sources: list[str], sites: list[Project]) -> Live | None:
    """Measure in Chromium; None where there is none, or nothing to drive it with (`make dev`)."""
    with launched("live Mermaid") as it:
        if it is None:
            return None
        page = it.new_page()
        page.add_script_tag(path=str(MERMAID))
        times = page.evaluate(RENDER, sources)
        own, other = (_first_diagram(it, project) for project in sites)
    return Live(median(times), own, other)


def _first_diagram(browser: "Browser", project: Project) -> float:
    """The median time until a page's diagram is there, each time in a browser that has cached nothing."""
    times: list[float] = []
    with _served(project.site) as address:
        for number in range(SAMPLED):
            context = browser.new_context()
            page = context.new_page()
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
            page.add_init_script(WATCH)
            page.goto(f"{address}/{project.address(f'a0/s00/p{number * 10:04d}.md')}")
            page.wait_for_function("window.firstDiagram", timeout=120_000)
            times.append(page.evaluate("window.firstDiagram"))
            context.close()
    return median(times)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
