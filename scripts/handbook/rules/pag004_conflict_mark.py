"""文件里留着没解决的合并冲突标记。

为什么：两个人改了同一处，网站会把两版都印出来，读者不知道照哪一版办。
错误：正文里有 `<<<<<<< HEAD`、`=======`、`>>>>>>> main` 三行标记。
正确：商量好留哪一版，删去另一版和三行标记。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("PAG004", "conflict-mark")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "conflict-mark")
