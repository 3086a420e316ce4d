"""标题、列表、表格、链接、图片的记号打错了，或者列表、表格上面少一个空行，网页上就成了一串符号。

为什么：程序只认英文的 `#`、`|`、`[ ]( )`、`!`、`{ }`；列表和表格紧跟在一段话下面，会和那段话连成一行。
错误：`＃＃ 红线`；`｜ 事情 ｜ 谁办 ｜`；`[受理]（receive.md）`；从 Word 粘贴来的 `• 先登记`；“核实三件事：”下面一行就写 `- 是不是本人`。
正确：切换到英文输入法再打记号；列表、表格上面空一行；圆点换成 `- `。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("PAG039", "mistyped-mark")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report the marks of pages; documents have a syntax of their own, and rules for it (TPL003, FLD007)."""
    documents = {page.path for page in handbook.authored if page.kind == "template"}
    return (finding for finding in faults(handbook, "mistyped-mark") if finding.span.path not in documents)
