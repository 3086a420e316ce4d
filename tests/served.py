"""A real nginx with the configuration of deploy/, on loopback, as `make serve-nginx` starts it."""

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest

from handbook.release.compression import compress
from handbook.release.diagrams import write_map
from handbook.release.manifest import write_sums

ROOT = Path(__file__).parents[1]
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes


@dataclass(frozen=True)
class Server:
    """A running nginx."""

    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, *, method: str = "GET", **headers: str) -> Answer:
        """The answer to one request, redirects not followed."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(f"{self.address}{path}", method=method, headers=named)
        opener = urllib.request.build_opener(_Stay, urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=10) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers, error.read())


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


@contextmanager
def nginx(folder: Path) -> Iterator[Server]:
    """Serve a folder of releases."""
    port = _free_port()
    with _served(["sh", str(ROOT / "scripts/setup/serve_nginx.sh"), str(folder), f"127.0.0.1:{port}"], port) as server:
        yield server


@contextmanager
def running(folder: Path, locations: str) -> Iterator[Server]:
    """Another nginx, with locations of its own; a folder keeps its files."""
    port = _free_port()
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in TEMPORARY)
    server = f"server {{ listen 127.0.0.1:{port}; {locations} }}"
    configuration = folder / "nginx.conf"
    configuration.write_text(
        f"pid {folder}/pid; events {{}} http {{ access_log off; {temporary} {server} }}", encoding="utf-8"
    )
    program = subprocess.run(
        ["sh", ROOT / "scripts/setup/nginx.sh"], capture_output=True, text=True, check=True
    ).stdout.strip()
    with _served([program, "-e", "stderr", "-c", str(configuration), "-g", "daemon off;"], port) as served:
        yield served


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def _served(command: list[str], port: int) -> Iterator[Server]:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        try:
            _wait(port, process)
            yield Server(port)
        finally:
            process.terminate()
            process.communicate(timeout=10)


def _wait(port: int, process: "subprocess.Popen[str]") -> None:
    for _ in range(200):
        if process.poll() is not None:
            assert process.stderr is not None
            pytest.fail(process.stderr.read())
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("nginx does not listen")


def released(site: Path, to: Path) -> Path:
    """A folder of releases that serves a site which is built already."""
    release = to / "releases/1"
    shutil.copytree(site, release / "site")
    compress(release / "site")
    write_sums(release, "site")
    write_map(release / "site", to)
    (to / "current").symlink_to("releases/1")
    return to
