"""多选: some of the options that the template lists; the value names them in their order, “甲、乙”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from handbook.fields.base import Control, DefinitionFault, FieldType, tidy
from handbook.fields.choice import option_faults
from handbook.model.spelling import nearest
from handbook.model.template import Field

SEPARATOR = "、"
_LONGEST_TAG = 64  # Word cuts what is longer


class ChoicesType(FieldType):
    """Some of the options, one check box for each."""

    name: ClassVar[str] = "多选"
    rule: ClassVar[str] = "选一项或者几项"
    control: ClassVar[Control] = Control.CHECKBOXES
    limit: ClassVar[int] = 1000
    asks: ClassVar[str] = "checkboxes"

    def check_definition(self, field: Field) -> Iterator[DefinitionFault]:
        """There must be options, all different, none empty, none with the mark that separates them."""
        yield from super().check_definition(field)
        yield from option_faults(field, self.name)
        for option in field.options:
            if SEPARATOR in option:
                yield DefinitionFault("选项", f"选项“{option}”里有“、”，选了几项时分不清", "换成“和”或者“/”")
            elif len(tag_of(field.name, option)) > _LONGEST_TAG:
                yield DefinitionFault("选项", f"字段名和选项“{option}”合起来超过 {_LONGEST_TAG} 个字", "缩短选项")

    def normalise(self, value: str) -> str:
        """The options separated by 、 however they were separated."""
        words = tidy(value).replace("，", SEPARATOR).replace(",", SEPARATOR).replace("\n", SEPARATOR)
        return SEPARATOR.join(word.strip() for word in words.split(SEPARATOR) if word.strip())

    def _refuse(self, field: Field, value: str) -> str | None:
        chosen = value.split(SEPARATOR)
        for index, option in enumerate(chosen):
            if field.options and option not in field.options:
                near = nearest(option, field.options)
                known = f"（是不是“{near}”？）" if near else f"，选项有 {SEPARATOR.join(field.options)}"
                return f"“{option}”不是选项之一{known}"
            if option in chosen[:index]:
                return f"“{option}”选了两次"
        return None


def tag_of(name: str, option: str) -> str:
    """The tag of an option's check box."""
    return f"{name}={option}"


TYPE = ChoicesType()
