"""What is written and what is missing: every procedure and every document template, counted from the model."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.kinds.dates import read_date, read_duration
from handbook.model.flowchart import Flowchart
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.model.template import Template
from handbook.renderers.listing import inserted
from handbook.renderers.markdown import escape, link, table
from handbook.renderers.pending import unconfirmed

_NONE = "**缺**"  # what a page should have and has not
_FEWEST_TASKS = 3
_HEAD = ("流程", "步骤", "框", "判断", "文书", "时限", "引用", "术语", "任务", "上次核对", "下次核对", "缺什么")


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a procedure holds.

    Attributes:
        page: the procedure.
        boxes, decisions: of its flowcharts.
        citations: the provisions that it cites, each place counted.
        terms: how many terms of the glossary it uses.
        due: the day by which it is to be reviewed again, or None.
        gaps: what is missing, in words.
    """

    page: Page
    boxes: int
    decisions: int
    citations: int
    terms: int
    due: dt.date | None
    gaps: tuple[str, ...]


def compose(page: Page, handbook: Handbook) -> str:
    """The Markdown of the page: above the author's first section the totals, the procedures and the documents."""
    rows = {code: coverage(procedure, handbook) for code, procedure in handbook.procedures.items()}
    lines = ["## 合计", "", *table(("内容", "数量"), _totals(handbook, tuple(rows.values()))), ""]
    for area in handbook.areas:
        found = [rows[procedure.code] for procedure in handbook.procedures_of(area.meta.text("area"))]
        lines += [f"## {escape(area.title)}：流程", "", *table(_HEAD, (_row(page, row) for row in found)), ""]
    for area in handbook.areas:
        templates = handbook.templates_of(area.meta.text("area"))
        head = ("文书", "字段", "版本", "用它的流程", "缺什么")
        rows_of = (_template(page, template, handbook) for template in templates)
        lines += [f"## {escape(area.title)}：文书", "", *table(head, rows_of), ""]
    return inserted(page, [*lines, *_limits(page, handbook)])


def coverage(page: Page, handbook: Handbook) -> Coverage:
    """What a procedure holds, and what it lacks."""
    graphs = [chart for chart in page.flowcharts if chart.is_graph]
    boxes, decisions = sum(len(chart.nodes) for chart in graphs), sum(map(_decisions, graphs))
    words = "\n".join(page.lines[page.body_line - 1 :])
    terms = sum(any(name in words for name in term.names) for term in handbook.glossary.values())
    citations = sum(len(citation.cited) for citation in page.citations)
    reviewed, period = read_date(page.meta.text("reviewed")), read_duration(page.meta.text("review_in"))
    due = period.after(reviewed) if reviewed and period else None
    basis = bool(citations) or not handbook.statutes
    gaps = (*_gaps(page, boxes, decisions, basis=basis), *_steps_without_basis(page), *_unplaced(page, handbook))
    return Coverage(page, boxes, decisions, citations, terms, due, gaps)


def _decisions(chart: Flowchart) -> int:
    return sum(len(chart.outgoing(node)) > 1 for node in chart.nodes)


def _gaps(page: Page, boxes: int, decisions: int, *, basis: bool) -> Iterator[str]:
    if not page.steps:
        yield "步骤"
    if not boxes:
        yield "流程图"
    elif not decisions:
        yield "图上的判断"
    if not basis:
        yield "依据"
    if len(page.tasks) < _FEWEST_TASKS:
        yield f"任务（少于{_FEWEST_TASKS}条）"


def _steps_without_basis(page: Page) -> Iterator[str]:
    steps = [step.id.removeprefix("s") for step in page.steps if not step.fact("依据")]
    if steps:
        yield f"第{'、'.join(steps)}步的依据"


def _unplaced(page: Page, handbook: Handbook) -> Iterator[str]:
    """The documents that the page names and that no step of it tells when to use."""
    steps = "\n".join(step.text for step in page.steps)
    for code in page.meta.texts("templates"):
        template = handbook.template_page(code)
        if template is None:
            yield f"文书{code}"
        elif posixpath.basename(template.src) not in steps:
            yield f"{code}用在哪一步"


def _row(page: Page, row: Coverage) -> list[str]:
    meta = row.page.meta
    counts = (len(row.page.steps), row.boxes, row.decisions)
    return [
        link(page, row.page.src, f"{row.page.code} {row.page.title}"),
        *(str(count) if count else _NONE for count in counts),
        str(len(meta.texts("templates"))),
        str(len(meta.texts("deadlines"))),
        _NONE if "依据" in row.gaps else str(row.citations),
        str(row.terms),
        str(len(row.page.tasks)) if row.page.tasks else _NONE,
        escape(meta.text("reviewed")) or _NONE,
        row.due.isoformat() if row.due else _NONE,
        "；".join(map(escape, row.gaps)) or "—",
    ]


def _template(page: Page, template: Template, handbook: Handbook) -> list[str]:
    users = [handbook.procedures[code] for code in handbook.uses.get(template.code, ())]
    source = handbook.pages[template.src]
    return [
        link(page, template.src, f"{template.code} {source.title}"),
        str(len(template.fields)),
        escape(source.meta.text("version")),
        "、".join(link(page, user.src, user.code) for user in users) or _NONE,
        "—" if users else "没有流程用它",
    ]


def _totals(handbook: Handbook, rows: tuple[Coverage, ...]) -> Iterator[list[str]]:
    templates = handbook.templates.values()
    unused = sum(template.code not in handbook.uses for template in templates)
    yield ["流程", f"{len(rows)}个，{sum(len(row.page.steps) for row in rows)}步"]
    yield ["流程图", f"{sum(row.boxes for row in rows)}个框，其中{sum(row.decisions for row in rows)}个判断"]
    yield ["文书", f"{len(handbook.templates)}份，{sum(len(template.fields) for template in templates)}个字段"]
    yield ["没有流程用的文书", f"{unused}份"]
    yield ["任务卡片", f"{sum(len(row.page.tasks) for row in rows)}件事"]
    yield ["应急卡", f"{len(handbook.of_kind('card'))}张"]
    yield ["时限", f"{len(handbook.deadlines)}条"]
    yield ["权限", f"{len(handbook.authority)}条"]
    yield ["术语", f"{len(handbook.glossary)}个"]
    cited = sum(len(citation.cited) for page in handbook.authored for citation in page.citations)
    yield ["法规", f"{len(handbook.statutes)}个文本，全书引用{cited}处"]
    yield ["待核", f"{sum(1 for _ in unconfirmed(handbook))}处"]
    yield ["还缺东西的流程", f"{sum(bool(row.gaps) for row in rows)}个"]


def _limits(page: Page, handbook: Handbook) -> Iterator[str]:
    """The time limits by the procedures that name them; one that none names is seen to be missing."""
    if not handbook.deadlines:
        return
    yield from ("## 时限用在哪里", "")
    rows = []
    for code, deadline in handbook.deadlines.items():
        users = [user for user in handbook.procedures.values() if code in user.meta.texts("deadlines")]
        names = "、".join(link(page, user.src, user.code) for user in users)
        rows.append([f"{code} {escape(deadline.subject)}", names or _NONE])
    yield from (*table(("时限", "用它的流程"), rows), "")
