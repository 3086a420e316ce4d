"""`handbook check`: every fault of the sources at once."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from handbook.cli import options as common
from handbook.cli.options import CLEAN, FINDINGS, Commands


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("check", help="检查源文件，一次列出全部问题")
    common.add_root(parser)
    common.add_format(parser)
    parser.add_argument("--strict", action="store_true", help="忽略标记也不放过；没有法规原文可核对的，说一声")
    parser.add_argument("--external", action="store_true", help="改为列出所有外部网址")
    parser.add_argument("--probe", action="store_true", help="和 --external 一起用：逐个访问这些网址（要能上网）")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check the sources, or list what they link to outside."""
    from handbook import rules

    handbook = common.handbook(options)
    if options.external:
        from handbook.external import listing

        return _print_lines(listing(handbook, probe=options.probe))
    folder = common.settings(options).statute_texts
    if folder and not (options.root / folder).is_dir():
        print(f"没有法规原文（statute_texts 写的“{folder}”不在），款、项和引号里的原话没有核对", file=sys.stderr)
    if options.strict and handbook.statutes and not handbook.statute_texts:
        print("没有法规原文（设置 statute_texts），款、项和引文没有对着原文核对", file=sys.stderr)
    return common.show(rules.check(handbook, strict=options.strict), options.format)


def _print_lines(lines: Iterable[tuple[str, bool]]) -> int:
    status = CLEAN
    for line, fine in lines:
        print(line)
        status = status if fine else FINDINGS
    return status
