"""附件里留着作者、单位、修订、批注、备注、看不见的文字或者拍摄地点。

为什么：这些平时看不见，下载的人却能看到谁写的、改过什么、在哪里拍的。
错误：直接把办公室里改过几轮的 .docx 放进来；用黑色突出显示“涂掉”字；白底白字、隐藏的行列；手机拍的照片带着定位、打码以前的缩略图；图片里夹着画图软件的原稿。
正确：接受全部修订，删去批注、备注和文档属性再另存，不该给人看的字真的删掉；照片用“画图”另存为 PNG。
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
