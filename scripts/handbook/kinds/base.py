"""What a schema of front matter is made of: keys, each with a check of its value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from handbook.kinds import values
from handbook.kinds.values import Check
from handbook.model.spelling import nearest


@dataclass(frozen=True, slots=True)
class Key:
    """A key of front matter.

    Attributes:
        name: the key as authors type it.
        label: what it holds, in Chinese.
        check: yields what is wrong with a value.
        required: a page of the kind must have it.
    """

    name: str
    label: str
    check: Check
    required: bool = False


@dataclass(frozen=True, slots=True)
class Schema:
    """The front matter, and the sections, of a kind of page.

    Attributes:
        kind: the value of `kind`.
        keys: the keys by name; MkDocs' own are among them.
        sections: the headings of level 2 that its pages have, in this order; empty when they are free.
        filled: for a section that the build writes, the keys of whose lists it writes it.
    """

    kind: str
    keys: Mapping[str, Key]
    sections: tuple[str, ...] = ()
    filled: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def required(self) -> tuple[Key, ...]:
        """The keys that a page must have."""
        return tuple(key for key in self.keys.values() if key.required)

    def likely(self, name: str) -> str:
        """The key that an author may have meant by another name, also by its Chinese one, or ``""``."""
        names = {key.label: key.name for key in self.keys.values()} | {key: key for key in self.keys}
        word = name.strip().lower()
        return names.get(word) or names.get(nearest(word, names) or "", "")


# MkDocs and Material read these on any page; a value of another shape stops the build with a traceback.
MKDOCS = (
    Key("title", "标题", values.text),
    Key("description", "描述", values.text),
    Key("template", "页面样式", values.template),
    Key("icon", "图标", values.icon),
    Key("status", "状态", values.text),
    Key("hide", "隐藏", values.listed),
    Key("tags", "标签", values.listed),
    Key("search", "搜索", values.mapping),
)

COMMON = (
    Key("kind", "种类", values.text, required=True),
    Key("title", "标题", values.text, required=True),
    Key("summary", "一句话说明", values.text, required=True),
    Key("area", "业务", values.slug),
    Key("code", "编号", values.text),
    Key("owner", "负责部门", values.text, required=True),
    Key("reviewed", "复核日期", values.date, required=True),
    Key("review_in", "复核周期", values.duration, required=True),
    Key("aliases", "别的叫法", values.texts),
    Key("edition", "只在哪个版本", values.text),
)


def schema(
    kind: str, *keys: Key, sections: tuple[str, ...] = (), filled: Mapping[str, tuple[str, ...]] | None = None
) -> Schema:
    """The schema of a kind: the common keys, then its own, which take the place of common ones of the same name."""
    named = {key.name: key for key in (*MKDOCS, *COMMON, *keys)}
    return Schema(kind, named, sections, filled or {})
