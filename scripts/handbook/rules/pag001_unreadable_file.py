"""文件读不出来，或者不该读：太大、是文件夹或管道、是指到 docs 外面的符号链接、没有权限。

为什么：读不出来的页面在网站上是空的；指到外面的链接会把不该公开的文件放到网站上；太大的文件会卡住生成网站的程序。
错误：docs/petitions/visits.md/ 是文件夹；docs/notes.md 是指到 /home 的符号链接；一个页面超过 1 MB，或者一行超过 5000 个字。
正确：docs 里只放普通的文件，文件夹的名字不以 .md 结尾。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("PAG001", "unreadable-file")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "not-a-file", "outside-symlink", "unreadable", "too-large")
