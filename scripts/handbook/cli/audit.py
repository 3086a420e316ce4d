"""`handbook audit`: the built site as a reader meets it."""

from __future__ import annotations

import argparse
from pathlib import Path

from handbook.cli import options as common
from handbook.cli.options import Commands


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("audit", help="像读者一样审核建成的网站")
    parser.add_argument("site", type=Path, help="建成的网站所在的文件夹")
    common.add_root(parser)
    common.add_format(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Audit a site; without its sources nothing is known of what it must hold."""
    from handbook.audit import audit

    intranet = common.settings(options).intranet
    if not (options.root / "mkdocs.yml").is_file():
        return common.show(audit(options.site, intranet=intranet), options.format)
    handbook = common.handbook(options)
    found = audit(options.site, expected=handbook.outputs, intranet=intranet, home=handbook.site.site_url)
    return common.show(found, options.format)
