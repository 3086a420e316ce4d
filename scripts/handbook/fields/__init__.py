"""The types of fields: one a module, found by its `TYPE`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from handbook.fields.base import Control, DefinitionFault, FieldType, Input

__all__ = ["Control", "DefinitionFault", "FieldType", "Input", "all_types", "find_type", "type_of"]

_NO_TYPES = {"base", "functions", "logic"}


@cache
def all_types() -> Mapping[str, FieldType]:
    """Every field type by its Chinese name."""
    modules = (module.name for module in pkgutil.iter_modules(__path__) if module.name not in _NO_TYPES)
    types = [importlib.import_module(f"{__name__}.{module}").TYPE for module in modules]
    return {found.name: found for found in sorted(types, key=lambda found: found.name)}


def find_type(name: str) -> FieldType | None:
    """The field type of that name, or None."""
    return all_types().get(name)


def type_of(name: str) -> FieldType:
    """The field type of that name; of an unknown one 文字, so that a draft can still be shown."""
    return find_type(name) or all_types()["文字"]
