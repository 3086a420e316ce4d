"""引用效力待核的法规、条次待核的旧文本，没有写明待核。

为什么：这些条文现在还算不算数、在新文本里是第几条，没有核对过；不写明，读者会当成现行规定去引。
错误：`依据：《监察法实施条例2021》第十三条第二款`。
正确：`依据：《监察法实施条例2021》第十三条第二款（2021年文本，2025年修订后条次待核）`；效力待核的写“（效力待核）”。

同一段、表格的同一行里写明就行。哪些法规是这样，看 docs/reference/statutes.yml 的“状态”“被取代”“原文”。
流程图里写不下，不查；文书的正文是要发出去的，也不查。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.citation import Citation
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.model.statute import Status, Statute
from handbook.rules.prose import paragraph
from handbook.rules.registry import rule


@rule("PEN001", "unmarked-edition")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page in handbook.published:
        for citation in page.citations if not page.generated else ():
            statute = handbook.statutes.get(citation.statute)
            remark = _remark(statute, handbook) if statute and citation.cited else ""
            if remark and not _is_left_out(citation, page) and "待核" not in paragraph(page, citation.span.line):
                message = f"“{citation.text}”没有写明待核"
                yield Finding(citation.span, message, f"在后面写上“（{remark}）”")


def _is_left_out(citation: Citation, page: Page) -> bool:
    wording = page.kind == "template" and not citation.place.startswith("meta:")
    return wording or citation.place.startswith("chart:")


def _remark(statute: Statute, handbook: Handbook) -> str:
    """What must stand behind a citation of a statute, or ``""``."""
    if statute.status is Status.UNCONFIRMED:
        return "效力待核"
    newer = handbook.statutes.get(statute.superseded_by)
    if newer is None or newer.seen or statute.renumbered:
        return ""
    return f"{statute.id[-4:]}年文本，{newer.id[-4:]}年修订后条次待核"
