"""文书不是现在的版本。

为什么：文书改过版，旧版可能缺了必填的字段，或者措辞已经改了。
错误：用去年下载存在电脑里的空白文书填。
正确：每次从网站下载空白文书；或者在网页上重新填。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.documents.filled import Filled
from handbook.documents.registry import check


@check("DOC003", "old-version")
def probe(documents: tuple[Filled, ...]) -> Iterator[Finding]:
    """A finding for each document of another version than that of today."""
    for document in documents:
        template = document.template
        if template is None or document.is_current:
            continue
        hint = f"下载第{template.version}版重新填"
        if document.version.isdigit() and template.version.isdigit() and int(document.version) < int(template.version):
            message = f"{template.code} 是旧的第{document.version}版，现在是第{template.version}版"
            yield document.finding(None, message, hint)
        elif document.version == template.version:
            message = f"{template.code} 第{document.version}版的字段和现在的不一样"
            yield document.finding(None, message, hint)
        else:
            yield document.finding(None, f"{template.code} 没有第{document.version}版", hint)
