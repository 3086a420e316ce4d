"""`handbook search`: what the search of the built site answers, without a browser."""

from __future__ import annotations

import argparse
import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING

from handbook.cli.options import CLEAN, FINDINGS, Commands

if TYPE_CHECKING:
    from handbook.searching import Answer

_SHOWN_PARTS = 3


def add(commands: Commands) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("search", help="在建好的网站里搜索，和网页上的结果一样")
    parser.add_argument("query", help="要找的词或者问题，例如 “举报信没有署名怎么办”")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.add_argument("--kind", default="", choices=["", "流程", "文书", "法规", "时限"], help="只看一种")
    parser.add_argument("--area", default="", help="只看一个栏目，例如 petitions")
    parser.add_argument("--site-dir", type=Path, default=None, help="建好的网站在哪个文件夹（默认 根目录/site）")
    parser.add_argument("--root", type=Path, default=Path(), help="手册项目的根目录（mkdocs.yml 所在处）")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the answer; nothing found counts as a finding."""
    from handbook.searching import ask

    site = options.site_dir or options.root / "site"
    (answer,) = ask(site, [options.query], kind=options.kind, area=options.area)
    if options.json:
        print(json.dumps(dataclasses.asdict(answer), ensure_ascii=False, indent=2))
    else:
        _show(answer)
    return CLEAN if answer.pages else FINDINGS


def _show(answer: Answer) -> None:
    if answer.notice:
        print(f"已按「{answer.notice}」查找")
    if not answer.pages:
        print("没有找到")
    for number, page in enumerate(answer.pages, 1):
        where = " ".join(part for part in (page.kind, page.area, page.code) if part)
        print(f"{number}. {page.title}（{where}） {page.url}")
        for part in page.parts[:_SHOWN_PARTS]:
            print(f"   {part.heading}：{' '.join(part.text.split())} {part.url}")
