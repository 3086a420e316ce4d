"""流程图的源码里有网页标签、运行代码的 click、改设置的指令或者别处的图片。

为什么：图在读者的浏览器里画的时候，这些内容会变成网页代码执行，或者向别的网站要东西。
错误：`a["<img …>"]`；`click a call f()`；`%%{init: …}%%`；图的开头写 `config:`。
正确：框里只写文字，换行用 `<br>`；要链接时写 `click a "../petitions/receive.md"`；颜色和样式由网站统一定。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Finding, Span
from handbook.model.flowchart import Flowchart
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule

_LINES: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"(?:<|&lt;?|&#0*60;?|&#x0*3c;?|#lt;|#60;)(?!br\s*/?\s*(?:>|&gt;|#gt;))\s*[/!?a-z]", re.IGNORECASE),
     "图里不能写网页标签", "只写文字，换行用 <br>，小于号写全角“＜”"),
    (re.compile(r"%%\s*\{"), "图里不能写改设置的指令", "删去“%%{…}%%”这一行"),
    (re.compile(r"^\s*click\s+\S+\s+(?!href\b|\"|')", re.IGNORECASE), "“click”不能运行代码",
     "要链接时写“click 框 \"页面.md\"”"),
    (re.compile(r"^\s*(?:links?|properties|details|callback)\s+\S.*[:@{]", re.IGNORECASE), "图里不能写这种链接或者属性",
     "删去这一行"),
    (re.compile(r"\bhref\s*:|\bimg\s*:|\burl\s*\(|(?:java|vb)script\s*:|\bdata\s*:\s*\w+/", re.IGNORECASE),
     "图里不能引用别处的图片、地址或者代码", "删去它，框里只写文字"),
)  # fmt: skip
_SETTINGS = re.compile(r"^\s*(?!title\b|accTitle\b|accDescr\b)[\w-]+\s*:", re.IGNORECASE)


@rule("SEC014", "unsafe-diagram")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page in handbook.authored:
        for chart in page.flowcharts:
            yield from _chart(chart)


def _chart(chart: Flowchart) -> Iterator[Finding]:
    opened = settings = False
    clicks = {click.span.line for click in chart.clicks}  # LNK011 looks at their addresses
    for number, line in enumerate(chart.source.split("\n"), chart.first_line):
        span = Span(chart.span.path, number, chart.span.column)
        if line.strip() == "---" and (settings or not opened):
            settings, opened = not settings, True
            continue
        opened = opened or bool(line.strip())
        if settings and _SETTINGS.match(line):
            yield Finding(span, "图的开头不能写设置", "只留 title，其余删去")
        for pattern, message, hint in _LINES:
            if number not in clicks and pattern.search(line):
                yield Finding(span, message, hint)
                break
