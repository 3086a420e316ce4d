"""A procedure: what to do with a case event, step by step."""

from __future__ import annotations

from handbook.kinds import values
from handbook.kinds.base import Key, schema

STEPS = "办理步骤"
SECTIONS = ("适用情形", "谁办谁批", STEPS, "流程图", "时限", "文书", "红线", "依据", "上一步/下一步流程")

_code = values.matching(r"[A-Z]{2}-\d{2}", "XF-01")
_neighbours = values.codes(r"[A-Z]{2}-\d{2}", "XF-01")

SCHEMA = schema(
    "procedure",
    Key("area", "业务", values.slug, required=True),
    Key("code", "编号", _code, required=True),
    Key("tasks", "任务", values.text_mapping, required=True),
    Key("deadlines", "时限", values.codes(r"T-\d{2,3}", "T-04"), required=True),
    Key("templates", "文书", values.codes(r"[A-Z]{2}-W\d{2,3}", "XF-W01"), required=True),
    Key("previous", "上一步", _neighbours, required=True),
    Key("next", "下一步", _neighbours, required=True),
    sections=SECTIONS,
    filled={"时限": ("deadlines",), "文书": ("templates",), "上一步/下一步流程": ("previous", "next")},
)
