"""The home page and the pages of the areas: the author's words, and below their first lines what the handbook holds."""

from __future__ import annotations

import html
from collections.abc import Iterator

from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.model.value import Mapping, Scalar
from handbook.renderers.markdown import boxed, download, escape, link, table


def compose_home(page: Page, handbook: Handbook) -> str:
    """The Markdown of the home page, above the first section of the author's words.

    The emergency cards and the tasks of its front matter come first; then every task of every area, in a group for
    each procedure.
    """
    lines = [*_section("应急卡", "hb-cards", _cards(page, handbook)), *_section("最常碰到的", "hb-tasks", _first(page))]
    groups = [line for area in handbook.areas for line in _tasks(page, area, handbook)]
    finder = ['<div class="hb-finder" data-module="hb-finder" markdown="1">', "", *groups, "</div>", ""]
    return inserted(page, [*lines, "## 全部事项", "", *finder] if groups else lines)


def _section(title: str, name: str, links: Iterator[str]) -> list[str]:
    items = list(links)
    return [f"## {title}", "", *boxed(name, items), ""] if items else []


def _cards(page: Page, handbook: Handbook) -> Iterator[str]:
    yield from (f"- {link(page, card.src, card.title)}" for card in handbook.of_kind("card"))


def _first(page: Page) -> Iterator[str]:
    first = page.meta.get("first")
    for words, target in first if isinstance(first, Mapping) else ():
        if isinstance(target, Scalar):
            yield f"- [{escape(words.text)}]({target.text})"


def compose_area(page: Page, handbook: Handbook) -> str:
    """The Markdown of an area's page: its procedures and its documents, below the author's words."""
    return "\n".join([*_body(page), *_procedures(page, handbook), *_templates(page, handbook)])


def _body(page: Page) -> list[str]:
    return list(page.lines[page.body_line - 1 :])


def inserted(page: Page, lines: list[str]) -> str:
    """The body with lines put above its first heading of level 2, or at its end."""
    first = next((heading.span.line for heading in page.headings if heading.level == 2), len(page.lines) + 1)
    body, at = _body(page), first - page.body_line
    return "\n".join([*body[:at], "", *lines, "", *body[at:]])


def _tasks(page: Page, area: Page, handbook: Handbook) -> Iterator[str]:
    procedures = [p for p in handbook.procedures_of(area.meta.text("area")) if p.tasks]
    if not procedures:
        return
    yield from (f"### {escape(area.title)}", "")
    for procedure in procedures:
        targets = [(text, f"{procedure.src}#{step}" if step else procedure.src) for text, step in procedure.tasks]
        count = f'<span class="hb-finder__count">{len(targets)}件事</span>'
        called = html.escape(" ".join(procedure.meta.texts("aliases")))
        yield f'<details data-called="{called}" markdown="1"><summary>{escape(procedure.title)}{count}</summary>'
        yield ""
        whole = link(page, procedure.src, f"从头看：{procedure.title}（{procedure.code}）")
        yield from boxed("hb-tasks", [*(f"- {link(page, target, text)}" for text, target in targets), f"- {whole}"])
        yield from ("", "</details>", "")


def _procedures(page: Page, handbook: Handbook) -> Iterator[str]:
    procedures = handbook.procedures_of(page.meta.text("area"))
    if procedures:
        yield from ("", "## 全部流程", "")
        rows = ([p.code, link(page, p.src, p.title), escape(p.meta.text("summary"))] for p in procedures)
        yield from table(["编号", "流程", "说的是什么"], rows)


def _templates(page: Page, handbook: Handbook) -> Iterator[str]:
    templates = handbook.templates_of(page.meta.text("area"))
    if templates:
        yield from ("", "## 全部文书", "")
        rows = (
            [t.code, link(page, t.src, t.title), download(page, handbook.downloads[t.code][0], t.code)]
            for t in templates
        )
        yield from table(["编号", "文书", "空白文书"], rows)
