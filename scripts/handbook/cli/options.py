"""What the commands share: options, exit statuses, and how findings are shown."""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from handbook.diagnostics import Diagnostic
from handbook.reports import FORMATS, report

if TYPE_CHECKING:
    from handbook.model.handbook import Handbook
    from handbook.settings import Settings

CLEAN, FINDINGS, CANNOT_RUN = 0, 1, 2

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 (it has no public name)


def add_root(parser: argparse.ArgumentParser) -> None:
    """The options of every command that reads a handbook."""
    parser.add_argument("--root", type=Path, default=Path(), help="手册项目的根目录（mkdocs.yml 所在处）")
    parser.add_argument("--today", type=_date, default=None, help="按这一天判断核对日期是否已过，例如 2026-11-25")
    parser.add_argument(
        "--edition", default=None, metavar="版本", help="建哪个版本（默认公开版：不含 edition 限定的页面）"
    )


def add_format(parser: argparse.ArgumentParser) -> None:
    """The option of every command that shows findings."""
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="输出的格式")


def _date(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def today(options: argparse.Namespace) -> dt.date:
    """The day that review dates are compared with."""
    given: dt.date | None = options.today
    return given or dt.datetime.now().astimezone().date()


def settings(options: argparse.Namespace) -> Settings:
    """What the project demands of itself."""
    from handbook.settings import read_settings

    read = read_settings(options.root)
    return read if options.edition is None else dataclasses.replace(read, edition=options.edition)


def handbook(options: argparse.Namespace) -> Handbook:
    """The handbook that the options name."""
    from handbook.sources import load

    return load(options.root, today=today(options), settings=settings(options))


def show(diagnostics: Sequence[Diagnostic], format_name: str) -> int:
    """Print findings; the result is the exit status."""
    text = report(diagnostics, format_name)
    if text:
        print(text)
    if format_name == "text":
        print(f"共 {len(diagnostics)} 个问题" if diagnostics else "没有发现问题", file=sys.stderr)
    return FINDINGS if diagnostics else CLEAN
