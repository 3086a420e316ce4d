"""Measure this project against plain MkDocs with Material and mermaid2 on the same Markdown, in the same run.

    make bench                  100, 500 and 2,000 pages (plain MkDocs takes most of the time)
    make bench ARGS=--quick     50 and 200 pages

Nothing is written into the checkout. Times depend on the machine; the ratios are what to compare.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import delivery
import docx_files
import fills
import flowcharts
import leaks
import trials
from corpus import Corpus, generate
from preview import edited_page
from process import Cost, measure
from project import BIN, ROOT, Project, ours, plain

import search

SIZES = (100, 500, 2000)
QUICK_SIZES = (50, 200)
LARGEST = 3000
MB = 1_000_000
BUILD_HEAD = (
    "pages",
    "tool",
    "build s",
    "ratio",
    "CPU s",
    "ratio",
    "peak MB",
    "ratio",
    "edit s",
    "ratio",
    "page KB",
    "ratio",
)
CHECK_HEAD = ("pages", "links", "s", "CPU s", "ms per 1,000 links")


@dataclass(frozen=True, slots=True)
class Result:
    """What one tool needed for one handbook."""

    pages: int
    tool: str
    build: Cost
    edit: float
    page_bytes: int

    def row(self, reference: "Result") -> tuple[str, ...]:
        """Return the cells of the table, with the ratios to another tool's result."""
        return (
            str(self.pages),
            self.tool,
            f"{self.build.seconds:.1f}",
            f"{self.build.seconds / reference.build.seconds:.2f}",
            f"{self.build.cpu_seconds:.1f}",
            f"{self.build.cpu_seconds / reference.build.cpu_seconds:.2f}",
            f"{self.build.peak_bytes / MB:.0f}",
            f"{self.build.peak_bytes / reference.build.peak_bytes:.2f}",
            f"{self.edit:.1f}",
            f"{self.edit / reference.edit:.2f}",
            f"{self.page_bytes / 1000:.1f}",
            f"{self.page_bytes / reference.page_bytes:.2f}",
        )


def main() -> int:
    """Run the measurements and print the tables."""
    options = _options()
    build_rows: list[tuple[str, ...]] = [BUILD_HEAD]
    check_rows: list[tuple[str, ...]] = [CHECK_HEAD]
    with tempfile.TemporaryDirectory(prefix="handbook-bench-") as name:
        os.environ["TMPDIR"] = name  # jieba's cache and the previews' sites go there too
        folder = Path(name)
        own_docs = _own_docs(folder, options.runs)
        chart_rows = flowcharts.rows(folder)
        document_rows = docx_files.rows()
        leak_rows = leaks.rows()
        gate_rows = trials.gate_rows(folder)
        fault_rows = trials.fault_rows(folder)
        delivery_rows = delivery.rows(folder / "own-site", folder / "delivery")
        fill_rows, is_exact = fills.measure(folder / "own-site", folder)
        search_rows, cost_rows = search.measure(folder, sizes=search.SIZES[:1] if options.quick else search.SIZES)
        for pages in QUICK_SIZES if options.quick else SIZES:
            corpus = generate(folder / f"corpus-{pages}", pages=pages)
            projects = [make(folder / f"{make.__name__}-{pages}", corpus) for make in (plain, ours)]
            results = _compare(folder, corpus, projects, options.runs)
            build_rows.extend(result.row(results[0]) for result in results)
            check_rows.append(_check(folder, corpus, projects[-1], options.runs))
            for row in (*build_rows[-2:], check_rows[-1]):
                _note("  ".join(row))  # a long run that is stopped has said what it knows
        large = None if options.quick else _large(folder)
    _print_table("Build (check and audit included on our side), and one edited page in the live preview", build_rows)
    _print_table("handbook check", check_rows)
    _print_table("Flowcharts, drawn by the build or in the browser", chart_rows)
    _print_table("Our own documents as .docx, processor time", document_rows)
    _print_table("Filling in our documents in the browser", fill_rows)
    _print_table("Personal data and secrets: recall on the labelled set, and false alarms", leak_rows)
    _print_table("Bad and harmless inputs of the tests, judged by handbook check", gate_rows)
    _print_table("Releases that end badly, and what is served afterwards", fault_rows)
    _print_table("Our own site as a release and as a stick", delivery_rows)
    _print_table("Search: the gold queries over our own pages", search_rows)
    _print_table(
        "Search: what a reader loads and waits for (times against Material's), and what the build needs", cost_rows
    )
    print(f"\nOur own docs: handbook build {own_docs.seconds:.1f} s, {own_docs.peak_bytes / MB:.0f} MB")
    if large:
        print(f"A handbook of {LARGEST} pages: handbook build {large.seconds:.1f} s, {large.peak_bytes / MB:.0f} MB")
    return 0 if is_exact else 1


def _large(folder: Path) -> Cost:
    """Our build of a handbook for which plain MkDocs takes a quarter of an hour."""
    _note(f"handbook build: {LARGEST} pages")
    project = ours(folder / "large", generate(folder / "corpus-large", pages=LARGEST))
    return measure(project.build, cwd=project.root, log=folder / "build.log")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="smaller handbooks")
    parser.add_argument("--runs", type=int, default=1, help="interleaved runs of each; their median is shown")
    return parser.parse_args()


def _compare(folder: Path, corpus: Corpus, projects: Sequence[Project], runs: int) -> list[Result]:
    pages = len(corpus.pages)
    costs: dict[str, list[Cost]] = {project.tool: [] for project in projects}
    for _ in range(runs):
        for project in projects:
            _note(f"{project.tool}: building {pages} pages")
            costs[project.tool].append(measure(project.build, cwd=project.root, log=folder / "build.log"))
    results = []
    for project in projects:
        page_bytes = int(median(project.page_sizes(corpus)))
        _note(f"{project.tool}: one edited page of {pages}")
        edit = edited_page(project, corpus.pages[pages // 2], log=folder / "serve.log")
        results.append(Result(pages, project.tool, _median(costs[project.tool]), edit, page_bytes))
    return results


def _check(folder: Path, corpus: Corpus, project: Project, runs: int) -> tuple[str, ...]:
    command = (str(BIN / "handbook"), "check")
    cost = _median([measure(command, cwd=project.root, log=folder / "check.log") for _ in range(runs)])
    per_thousand = cost.seconds * 1e6 / corpus.links
    return (
        str(len(corpus.pages)),
        str(corpus.links),
        f"{cost.seconds:.2f}",
        f"{cost.cpu_seconds:.2f}",
        f"{per_thousand:.0f}",
    )


def _own_docs(folder: Path, runs: int) -> Cost:
    _note("handbook build: our own docs")
    command = (str(BIN / "handbook"), "build", "--site-dir", str(folder / "own-site"))
    return _median([measure(command, cwd=ROOT, log=folder / "own.log") for _ in range(runs)])


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        median(cost.seconds for cost in costs),
        median(cost.cpu_seconds for cost in costs),
        int(median(cost.peak_bytes for cost in costs)),
    )


def _print_table(title: str, rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    print(f"\n{title}")
    for row in rows:
        print("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)))


def _note(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
