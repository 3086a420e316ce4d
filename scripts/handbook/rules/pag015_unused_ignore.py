"""忽略问题的注释没有写理由，或者本页根本没有它要忽略的问题。

为什么：没有理由，别人不知道该不该留；留着没用的注释，以后真出了问题也不会报。
错误：`<!-- handbook: ignore LNK001 -->`。
正确：`<!-- handbook: ignore LNK001 这一页随二期内容上线 -->`，问题改好以后删去注释。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Diagnostic, Finding
from handbook.model.handbook import Handbook
from handbook.rules.registry import all_rules, is_silenceable, review


@review("PAG015", "unused-ignore")
def check(handbook: Handbook, found: tuple[Diagnostic, ...]) -> Iterator[Finding]:
    hits = {(diagnostic.span.path, diagnostic.code) for diagnostic in found}
    silenceable = {rule.code for rule in all_rules() if rule.check and is_silenceable(rule.code)}
    for ignore in handbook.ignores:
        if ignore.code not in silenceable:
            yield Finding(ignore.span, f"没有可以忽略的编号“{ignore.code}”", "用 handbook explain 查编号")
        elif not ignore.reason:
            yield Finding(ignore.span, f"忽略 {ignore.code} 的注释没有写理由", "在编号后面写明为什么可以忽略")
        elif (ignore.span.path, ignore.code) not in hits:
            yield Finding(ignore.span, f"忽略 {ignore.code} 的注释没有用处：本页没有这个问题", "删去这条注释")
