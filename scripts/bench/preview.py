"""How long an author waits: from saving one page to the live preview showing it."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from project import Project

STARTED_WITHIN = 1800.0
SHOWN_WITHIN = 1800.0


def edited_page(project: Project, page: str, *, log: Path) -> float:
    """Serve the project, add a sentence to one page, and return the seconds until the preview has it."""
    with _preview(project, log) as address:
        marker = f"改动{time.time_ns()}"
        source = project.root / "docs" / page
        with source.open("a", encoding="utf-8") as file:
            file.write(f"\n{marker}\n")
        start = time.perf_counter()
        _wait_for(f"{address}/{project.address(page)}", marker, SHOWN_WITHIN)
        return time.perf_counter() - start


@contextmanager
def _preview(project: Project, log: Path) -> Iterator[str]:
    port = _free_port()
    with log.open("wb") as output:
        process = subprocess.Popen(
            project.serve(port), cwd=project.root, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(f"{address}/", "<html", STARTED_WITHIN)
            time.sleep(1)  # the watcher starts after the server
            yield address
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=30)


def _wait_for(address: str, text: str, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        try:
            with urllib.request.urlopen(address, timeout=seconds) as answer:
                if text in answer.read().decode("utf-8"):
                    return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.02)
    raise TimeoutError(f"{address} did not show {text!r} within {seconds:.0f} s")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
