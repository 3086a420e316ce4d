"""`handbook secrets`: personal data and secrets in what a change adds, before anybody merges it."""

from __future__ import annotations

import argparse
import sys

from handbook.cli import options as common
from handbook.cli.options import Commands
from handbook.errors import HandbookError


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("secrets", help="查一批提交里有没有个人信息、密级标志和密码，后来删去的也查")
    common.add_root(parser)
    common.add_format(parser)
    parser.add_argument("--commits", metavar="起点..终点", help="查这些提交，例如 origin/main..HEAD")
    parser.add_argument("--staged", action="store_true", help="查准备提交的内容（git add 过的）")
    parser.add_argument("--all", action="store_true", help="查全部分支和标签的全部提交")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Look through a range of commits, all of them, or what the next one would hold."""
    from handbook.confidential import redacted
    from handbook.history import secrets_of_commits, secrets_of_history, secrets_of_index

    if [options.commits is not None, options.staged, options.all].count(True) != 1:
        raise HandbookError("--commits 起点..终点、--staged、--all 三个里写一个")
    day = common.today(options)
    if options.staged:
        looked = secrets_of_index(options.root, today=day)
    elif options.all:
        looked = secrets_of_history(options.root, today=day)
    else:
        looked = secrets_of_commits(options.root, options.commits, today=day)
    print(looked.what, file=sys.stderr)
    return common.show([diagnostic.with_texts(redacted) for diagnostic in looked.found], options.format)
