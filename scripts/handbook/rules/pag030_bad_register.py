"""总表里有一条写得不对：时限总表、放假安排、字段字典、成套文书、版本登记。

为什么：页面上的时限表、在线填写的表单、文书的检查都从总表来，总表缺一项，读者就看不到，程序也查不出。
错误：`T-04:` 下面只写了期限，没有写起算和依据；`P-01:` 没有写名称；术语的简称写成 `[初核、初查]`，两个词成了一个；哪一项里写了 `<b>` 这样的网页标签。
正确：docs/reference/deadlines.yml 每条写 事项、期限、起算、延长、依据（能算到期日的还有 数量、单位），编号像 `T-04`；docs/templates/fields.yml 写
`字段名: {类型: 文字}`；packets.yml 每套写 名称、用在、文书，编号像 `P-01`；versions.yml 写 `XF-W01: {1: 字段指纹}`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("PAG030", "bad-register")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "register")
