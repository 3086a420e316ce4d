"""The home page: emergency cards, what newcomers meet most, and every task."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from handbook.renderers.listing import compose_home
from handbook.settings import Settings
from handbook.sources import load
from registers import page, registers

HOME = page("home", "我要办什么", "开头。\n\n## 怎么找\n\n看卡片。\n", first="{收信: receive.md#s1}")


def home(root: Path, **pages: str) -> list[str]:
    handbook = registers(root, index=HOME, **pages)
    return compose_home(handbook.pages["index.md"], handbook).split("\n")


def test_cards_stand_above_what_is_met_most_and_both_above_the_words_of_the_author(tmp_path: Path) -> None:
    lines = home(tmp_path, **{"start/visit": page("card", "群众上门", "## 马上做\n\n请坐。")})

    assert [line for line in lines if line.startswith("## ")] == ["## 应急卡", "## 最常碰到的", "## 怎么找"]
    assert "- [群众上门](start/visit.md)" in lines
    assert "- [收信](receive.md#s1)" in lines


def test_cards_follow_the_order_of_the_navigation(tmp_path: Path) -> None:
    cards = {name: page("card", name, "## 马上做\n\n请坐。") for name in ("a", "b")}
    handbook = registers(tmp_path, index=HOME, **cards)
    assert [card.title for card in handbook.of_kind("card")] == ["a", "b"]

    (tmp_path / "mkdocs.yml").write_text("site_name: 示例\nnav: [index.md, b.md, a.md]\n", encoding="utf-8")

    lines = home_of(tmp_path)
    assert lines.index("- [b](b.md)") < lines.index("- [a](a.md)")


def test_a_handbook_without_cards_has_no_row_of_them(tmp_path: Path) -> None:
    assert "## 应急卡" not in home(tmp_path)


def home_of(root: Path) -> list[str]:
    """The home page of a handbook that has been written."""
    handbook = load(root, today=dt.date(2099, 1, 6), settings=Settings())
    return compose_home(handbook.pages["index.md"], handbook).split("\n")
