"""The register of statutes: what it says, and every fault with its place."""

import random
from pathlib import Path

import pytest

from handbook.model.citation import place_of
from handbook.model.statute import Status, Statute
from handbook.sources.statutes import read_statutes

ROW = """shili-guize-2099:
  名称: 示例机关示例工作规则
  简称: [示例规则, 规则]
  类别: 党内法规
  发布机关: 示例机关
  文号: 文号〔待核〕
  通过: 2099-01-01
  施行: 2099-02-01
  状态: 已修改
  被取代: shili-guize-2100
  条数: 12
  原文: 已见
  说明: 一句话。
  章:
    - {章: 第一编 总则}
    - {章: 第一章 总则, 起: 1, 止: 4}
    - {章: 第二章 办理, 起: 第五条, 止: 第十二条}
  条次对照: {4: [5], 5: [6, 7], 9: [], 第十条: 11}
  要点:
    第五条: 先编号。
    第五条第二款: 再登记。
    第5条第2款第(一)项: 登记簿。
"""
NEXT = "shili-guize-2100:\n  名称: 示例机关示例工作规则\n  状态: 现行有效\n  条数: 20\n"


def read(root: Path, text: str) -> tuple[dict[str, Statute], list[str]]:
    (root / "reference").mkdir(exist_ok=True)
    (root / "reference/statutes.yml").write_text(text, encoding="utf-8")
    statutes, faults = read_statutes(root)
    return statutes, [f"{fault.span.line}:{fault.span.column} {fault.message}；{fault.hint}" for fault in faults]


def test_a_row_is_read(tmp_path: Path) -> None:
    statutes, faults = read(tmp_path, ROW + NEXT)
    statute = statutes["shili-guize-2099"]

    assert faults == []
    assert (statute.name, statute.status, statute.articles, statute.seen) == ("示例规则", Status.AMENDED, 12, True)
    assert [(c.first, c.last) for c in statute.chapters] == [(0, 0), (1, 4), (5, 12)]
    assert statute.renumbered == {4: (5,), 5: (6, 7), 9: (), 10: (11,)}
    assert statute.src == "reference/statutes/shili-guize-2099.md"
    gists = {
        words: statute.gist(place)
        for words in ("第五条第一款", "第五条第二款第一项", "第五条第二款第九项", "第六条")
        if (place := place_of(words, statute.id))
    }
    assert {words: gist and gist.text for words, gist in gists.items()} == {
        "第五条第一款": "先编号。",
        "第五条第二款第一项": "登记簿。",
        "第五条第二款第九项": "再登记。",
        "第六条": None,
    }


