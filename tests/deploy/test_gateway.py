"""The site under a path of another one, behind the gateway that docs/maintain/publish.md describes."""

import gzip
import re
from collections.abc import Iterator

import pytest

from releases import release, write_project
from served import ROOT, Server, nginx, running

PAGE_OF_MAINTAINERS = ROOT / "docs/maintain/publish.md"
LOST = '<!doctype html><html lang=zh><link rel=stylesheet href="{{ "assets/main.css" | url }}">没有这一页</html>'


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    base = tmp_path_factory.mktemp("gateway")
    project, folder = base / "root", base / "srv"
    write_project(project, "第一版")
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub("site_url: .*", "site_url: http://example/handbook/", config)
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    (project / "theme/404.html").write_text(LOST, encoding="utf-8")
    (project / "theme/assets/main.css").write_text("p { margin: 0 }\n", encoding="utf-8")
    release(project, folder)
    with nginx(folder) as site, running(base, described(site.port)) as server:
        yield server


def described(port: int) -> str:
    """The block of the page for maintainers, asking a server on this port."""
    (block,) = re.findall(r"```nginx\n(.*?)```", PAGE_OF_MAINTAINERS.read_text(encoding="utf-8"), re.DOTALL)
    assert "127.0.0.1:8080" in block
    return str(block).replace("127.0.0.1:8080", f"127.0.0.1:{port}")


def test_pages_are_served_below_the_path(gateway: Server) -> None:
    assert "第一版" in gateway.ask("/handbook/").body.decode()
    assert "第一版" in gateway.ask("/handbook/index.html").body.decode()


def test_lost_reader_gets_a_page_whose_styles_are_found(gateway: Server) -> None:
    answer = gateway.ask("/handbook/a/b/none.html")
    target = re.search('href="([^"]+)"', answer.body.decode())

    assert answer.status == 404
    assert target
    assert (target[1], gateway.ask(target[1]).status) == ("/handbook/assets/main.css", 200)


def test_folder_leads_to_itself_below_the_path(gateway: Server) -> None:
    answer = gateway.ask("/handbook/assets")

    assert (answer.status, answer.headers["Location"]) == (301, f"{gateway.address}/handbook/assets/")


def test_gateway_that_speaks_http_1_0_gets_the_compressed_twin(gateway: Server) -> None:
    script = re.search(r'src="(assets/app\.[^"]+)"', gateway.ask("/handbook/index.html").body.decode())
    assert script
    packed = gateway.ask(f"/handbook/{script[1]}", Accept_Encoding="gzip", Via="1.1 another")

    assert packed.headers["Content-Encoding"] == "gzip"
    assert b"window.version" in gzip.decompress(packed.body)
    assert packed.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_headers_reach_the_reader(gateway: Server) -> None:
    headers = gateway.ask("/handbook/index.html").headers

    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
