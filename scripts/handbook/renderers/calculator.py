"""The page on which the last day of a time limit is reckoned: the form, its facts, and the limits as a table."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape as html
from typing import Any

from handbook.model.deadline import Deadline, Extension, Limit, Unit
from handbook.model.handbook import Handbook
from handbook.model.holidays import HolidayYear
from handbook.model.page import Page
from handbook.renderers.form import data_block
from handbook.renderers.listing import inserted
from handbook.renderers.markdown import escape, link, table

_OFF = "在这里算到期日要打开脚本。没有脚本时，按“怎么数”数，期限和起算见下面的表。"
_PROMISE = "填的只在这个网页里算，不上传、不保存，关了就没有了。"
_LABEL_HINT = f"例如收件编号，会写进日历和期限单。不写姓名和案情。{_PROMISE}"
_OTHER = "其他"


def compose(page: Page, handbook: Handbook) -> str:
    """The Markdown of the page: the form above the first section of the author's words, the table at the end."""
    words = inserted(page, [_form(handbook)])
    return "\n".join([words, "", *_tables(page, handbook)])


def _form(handbook: Handbook) -> str:
    """The form as HTML on one line, which Markdown leaves alone; without scripts it only says what they are for."""
    facts = {
        "limits": [_facts(row, limit) for row in handbook.deadlines.values() for limit in row.limits],
        "years": [_year(year) for _, year in sorted(handbook.holidays.items())],
    }
    fields = "".join((_choice(handbook), _start(), _extension(), _label()))
    button = '<button type="submit" class="md-button md-button--primary">算出最后一天</button>'
    result = '<div class="hb-clock__result" role="region" aria-label="算出的结果" tabindex="-1" hidden></div>'
    form = f'<form class="hb-clock__form" aria-label="算到期日" autocomplete="off" novalidate hidden>{fields}{button}</form>'
    return (
        '<div class="hb-clock" data-module="hb-clock" data-search-exclude translate="no">'
        f'<p class="hb-clock__off">{_OFF}</p>{form}{result}{data_block(facts)}</div>'
    )


def _facts(deadline: Deadline, limit: Limit) -> dict[str, Any]:
    """What the script has to know of a limit; what says nothing is left out."""
    facts: dict[str, Any] = {
        "id": deadline.id,
        "anchor": limit.anchor,
        "subject": deadline.subject,
        "name": limit.name,
        "words": limit.words,
        "unit": limit.unit.value,
        "amount": limit.length.amount if limit.length else 0,
        "start": limit.start,
        "extension": limit.extension,
        "approver": limit.approver,
        "longest": _longest(limit.longest) if limit.longest else None,
        "rolls": limit.rolls,
        "rollsBy": limit.rolls_by,
        "basis": limit.basis,
        "note": deadline.note,
    }
    return {name: fact for name, fact in facts.items() if fact}


def _longest(extension: Extension) -> dict[str, Any]:
    return {"amount": extension.length.amount, "unit": extension.length.unit.value, "total": extension.total}


def _year(year: HolidayYear) -> dict[str, Any]:
    off = [[holiday.name, str(holiday.first), str(holiday.last)] for holiday in year.holidays]
    return {"year": year.year, "off": off, "on": [str(day) for day in year.workdays]}


def _choice(handbook: Handbook) -> str:
    """The list of limits, grouped by the area that uses them."""
    groups: dict[str, list[str]] = {area: [] for area in (*(area.title for area in handbook.areas), _OTHER)}
    for deadline in handbook.deadlines.values():
        for limit in deadline.limits:
            if limit.length:
                groups[_area(deadline, handbook)].append(_option(deadline, limit))
    grouped = (f'<optgroup label="{html(area)}">{"".join(o)}</optgroup>' for area, o in groups.items() if o)
    options = f'<option value="">请选择</option>{"".join(grouped)}'
    return _field("limit", "哪一个期限", f'<select class="hb-fill__input" id="hb-clock-limit">{options}</select>')


def _area(deadline: Deadline, handbook: Handbook) -> str:
    """The area of the first procedure that names a limit."""
    codes = [p.meta.text("area") for p in handbook.procedures.values() if deadline.id in p.meta.texts("deadlines")]
    return next((area.title for area in handbook.areas if area.meta.text("area") in codes), _OTHER)


