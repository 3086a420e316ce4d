"""The `handbook` command: check, build, audit, verify, schema, explain."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from handbook.diagnostics import Diagnostic
from handbook.errors import HandbookError
from handbook.reports import FORMATS, report

CLEAN, FINDINGS, CANNOT_RUN = 0, 1, 2


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

    check = commands.add_parser("check", help="检查源文件，一次列出全部问题")
    _add_root(check)
    _add_format(check)
    check.add_argument("--external", action="store_true", help="改为列出所有外部网址")
    check.add_argument("--probe", action="store_true", help="和 --external 一起用：逐个访问这些网址（要能上网）")
    check.set_defaults(run=_check)

    build = commands.add_parser("build", help="检查、建站、审核，全部通过才换上新网站")
    _add_root(build)
    _add_format(build)
    build.add_argument("--site-dir", type=Path, default=None, help="网站放在哪个文件夹（默认 根目录/site）")
    build.set_defaults(run=_build)

    audit = commands.add_parser("audit", help="像读者一样审核建成的网站")
    audit.add_argument("site", type=Path, help="建成的网站所在的文件夹")
    _add_root(audit)
    _add_format(audit)
    audit.set_defaults(run=_audit)

    verify = commands.add_parser("verify", help="检查填好的 .docx 文书；也可以是文件夹或者成套文书的压缩包")
    verify.add_argument("files", type=Path, nargs="+", metavar="文书", help="填好的 .docx、文件夹或者 .zip")
    _add_root(verify)
    _add_format(verify)
    verify.set_defaults(run=_verify)

    schema = commands.add_parser("schema", help="一份文书的 JSON Schema：给自己写程序填文书的人")
    schema.add_argument("code", help="文书编号，例如 XF-W01")
    _add_root(schema)
    schema.set_defaults(run=_schema)

    explain = commands.add_parser("explain", help="解释一个错误编号")
    explain.add_argument("code", nargs="?", help="例如 LNK001；不写就列出全部")
    explain.set_defaults(run=_explain)
    return parser


def _add_root(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--root", type=Path, default=Path(), help="手册项目的根目录（mkdocs.yml 所在处）")
    parser.add_argument("--today", type=_date, default=None, help="按这一天判断核对日期是否已过，例如 2026-11-25")


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="输出的格式")


def _date(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _today(options: argparse.Namespace) -> dt.date:
    return options.today or dt.datetime.now().astimezone().date()


def _show(diagnostics: Sequence[Diagnostic], format_name: str) -> int:
    text = report(diagnostics, format_name)
    if text:
        print(text)
    if format_name == "text":
        print(f"共 {len(diagnostics)} 个问题" if diagnostics else "没有发现问题", file=sys.stderr)
    return FINDINGS if diagnostics else CLEAN


def _check(options: argparse.Namespace) -> int:
    from handbook import rules, sources
    from handbook.settings import read_settings

    handbook = sources.load(options.root, today=_today(options), settings=read_settings(options.root))
    if options.external:
        from handbook.external import listing

        return _print_lines(listing(handbook, probe=options.probe))
    return _show(rules.check(handbook), options.format)


def _print_lines(lines: Iterable[tuple[str, bool]]) -> int:
    status = CLEAN
    for line, fine in lines:
        print(line)
        status = status if fine else FINDINGS
    return status


def _audit(options: argparse.Namespace) -> int:
    from handbook.audit import audit
    from handbook.settings import read_settings

    settings = read_settings(options.root)
    if not (options.root / "mkdocs.yml").is_file():  # a site alone: nothing is known of its sources
        return _show(audit(options.site, intranet=settings.intranet), options.format)
    from handbook.sources import load

    handbook = load(options.root, today=_today(options), settings=settings)
    found = audit(options.site, expected=handbook.outputs, intranet=settings.intranet, home=handbook.site.site_url)
    return _show(found, options.format)


def _build(options: argparse.Namespace) -> int:
    from handbook.plugin.build import build
    from handbook.settings import read_settings

    site = options.site_dir or options.root / "site"
    result = build(options.root, site, today=_today(options), settings=read_settings(options.root))
    _show(result.diagnostics, options.format)
    if not result.published:
        print("handbook: 有问题要先改，网站没有更新", file=sys.stderr)
        return FINDINGS
    print(f"网站已建好：{site}", file=sys.stderr)
    return CLEAN


def _verify(options: argparse.Namespace) -> int:
    from handbook.documents import collect, verify
    from handbook.exporters.docx import export
    from handbook.settings import read_settings
    from handbook.sources import load

    documents = collect(options.files)
    handbook = load(options.root, today=_today(options), settings=read_settings(options.root))
    return _show(verify(documents, handbook, export), options.format)


def _schema(options: argparse.Namespace) -> int:
    from handbook.exporters.schema import export_schema
    from handbook.model.spelling import did_you_mean
    from handbook.settings import read_settings
    from handbook.sources import load

    handbook = load(options.root, today=_today(options), settings=read_settings(options.root))
    template = handbook.templates.get(options.code.upper())
    if template is None:
        hint = did_you_mean(options.code.upper(), handbook.templates, "编号在文书页的标题里")
        raise HandbookError(f"没有编号为“{options.code}”的文书；{hint}")
    print(export_schema(template), end="")
    return CLEAN


def _explain(options: argparse.Namespace) -> int:
    from handbook.audit import all_checks
    from handbook.documents import all_checks as all_document_checks
    from handbook.plugin.build import WARNING_CODE, WARNING_MANUAL, WARNING_NAME
    from handbook.rules import all_rules

    manuals = {rule.code: (rule.name, rule.manual) for rule in all_rules()}
    manuals |= {check.code: (check.name, check.manual) for check in all_checks()}
    manuals |= {check.code: (check.name, check.manual) for check in all_document_checks()}
    manuals[WARNING_CODE] = (WARNING_NAME, WARNING_MANUAL)
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
