"""附件里有程序读不出来的字：扫描的 PDF，或者字体没有文字对照表的 PDF。

为什么：身份证号、手机号、密级标志都是照文字查的；扫描的页只是一张图，查不了，看上去没有问题不等于没有问题。
错误：把盖了章的文件扫描成 PDF 直接放进来，谁也没有再看一遍。
正确：用 Word 或者 WPS“导出为 PDF”；只能放扫描件的，由人看一遍有没有涉密内容和个人信息（这一条只提醒，不拦）。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("SEC020", "unread-attachment", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "attachment-unread")
