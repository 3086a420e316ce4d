"""`handbook explain`: the manual of a code."""

from __future__ import annotations

import argparse

from handbook.cli.options import CLEAN, Commands
from handbook.errors import HandbookError


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("explain", help="解释一个错误编号")
    parser.add_argument("code", nargs="?", help="例如 LNK001；不写就列出全部")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the manual of one code, or the first lines of all."""
    manuals = _manuals()
    if options.code is None:
        for code, (name, manual) in manuals.items():
            print(f"{code} {name} {manual.splitlines()[0]}")
        return CLEAN
    code = options.code.upper()
    if code not in manuals:
        raise HandbookError(f"没有编号“{options.code}”；handbook explain 列出全部编号")
    name, manual = manuals[code]
    print(f"{code} {name}\n\n{manual}")
    return CLEAN


def _manuals() -> dict[str, tuple[str, str]]:
    """Code → name and manual, of rules, checks of the site, checks of documents, and the build."""
    from handbook.audit import all_checks
    from handbook.documents import all_checks as all_document_checks
    from handbook.plugin.build import WARNING_CODE, WARNING_MANUAL, WARNING_NAME
    from handbook.rules import all_rules

    manuals = {rule.code: (rule.name, rule.manual) for rule in all_rules()}
    manuals |= {check.code: (check.name, check.manual) for check in all_checks()}
    manuals |= {check.code: (check.name, check.manual) for check in all_document_checks()}
    return manuals | {WARNING_CODE: (WARNING_NAME, WARNING_MANUAL)}
