"""The functions that 推算 may call: a closed set, one a module, found by its `FUNCTION`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from handbook.fields.functions.base import Function

__all__ = ["Function", "all_functions"]


@cache
def all_functions() -> Mapping[str, Function]:
    """Every function by its Chinese name."""
    modules = (module.name for module in pkgutil.iter_modules(__path__) if module.name != "base")
    functions = [importlib.import_module(f"{__name__}.{module}").FUNCTION for module in modules]
    return {found.name: found for found in sorted(functions, key=lambda found: found.name)}
