"""`handbook release`, `rollback`, `verify-release`: what is served changes at once, or not at all."""

import datetime as dt
import gzip
import hashlib
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from handbook.errors import BuildError
from handbook.release.publishing import release as publish
from handbook.release.publishing import rollback, verify
from handbook.settings import Settings
from program import TODAY
from releases import handbook, make_key, release, write_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_project(tmp_path / "root", "第一版")
    return tmp_path / "root"


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "srv"


def home(to: Path, link: str = "current") -> str:
    return (to / link / "site/index.html").read_text(encoding="utf-8")


def test_release_serves_the_new_site_and_keeps_the_one_before(root: Path, to: Path) -> None:
    first = release(root, to)
    write_project(root, "第二版")
    second = release(root, to, epoch=1795600100)

    assert "第二版" in home(to)
    assert "第一版" in home(to, "previous")
    assert (first < second, (to / "previous").readlink().name) == (True, first)


def test_release_id_tells_the_moment_and_the_content(root: Path, to: Path) -> None:
    identifier = release(root, to)
    sums = (to / "current/SHA256SUMS").read_bytes()

    assert identifier == f"20261125-094640-{hashlib.sha256(sums).hexdigest()[:12]}"


def test_same_sources_give_the_same_release_and_are_not_served_twice(root: Path, to: Path, tmp_path: Path) -> None:
    first = release(root, to)
    again = release(root, to)
    elsewhere = release(root, tmp_path / "other")

    assert first == again == elsewhere
    assert [path.name for path in (to / "releases").iterdir()] == [first]
    assert not (to / "previous").exists()


def test_manifest_lists_every_file_as_sha256sum_does(root: Path, to: Path) -> None:
    release(root, to)

    checked = subprocess.run(
        ["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=to / "current", capture_output=True, check=False
    )
    names = [line.split("  ")[1] for line in (to / "current/SHA256SUMS").read_text(encoding="utf-8").splitlines()]

    assert checked.returncode == 0
    assert names == sorted(
        path.relative_to(to / "current").as_posix() for path in (to / "current/site").rglob("*") if path.is_file()
    )


def test_texts_have_a_compressed_twin_with_the_same_content(root: Path, to: Path) -> None:
    release(root, to)
    script = next((to / "current/site/assets").glob("*.js"))

    assert gzip.decompress(script.with_name(f"{script.name}.gz").read_bytes()) == script.read_bytes()
    assert not (to / "current/site/404.html.gz").exists(), "too small to gain"


def test_all_files_are_dated_by_the_commit_and_open_to_the_server(root: Path, to: Path) -> None:
    old = os.umask(0o077)
    try:
        release(root, to)
    finally:
        os.umask(old)
    paths = [to / "current/", *(to / "current/").rglob("*")]

    assert {int(path.stat().st_mtime) for path in paths} == {1795600000}
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths} == {0o644, 0o755}


def test_signed_release_is_verified_and_one_flipped_byte_is_found(root: Path, to: Path, tmp_path: Path) -> None:
    key, signers = make_key(tmp_path)
    release(root, to, "--key", str(key))
    arguments = ("verify-release", str(to), "--signers", str(signers))
    good = handbook(*arguments)
    page = to / "current/site/index.html"
    page.write_bytes(page.read_bytes().replace(b"<", b">", 1))
    bad = handbook(*arguments)

    assert (good.returncode, good.stdout) == (0, "")
    assert bad.returncode == 1
    assert bad.stdout == "site/index.html：内容和清单不一致，文件被改过或者没有传完\n"


@pytest.mark.parametrize("tampering", ["added", "removed", "list", "unsigned", "stranger"])
def test_whatever_is_done_to_a_signed_release_is_found(root: Path, to: Path, tmp_path: Path, tampering: str) -> None:
    key, signers = make_key(tmp_path)
    release(root, to, "--key", str(key))
    current = to / "current"
    if tampering == "added":
        (current / "site/new.html").write_text("x", encoding="utf-8")
        expected = "site/new.html：清单里没有这个文件"
    elif tampering == "removed":
        (current / "site/404.html").unlink()
        expected = "site/404.html：清单里有，文件没有了"
    elif tampering == "list":
        (current / "site/404.html").write_text("x", encoding="utf-8")
        sums = subprocess.run(
            "find site -type f | LC_ALL=C sort | xargs sha256sum",
            shell=True,
            cwd=current,
            capture_output=True,
            check=True,
        )
        (current / "SHA256SUMS").write_bytes(sums.stdout)
        expected = "签名和清单对不上"
    elif tampering == "unsigned":
        (current / "SHA256SUMS.sig").unlink()
        expected = "SHA256SUMS.sig：没有签名"
    else:
        (tmp_path / "other").mkdir()
        _, signers = make_key(tmp_path / "other")
        expected = "签名的人不在"
    found = handbook("verify-release", str(to), "--signers", str(signers))

    assert found.returncode == 1
    assert expected in found.stdout
    assert len(found.stdout.splitlines()) == 1


def test_without_signers_it_is_said_that_the_signature_was_not_looked_at(root: Path, to: Path) -> None:
    release(root, to)

    assert "签名没有核对" in handbook("verify-release", str(to)).stderr


