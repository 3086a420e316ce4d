"""`handbook build`: check the sources, build a fresh site, audit it, and only then switch it into place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook import rules
from handbook.audit import audit
from handbook.diagnostics import Diagnostic, Severity, Span, ordered
from handbook.plugin.site import Made, make_site
from handbook.plugin.staging import staged
from handbook.settings import Settings
from handbook.sources import load

WARNING_CODE, WARNING_NAME = "BLD001", "mkdocs-warning"
WARNING_MANUAL = """MkDocs 或者它的插件在建站时提醒了一句。

为什么：这类提醒没有行号，但往往说明网站少了东西，例如导航里的文件没有找到。
错误：mkdocs.yml 的 nav 里写了不存在的文件，MkDocs 提示 not found。
正确：按提示的文件名找到那一处改好，再建一次。"""


@dataclass(frozen=True, slots=True)
class Build:
    """What a build found, and whether the new site is in place; if not, the old one stands as it stood.

    `title` is the name of the site.
    """

    diagnostics: tuple[Diagnostic, ...]
    published: bool
    title: str = ""


def build(root: Path, site_dir: Path, *, today: dt.date, settings: Settings, shown: str = "") -> Build:
    """Build the site of a handbook, or of any MkDocs project, and put it into place when nothing speaks against it.

    Args:
        root: the handbook.
        site_dir: the folder of the site.
        today: the date that review dates are compared with.
        settings: [tool.handbook].
        shown: what findings call the folder of the site, where it is one that nobody will see.

    Raises:
        HandbookError: the sources cannot be read, MkDocs gave up, or the folder may not be replaced.
    """
    handbook = load(root, today=today, settings=settings)
    found = rules.check(handbook)
    if _stops(found, strict=settings.strict):
        return Build(found, published=False)
    with staged(site_dir, root=root, docs=root / handbook.site.docs_dir) as staging:
        made = make_site(root, staging.folder, handbook)
        audited = audit(
            staging.folder,
            intranet=settings.intranet,
            expected=handbook.outputs,
            home=handbook.site.site_url,
            shown=shown or site_dir.as_posix(),
        )
        found = ordered([*found, *_warnings(made, handbook.site.path), *audited])
        if _stops(found, strict=settings.strict):
            return Build(found, published=False)
        staging.publish()
    return Build(found, published=True, title=handbook.site.site_name)


def _stops(diagnostics: Iterable[Diagnostic], *, strict: bool) -> bool:
    return any(strict or diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def _warnings(made: Made, path: str) -> Iterator[Diagnostic]:
    """What MkDocs and its plugins warned of, which carries no line."""
    severity = Severity.ERROR if made.strict else Severity.WARNING
    for warning in made.warnings:
        yield Diagnostic(Span(path), WARNING_CODE, WARNING_NAME, f"MkDocs 提示：{warning}", severity=severity)
