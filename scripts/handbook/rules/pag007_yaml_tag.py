"""front matter 里有 YAML 标签，例如 `!!python/…`、`!ENV`。

为什么：标签会让程序执行代码或者读取环境变量；页面的设置只需要文字。
错误：`title: !!python/object/apply:os.system [ls]`。
正确：`title: 受理`；文字真的以“!”开头时，用英文引号括起来：`title: "!注意"`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("PAG007", "yaml-tag")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "yaml-tag")
