"""front matter 或者 .yml 文件不是正确的 YAML。

为什么：读不懂的设置会整段失效，页面的标题、时限和文书都没有了。
错误：`标题：受理` 用了中文冒号；`title:受理` 少了空格；同一个键写两次；`summary: 线索 #3` 的“#3”会被当成注释丢掉；单独的 `=`、`<<`、`.inf`、`2026-02-30`。
正确：`title: 受理`，英文冒号后面空一格；值里有“: ”、以 `*`、`@`、`[` 开头的，整个值用英文引号括起来。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("PAG006", "broken-yaml")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "yaml", "yaml-duplicate-key")
