"""页面或者附件里有密级标志，或者“内部资料”加“注意保存”“不得外传”这类字样。

为什么：有这些标志的材料不能放到这个网站上；单说“国家秘密”“机密”这些词不算。
错误：附件第一页印着密级和五角星；一行里只写一个密级；“密级：”后面、下一行或者“密级”这一列、这一格旁边写着密级。
讲三种密级各是什么的表不算：“密级”在第一列，每种只写一次。
正确：讲保密要求时用自己的话说，不要把带标志的文件放进来。已经放进来的，马上停，按“出了泄密怎么办”处理。
确实可以公开的，经审核登记到 `.handbook/exceptions.yml`（见 SEC008）。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.confidential import report
from handbook.rules.registry import rule


@rule("SEC005", "secrecy-mark")
def check(handbook: Handbook) -> Iterator[Finding]:
    return report(handbook, "SEC005")
