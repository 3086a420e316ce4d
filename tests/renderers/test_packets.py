from documents import read
from handbook.model.template import Template
from handbook.renderers.packets import union


def template(code: str, *fields: str) -> Template:
    lines = "\n".join(f"  {field}" for field in fields)
    return read(f"---\ncode: {code}\ntitle: 文书{code}\nversion: 1\nlayout: 公文\nfields:\n{lines}\n---\n\n# 文书\n")


def names(*templates: Template) -> list[str]:
    return [field.name for field in union(templates)[0]]


def test_a_fact_that_two_documents_share_is_asked_once_and_as_strictly_as_either_asks() -> None:
    one = template("A", "编号: {类型: 编号, 必填: 是}", "说明: {类型: 文字, 最多字数: 50}")
    other = template("B", "说明: {类型: 文字, 必填: 是, 最多字数: 20, 说明: 简要}", "编号: {类型: 编号}")

    fields, owners = union([one, other])

    assert [(f.name, f.required, f.max_length, f.note) for f in fields] == [
        ("编号", True, None, ""),
        ("说明", True, 20, "简要"),
    ]
    assert owners == {}


def test_a_fact_of_another_kind_in_another_document_is_asked_for_each() -> None:
    one = template("A", "方式: {类型: 单选, 选项: [甲, 乙]}")
    other = template("B", "方式: {类型: 单选, 选项: [丙, 丁]}", "日期: {类型: 日期}")

    fields, owners = union([one, other])

    assert [field.name for field in fields] == ["日期", "方式（文书A）", "方式（文书B）"]
    assert owners == {"方式（文书A）": ("A", "方式"), "方式（文书B）": ("B", "方式")}


def test_what_follows_from_a_separate_fact_is_separate_too() -> None:
    one = template("A", "方式: {类型: 单选, 选项: [甲, 乙]}", "理由: {类型: 文字, 必填: 当 方式=甲}")
    other = template("B", "方式: {类型: 单选, 选项: [丙, 丁]}", "理由: {类型: 文字}")

    assert names(one, other) == ["方式（文书A）", "理由（文书A）", "方式（文书B）", "理由（文书B）"]


def test_conditions_of_two_documents_hold_when_either_holds() -> None:
    first = "方式: {类型: 单选, 选项: [甲, 乙]}"
    one = template("A", first, "理由: {类型: 文字, 必填: 当 方式=甲}")
    other = template("B", first, "理由: {类型: 文字, 必填: 当 方式=乙}")

    needed = union([one, other])[0][1].needed_when

    assert needed is not None
    assert needed.operator == "any"
