"""`handbook release`, `rollback`, `verify-release` and `usb`: putting a site before its readers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from handbook.cli import options as common
from handbook.cli.options import CLEAN, FINDINGS, Commands


def add(commands: Commands) -> None:
    """Add the commands to the command line."""
    parser = commands.add_parser("release", help="检查、建站、压缩、列清单、签名，再一步切换到新版")
    common.add_root(parser)
    common.add_format(parser)
    parser.add_argument(
        "--to", type=Path, required=True, metavar="文件夹", help="网站服务器读的文件夹，例如 /srv/handbook"
    )
    parser.add_argument("--key", type=Path, default=None, metavar="私钥", help="给清单签名的 SSH 私钥；不写就不签名")
    parser.add_argument("--keep", type=_at_least_three, default=5, metavar="数", help="留几版（默认 5，至少 3）")
    parser.set_defaults(run=release)

    parser = commands.add_parser("rollback", help="退回上一版，或者换到指定的一版")
    parser.add_argument("--to", type=Path, required=True, metavar="文件夹", help="网站服务器读的文件夹")
    parser.add_argument("--to-release", default="", metavar="版本", help="换到这一版（默认是上一版）")
    parser.set_defaults(run=rollback)

    parser = commands.add_parser("verify-release", help="按清单和签名核对在用的版本，或者一个版本的文件夹")
    parser.add_argument("release", type=Path, metavar="文件夹", help="网站服务器读的文件夹，或者一个版本的文件夹")
    parser.add_argument("--signers", type=Path, default=None, metavar="文件", help="许可的签名人（allowed_signers）")
    parser.set_defaults(run=verify)

    parser = commands.add_parser("usb", help="做一个U盘包：解压后双击“开始.html”就能用，不用联网")
    common.add_root(parser)
    common.add_format(parser)
    parser.add_argument("--to", type=Path, default=Path("dist"), metavar="文件夹", help="压缩包放在哪里（默认 dist）")
    parser.add_argument(
        "--months", type=int, choices=range(1, 25), default=6, metavar="月数", help="几个月内有效（默认 6）"
    )
    parser.set_defaults(run=usb)


def _at_least_three(text: str) -> int:
    if not text.isdecimal() or int(text) < 3:
        raise argparse.ArgumentTypeError("至少留 3 版")
    return int(text)


def release(options: argparse.Namespace) -> int:
    """Release a site; what is served changes only when everything before went well."""
    from handbook.release.publishing import release as publish

    done = publish(
        options.root,
        options.to,
        today=common.today(options),
        settings=common.settings(options),
        key=options.key,
        keep=options.keep,
    )
    common.show(done.diagnostics, options.format)
    if not done.identifier:
        print("handbook: 有问题要先改，在用的版本没有动", file=sys.stderr)
        return FINDINGS
    _note(done.notices)
    signed = "已签名" if done.signed else "没有签名（--key 私钥 可以签）"
    print(f"已发布 {done.identifier}：{done.files} 个文件，{signed}", file=sys.stderr)
    if done.reload:
        print("有页面的图要在浏览器里画，名单变了：请让 nginx 重读配置（nginx -s reload）", file=sys.stderr)
    return CLEAN


def rollback(options: argparse.Namespace) -> int:
    """Serve an earlier release."""
    from handbook.release.publishing import rollback as roll_back

    print(f"在用的是 {roll_back(options.to, options.to_release)}", file=sys.stderr)
    return CLEAN


def verify(options: argparse.Namespace) -> int:
    """Check the files of a release against its manifest and signature."""
    from handbook.release.publishing import verify as check

    found = check(options.release, options.signers)
    for line in found:
        print(line)
    unchecked = "" if options.signers else "；没有给 --signers，签名没有核对"
    print(f"共 {len(found)} 处不对" if found else f"文件和清单一致{unchecked}", file=sys.stderr)
    return FINDINGS if found else CLEAN


def usb(options: argparse.Namespace) -> int:
    """Pack the site for a stick."""
    from handbook.release.publishing import stick

    settings = common.settings(options)
    made = stick(options.root, options.to, today=common.today(options), settings=settings, months=options.months)
    common.show(made.diagnostics, options.format)
    if made.archive is None:
        print("handbook: 有问题要先改，没有做U盘包", file=sys.stderr)
        return FINDINGS
    _note(made.notices)
    print(f"U盘包：{made.archive}\n印在发放单上，收到的人可以核对（SHA256）：", file=sys.stderr)
    print(f"压缩包 {made.sums.archive}\n清单   {made.sums.listed}", file=sys.stderr)
    return CLEAN


def _note(notices: Iterable[str]) -> None:
    for notice in notices:
        print(f"注意：{notice}", file=sys.stderr)
