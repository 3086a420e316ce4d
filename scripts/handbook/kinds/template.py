"""A document template: its front matter declares the fields, its body is the wording."""

from __future__ import annotations

from handbook.kinds import values
from handbook.kinds.base import Key, schema

# The sections of the page that the build writes around the document: their titles and their anchors.
SECTIONS = {
    "download": "下载",
    "fill": "在线填写",
    "uses": "用在哪里",
    "approval": "谁批谁签",
    "fields": "字段说明",
    "preview": "预览",
    "sample": "填好的样例",
    "basis": "依据",
}
LAYOUTS = ("公文", "审批表", "笔录")

SCHEMA = schema(
    "template",
    Key("area", "业务", values.slug, required=True),
    Key("code", "编号", values.matching(r"[A-Z]{2}-W\d{2,3}", "XF-W01"), required=True),
    Key("version", "版本", values.integer, required=True),
    Key("layout", "版式", values.choice(*LAYOUTS), required=True),
    Key("step", "用在哪一步", values.text, required=True),
    Key("planned_in", "等着用它的流程", values.codes(r"[A-Z]{2}-\d{2,3}", "SC-04")),
    Key("approve", "谁审批", values.text, required=True),
    Key("seal", "盖章签名", values.text, required=True),
    Key("basis", "依据", values.text, required=True),
    Key("note", "说明", values.text),
    Key("fields", "字段", values.mapping, required=True),
)
