"""A made-up handbook of any size: the same seed gives the same bytes.

Every page has about fifteen links to other pages, a table, an admonition, steps with ids, and on two pages of five a
flowchart of those steps. The words are our own; no sentence says anything.
"""

import posixpath
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

AREAS = 5
PAGES_PER_SECTION = 25
LINKS_PER_PAGE = 15
STEPS = 5
CHART_SHARE = 0.4

NOUNS = (
    "登记表 台账 来件 样例 编号 回执 清单 附件 存档 卷宗 示例镇 片区 联系点 承办人 经办处 复核组 办公室 会议室 柜台 窗口 日历 提示单 "
    "备忘录 草稿 定稿 交接单 月报 周报 简报 通知 送达 口径 要点 目录 索引 页码 版式 签收 盖章 归口"
).split()
VERBS = "整理 核对 登记 转交 回复 汇总 抄送 归档 提醒 补充 更正 复核 签收 装订 编目 调阅 退回 说明 公开 打印".split()
LINKERS = "之前 之后 同时 当日 次日 月底 按序 逐项 一并 分别 及时 随后".split()


@dataclass(frozen=True, slots=True)
class Corpus:
    """Where a generated handbook lies, and what was put into it."""

    docs: Path
    pages: tuple[str, ...]
    links: int
    charts: int

    def nav(self) -> list[dict[str, object]]:
        """Return the `nav` of mkdocs.yml: the home page, then five areas, whose sections grow in number, not in length."""
        areas: dict[str, dict[str, list[str]]] = {}
        for page in self.pages:
            area, section, _ = page.split("/")
            areas.setdefault(area, {}).setdefault(section, []).append(page)
        return [
            {"首页": "index.md"},
            *({area: [{name: pages} for name, pages in sections.items()]} for area, sections in areas.items()),
        ]


def generate(docs: Path, *, pages: int, seed: int = 2099) -> Corpus:
    """Write a handbook of so many pages, and a home page, into a new folder."""
    rng = random.Random(seed)
    names = tuple(_name(number) for number in range(pages))
    charts = 0
    for number, name in enumerate(names):
        with_chart = rng.random() < CHART_SHARE
        charts += with_chart
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(_page(rng, number, names, with_chart=with_chart)), encoding="utf-8")
    home = ["# 首页", "", *(f"- [样例 {number}]({name})" for number, name in enumerate(names[:AREAS]))]
    (docs / "index.md").write_text("\n".join(home) + "\n", encoding="utf-8")
    return Corpus(docs, names, pages * LINKS_PER_PAGE + len(home) - 2, charts)


def _name(number: int) -> str:
    return f"a{number % AREAS}/s{number // AREAS // PAGES_PER_SECTION:02d}/p{number:04d}.md"


def _page(rng: random.Random, number: int, names: tuple[str, ...], *, with_chart: bool) -> Iterator[str]:
    links = iter([_link(rng, number, names) for _ in range(LINKS_PER_PAGE)])
    title = f"样例 {number}：{rng.choice(VERBS)}{rng.choice(NOUNS)}"
    yield from (f"# {title}", "")
    for _ in range(3):
        yield from (_paragraph(rng, 8) + f"参见{next(links)}。", "")
    yield from ('!!! note "提示"', f"    {_paragraph(rng, 2)}另见{next(links)}。", "")
    yield from ("## 办理步骤", "")
    for step in range(1, STEPS + 1):
        yield from (f"### {step}. {_label(rng)} {{#s{step}}}", "", _paragraph(rng, 6), "")
        yield from (f"- **谁办**：{rng.choice(NOUNS)}", f"- **用表**：{next(links)}", "")
    if with_chart:
        yield from _chart(rng, title)
    yield from ("## 对照表", "", "| 事项 | 时限 | 文书 | 说明 |", "|---|---|---|---|")
    for link in links:
        yield f"| {_label(rng)} | {rng.randint(1, 30)} 日 | {link} | {_sentence(rng)} |"
    yield ""


def _chart(rng: random.Random, title: str) -> Iterator[str]:
    """Draw the steps in a row, with one decision that goes on or ends."""
    yield from ("## 流程图", "", "```mermaid", "flowchart TD", f"  accTitle: {title}", f"  accDescr: {_sentence(rng)}")
    yield from (f'  s{step}["{step}. {_label(rng)}"]' for step in range(1, STEPS + 1))
    yield from ('  d1{"要不要复核？"}', '  e1(["办结"])', '  e2(["退回"])')
    yield from ("  s1 --> s2 --> d1", "  d1 -->|要| s3", "  d1 -->|不要| e2", "  s3 --> s4 --> s5 --> e1", "```", "")


def _link(rng: random.Random, number: int, names: tuple[str, ...]) -> str:
    """Return a link from one page to another; every third goes to a step."""
    target = rng.randrange(len(names))
    path = posixpath.relpath(names[target], posixpath.dirname(names[number]))
    anchor = f"#s{rng.randint(1, STEPS)}" if rng.random() < 1 / 3 else ""
    return f"[样例 {target}]({path}{anchor})"


def _label(rng: random.Random) -> str:
    return rng.choice(LINKERS) + rng.choice(VERBS) + rng.choice(NOUNS)


def _sentence(rng: random.Random) -> str:
    return "，".join(_label(rng) for _ in range(rng.randint(2, 4)))


def _paragraph(rng: random.Random, sentences: int) -> str:
    return "".join(_sentence(rng) + "。" for _ in range(sentences))
