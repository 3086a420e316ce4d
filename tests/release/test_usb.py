"""`handbook usb`: a zip that opens by a double click, says how old it is, and can be checked."""

import datetime as dt
import hashlib
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from handbook.release.usb import months_after
from handbook.release.windows import script
from releases import handbook, write_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_project(tmp_path / "root", "第一版")
    return tmp_path / "root"


def pack(root: Path, to: Path, *options: str) -> Path:
    ended = handbook("usb", "--root", str(root), "--to", str(to), *options)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    (archive,) = to.iterdir()
    assert hashlib.sha256(archive.read_bytes()).hexdigest() in ended.stderr
    return archive


def unpack(archive: Path, to: Path) -> Path:
    """What Windows in Chinese and what a Unix make of it: the name in GBK, or the Unicode one beside it."""
    subprocess.run(["python3", "-m", "zipfile", "-e", archive, to], check=True)
    for path in sorted(to.iterdir()):
        path.rename(path.with_name(path.name.encode("cp437").decode("gbk")))
    return to


def test_stick_holds_the_site_and_a_page_to_start_from(root: Path, tmp_path: Path) -> None:
    folder = unpack(pack(root, tmp_path / "dist"), tmp_path / "stick")
    start = (folder / "开始.html").read_text(encoding="utf-8")

    assert {path.name for path in folder.iterdir()} == {"SHA256SUMS.txt", "site", "开始.html", "核对.cmd", "说明.txt"}
    assert [(folder / target).is_file() for target in re.findall(r'(?:href|src)="([^"]+)"', start)] == [True, True]
    assert "2026年11月25日做的U盘版，2027年5月25日前有效" in start
    assert "还没有解压" in start


def test_every_file_of_the_stick_is_listed_with_its_sum(root: Path, tmp_path: Path) -> None:
    folder = unpack(pack(root, tmp_path / "dist"), tmp_path / "stick")
    listed = [line.split("  ")[1] for line in (folder / "SHA256SUMS.txt").read_text(encoding="utf-8").splitlines()]
    command = ["sha256sum", "--strict", "--quiet", "-c", "SHA256SUMS.txt"]

    assert subprocess.run(command, cwd=folder, check=False).returncode == 0
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} == {
        *listed,
        "SHA256SUMS.txt",
    }
    (folder / "site/index.html").write_text("x", encoding="utf-8")
    assert subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 1


def test_both_sums_are_told_to_be_printed_on_paper(root: Path, tmp_path: Path) -> None:
    ended = handbook("usb", "--root", str(root), "--to", str(tmp_path / "dist"))
    (archive,) = (tmp_path / "dist").iterdir()
    listed = unpack(archive, tmp_path / "stick") / "SHA256SUMS.txt"

    assert f"压缩包 {hashlib.sha256(archive.read_bytes()).hexdigest()}" in ended.stderr
    assert f"清单   {hashlib.sha256(listed.read_bytes()).hexdigest()}" in ended.stderr


def test_words_for_checking_name_the_archive_as_it_is(root: Path, tmp_path: Path) -> None:
    archive = pack(root, tmp_path / "dist")
    folder = unpack(archive, tmp_path / "stick")
    words = (folder / "说明.txt").read_bytes()

    assert words.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in words
    assert f"certutil -hashfile {archive.name} SHA256" in words.decode("utf-8-sig")
    assert "双击“核对.cmd”" in words.decode("utf-8-sig")


def test_check_for_windows_is_two_programs_in_one_file_of_its_code_page() -> None:
    text = script().decode("gbk")
    commands, power_shell = text.split("\r\n#POWERSHELL\r\n")

    assert "\n" not in text.replace("\r\n", "")
    assert commands.endswith("exit /b %RESULT%"), "cmd must never read what follows"
    assert "#POWERSHELL" not in commands, "or PowerShell would begin there"
    (call,) = (line for line in commands.splitlines() if line.startswith("powershell "))
    assert call.isascii()
    assert call.count('"') == 2, "cmd takes what stands between two quotes as one word"
    assert "%" not in call
    assert power_shell.startswith("$ErrorActionPreference = 'Stop'"), "an error is no clean end"
    assert power_shell.rstrip().endswith("exit 0")


def test_check_for_windows_uses_what_windows_7_has() -> None:
    power_shell = script().decode("gbk").split("#POWERSHELL")[-1]
    words = re.sub("'[^']*'", "''", power_shell)

    assert words.isascii(), "PowerShell takes curly quotes for quotes and hanzi for names: words stand in '…' only"
    assert '"' not in words
    assert set(re.findall(r"\b[A-Z][a-z]+-[A-Z][A-Za-z]+", words)) == {"Write-Host", "New-Object", "Get-Sum"}
    assert not re.findall(r"-(?:Raw|File|Directory|in|notin)\b|\[pscustomobject\]|::new\(", words)


def test_chinese_names_are_read_right_by_old_and_new_programs(root: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(pack(root, tmp_path / "dist")) as archive:
        start = next(entry for entry in archive.infolist() if not entry.filename.isascii() and b"html" in entry.extra)

    assert start.filename.encode("cp437") == "开始.html".encode("gbk")
    assert start.extra.endswith("开始.html".encode())
    assert start.flag_bits & 0x800 == 0


def test_name_that_gbk_does_not_know_is_written_in_utf_8(root: Path, tmp_path: Path) -> None:
    (root / "docs/𠮷.csv").write_text("甲,乙\n", encoding="utf-8")
    with zipfile.ZipFile(pack(root, tmp_path / "dist")) as archive:
        entry = archive.getinfo("site/𠮷.csv")

    assert (entry.flag_bits & 0x800, entry.extra) == (0x800, b"")


def test_same_sources_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    assert pack(root, tmp_path / "a").read_bytes() == pack(root, tmp_path / "b").read_bytes()


def test_pages_of_the_stick_know_their_edition(root: Path, tmp_path: Path) -> None:
    folder = unpack(pack(root, tmp_path / "dist", "--months", "3"), tmp_path / "stick")

    assert re.fullmatch(
        r'window\.hbEdition = \{"version": "20261125-[0-9a-f]{12}", "made": "2026-11-25", "expires": "2027-02-25"\};\n',
        (folder / "site/assets/edition.js").read_text(encoding="utf-8"),
    )


def test_faults_in_the_sources_make_no_stick(root: Path, tmp_path: Path) -> None:
    (root / "docs/index.md").write_text("# 首页\n\n[断](none.md)\n", encoding="utf-8")
    ended = handbook("usb", "--root", str(root), "--to", str(tmp_path / "dist"))

    assert ended.returncode == 1
    assert "没有做U盘包" in ended.stderr
    assert list((tmp_path / "dist").iterdir()) == []


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2099-01-31", 1, "2099-02-28"),
        ("2096-01-31", 1, "2096-02-29"),
        ("2099-08-31", 6, "2100-02-28"),
        ("2099-12-15", 1, "2100-01-15"),
        ("2099-11-30", 1, "2099-12-30"),
        ("2099-06-01", 24, "2101-06-01"),
    ],
)
def test_months_end_on_the_day_of_the_same_number_or_the_last(day: str, months: int, expected: str) -> None:
    assert months_after(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(expected)
