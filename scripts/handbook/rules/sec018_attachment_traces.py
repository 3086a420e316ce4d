"""附件里留着作者、单位、修订、批注、隐藏文字或者拍摄地点。

为什么：这些平时看不见，下载的人却能看到谁写的、改过什么、在哪里拍的。
错误：直接把办公室里改过几轮的 .docx 放进来；手机拍的照片带着定位。
正确：接受全部修订，删去批注和文档属性再另存；照片用“画图”另存一次。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("SEC018", "attachment-traces")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "attachment-traces")
