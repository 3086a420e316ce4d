"""文书里的日期写得不合公文格式。

为什么：成文日期用阿拉伯数字，年份写全四位，月、日前面不补 0：2099年1月5日。
错误：`二〇九九年一月五日`；`2099年01月05日`；`99年1月5日`。
正确：`2099年1月5日`，或者用日期字段 `{{落款日期}}`，程序会排成这样。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule
from handbook.rules.wording import passages

_DAY = r"[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)"
_YEAR = r"[〇○零一二三四五六七八九]"
_HANZI = re.compile(rf"{_YEAR}{{4}}年(?:{_DAY}?)?|(?:{_YEAR}{{2}}年)?{_DAY}")
_ZERO = re.compile(r"(?:\d{2,4}年)?0\d月(?:\d{1,2}日)?|\d{1,2}月0\d日")
_SHORT = re.compile(r"(?<!\d)\d{2}年(?=\d{1,2}月)")


@rule("TPL013", "date-form", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    kinds = ((_HANZI, "用了汉字数字"), (_ZERO, "月、日前面补了 0"), (_SHORT, "年份不是四位"))
    for passage in passages(handbook):
        for pattern, fault in kinds:
            for match, place in passage.found(pattern):
                yield Finding(place, f"“{match.group()}”{fault}", "写成“2099年1月5日”这样，或者用日期字段")
