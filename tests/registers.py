"""A small handbook with terms, authority and what is unconfirmed, for tests of what readers see of them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from handbook.model.handbook import Handbook
from handbook.settings import Settings
from handbook.sources import load

GLOSSARY = """初步核实:
  释义: 立案以前查线索
  简称: [初核]
  也叫: [摸底]
  不要混同:
    立案审查: 初核在前
  不再使用:
    外调: 旧说法
  依据: 《示例规则》第三条
  分组: 线索
立案审查:
  释义: 党纪立案
  分组: 审查
暂存待查:
  释义: 先存着〔待核〕
  分组: 线索
组织处理:
  释义: 动岗位
  分组: 处分
谈话:
  释义: 当面谈
  分组: 线索
  页面提示: 否
"""
AUTHORITY = """A-07:
  分类: 能办
  事项: 党纪立案
  写法: 两级负责人批
  程序: [XF-01#s1, SC-99]
  依据: 《示例规则》第四条
A-24:
  分类: 要批
  事项: 监察立案
  写法: 县级监委批，派出机构看授权〔待核〕
A-40:
  分类: 不能办
  事项: 留置
  写法: 监察机关定
  程序: [XF-01]
A-60:
  分类: 底线
  事项: 两人以上办
  依据: 《示例规则》第五条
"""


def page(kind: str, title: str, body: str, **keys: str) -> str:
    """A page with the front matter of its kind."""
    meta = {"kind": kind, "title": title, "summary": "示例。", "owner": "示例部门", "reviewed": "2099-01-05", **keys}
    front = "\n".join(f"{key}: {value}" for key, value in meta.items())
    return f"---\n{front}\nreview_in: 12个月\n---\n\n# {title}\n\n{body}\n"


def registers(root: Path, **pages: str) -> Handbook:
    """The handbook; further pages are given by name."""
    steps = "## 谁办谁批\n\n自己的话。\n\n## 办理步骤\n\n### 1. 登记 {#s1}\n\n登记。授权到哪一步〔待核〕。\n"
    powers = "## 自己能办\n\n## 要县级（及以上）批\n\n## 不能办\n\n## 一律适用的底线\n"
    files = {
        "mkdocs.yml": "site_name: 示例\nuse_directory_urls: false\nmarkdown_extensions: [attr_list]\n",
        "docs/receive.md": page("procedure", "受理", steps, code="XF-01", owner="甲部门"),
        "docs/start/authority.md": page("authority", "权限一览", powers),
        "docs/reference/glossary.md": page("glossary", "术语", "开头。\n\n## 结尾\n"),
        "docs/reference/pending.md": page("pending", "待核事项", "- **待核**{: #unconfirmed }：没有见到原文。"),
        "docs/reference/glossary.yml": GLOSSARY,
        "docs/reference/authority.yml": AUTHORITY,
        **{f"docs/{name}.md": text for name, text in pages.items()},
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load(root, today=dt.date(2099, 1, 6), settings=Settings())
