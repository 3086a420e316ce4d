"""`handbook statutes import`: read official texts of statutes into the office's own folder."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from handbook.cli import options as common
from handbook.cli.options import CLEAN, FINDINGS, Commands


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("statutes", help="法规原文：读入一份，看条次全不全")
    actions = parser.add_subparsers(dest="action", required=True, metavar="动作", parser_class=type(parser))
    take = actions.add_parser("import", help="读 .docx 或者 .md，和登记表核对，写进原文文件夹（不进 docs）")
    take.add_argument("files", type=Path, nargs="+", metavar="文件", help="法规原文")
    take.add_argument(
        "--to", type=Path, default=None, metavar="文件夹", help="写到哪里（默认 statute_texts；都没有就只看不写）"
    )
    common.add_root(take)
    take.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Report on each text, and write those without fault."""
    from handbook.importing import account, write

    handbook = common.handbook(options)
    setting = common.settings(options).statute_texts
    folder = options.to or (options.root / setting if setting else None)
    status = CLEAN
    for path in options.files:
        found = account(path, handbook)
        print(f"{path}", *(f"  {line}" for line in found.facts), sep="\n")
        for fault in found.faults:
            print(f"  有问题：{fault}")
        if found.faults:
            status = FINDINGS
        elif folder is None:
            print("没有写：用 --to 写明文件夹，或者在 [tool.handbook] 里设 statute_texts", file=sys.stderr)
        else:
            print(f"  已写入：{write(found, folder, options.root / handbook.site.docs_dir)}")
    return status
