"""docs 文件夹里放了网页、脚本、样式这类会在浏览器里运行的文件，或者带脚本的图片（svg）。

为什么：docs 里的文件原样放到网站上；`.html`、`.js`、带脚本的 `.svg` 在读者的浏览器里和网站自己的程序一样有权，还绕过了页面的检查。
错误：docs/tool.html；docs/assets/x.js；里面写着 `<script>`、`onload`，或者引用别的文件（`<use href="b.svg#a"/>`）的 docs/a.svg。
正确：页面写成 `.md`；图片用 `.png`，或者只有图形的 `.svg`；网站的程序放在 overrides 文件夹，由维护人员审核。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("SEC015", "web-file")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "web-file")
