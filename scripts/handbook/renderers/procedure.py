"""A procedure page as MkDocs renders it: the author's words, with what the front matter says put in its place."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.renderers.authority import box as authority_box
from handbook.renderers.limits import badges, limit_table
from handbook.renderers.markdown import boxed, download, escape, link, table
from handbook.renderers.packets import packets_of


def compose(page: Page, handbook: Handbook) -> str:
    """The Markdown of a procedure page.

    Below the title come the list of the steps and that of the tasks, each with the step that answers it; below 谁办谁批
    comes what the register of authority says, below 时限, 文书 and 上一步/下一步流程 the tables made from the front matter,
    above the author's own words.
    """
    inserts = {
        "谁办谁批": list(authority_box(page, handbook)),
        "时限": list(limit_table(page, handbook)),
        "文书": list(_templates(page, handbook)),
        "上一步/下一步流程": list(_neighbours(page, handbook)),
    }
    after = {section.heading.span.line: inserts.get(section.title, []) for section in page.sections}
    after |= {step.span.line: list(badges(page, step, handbook)) for step in page.steps}
    title = next((heading.span.line for heading in page.headings if heading.level == 1), None)
    if title is not None:
        after[title] = [*_summary(page), *boxed("hb-jump", [*_steps(page), *_tasks(page)])]
    composed: list[str] = []
    for number, line in enumerate(page.lines[page.body_line - 1 :], page.body_line):
        composed.append(line)
        if after.get(number):
            composed += ["", *after[number], ""]
    return "\n".join(composed)


def _summary(page: Page) -> Iterator[str]:
    if page.meta.text("summary"):
        yield from (escape(page.meta.text("summary")), "{: .hb-lead }", "")


def _steps(page: Page) -> Iterator[str]:
    if page.steps:
        yield from (f"共{len(page.steps)}步，从第1步做起：", "{: .hb-jump__title }", "")
        titles = ((step.title.partition(". ")[2] or step.title, step.id) for step in page.steps)
        yield from boxed("hb-steps", [f"1. [{escape(title)}](#{anchor})" for title, anchor in titles])


def _tasks(page: Page) -> Iterator[str]:
    if page.tasks:
        yield from ("", "手上是这件事，直接到那一步：", "{: .hb-jump__title }", "")
        yield from boxed("hb-tasks", [f"- [{escape(text)}](#{step})" for text, step in page.tasks])
    aliases = page.meta.texts("aliases")
    if aliases:
        yield from ("", f"也叫：{escape('、'.join(aliases))}", "{: .hb-aliases }")


def _templates(page: Page, handbook: Handbook) -> Iterator[str]:
    rows = []
    for code in page.meta.texts("templates"):
        source = handbook.template_page(code)
        if source is not None:
            blank, _ = handbook.downloads[code]
            rows.append(
                [
                    link(page, source.src, f"{source.title}（{code}）"),
                    escape(source.meta.text("step")),
                    escape(source.meta.text("approve")),
                    download(page, blank, code),
                ]
            )
    if rows:
        yield from table(["文书", "用在哪一步", "谁批准", "空白文书"], rows)
    packets = packets_of(page.meta.texts("templates"), handbook)
    if packets:
        links = "、".join(link(page, packet.src, packet.name) for packet in packets)
        yield from ("", f"几份一起填，相同的内容只填一次：{links}。")


def _neighbours(page: Page, handbook: Handbook) -> Iterator[str]:
    for label, key in (("上一步", "previous"), ("下一步", "next")):
        pages = [handbook.procedures[code] for code in page.meta.texts(key) if code in handbook.procedures]
        if pages:
            links = "、".join(link(page, other.src, f"{other.title}（{other.code}）") for other in pages)
            yield f"- **{label}**：{links}"
