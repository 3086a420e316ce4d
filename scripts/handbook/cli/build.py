"""`handbook build`: check, build apart, audit, and only then switch."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from handbook.cli import options as common
from handbook.cli.options import CLEAN, FINDINGS, Commands


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("build", help="检查、建站、审核，全部通过才换上新网站")
    common.add_root(parser)
    common.add_format(parser)
    parser.add_argument("--site-dir", type=Path, default=None, help="网站放在哪个文件夹（默认 根目录/site）")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Build the site; nothing changes where a finding speaks against it."""
    from handbook.plugin.build import build

    site = options.site_dir or options.root / "site"
    result = build(options.root, site, today=common.today(options), settings=common.settings(options))
    common.show(result.diagnostics, options.format)
    if not result.published:
        print("handbook: 有问题要先改，网站没有更新", file=sys.stderr)
        return FINDINGS
    print(f"网站已建好：{site}", file=sys.stderr)
    return CLEAN
