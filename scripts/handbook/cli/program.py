"""The command line as a whole: which commands there are, how it speaks, and what its exit status means."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from handbook.cli import audit, build, check, explain, impact, release, schema, search, secrets, statutes, verify
from handbook.cli.options import CANNOT_RUN
from handbook.errors import HandbookError

# In the order of `handbook --help`.
_COMMANDS = (check, secrets, build, audit, verify, search, impact, statutes, schema, explain, release)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line; the result is the exit status: 0 clean, 1 findings, 2 cannot run."""
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except HandbookError as error:
        print(f"handbook: {error}", file=sys.stderr)
        return CANNOT_RUN
    except BrokenPipeError:
        sys.stderr.close()
        return CANNOT_RUN
    except KeyboardInterrupt:
        print("handbook: 已中断，原来的网站没有改动", file=sys.stderr)
        return CANNOT_RUN


def _speak_utf8() -> None:
    """Print Chinese on any console: what it cannot show becomes an escape; what goes to a program is UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = None if stream.isatty() else "utf-8"
            reconfigure(encoding=encoding, errors="backslashreplace")


class _Parser(argparse.ArgumentParser):
    """An argument parser whose errors say in Chinese that the command is wrong."""

    def error(self, message: str) -> None:  # type: ignore[override]
        self.exit(CANNOT_RUN, f"handbook: 命令写得不对：{message}；用 handbook --help 看用法\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="handbook", description="检查、建成和审核手册网站")
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令", parser_class=_Parser)
    for command in _COMMANDS:
        command.add(commands)
    return parser
