"""标点用错，图能画出来，但不是想要的样子。

为什么：分号会把一句切成两句，多出一个框；全角引号会原样显示在框里；全角字母的编号是另一个框。
错误：`s1["登记"] --> s2; s3`，`s2[“登记”]`。
正确：一句一行，`s1["登记"] --> s2["移交"]`。
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule

_QUOTED = re.compile("[“”＂][^“”＂]*[“”＂]")


@rule("FLW015", "stray-punctuation")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report boxes made by semicolons, full-width quotes around words, and full-width letters in ids."""
    for page, flow in flows(handbook):
        for node in flow.chart.nodes.values():
            if node.id in flow.strays:
                yield Finding(node.span, f"分号后面的“{node.id}”成了一个单独的框", "删去分号，每一句另起一行")
            if any("\uff01" <= letter <= "\uff5e" for letter in node.id):
                half = unicodedata.normalize("NFKC", node.id)
                yield Finding(node.span, f"编号“{node.id}”里有全角字符，是另一个框", f"改成半角的“{half}”")
            for words in node.words:
                before = page.lines[words.span.line - 1][: words.span.column - 1]
                if _QUOTED.fullmatch(words.text) and not before.endswith('"'):
                    message = f"全角引号会原样显示在框里：“{words.text[1:-1]}”"
                    yield Finding(words.span, message, '括住文字要用半角双引号 "')
