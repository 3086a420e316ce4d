"""The configuration of deploy/nginx in a real nginx, serving real releases."""

import asyncio
import gzip
import os
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from releases import document, handbook, release, write_project
from served import Server, nginx


@dataclass(frozen=True)
class Site(Server):
    """A running nginx, the folder of releases that it serves, and the project that is released to it."""

    folder: Path
    project: Path


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    base = tmp_path_factory.mktemp("nginx")
    project, folder = base / "root", base / "srv"
    write_project(project, "第一版")
    (project / "docs/form.docx").write_bytes(document("空白"))
    (project / "docs/notes.txt").write_text("空白\n", encoding="utf-8")
    (project / "docs/list.json").write_text("{}", encoding="utf-8")
    (project / "docs/draw.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    release(project, folder)
    with nginx(folder) as running:
        yield Site(running.port, folder, project)


def script_of(server: Site) -> str:
    found = re.search(rb'src="(assets/app\.[0-9a-f]{8}\.js)"', server.ask("/index.html").body)
    assert found
    return found[1].decode()


@pytest.mark.parametrize("path", ["/", "/index.html", "/none.html"])
def test_every_page_carries_the_strict_headers(server: Site, path: str) -> None:
    headers = server.ask(path).headers

    assert headers["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Permissions-Policy"] == "camera=(), microphone=(), geolocation=(), usb=()"
    assert headers["Server"] == "nginx"
    assert headers["Content-Type"] == "text/html; charset=utf-8"


def test_hashed_files_are_kept_for_a_year_and_pages_asked_for_anew(server: Site) -> None:
    assert server.ask(f"/{script_of(server)}").headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert server.ask("/index.html").headers["Cache-Control"] == "no-cache"


def test_unchanged_page_is_answered_with_304(server: Site) -> None:
    first = server.ask("/index.html")

    assert server.ask("/index.html", If_None_Match=first.headers["ETag"]).status == 304


def test_compressed_twin_is_sent_to_who_takes_it(server: Site) -> None:
    plain = server.ask(f"/{script_of(server)}")
    packed = server.ask(f"/{script_of(server)}", Accept_Encoding="gzip")

    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding", "or a cache mixes them up"


@pytest.mark.parametrize("accepted", ["", "identity", "gzip;q=0", "br", "deflate"])
def test_who_takes_no_gzip_gets_the_plain_file(server: Site, accepted: str) -> None:
    answer = server.ask(f"/{script_of(server)}", Accept_Encoding=accepted)

    assert "Content-Encoding" not in answer.headers
    assert answer.body.startswith(b"window.version")


def test_part_of_a_download_is_sent_alone(server: Site) -> None:
    whole, part = server.ask("/form.docx").body, server.ask("/form.docx", Range="bytes=10-19")

    assert (part.status, part.body) == (206, whole[10:20])
    assert server.ask("/form.docx", Range="bytes=99999999-").status == 416


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/form.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("/draw.svg", "image/svg+xml; charset=utf-8"),
        ("/notes.txt", "text/plain; charset=utf-8"),
        ("/list.json", "application/json; charset=utf-8"),
        ("/sitemap.xml", "text/xml; charset=utf-8"),
    ],
)
def test_every_kind_of_file_is_called_what_it_is(server: Site, path: str, kind: str) -> None:
    answer = server.ask(path)

    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)


def test_file_that_is_not_there_is_neither_kept_nor_saved(server: Site) -> None:
    script, document = server.ask("/assets/gone.0123abcd.js"), server.ask("/gone.docx")

    assert (script.status, document.status) == (404, 404)
    assert script.headers["Cache-Control"] == document.headers["Cache-Control"] == "no-cache"
    assert "Content-Disposition" not in document.headers


def test_path_in_another_writing_is_the_same_page(server: Site) -> None:
    page = server.ask("/index.html").body

    assert [server.ask(path).body == page for path in ("//index.html", "/./index.html", "/%69ndex.html")] == [True] * 3


