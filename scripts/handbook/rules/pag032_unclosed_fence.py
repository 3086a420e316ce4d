"""代码块或者流程图没有结束的一行。

为什么：从这里到页面末尾都会变成代码，链接和标题全都失效。
错误：`` ```mermaid `` 下面画了图，却没有单独一行的 `` ``` ``。
正确：图的下面单独写一行 `` ``` ``。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("PAG032", "unclosed-fence")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "unclosed-fence")
