"""The checks of front matter values."""

import pytest
import yaml as pyyaml

from handbook.kinds import values
from handbook.model.value import Mapping
from handbook.sources import yaml


def messages(check: values.Check, text: str) -> list[str]:
    value, _ = yaml.parse(f"k: {text}\n", path="p.md")
    assert isinstance(value, Mapping)
    return [finding.message for finding in check("k", value.entries[0][1])]


@pytest.mark.parametrize(
    "text",
    "no Yes OFF true 012 0x1F 0b11 12:30 1:20:30 1_000 1.10 5.0 1. 1.5e+3 .inf .NaN "
    "2026 12.5 -7 v1 nope 1.2.3 12:99 a:b 0 010a 2026-01-31".split(),
)
def test_words_that_yaml_would_change_are_told(text: str) -> None:
    changed = str(pyyaml.safe_load(text)) != text

    assert messages(values.text, text) == ([f"“k”的值“{text}”会被 YAML 读成别的值"] if changed else [])
    assert messages(values.text, f'"{text}"') == []


def test_a_text_is_one_text_and_not_empty() -> None:
    assert messages(values.text, "[a]") == ["“k”要写成一句话，不是列表或者一组内容"]
    assert messages(values.text, "") == messages(values.text, '" "') == ["“k”是空的"]


def test_a_list_of_codes_may_be_empty_or_a_single_code() -> None:
    check = values.codes(r"T-\d{2}", "T-04")

    assert [messages(check, text) for text in ("[]", "", "T-01", "[T-01, T-02]")] == [[], [], [], []]
    assert messages(check, "[T-1, T-02]") == ["“k”的值“T-1”写法不对"]
    assert messages(check, "T-01，T-02") == ["“k”的值“T-01，T-02”用了中文逗号"]
    assert messages(check, "{T-01: a}") == ["“k”要写成列表"]


def test_a_choice_is_one_of_its_options() -> None:
    assert messages(values.choice("公文", "笔录"), "公文") == []
    assert messages(values.choice("公文", "笔录"), "表格") == ["“k”不能是“表格”"]
