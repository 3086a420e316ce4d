"""附件打不开、不完整、太大，或者扩展名和内容不符。

为什么：读者下载了打不开；内容和扩展名不符的文件常常藏着别的东西。
错误：把 .docx 直接改名成 .pdf、.zip；没有传完的图片；后面接着别的内容的图片（动态照片）；.heic、.psd 这类文件；超过 20 MB 的文件；复杂得几秒钟读不完的 PDF。
正确：重新导出，打开看一遍再放进来；大文件压缩图片或者拆开。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("SEC017", "broken-attachment")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "attachment-broken")