def test_a_handbook_without_the_register_has_no_statutes(tmp_path: Path) -> None:
    assert read_statutes(tmp_path) == ({}, ())


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("  说明:", "  说名:", "13:3 法规没有“说名”这一项；是不是“说明”？"),
        ("  状态: 已修改", "  状态: 已修该", "9:7 状态“已修该”不对；是不是“已修改”？"),
        ("  状态: 已修改\n", "", "1:1 法规 shili-guize-2099 缺少“状态”；补上"),
        ("  文号: 文号〔待核〕", "  文号: [甲]", "6:7 “文号”只能写一句话；在冒号后面写上，不换行"),
        ("[示例规则, 规则]", "[《示例规则》]", "3:8 简称“《示例规则》”不带书名号；删去“《”和“》”"),
        ("[示例规则, 规则]", "[[甲]]", "3:8 “简称”的每一项要写一个名字；写成 简称: [监督执纪规则, 规则]"),
        ("shili-guize-2100\n", "shili-guize-2101\n", "10:8 登记表里没有“shili-guize-2101”；是不是“shili-guize-2100”？"),
        ("  被取代: shili-guize-2100", "  被取代: shili-guize-2099", "10:8 法规 shili-guize-2099 不能被它自己取代；写取代它的那一版的编号"),
        ("  条数: 12", "  条数: 十二", "11:7 条数“十二”不是正整数；只写阿拉伯数字，例如 77"),
        ("  原文: 已见", "  原文: 已看", "12:7 “原文: 已看”不对；是不是“已见”？"),
        ("起: 1, 止: 4", "起: 4, 止: 1", "16:7 “第一章 总则”的起止条次不对；写阿拉伯数字，起不大于止；没有自己的条的编，两项都不写"),
        ("起: 1, 止: 4", "起: 1, 止: 5", "17:7 “第二章 办理”从第 5 条起，和上一章重叠；改起止条次"),
        ("止: 第十二条", "止: 13", "17:7 “第二章 办理”到第 13 条为止，全文只有 12 条；改止条次，或者改条数"),
        ("{章: 第一编 总则}", "{章名: 第一编}", "15:7 “章”的每一项要写章名和起止条次；写成 {章: 第一章 总则, 起: 1, 止: 4}"),
        ("起: 1, 止: 4}", "起: 1, 止: 4, 终: 4}", "16:31 章没有“终”这一项；可以写 章、起、止"),
        ("{4: [5]", "{甲: [5]", "18:10 条次对照“甲: 5”不对；条次写阿拉伯数字，例如 21: [24]"),
        ("{4: [5]", "{13: [5]", "18:10 这一版只有 12 条，没有第 13 条；左边写旧版的条次"),
        ("{4: [5], 5: [6, 7], 9: [], 第十条: 11}", "[4]", "18:9 “条次对照”要写成“旧条次: 新条次”；例如 21: [24]，删去的条写 21: []"),
        ("    第五条: 先", "    第五: 先", "20:5 要点“第五”不是条、款、项；写成 第二十一条第二款第一项 这样"),
        ("    第五条: 先", "    第十三条: 先", "20:5 要点写到“第十三条”，全文只有 12 条；改条次，或者改条数"),
        ("    第五条: 先编号。", "    第五条:", "20:5 要点“第五条”没有写内容；在冒号后面用自己的话写一句"),
        ("    第五条第二款: 再", "    第5条: 再", "21:5 要点“第5条”写了两次，前一次在第 20 行；只留一个"),
        ("  状态: 已修改", "  状态: 现行有效", "9:7 写了“被取代”，状态就不是现行有效；改成“已修改”或者“已废止”"),
        ("  被取代: shili-guize-2100\n", "", "17:9 有条次对照，没有登记取代它的版本；在“被取代”里写新版本的编号，并登记新版本"),
        ("{4: [5]", "{4: [21]", "18:9 条次对照写到新版第 21 条，新版只有 20 条；右边写新版的条次"),
        ("shili-guize-2099:", "示例规则:", "1:1 法规编号“示例规则”不对；只用小写字母、数字和连字符，例如 jiandu-zhiji-guize-2019"),
    ],
)  # fmt: skip
def test_a_fault_is_told_where_it_is(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert old in ROW

    _, faults = read(tmp_path, ROW.replace(old, new, 1) + NEXT)

    assert faults == [fault]


def test_a_row_without_content_and_a_list_are_refused(tmp_path: Path) -> None:
    assert read(tmp_path, "a-1:\n" + NEXT)[1][0].startswith("1:1 法规“a-1”没有内容；下面要有 名称、状态，还可以有 ")
    assert read(tmp_path, "- a\n")[1] == [
        "1:1 法规登记表要写成“编号: 内容”；每部法规以小写字母、数字、连字符的编号开头，例如 jiandu-zhiji-guize-2019"
    ]


def test_no_register_makes_the_reader_crash(tmp_path: Path) -> None:
    pieces = [
        *"[]{}:,-\n ",
        "  ",
        "名称: ",
        "章: ",
        "起: 1",
        "条次对照: ",
        "要点: ",
        "第五条: ",
        "简称: ",
        "12",
        "甲",
        "a-1:\n",
        "&a ",
        "*a ",
        "!!x ",
    ]
    dice = random.Random(20261125)
    for _ in range(400):
        read(tmp_path, "a-1:\n" + "".join(dice.choice(pieces) for _ in range(dice.randrange(1, 40))))
    lines = (ROW + NEXT).splitlines()
    for _ in range(400):
        cut = [line[: dice.randrange(len(line) + 1)] if dice.random() < 0.1 else line for line in lines]
        read(tmp_path, "\n".join(line for line in cut if dice.random() > 0.05))
