"""The register of page kinds: each module of this package that defines a `SCHEMA`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from handbook.kinds.base import Schema


@cache
def schemas() -> Mapping[str, Schema]:
    """The schema of every page kind by its name."""
    modules = (
        importlib.import_module(f"{__package__}.{module.name}")
        for module in pkgutil.iter_modules([str(Path(__file__).parent)])
        if module.name != "registry"
    )
    found: list[Schema] = [module.SCHEMA for module in modules if hasattr(module, "SCHEMA")]
    return {schema.kind: schema for schema in found}
