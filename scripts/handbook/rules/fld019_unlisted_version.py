"""文书现在的版本没有写进版本登记（docs/templates/versions.yml）。

为什么：登记了每一版的字段指纹，才看得出字段改了没有，收到的文书是哪一版。
错误：文书的 `version` 是 2，版本登记里只有第1版。
正确：版本登记里写 `XF-W01: {1: 旧的指纹, 2: 提示里给的指纹}`。

没有 versions.yml 的手册不检查这一条。
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.diagnostics import Finding, Severity
from handbook.model.handbook import Handbook
from handbook.rules.registry import rule


@rule("FLD019", "unlisted-version", Severity.WARNING)
def check(handbook: Handbook) -> Iterator[Finding]:
    releases = handbook.registers.releases
    if releases is None:
        return
    for template in handbook.all_templates:
        version = handbook.pages[template.src].meta.get("version")
        listed = releases.get(template.code, {})
        if version is not None and template.code and template.version not in listed:
            given = "".join(f"{number}: {release.fingerprint}, " for number, release in listed.items())
            line = f"{template.code}: {{{given}{template.version}: {template.fingerprint}}}"
            message = f"{template.code} 第{template.version}版没有登记"
            yield Finding(version.span, message, f"在 versions.yml 里写“{line}”")
