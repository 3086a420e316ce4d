"""front matter 里有这种页面没有的键。

为什么：多半是键名打错了，写的内容不起作用，自己却不知道。
错误：`sumary: 收到举报后怎样登记`。
正确：`summary: 收到举报后怎样登记`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.pages import typed
from handbook.rules.registry import rule


@rule("PAG011", "unknown-key")
def check(handbook: Handbook) -> Iterator[Finding]:
    for page, schema in typed(handbook):
        for key, _ in page.meta:
            if key.text not in schema.keys:
                likely = schema.likely(key.text)
                hint = f"是不是“{likely}”？" if likely else f"可以写 {'、'.join(schema.keys)}"
                yield Finding(key.span, f"{page.kind} 页面没有“{key.text}”这个键", hint)
