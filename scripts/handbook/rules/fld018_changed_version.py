"""字段改了，版本号没有加。

为什么：填好的文书按编号和版本认是哪一版；字段变了版本不变，旧文书就会被当成新的，查不出缺了什么。
错误：版本登记（docs/templates/versions.yml）里有第1版，文书加了一个必填字段，`version` 还是 1。
正确：把 `version` 改成 2，在版本登记里加上第2版的字段指纹，第1版留着不动。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("FLD018", "changed-version")
def check(handbook: Handbook) -> Iterator[Finding]:
    releases = handbook.registers.releases or {}
    for template in handbook.all_templates:
        versions = releases.get(template.code, {})
        release = versions.get(template.version)
        version = handbook.pages[template.src].meta.get("version")
        if version is None:
            continue
        newest = max((int(number) for number in versions if number.isdigit()), default=0)
        if release is not None and release.fingerprint != template.fingerprint:
            message = f"{template.code} 的字段改了，版本还是第{template.version}版"
            yield Finding(version.span, message, f"把 version 改成 {newest + 1}")
        elif template.version.isdigit() and int(template.version) < newest:
            yield Finding(
                version.span, f"{template.code} 已经有第{newest}版，这里写的是第{template.version}版", "版本只加不减"
            )