def test_faults_in_the_sources_leave_what_is_served(root: Path, to: Path) -> None:
    identifier = release(root, to)
    (root / "docs/index.md").write_text("# 首页\n\n[断](none.md)\n", encoding="utf-8")
    ended = handbook("release", "--root", str(root), "--to", str(to))

    assert ended.returncode == 1
    assert "docs/index.md:3:" in ended.stdout
    assert "在用的版本没有动" in ended.stderr
    assert (to / "current").readlink().name == identifier
    assert sorted(path.name for path in (to / "releases").iterdir()) == [identifier]


def test_rollback_goes_back_and_forth_and_to_a_named_release(root: Path, to: Path) -> None:
    first = release(root, to)
    write_project(root, "第二版")
    second = release(root, to, epoch=1795600100)
    write_project(root, "第三版")
    third = release(root, to, epoch=1795600200)

    def rolled(*options: str) -> str:
        assert handbook("rollback", "--to", str(to), *options).returncode == 0
        return (to / "current").readlink().name

    assert [rolled(), rolled(), rolled("--to-release", first)] == [second, third, first]


def test_rollback_refuses_a_release_whose_files_were_changed(root: Path, to: Path) -> None:
    first = release(root, to)
    write_project(root, "第二版")
    second = release(root, to, epoch=1795600100)
    (to / "releases" / first / "site/index.html").write_text("x", encoding="utf-8")
    ended = handbook("rollback", "--to", str(to))

    assert ended.returncode == 2
    assert "不能用" in ended.stderr
    assert (to / "current").readlink().name == second


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["rollback", "--to", "nowhere"], "没有发布过的版本"),
        (["release", "--to", "srv", "--keep", "2"], "至少留 3 版"),
        (["release", "--to", "srv", "--key", "none"], "没有签名用的私钥"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(root: Path, tmp_path: Path, arguments: list[str], said: str) -> None:
    placed = [str(tmp_path / one) if one in {"nowhere", "srv", "none"} else one for one in arguments]
    if arguments[0] == "release":
        placed += ["--root", str(root)]
    ended = handbook(*placed)

    assert ended.returncode == 2
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr


def test_old_releases_go_but_never_one_that_is_served_or_was(root: Path, to: Path) -> None:
    made = []
    for number in range(6):
        write_project(root, f"第{number}版")
        made.append(release(root, to, "--keep", "3", epoch=1795600000 + number))

    assert sorted(path.name for path in (to / "releases").iterdir()) == made[-3:]
    assert handbook("rollback", "--to", str(to), "--to-release", made[3]).returncode == 0
    for number in range(6, 9):
        write_project(root, f"第{number}版")
        made.append(release(root, to, "--keep", "3", epoch=1795600000 + number))
    assert (to / "previous").readlink().name in {path.name for path in (to / "releases").iterdir()}


def test_two_releases_at_once_do_not_mix(root: Path, to: Path) -> None:
    release(root, to)
    (to / ".lock").touch()
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import fcntl, sys, time; f = open(sys.argv[1], 'ab'); fcntl.flock(f, fcntl.LOCK_EX); print(flush=True); time.sleep(30)",
            to / ".lock",
        ],
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    holder.stdout.readline()
    ended = handbook("release", "--root", str(root), "--to", str(to))
    holder.kill()

    assert ended.returncode == 2
    assert "另一次发布" in ended.stderr


def test_pages_with_a_live_diagram_are_listed_for_nginx(root: Path, to: Path) -> None:
    (root / "docs/live.md").write_text("# 图\n", encoding="utf-8")
    with (root / "theme/main.html").open("a", encoding="utf-8") as page:
        page.write('{% if page.url == "live.html" %}<script src="assets/mermaid.min.js"></script>{% endif %}')
    (root / "theme/assets/mermaid.min.js").write_text("//", encoding="utf-8")
    ended = handbook("release", "--root", str(root), "--to", str(to))

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert (to / "live-diagrams.map").read_text(
        encoding="utf-8"
    ) == "\"/live.html\" \"style-src 'self' 'unsafe-inline'\";\n"
    assert "nginx -s reload" in ended.stderr


def test_what_is_said_names_no_folder_that_goes_away(root: Path, to: Path) -> None:
    (root / "theme/404.html").write_text("<p><a href='none.html'>x</a></p>", encoding="utf-8")
    found = handbook("release", "--root", str(root), "--to", str(to))
    (root / "theme/main.html").write_text("{{ broken", encoding="utf-8")
    broken = handbook("usb", "--root", str(root), "--to", str(to))

    assert found.stdout.startswith("site/404.html:1:")
    assert broken.returncode == 2
    assert not [line for line in (found.stdout + broken.stderr).splitlines() if "staging" in line or ".stick" in line]


def test_folder_of_another_user_is_told_in_one_line(root: Path, to: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    identifier = release(root, to)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(to))

    monkeypatch.setattr("handbook.release.store.locked", refuse)
    with pytest.raises(BuildError, match=r"没有退回，.*没有改动：没有写入的权限"):
        rollback(to)
    with pytest.raises(BuildError, match="没有改动：没有写入的权限"):
        publish(root, to, today=dt.date.fromisoformat(TODAY), settings=Settings(), key=None, keep=3)

    assert (to / "current").readlink().name == identifier


def test_file_that_cannot_be_read_is_a_finding(root: Path, to: Path) -> None:
    release(root, to)
    page = to / "current/site/index.html"
    page.unlink()
    page.symlink_to("index.html")

    assert verify(to, None) == ["site/index.html：读不了（Too many levels of symbolic links）"]
