"""法条: articles of statutes by their short names, 《检举控告规则》第十条第一款.

Here is only how a value is written. Whether there is such a provision, the register of statutes tells: of examples to
the LAW rules, of filled documents to DOC014.
"""

from __future__ import annotations

import re
from typing import ClassVar

from handbook.fields.base import FieldType
from handbook.model.template import Field

_NUMBER = "[一二三四五六七八九十百千零]+"
_ARTICLE = rf"第{_NUMBER}条(?:之{_NUMBER})?(?:第{_NUMBER}款)?(?:第（?{_NUMBER}）?项)?"
_PART = rf"第{_NUMBER}款(?:第（?{_NUMBER}）?项)?|第（?{_NUMBER}）?项"
_MORE = rf"(?:、(?:(?:《[^《》\s]{{2,40}}》)?{_ARTICLE}|{_PART})|至(?:{_ARTICLE}|{_PART}))"
_ALL = re.compile(rf"《[^《》\s]{{2,40}}》{_ARTICLE}{_MORE}*")


class StatuteType(FieldType):
    """Articles, paragraphs and items, separated by 、 or as a range with 至; a name holds for the articles behind it."""

    name: ClassVar[str] = "法条"
    rule: ClassVar[str] = "《简称》第几条第几款第几项，如 《检举控告规则》第十条第一款"
    pattern: ClassVar[str] = _ALL.pattern

    def _refuse(self, field: Field, value: str) -> str | None:
        del field
        if _ALL.fullmatch(value):
            return None
        if "《" not in value or "》" not in value:
            return f"“{value}”没有写明是哪部法规，要写成“《检举控告规则》第十条第一款”这样"
        return f"“{value}”不是法条，要写成“《检举控告规则》第十条第一款”这样：条款项用汉字数字，几条之间用“、”"


TYPE = StatuteType()
