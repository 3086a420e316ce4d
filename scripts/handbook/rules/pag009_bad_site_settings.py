"""mkdocs.yml 里的设置缺了、写错了，或者 MkDocs 看不懂。

为什么：网站会建不起来，或者目录里少了页面。
错误：`site_nme: 手册`；`use_directory_urls: 不要`；nav 的一项没有写页面；`homepage: javascript:…`。
正确：`site_name: 手册`；`use_directory_urls: false`；`- 受理: petitions/receive.md`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import faults
from handbook.rules.registry import rule


@rule("PAG009", "bad-site-settings")
def check(handbook: Handbook) -> Iterator[Finding]:
    return faults(handbook, "site")
