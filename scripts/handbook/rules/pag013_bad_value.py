"""front matter 里一个键的值写法不对：不是日期、不是编号、该写列表的写成了文字、空着没写。

为什么：写法不对的值程序用不上，页面上就会少一张表、少一个链接，或者网站建不起来。
错误：`reviewed: 2026年1月`；`review_in: 一年`；`deadlines: [T4]`；`title: [受理]`；`hide: toc`。
正确：`reviewed: 2026-01-31`；`review_in: 1年`；`deadlines: [T-04]`；`title: 受理`；`hide: [toc]`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.kinds import schemas
from handbook.kinds.base import MKDOCS
from handbook.model.handbook import Handbook
from handbook.model.value import Scalar
from handbook.rules.registry import rule


@rule("PAG013", "bad-value")
def check(handbook: Handbook) -> Iterator[Finding]:
    known = schemas()
    for page in handbook.authored:
        schema = known.get(page.kind)
        keys = schema.keys if schema else {key.name: key for key in MKDOCS}
        for name, value in page.meta:
            key = keys.get(name.text)
            is_empty = isinstance(value, Scalar) and not value.text
            if key and not (is_empty and schema is None):
                yield from key.check(name.text, value)
