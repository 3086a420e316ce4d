"""The fictitious case for readers: its index with time line and contents, and a page for each document."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.fields import type_of
from handbook.fields.date import TYPE as DATE
from handbook.fields.logic import sample
from handbook.model.authority import Matter
from handbook.model.casefile import ARCHIVE, Approval, CaseDocument, CaseFile, Mistake
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.renderers.case_limits import limit_table, unused_table
from handbook.renderers.listing import inserted
from handbook.renderers.markdown import boxed, escape, link, table
from handbook.renderers.sheet import sheet


def compose_index(page: Page, handbook: Handbook) -> str:
    """The Markdown of the page that leads through the case, above the first section of the author's words."""
    case = handbook.casefile
    if case is None or not handbook.case_documents:
        return inserted(page, [])
    lines = [
        link(page, ARCHIVE, f"下载整卷（{len(handbook.case_documents)}份）") + "{ .md-button .md-button--primary }",
        "",
        "## 案情",
        "",
        *(line for text in case.story for line in (escape(text), "")),
        "## 时间线",
        "",
        *_time_line(page, case),
        "## 谁批的",
        "",
        *_approvals(page, case, handbook),
        "## 时限是怎么算的",
        "",
        *boxed("hb-case hb-case--limits", limit_table(page, case.in_time, handbook, named=True)),
        "",
        *unused_table(page, handbook),
        *_calendar(case),
        "## 案卷目录",
        "",
        *_contents(page, case),
    ]
    return inserted(page, lines)


def compose(page: Page, handbook: Handbook) -> str:
    """The Markdown of the page of one document."""
    documents = handbook.case_documents
    place = next(number for number, one in enumerate(documents) if one.id == page.meta.text("document"))
    document = documents[place]
    template = document.template
    index = handbook.first_of_kind["casefile"]
    lines = [
        f"# {escape(document.title)}（{document.code.text}）",
        "",
        f"{link(page, index.src, '模拟案卷')}第{place + 1}份，共{len(documents)}份。人和事都是虚构的。",
        "",
        *_buttons(page, document, handbook),
        "",
        "## 为什么现在用这一份",
        "",
        escape(document.why),
        "",
        *_facts(page, document, handbook),
        "",
    ]
    if document.runnings:
        lines += [
            "## 期限",
            "",
            *boxed("hb-case hb-case--limits", limit_table(page, (document,), handbook, named=False)),
            "",
        ]
    lines += ["## 填好的样子", "", sheet(template, filled=True) if template else "", ""]
    if document.mistakes:
        lines += ["## 常见错误", "", *_mistakes(document), ""]
    return "\n".join([*lines, *_neighbours(page, documents, place)])


def _buttons(page: Page, document: CaseDocument, handbook: Handbook) -> Iterator[str]:
    blank = handbook.template_page(document.code.text)
    filled = link(page, document.download, "下载填好的这一份") + "{ .md-button .md-button--primary }"
    yield filled + (" " + link(page, blank.src, "空白文书和填写说明") + "{ .md-button }" if blank else "")


def _facts(page: Page, document: CaseDocument, handbook: Handbook) -> Iterator[str]:
    """Where the document stands in the case: a list of bold lead words."""
    blank = handbook.template_page(document.code.text)
    yield f"- **到哪一步**：{escape(document.stage.text)}，{_step(page, document, handbook)}"
    yield f"- **哪天形成**：{_day(document.day.text)}"
    approvals = "；".join(_approved(one, document, handbook) for one in document.approvals)
    if approvals:
        yield f"- **谁批的**：{approvals}"
    elif blank is not None:
        yield f"- **谁办谁批**：{escape(blank.meta.text('approve'))}"
    if blank is not None:
        yield f"- **签名盖章**：{escape(blank.meta.text('seal'))}"
    yield f"- **订在哪里**：{escape(document.volume.text)}"


def _step(page: Page, document: CaseDocument, handbook: Handbook) -> str:
    code, _, step = document.step.text.partition("#")
    procedure = handbook.procedures.get(code)
    found = next((one for one in procedure.steps if one.id == step), None) if procedure else None
    if procedure is None or found is None:
        return escape(document.step.text)
    words = f"{procedure.title}（{code}）第{found.title.replace('. ', '步 ', 1)}"
    return link(page, f"{procedure.src}#{step}", words)


