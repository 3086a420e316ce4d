"""The parts of an emergency card are held like those of a procedure."""

from __future__ import annotations

from pathlib import Path

from handbook import rules
from handbook.kinds.card import SECTIONS
from registers import page, registers


def found(root: Path, *parts: str) -> list[str]:
    body = "\n\n".join(f"## {part}\n\n照着做。" for part in parts)
    handbook = registers(root, card=page("card", "谈话当天", body))
    return [f"{one.code} {one.message}" for one in rules.check(handbook) if one.code in ("PAG017", "PAG019")]


def test_a_card_with_its_six_parts_is_right(tmp_path: Path) -> None:
    assert [line for line in found(tmp_path, *SECTIONS) if "card" in line or "不要做" in line] == []


def test_a_part_that_is_missing_is_reported(tmp_path: Path) -> None:
    parts = [part for part in SECTIONS if part != "不要做"]

    assert "PAG017 缺少小标题“不要做”" in found(tmp_path, *parts)


def test_a_part_of_ones_own_is_reported(tmp_path: Path) -> None:
    assert "PAG019 card 页面没有“提示”这个小标题" in found(tmp_path, *SECTIONS, "提示")
