"""`handbook build` on small MkDocs projects: check, build, audit, switch; or nothing at all."""

import datetime as dt
import gzip
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.errors import BuildError
from handbook.plugin.build import Build, build
from handbook.settings import Settings

PLAIN = """\
site_name: 示例
theme: {name: null, custom_dir: theme}
plugins: []
"""
MAIN = '<!doctype html><html lang="zh"><title>示例</title><body>{{ page.content }}</body></html>\n'
SLOW = """\
import time
from pathlib import Path

def on_post_page(output, page, config):
    Path(config.config_file_path).with_name("started").touch()
    time.sleep(30)
"""


def project(root: Path, *, config: str = PLAIN, hook: str = "", **pages: str) -> Path:
    for name, text in ({"index": "# 首页\n"} | pages).items():
        path = root / f"docs/{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "theme").mkdir(exist_ok=True)
    (root / "theme/main.html").write_text(MAIN, encoding="utf-8")
    if hook:
        (root / "hook.py").write_text(hook, encoding="utf-8")
        config += "hooks: [hook.py]\n"
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    return root


def run(root: Path, *, settings: Settings | None = None) -> Build:
    return build(root, root / "site", today=dt.date(2099, 1, 1), settings=settings or Settings())


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def lines(result: Build) -> list[str]:
    return [f"{found.code} {found.rule}" for found in result.diagnostics]


def handbook(root: Path) -> list[str]:
    return [sys.executable, "-m", "handbook", "build", "--root", str(root)]


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "scripts"), "PYTHONUTF8": "1"}


def test_plain_project_is_built_audited_and_put_into_place(tmp_path: Path) -> None:
    result = run(project(tmp_path, **{"办理/受理": "# 受理\n\n[首页](../index.md)\n"}))

    assert result == Build((), published=True, title="示例")
    assert (tmp_path / "site/办理/受理/index.html").is_file()
    assert not list(tmp_path.glob(".site*"))


def test_project_with_mkdocs_own_theme_is_built_and_its_outside_requests_are_warnings(tmp_path: Path) -> None:
    result = run(project(tmp_path, config="site_name: 示例\ntheme: mkdocs\nplugins: []\n"))

    assert result.published
    assert "AUD007 outside-request" in lines(result)


def test_on_an_intranet_the_same_requests_stop_the_build(tmp_path: Path) -> None:
    root = project(tmp_path, config="site_name: 示例\ntheme: mkdocs\nplugins: []\n")
    result = run(root, settings=Settings(intranet=True))

    assert not result.published
    assert not (root / "site").exists()


def test_failing_check_leaves_the_old_site(tmp_path: Path) -> None:
    run(project(tmp_path))
    old = snapshot(tmp_path / "site")

    result = run(project(tmp_path, index="# 首页\n\n[受理](gone.md)\n"))

    assert lines(result) == ["LNK001 dead-link"]
    assert not result.published
    assert snapshot(tmp_path / "site") == old


def test_failing_audit_leaves_the_old_site_and_names_the_place_in_the_site(tmp_path: Path) -> None:
    run(project(tmp_path))
    old = snapshot(tmp_path / "site")
    hook = "def on_post_page(output, page, config):\n    return output + '\\n<a href=\"gone.html\">x</a>'\n"

    result = run(project(tmp_path, hook=hook))

    assert lines(result) == ["AUD001 dead-link"]
    assert str(result.diagnostics[0].span) == f"{tmp_path.as_posix()}/site/index.html:2:1"
    assert not result.published
    assert snapshot(tmp_path / "site") == old
    assert not list(tmp_path.glob(".site*"))


@pytest.mark.parametrize(
    ("config", "reason"),
    [
        (PLAIN.replace("plugins: []", "plugins: [no-such-plugin]"), "no-such-plugin"),
        (PLAIN.replace("theme: {name: null, custom_dir: theme}", "theme: no-such-theme"), "no-such-theme"),
        (PLAIN + "hooks: [missing.py]\n", "missing.py"),
    ],
)
def test_what_mkdocs_cannot_use_is_told_in_one_sentence(tmp_path: Path, config: str, reason: str) -> None:
    with pytest.raises(BuildError, match=r"^MkDocs 没有建成网站：") as caught:
        run(project(tmp_path, config=config))

    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.glob("*site*"))


