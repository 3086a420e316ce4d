"""引用片段的路径指到了项目文件夹外面，或者是网址。

为什么：外面的文件可能不该公开，别的电脑上也没有这个文件。
错误：`--8<-- "../../etc/hosts"`；`--8<-- "https://…"`。
正确：把片段放进项目里的文件夹再引用，或者直接写在页面里。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("PAG031", "snippet-outside")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "snippet")
