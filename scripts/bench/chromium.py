"""The browser that measurements drive: the one of the tests, where `make dev` has prepared them."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@contextmanager
def launched(unmeasured: str) -> Iterator["Browser | None"]:
    """Start Chromium; None where there is none, or nothing to drive it with, and then say what is not measured."""
    path = next(filter(None, map(shutil.which, (os.environ.get("HANDBOOK_CHROMIUM", ""), "chromium"))), None)
    if path is None or find_spec("playwright") is None:
        print(f"no Chromium or no playwright: {unmeasured} not measured", file=sys.stderr)
        yield None
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=path, args=["--no-sandbox"]) as it:
        yield it
