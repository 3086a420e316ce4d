"""文件打不开，或者不是能检查的 Word 文书。

为什么：旧的 .doc、加了密码的、损坏的文件读不出填了什么；里面有 DTD 或者大得反常的文件可能有害，程序不读。
错误：交来的是 .doc，或者把别的文件改名成 .docx。
正确：在 Word 或者 WPS 里打开，另存为 .docx，不加密码。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.documents.filled import Filled
from handbook.documents.registry import check


@check("DOC001", "unreadable-file")
def probe(documents: tuple[Filled, ...]) -> Iterator[Finding]:
    """A finding for each file that could not be read."""
    for document in documents:
        if document.fault:
            yield document.finding(None, f"文件{document.fault}", "另存为不加密码的 .docx，打不开的请对方重发")
