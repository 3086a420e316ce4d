"""The ids of time limits in a text lead to the page of all limits."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import fromstring

import markdown
import pytest

from handbook.model.handbook import Handbook
from handbook.plugin.limits import LimitExtension
from registers import page, registers

DEADLINES = "T-04: {事项: 告知, 期限: 15日, 起算: 收到, 延长: 无, 依据: 《示例规则》第一条}\n"


@pytest.fixture
def handbook(tmp_path: Path) -> Handbook:
    (tmp_path / "docs/reference").mkdir(parents=True)
    (tmp_path / "docs/reference/deadlines.yml").write_text(DEADLINES, encoding="utf-8")
    return registers(
        tmp_path, **{"start/x": page("guide", "页", "正文。"), "reference/d": page("deadlines", "总表", "。")}
    )


def links(text: str, handbook: Handbook, src: str = "start/x.md") -> list[tuple[str, str]]:
    shown = LimitExtension(lambda: (handbook.pages[src], handbook))
    root = fromstring(f"<main>{markdown.markdown(text, extensions=['tables', shown])}</main>")
    return [(link.text or "", link.get("href", "")) for link in root.iter("a")]


@pytest.mark.parametrize("text", ["15日内（T-04）。", "**T-04**说的是", "| 甲 |\n|---|\n| T-04 |", "- 按T-04办"])
def test_an_id_leads_to_its_row(handbook: Handbook, text: str) -> None:
    assert links(text, handbook) == [("T-04", "../reference/d.md#t-04")]


@pytest.mark.parametrize("text", ["T-99", "XT-04", "T-045", "`T-04`", "## T-04"])
def test_what_is_no_id_of_a_limit_stays_as_it_is(handbook: Handbook, text: str) -> None:
    assert links(text, handbook) == []


def test_a_link_stays_the_link_that_it_is(handbook: Handbook) -> None:
    assert links("[按 T-04 办](y.md)", handbook) == [("按 T-04 办", "y.md")]


def test_on_the_page_of_all_limits_the_link_stays_on_the_page(handbook: Handbook) -> None:
    assert links("T-04", handbook, "reference/d.md") == [("T-04", "#t-04")]


def test_without_a_page_of_limits_nothing_is_linked(tmp_path: Path) -> None:
    handbook = registers(tmp_path, **{"start/x": page("guide", "页", "正文。")})

    assert links("T-04", handbook) == []
