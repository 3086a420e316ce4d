"""链接指向的页面不存在。

为什么：读者办到一半，点下去是“找不到页面”。
错误：`[受理](shuoli.md)`（没有 shuoli.md 这一页）。
正确：`[受理](shouli.md)`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.model.resolution import Outcome
from handbook.rules.links import broken
from handbook.rules.registry import rule


@rule("LNK001", "dead-link")
def check(handbook: Handbook) -> Iterator[Finding]:
    for link, found in broken(handbook, Outcome.NO_PAGE):
        hint = f"是不是“{found.suggestion}”" if found.suggestion else "改成已有页面的相对路径，或者先新建这一页"
        yield Finding(link.span, f"链接的页面“{link.target}”不存在", hint, link.target)
    for link, found in broken(handbook, Outcome.FOLDER):
        hint = f"写到文件：“{found.suggestion}”"
        yield Finding(link.span, f"链接“{link.target}”指向文件夹，离线打开时到不了页面", hint, link.target)
    for link, found in broken(handbook, Outcome.SOURCE_IN_HTML):
        hint = f"改用 Markdown 链接，或者写建成后的地址“{found.suggestion}”"
        message = f"HTML 标签里的“{link.target}”是源文件名，建成的网站里没有这个地址"
        yield Finding(link.span, message, hint, link.target)
