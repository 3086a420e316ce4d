"""文书里少了一个填写框。

为什么：填写框被删掉之后，写在那里的字就只是普通文字，程序读不到，汇总时就缺了这一项。
错误：选中整格删除，再直接打字。
正确：点填写框里的字，直接改；已经删掉的，下载空白文书重新填。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.documents.filled import Filled, of_known
from handbook.documents.registry import check


@check("DOC005", "missing-control")
def probe(documents: tuple[Filled, ...]) -> Iterator[Finding]:
    """A finding for each field of the template whose control is gone."""
    for document, template in of_known(documents):
        if not document.is_current:
            continue
        for field in template.fields:
            found = document.content.rows.get(field.name) if field.fields else document.values.get(field.name)
            if not found:
                yield document.finding(None, f"填写框“{field.name}”不见了", "下载空白文书重新填，不要删填写框")
