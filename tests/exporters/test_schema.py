"""The JSON Schema of a template, tried on facts with the few keywords that it uses."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from documents import read
from handbook.cli import main
from handbook.exporters.schema import export_schema
from handbook.fields.logic import sample
from handbook.model.handbook import Handbook
from handbook.model.template import Template

FIELDS = """
  编号: {类型: 编号, 必填: 是, 示例: 示镇-2099-001}
  处置方式: {类型: 单选, 选项: [立案, "了结.*"], 示例: 立案}
  理由: {类型: 多段文字, 必填: 当 处置方式=立案 且 (编号 已填 或 渠道 包含 来信), 最多字数: 5}
  渠道: {类型: 多选, 选项: [来信, 来访（上门）]}
  收到日期: {类型: 日期}
  办结日期: {类型: 日期, 必填: 当 收到日期 早于 办结日期}
  金额: {类型: 金额}
  财物: {类型: 重复组, 必填: 是, 最多几行: 2, 每行: {名称: {类型: 文字, 必填: 是}, 数量: {类型: 整数}}}
"""
TEMPLATE = read(f"---\nkind: template\ntitle: 表\ncode: XF-W01\nversion: 2\nlayout: 公文\nfields:{FIELDS}---\n\n# 表\n")
GOOD = {"编号": "示镇-2099-001", "财物": [{"名称": "茶叶", "数量": "2"}]}


def accepts(schema: dict[str, Any], value: Any) -> bool:
    """What JSON Schema says of these keywords; a keyword about another type of value says nothing."""
    unknown = set(schema) - {"$schema", "$id", "title", "description", *CHECKS, "if", "then"}
    assert not unknown, unknown
    if "if" in schema and accepts(schema["if"], value) and not accepts(schema["then"], value):
        return False
    return all(CHECKS[key](rule, value) for key, rule in schema.items() if key in CHECKS)


TYPES = {"object": dict, "array": list, "string": str, "integer": int}
CHECKS = {
    "type": lambda rule, v: isinstance(v, TYPES[rule]),
    "const": lambda rule, v: v == rule,
    "enum": lambda rule, v: v in rule,
    "minLength": lambda rule, v: not isinstance(v, str) or len(v) >= rule,
    "maxLength": lambda rule, v: not isinstance(v, str) or len(v) <= rule,
    "pattern": lambda rule, v: not isinstance(v, str) or re.search(rule, v) is not None,
    "minItems": lambda rule, v: not isinstance(v, list) or len(v) >= rule,
    "maxItems": lambda rule, v: not isinstance(v, list) or len(v) <= rule,
    "items": lambda rule, v: not isinstance(v, list) or all(accepts(rule, item) for item in v),
    "required": lambda rule, v: not isinstance(v, dict) or all(name in v for name in rule),
    "properties": lambda rule, v: (
        not isinstance(v, dict) or all(accepts(r, v[name]) for name, r in rule.items() if name in v)
    ),
    "allOf": lambda rule, v: all(accepts(part, v) for part in rule),
    "anyOf": lambda rule, v: any(accepts(part, v) for part in rule),
    "not": lambda rule, v: not accepts(rule, v),
}


def fits(template: Template, facts: dict[str, Any]) -> bool:
    return accepts(json.loads(export_schema(template)), {"格式": "文书事实", "格式版本": 1, "事实": facts})


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"处置方式": "", "收到日期": "", "金额": "", "渠道": ""},
        {"处置方式": "了结.*"},
        {"处置方式": "立案", "理由": "有必要"},
        {"渠道": "来信、来访（上门）", "收到日期": "2099-01-05", "金额": "12345.60"},
        {"财物": [{"名称": "茶叶"}, {"名称": "手表"}]},
        {"别的文书的": "事实"},
        {"收到日期": "2099-01-05", "办结日期": ""},
    ],
)
def test_facts_that_fit_are_taken(more: dict[str, Any]) -> None:
    assert fits(TEMPLATE, GOOD | more)


@pytest.mark.parametrize(
    "more",
    [
        {"编号": ""},
        {"处置方式": "移送"},
        {"处置方式": "立案"},
        {"处置方式": "立案", "理由": ""},
        {"理由": "一二三四五六"},
        {"渠道": "来信,来访（上门）"},
        {"收到日期": "2099年1月5日"},
        {"金额": "1.234"},
        {"财物": []},
        {"财物": [{"数量": "2"}]},
        {"财物": [{"名称": "茶叶", "数量": "两个"}]},
        {"财物": [{"名称": "茶叶"}] * 3},
        {"财物": "茶叶"},
    ],
)
def test_facts_that_do_not_fit_are_refused(more: dict[str, Any]) -> None:
    assert not fits(TEMPLATE, GOOD | more)


def test_a_missing_required_fact_is_refused() -> None:
    assert not fits(TEMPLATE, {"编号": "示镇-2099-001"})


def test_every_sample_of_ours_fits_its_schema(handbook: Handbook) -> None:
    for template in handbook.templates.values():
        facts: dict[str, Any] = {
            field.name: [dict(row) for row in field.example_rows]
            if field.fields
            else field.example or sample(template, field)
            for field in template.fields
        }
        assert fits(template, facts), template.code


def test_the_command_prints_the_schema_of_a_code(repo_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "xf-w01", "--root", str(repo_root)]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_command_asks_for_the_nearest_code(repo_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "XF-W0l", "--root", str(repo_root)]) == 2
    assert "是不是“XF-W0" in capsys.readouterr().err
