"""固定的文字改了，或者少了一段。

为什么：文书的固定措辞是按规定写的，改动、删去可能使文书没有效力；常见的是删掉了告知的话。
错误：把“请严格做好保密工作”一段删去。
正确：固定文字不动，只在填写框里填；确实要改措辞的，改模板。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.documents.filled import Filled, of_known
from handbook.documents.registry import check

_SHOWN = 5
_LONGEST = 30
_FIELD = re.compile(r"\{\{.*?\}\}")


@check("DOC012", "changed-wording", Severity.WARNING)
def probe(documents: tuple[Filled, ...]) -> Iterator[Finding]:
    """A finding for each line of the blank document that is not in this one any more, the first few of them."""
    for document, _ in of_known(documents):
        written = set(document.content.wording)
        lost = [line for line in document.blank if line not in written and _FIELD.sub("", line)]
        for line in lost[:_SHOWN]:
            short = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}……"
            yield document.finding(None, f"固定文字“{short}”改了或者不见了", "对照空白文书改回去")
        if len(lost) > _SHOWN:
            yield document.finding(None, f"还有 {len(lost) - _SHOWN} 处固定文字改了", "下载空白文书重新填")
