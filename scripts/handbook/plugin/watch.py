"""Which page MkDocs is at, and for how long: what hangs or breaks is told by the name of its page."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.pages import Page

SECONDS_A_PAGE = 20


class PageTooSlowError(Exception):
    """A page took longer than any honest page does."""


class WatchConfig(Config):  # type: ignore[no-untyped-call]
    """Nobody writes it into mkdocs.yml, so it has no options."""


class Watch(BasePlugin[WatchConfig]):  # type: ignore[no-untyped-call]
    """Notes the page that is being rendered, and starts the clock for it.

    Attributes:
        page: path of the page relative to docs/, or ``""`` between pages.
    """

    def __init__(self, seconds: float = SECONDS_A_PAGE) -> None:
        self.page = ""
        self._seconds = seconds
        self._runs = False

    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Begin a page."""
        self.page = page.file.src_uri
        if self._runs:
            signal.setitimer(signal.ITIMER_VIRTUAL, self._seconds)
        return markdown

    @event_priority(-100)
    def on_page_content(self, html: str, **_: Any) -> str:
        """End a page."""
        self.page = ""
        if self._runs:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        return html

    @contextmanager
    def clock(self) -> Iterator[None]:
        """Let the clock run, where the system has one and this thread may use it; it counts computing, not waiting."""
        if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGVTALRM, _stop)
        self._runs = True
        try:
            yield
        finally:
            self._runs = False
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            signal.signal(signal.SIGVTALRM, before)


def _stop(*_: object) -> None:
    raise PageTooSlowError