def test_faulty_theme_template_is_told_in_one_sentence(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "theme/main.html").write_text("{% if %}", encoding="utf-8")

    with pytest.raises(BuildError, match=r"^MkDocs 没有建成网站：[^\n]+$"):
        run(tmp_path)


@pytest.mark.parametrize(("strict", "published"), [("", True), ("strict: true\n", False)])
def test_warnings_of_mkdocs_are_shown_and_stop_a_strict_project(
    tmp_path: Path, strict: str, *, published: bool
) -> None:
    hook = (
        "import logging\n\ndef on_env(env, config, files):\n    logging.getLogger('mkdocs.x').warning('odd\\nthing')\n"
    )

    result = run(project(tmp_path, config=PLAIN + strict, hook=hook))

    assert [str(found) for found in result.diagnostics] == [
        "mkdocs.yml:1:1: BLD001 mkdocs-warning MkDocs 提示：odd thing"
    ]
    assert result.published is published


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """Undo what a shell does to the programs that it runs in the background, these tests among them: they ignore SIGINT."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_interruptible")
@pytest.mark.parametrize("signal_number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_stopped_build_leaves_the_old_site_and_hinders_no_later_build(tmp_path: Path, signal_number: int) -> None:
    run(project(tmp_path))
    old = snapshot(tmp_path / "site")
    project(tmp_path, hook=SLOW, index="# 新首页\n")
    with subprocess.Popen(handbook(tmp_path), env=environment(), stderr=subprocess.PIPE, text=True) as process:
        wait_for(tmp_path / "started", process)
        half_built = list(tmp_path.glob(".site-build-*"))
        process.send_signal(signal_number)
        said = process.communicate()[1]

    assert half_built
    assert process.returncode != 0
    assert "Traceback" not in said
    assert snapshot(tmp_path / "site") == old

    project(tmp_path, index="# 新首页\n")
    assert run(tmp_path).published
    assert snapshot(tmp_path / "site") != old
    assert not list(tmp_path.glob(".site*"))


def test_second_build_is_refused_while_the_first_one_runs(tmp_path: Path) -> None:
    project(tmp_path, hook=SLOW)
    with subprocess.Popen(handbook(tmp_path), env=environment()) as process:
        wait_for(tmp_path / "started", process)
        with pytest.raises(BuildError, match="另一个构建正在更新"):
            run(tmp_path)
        process.kill()


def test_disk_that_takes_no_more_leaves_the_old_site(tmp_path: Path) -> None:
    run(project(tmp_path))
    old = snapshot(tmp_path / "site")
    project(tmp_path, index="# 新首页\n\n" + "很长的一页\n" * 10_000)

    def limit_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    command = handbook(tmp_path)
    result = subprocess.run(
        command, env=environment(), preexec_fn=limit_files, capture_output=True, text=True, check=False
    )

    assert (result.returncode, result.stdout) == (2, "")
    assert "没有改动" in result.stderr
    assert "Traceback" not in result.stderr
    assert snapshot(tmp_path / "site") == old
    assert not list(tmp_path.glob(".site*"))


def test_build_is_dated_by_the_last_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    project(tmp_path, config=PLAIN + "site_url: https://handbook.invalid/\n")
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@host.invalid"]
    dates = {"GIT_AUTHOR_DATE": "2031-02-03T04:05:06Z", "GIT_COMMITTER_DATE": "2031-02-03T04:05:06Z"}
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "x"], env=os.environ | dates, check=True)

    assert run(tmp_path).published

    assert b"2031-02-03" in gzip.decompress((tmp_path / "site/sitemap.xml.gz").read_bytes())
    assert "SOURCE_DATE_EPOCH" not in os.environ


def wait_for(path: Path, process: "subprocess.Popen[str] | subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 20
    while not path.exists():
        assert process.poll() is None
        assert time.monotonic() < end
        time.sleep(0.02)


def test_every_page_is_named_in_the_tab_and_in_the_bar(built_site: Path) -> None:
    nameless = []
    for path in built_site.rglob("*.html"):
        page = path.relative_to(built_site).as_posix()
        text = path.read_text(encoding="utf-8")
        bar = text.partition('data-md-component="header-topic"')[2].partition("</div>")[0]
        if page != "404.html" and (
            "None" in bar or (page != "index.html" and " - " not in text.partition("</title>")[0])
        ):
            nameless.append(page)

    assert nameless == []
