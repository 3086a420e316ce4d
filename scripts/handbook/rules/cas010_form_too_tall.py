"""模拟案卷里填好的审批表，一页印不下。

为什么：审批表签字盖章都在一页上，多出来的一行落到第二页，签名和内容就分开了。
错误：一格里写了十几行，表撑到第二页。
正确：把话写短，只写要紧的；确实多的，另附材料。

程序按每一行的行高、每一格填上的字要几行来估算，和 TPL007 的算法一样。案卷目录一份一行，放不下的接着加页，不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.rules.casefile import documents
from handbook.rules.paper import PAGE, form_height
from handbook.rules.registry import rule


@rule("CAS010", "form-too-tall", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    for document in documents(handbook):
        if document.template is None or document.contents or document.template.layout != "审批表":
            continue
        height = form_height(document.template)
        if height > PAGE:
            message = f"{document.title}填好以后大约要 {height:.0f} 毫米高，一页只有 {PAGE:.0f} 毫米"
            yield Finding(document.span, message, "把话写短")
