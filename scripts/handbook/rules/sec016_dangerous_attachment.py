"""附件里有宏、程序、脚本，或者打开时会去取别处的内容。

为什么：读者下载以后一点开就会运行，或者悄悄连到别处；旧的 .doc、.xls 和 .rar 里有没有这些，检查不出来。
错误：带宏的 .docm、远程模板、OLE 对象、DDE 域、WEBSERVICE 公式、带脚本的 PDF、指向 `javascript:` 或者本机文件的链接、.exe、.doc。
图片也算：宽高几万点、同时是压缩包、藏着脚本的；图形一层层重复引用的 svg。
正确：用 Word 或者 WPS 另存为 .docx、.xlsx，或者“打印到 PDF”。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("SEC016", "dangerous-attachment")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "attachment-danger")