def test_folder_is_led_to_by_a_path_without_names(server: Site) -> None:
    """Whoever asks decides by what name and port he does; a name that nginx repeated could be anyone's."""
    answer = server.ask("/assets", Host="stranger.example")

    assert (answer.status, answer.headers["Location"]) == (301, "/assets/")


def test_address_without_end_is_refused(server: Site) -> None:
    assert server.ask(f"/{'a' * 9000}").status == 414


def test_downloads_are_saved_not_shown_and_pictures_run_nothing(server: Site) -> None:
    document, drawing = server.ask("/form.docx").headers, server.ask("/draw.svg").headers

    assert document["Content-Disposition"] == "attachment"
    assert document["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "sandbox" in drawing["Content-Security-Policy"]
    assert "script-src" not in drawing["Content-Security-Policy"]


def test_unknown_page_gets_the_page_of_ours_that_says_so(server: Site) -> None:
    answer = server.ask("/petitions/none.html")

    assert answer.status == 404
    assert "没有这一页" in answer.body.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/.git/config", "/.htaccess", "/index.md", "/mkdocs.yml", "/index.html.bak", "/a.js.map", "/../SHA256SUMS",
        "/..%2fSHA256SUMS", "/%2e%2e/SHA256SUMS", "/assets/", "//../releases/", "/assets/../../SHA256SUMS", "/.%00",
    ],
)  # fmt: skip
def test_nothing_but_the_site_is_served(server: Site, path: str) -> None:
    stray = server.folder / "current/site/index.md"
    stray.write_text("x", encoding="utf-8")
    answer = server.ask(path)
    stray.unlink()

    assert answer.status in {400, 403, 404}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "FOO"])
def test_only_reading_is_allowed(server: Site, method: str) -> None:
    answer = server.ask("/index.html", method=method)

    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_head_is_allowed(server: Site) -> None:
    answer = server.ask("/index.html", method="HEAD")

    assert (answer.status, answer.body, "Allow" in answer.headers) == (200, b"", False)


def test_link_out_of_the_site_is_not_followed(server: Site) -> None:
    link = server.folder / "current/site/out.txt"
    link.symlink_to("/etc/hostname")
    if os.geteuid() == 0:  # another's link is what nginx refuses
        os.lchown(link, 12345, 12345)
    answer = server.ask("/out.txt")
    link.unlink()

    assert answer.status == 403


async def _read(port: int, path: str) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    return answer


async def _visit(port: int, done: asyncio.Event, faults: list[str]) -> int:
    """Read the page and, a moment later, the script that it names, again and again."""
    visits = 0
    while not done.is_set():
        page = await _read(port, "/index.html")
        script = re.search(rb'src="(assets/[^"]+)"', page)
        if not page.startswith(b"HTTP/1.1 200") or not script:
            faults.append(f"page: {page[:60]!r}")
            continue
        await asyncio.sleep(0.01)
        answer = await _read(port, f"/{script[1].decode()}")
        if not answer.startswith(b"HTTP/1.1 200") or b"window.version" not in answer:
            faults.append(f"script: {answer[:60]!r}")
        visits += 1
    return visits


async def _under_load(server: Site, steps: list[list[str]]) -> tuple[int, list[str]]:
    done, faults = asyncio.Event(), list[str]()
    visitors = [asyncio.create_task(_visit(server.port, done, faults)) for _ in range(8)]
    for step in steps:
        await asyncio.to_thread(_step, server, step)
    done.set()
    return sum(await asyncio.gather(*visitors)), faults


def _step(server: Site, step: list[str]) -> None:
    if step[0] == "release":
        write_project(server.project, step[1])
        release(server.project, server.folder, epoch=1795600000 + int(step[1]))
    else:
        assert handbook("rollback", "--to", str(server.folder)).returncode == 0


def test_no_request_fails_across_twenty_releases_and_twenty_rollbacks(server: Site) -> None:
    steps = [step for number in range(1, 21) for step in (["release", str(number)], ["rollback"])]

    with ThreadPoolExecutor(1) as thread:  # a test of the browser may have left its loop in this one
        visits, faults = thread.submit(asyncio.run, _under_load(server, steps)).result()

    assert faults == []
    assert visits > 500