def _approved(approval: Approval, document: CaseDocument, handbook: Handbook) -> str:
    case = handbook.casefile
    holder = case.offices.get(approval.who.text) if case else None
    person = f"（{escape(holder.text)}）" if holder and holder.text else ""
    day = document.facts.get(approval.day.text)
    return f"{escape(approval.who.text)}{person}" + (f"，{_day(day.text)}" if day else "")


def _mistakes(document: CaseDocument) -> list[str]:
    rows = (
        [
            escape(m.field.text) if m.field else "做法",
            f"✗ {_lines(m.wrong)}",
            f"✓ {_lines(_right(m, document))}",
            escape(m.why),
        ]
        for m in document.mistakes
    )
    return boxed("hb-case hb-mistakes", table(["哪一处", "常见的错", "对的写法", "为什么"], rows))


def _right(mistake: Mistake, document: CaseDocument) -> str:
    """What stands in the document where the mistake is made."""
    template = document.template
    field = template.field(mistake.field.text) if template and mistake.field else None
    if mistake.right or template is None or field is None:
        return mistake.right
    return type_of(field.type).display(sample(template, field)) or "空着"


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.split("\n"))


def _neighbours(page: Page, documents: tuple[CaseDocument, ...], place: int) -> Iterator[str]:
    yield from ("## 前一份、后一份", "")
    if place:
        yield f"- 前一份：{link(page, documents[place - 1].src, documents[place - 1].title)}"
    if place + 1 < len(documents):
        yield f"- 后一份：{link(page, documents[place + 1].src, documents[place + 1].title)}"


def _time_line(page: Page, case: CaseFile) -> Iterator[str]:
    """A list for each stage: the day, the document, why it was needed."""
    for stage in case.stages:
        held = [one for one in case.in_time if one.stage.text == stage]
        if held:
            yield from (f"### {escape(stage)}", "")
            items = (
                f"1. **{_day(one.day.text)}** {link(page, one.src, one.title)}<br>{escape(one.why)}" for one in held
            )
            yield from boxed("hb-timeline", items)
            yield ""


def _approvals(page: Page, case: CaseFile, handbook: Handbook) -> Iterator[str]:
    """What had to be approved, who may, and who did; the rows of the register of authority."""
    rows = [
        [
            link(page, one.src, one.title),
            escape(matter.words or matter.subject),
            "<br>".join(_approved(approval, one, handbook) for approval in one.approvals),
            escape(matter.basis),
        ]
        for one in case.in_time
        for matter in matters(one, handbook)
    ]
    yield from boxed("hb-case hb-case--approvals", table(["文书", "权限表怎么写", "本案谁批", "依据"], rows))
    yield ""


def matters(document: CaseDocument, handbook: Handbook) -> list[Matter]:
    """The rows of the register of authority that say who approves a document."""
    own = document.matter.text if document.matter else ""
    return [
        matter
        for matter in handbook.authority.values()
        if matter.id == own or document.code.text in {reference.code for reference in matter.templates}
    ]


def _calendar(case: CaseFile) -> Iterator[str]:
    """The holidays that the case made up, for nobody has announced those of its year."""
    for year, announced in case.calendar.items():
        yield from (f"### 本案的{year}年放假安排（虚构）", "", f"{escape(announced.source)}，只给本案数工作日用。", "")
        days = ([escape(one.name), f"{_day(str(one.first))}至{_day(str(one.last))}"] for one in announced.holidays)
        yield from table(["放假", "哪几天"], days)
        workdays = "、".join(_day(str(day)) for day in announced.workdays)
        yield from ("", f"调休上班的周末：{workdays or '没有'}。", "")


def _contents(page: Page, case: CaseFile) -> Iterator[str]:
    for volume in case.volumes:
        yield from (f"### {escape(volume)}", "")
        rows = (
            [
                str(number),
                link(page, one.src, one.title),
                _day(one.day.text),
                one.code.text,
                f'{link(page, one.download, "下载")}{{: .hb-download aria-label="下载{escape(one.title)}" }}',
            ]
            for number, one in enumerate(case.of_volume(volume), 1)
        )
        yield from boxed("hb-case hb-case--contents", table(["序号", "文书", "日期", "编号", "填好的"], rows))
        yield ""


def _day(text: str) -> str:
    return DATE.display(text)
