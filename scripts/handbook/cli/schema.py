"""`handbook schema`: what facts a document takes, as JSON Schema."""

from __future__ import annotations

import argparse

from handbook.cli import options as common
from handbook.cli.options import CLEAN, Commands
from handbook.errors import HandbookError


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("schema", help="一份文书的 JSON Schema：给自己写程序填文书的人")
    parser.add_argument("code", help="文书编号，例如 XF-W01")
    common.add_root(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the schema of a template."""
    from handbook.exporters.schema import export_schema
    from handbook.model.spelling import did_you_mean

    handbook = common.handbook(options)
    template = handbook.templates.get(options.code.upper())
    if template is None:
        hint = did_you_mean(options.code.upper(), handbook.templates, "编号在文书页的标题里")
        raise HandbookError(f"没有编号为“{options.code}”的文书；{hint}")
    print(export_schema(template), end="")
    return CLEAN
