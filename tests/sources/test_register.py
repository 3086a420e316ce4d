"""The register of time limits."""

from pathlib import Path

from handbook.sources.register import FILE, read_deadlines

ROW = "  事项: 登记\n  期限: 当日\n  起算: 收到之日\n  延长: 无\n  依据: 《示例办法》第一条\n"


def read(docs: Path, text: str) -> tuple[list[str], list[str]]:
    (docs / FILE).parent.mkdir(exist_ok=True)
    (docs / FILE).write_text(text, encoding="utf-8")
    deadlines, faults = read_deadlines(docs)
    return list(deadlines), [f"{f.span.line}:{f.span.column} {f.message}" for f in faults]


def test_a_row_is_read_in_its_own_words(tmp_path: Path) -> None:
    assert read(tmp_path, f"T-01:\n{ROW}") == (["T-01"], [])
    limit = read_deadlines(tmp_path)[0]["T-01"]

    assert (limit.subject, limit.limit, limit.start, limit.extension) == ("登记", "当日", "收到之日", "无")
    assert str(limit.span) == "docs/reference/deadlines.yml:1:1"


def test_a_handbook_without_a_register_has_no_time_limits(tmp_path: Path) -> None:
    assert read_deadlines(tmp_path) == ({}, ())


def test_each_fault_of_a_row_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, f"T1:\n{ROW.replace('延长', '廷长').replace('当日', '')}T-02: 五天\n") == (
        ["T1"],
        [
            "1:1 时限编号“T1”不对",
            "3:3 时限 T1 的“期限”要写一句话",
            "5:3 时限没有“廷长”这一项",
            "1:1 时限 T1 缺少“延长”",
            "7:1 时限 T-02 没有内容",
        ],
    )


def test_a_list_instead_of_a_mapping_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, "- T-01\n") == ([], ["1:1 时限总表要写成“编号: 内容”"])
    assert read(tmp_path, "T-01：\n  事项: 登记\n") == ([], ["1:5 “T-01：”用了中文冒号"])
