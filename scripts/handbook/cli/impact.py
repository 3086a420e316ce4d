"""`handbook impact`: what rests on a provision or a time limit, for whoever must go through it after an amendment."""

from __future__ import annotations

import argparse
import json
import sys

from handbook.cli import options as common
from handbook.cli.options import CLEAN, Commands
from handbook.errors import HandbookError


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("impact", help="一条法规改了，手册里哪些地方要跟着看", conflict_handler="resolve")
    common.add_root(parser)
    parser.add_argument(
        "provision",
        nargs="?",
        metavar="条款",
        help="例如 '监督执纪规则 第二十一条'；只写简称就是整部，写 T-04 就是一条时限",
    )
    # elsewhere --edition is the edition of the site; here people mean the edition of a statute
    parser.add_argument(
        "--edition", dest="revision", metavar="编号", help="整部修订：登记表里新版本的编号，旧版本的引用一起列出来"
    )
    parser.add_argument(
        "--site-edition", dest="edition", default=None, metavar="版本", help="查手册的哪个版本（默认公开版）"
    )
    parser.add_argument("--json", action="store_true", help="输出 JSON，给别的程序用")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print everything that rests on the provision or the edition."""
    from handbook.impact import impact, impact_of_edition

    if bool(options.provision) == bool(options.revision):
        raise HandbookError("要么写条款，要么写 --edition 编号，例如：handbook impact '监督执纪规则 第二十一条'")
    handbook = common.handbook(options)
    uses = impact_of_edition(handbook, options.revision) if options.revision else impact(handbook, options.provision)
    if options.json:
        print(json.dumps([use.as_json() for use in uses], ensure_ascii=False, indent=2))
        return CLEAN
    for use in uses:
        print(use)
    files = len({use.span.path for use in uses})
    print(f"共 {len(uses)} 处，在 {files} 个文件里" if uses else "手册里没有哪一处依据它", file=sys.stderr)
    return CLEAN