def _option(deadline: Deadline, limit: Limit) -> str:
    name = f"{deadline.subject}：{limit.name}" if limit.name else deadline.subject
    return f'<option value="{limit.anchor}">{html(f"{deadline.id} {name}（{limit.words}）")}</option>'


def _start() -> str:
    marks = 'class="hb-fill__input" aria-describedby="hb-clock-start-hint hb-clock-start-error"'
    date = f'<input type="date" id="hb-clock-start" min="2004-01-01" max="2099-12-31" {marks}>'
    today = '<button type="button" class="md-button hb-fill__button" data-action="today">今天</button>'
    time = '<span class="hb-clock__time" hidden><label for="hb-clock-time">几点几分</label><input type="time" id="hb-clock-time" class="hb-fill__input"></span>'
    return _field("start", "从哪一天起算", f'<span class="hb-clock__row">{date}{time}{today}</span>')


def _extension() -> str:
    box = '<label class="hb-fill__choice"><input type="checkbox" id="hb-clock-extended">已经批准延长</label>'
    marks = 'class="hb-fill__input" aria-describedby="hb-clock-more-hint hb-clock-more-error"'
    amount = f'<input type="number" id="hb-clock-more" min="1" step="1" inputmode="numeric" {marks}>'
    error = '<p class="hb-fill__error" id="hb-clock-more-error" hidden></p>'
    more = f'<span class="hb-clock__row hb-clock__more" hidden><label for="hb-clock-more">延长</label>{amount}<span class="hb-clock__unit"></span></span>'
    return (
        '<fieldset class="hb-clock__field hb-clock__extension" hidden><legend class="hb-fill__label">延长</legend>'
        f'<p class="hb-fill__hint" id="hb-clock-more-hint"></p>{box}{error}{more}</fieldset>'
    )


def _label() -> str:
    marks = 'class="hb-fill__input" aria-describedby="hb-clock-label-hint" maxlength="30" spellcheck="false"'
    return _field("label", "记号（可以不填）", f'<input type="text" id="hb-clock-label" {marks}>', _LABEL_HINT)


def _field(name: str, label: str, control: str, hint: str = "") -> str:
    ident = f"hb-clock-{name}"
    told = f'<p class="hb-fill__hint" id="{ident}-hint">{html(hint)}</p>'
    error = f'<p class="hb-fill__error" id="{ident}-error" hidden></p>'
    head = f'<label class="hb-fill__label" for="{ident}">{label}</label>'
    return f'<div class="hb-clock__field">{head}{told}{error}{control}</div>'


def _tables(page: Page, handbook: Handbook) -> Iterator[str]:
    """What can be reckoned, and what cannot and why; the rows carry the anchors that lead to the form."""
    every = [(deadline, limit) for deadline in handbook.deadlines.values() for limit in deadline.limits]
    register = handbook.first_of_kind.get("deadlines")
    if register and every:
        yield from ("## 能算的期限 {#limits}", "")
        yield f"点编号看全部内容，也可以直接看{link(page, register.src, register.title)}。"
        yield ""
    counted = (_counted(deadline, limit) for deadline, limit in every if limit.length)
    yield from table(("编号", "事项", "期限", "从何时起", "遇休假日"), counted)
    uncounted = [deadline for deadline, limit in every if not limit.length]
    if uncounted:
        yield from ("", "## 算不出到期日的 {#open}", "", "下面这些没有能数的天数：", "")
        yield from table(("编号", "事项", "怎么规定的"), map(_uncounted, uncounted))


def _counted(deadline: Deadline, limit: Limit) -> list[str]:
    name = f"{deadline.subject}：{limit.name}" if limit.name else deadline.subject
    rolls = "顺延" if limit.rolls else "不顺延"
    is_first_part = bool(limit.name) and limit is deadline.limits[0]
    whole = f'<span id="{deadline.anchor}"></span>' if is_first_part else ""
    return [
        f"{whole}{deadline.id} {{: #{limit.anchor} }}",
        escape(name),
        f"**{escape(limit.words)}**",
        escape(limit.start),
        "—" if limit.unit in (Unit.HOUR, Unit.WORKDAY) else rolls,
    ]


def _uncounted(deadline: Deadline) -> list[str]:
    note = f"<br><small>{escape(deadline.note)}</small>" if deadline.note else ""
    return [f"{deadline.id} {{: #{deadline.anchor} }}", escape(deadline.subject), f"{escape(deadline.limit)}{note}"]
