"""`handbook verify`: filled documents against the current templates."""

from __future__ import annotations

import argparse
from pathlib import Path

from handbook.cli import options as common
from handbook.cli.options import Commands


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("verify", help="检查填好的 .docx 文书；也可以是文件夹或者成套文书的压缩包")
    parser.add_argument("files", type=Path, nargs="+", metavar="文书", help="填好的 .docx、文件夹或者 .zip")
    common.add_root(parser)
    common.add_format(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Verify documents, folders and packets."""
    from handbook.documents import collect, verify
    from handbook.exporters.docx import export

    documents = collect(options.files)
    return common.show(verify(documents, common.handbook(options), export), options.format)
