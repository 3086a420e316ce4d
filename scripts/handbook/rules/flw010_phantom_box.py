"""只有编号、没有文字的框，多半是编号写错了。

为什么：箭头上写错一个编号，Mermaid 不报错，而是悄悄多画一个框。
错误：`s4 --> s55`（本来要写 s5）。
正确：`s4 --> s5`。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.flow import flows
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("FLW010", "phantom-box")
def check(handbook: Handbook) -> Iterator[Finding]:
    """Report boxes that most likely exist because an id is mistyped."""
    for _, flow in flows(handbook):
        for name, meant in flow.phantoms.items():
            hint = f"是不是“{meant}”？" if meant else f'写上文字，例如“{name}["办什么"]”'
            yield Finding(flow.chart.nodes[name].span, f"框“{name}”没有文字，编号可能写错了", hint)
