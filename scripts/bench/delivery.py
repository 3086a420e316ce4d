"""What delivery costs and bears: compressing, listing and packing our own site, and switching releases under load."""

import datetime as dt
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from project import ROOT

HEAD = ("step", "s", "files", "MB", "result")
MB = 1_000_000
SECONDS, SWITCHES, CONNECTIONS = 8, 40, 8
PAGE = "petitions/receive.html"
Row = tuple[str, ...]


def rows(site: Path, folder: Path) -> list[Row]:
    """The table, for a built site; what it makes goes into a folder."""
    from handbook.release.compression import compress
    from handbook.release.manifest import faults, write_sums

    releases = folder / "srv/releases"
    first, second = releases / "1", releases / "2"
    shutil.copytree(site, first / "site")
    found = [HEAD, _timed("compress", lambda: compress(first / "site"), first / "site", "*.gz")]
    found.append(_timed("list with SHA-256", lambda: write_sums(first, "site"), first, "SHA256SUMS"))
    found.append(_timed("verify", lambda: next(faults(first, "site"), None), first / "site", "*"))
    found.append(_timed("pack for a stick", lambda: _pack(site, folder), folder, "a.zip"))
    shutil.copytree(first, second)
    found.append(_under_load(folder / "srv"))
    return found


def _timed(name: str, step: Callable[[], object], place: Path, made: str) -> Row:
    start = time.perf_counter()
    step()
    seconds = time.perf_counter() - start
    files = [path for path in place.rglob(made) if path.is_file()]
    return (name, f"{seconds:.2f}", str(len(files)), f"{sum(path.stat().st_size for path in files) / MB:.1f}", "")


def _pack(site: Path, folder: Path) -> None:
    from handbook.release.usb import Label, pack

    moment = dt.datetime(2099, 1, 1, tzinfo=dt.UTC)
    pack(site, Label("示例", "1", moment.date(), moment.date(), "a.zip"), moment, folder / "a.zip")


def _under_load(store_folder: Path) -> Row:
    """Switch releases back and forth while wrk asks for a page as fast as it can."""
    from handbook.release.store import Store

    name = f"{SWITCHES} switches, wrk with {CONNECTIONS} connections"
    wrk = shutil.which("wrk")
    if wrk is None or shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") is None:
        return (name, "", "", "", "not measured: wrk and nginx are needed")
    store = Store(store_folder)
    store.switch("1")
    with _served(store_folder) as address:
        command = [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", f"{address}/{PAGE}"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as load:
            for number in range(SWITCHES):
                time.sleep(SECONDS / (SWITCHES + 2))
                store.switch("12"[number % 2 == 0])
            said = load.communicate()[0]
    asked = re.search(r"(\d+) requests in", said)
    errors = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", said)
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    bad = sum(map(int, errors.groups())) if errors else 0
    bad += int(failed[1]) if failed else 0
    return (name, str(SECONDS), "", "", f"{bad} of {asked[1] if asked else '?'} requests failed")


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{listener.getsockname()[1]}"
    command = ["sh", str(ROOT / "scripts/setup/serve_nginx.sh"), str(folder), address]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            time.sleep(2)
            yield f"http://{address}"
        finally:
            server.terminate()
