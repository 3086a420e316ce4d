"""认不出是哪一份文书。

为什么：文书里带着文书编号，程序按编号找要求；没有编号，就不知道该填什么。
错误：自己新建一个 Word 文件照着打字，或者把内容粘贴到别的文件里。
正确：从网站下载空白文书，在里面填。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.documents.filled import Filled
from handbook.documents.registry import check


@check("DOC002", "unknown-template")
def probe(documents: tuple[Filled, ...]) -> Iterator[Finding]:
    """A finding for each document whose code is missing or unknown."""
    for document in documents:
        if not document.fault and document.template is None:
            message = f"没有编号为“{document.code}”的文书" if document.code else "里面没有文书编号，认不出是哪一份文书"
            yield document.finding(None, message, "从手册网站下载空白文书，在里面填")
