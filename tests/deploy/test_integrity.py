"""deploy/integrity: the hourly check of what is served, by a server without Python."""

import configparser
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from releases import make_key, release, write_project

FOLDER = Path(__file__).parents[2] / "deploy/integrity"


@pytest.fixture
def served(tmp_path: Path) -> Path:
    """A folder with srv/, a signed release, and allowed_signers."""
    write_project(tmp_path / "root", "第一版")
    key, _ = make_key(tmp_path)
    release(tmp_path / "root", tmp_path / "srv", "--key", str(key))
    return tmp_path


def verified(
    folder: Path, signers: str = "allowed_signers", *, programs: str = "/usr/bin:/bin"
) -> "subprocess.CompletedProcess[str]":
    command = [FOLDER / "verify.sh", folder / "srv", folder / signers]
    return subprocess.run(command, env={"PATH": programs}, capture_output=True, text=True, check=False)


def test_whole_release_is_passed_in_silence(served: Path) -> None:
    ended = verified(served)

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def flip_a_byte(current: Path) -> None:
    page = current / "site/index.html"
    content = page.read_bytes()
    page.write_bytes(bytes([content[0] ^ 1]) + content[1:])


def add_a_file(current: Path) -> None:
    (current / "site/assets/new.js").write_text("x", encoding="utf-8")


def add_a_link(current: Path) -> None:
    (current / "site/out").symlink_to("/etc/hostname")


def remove_a_file(current: Path) -> None:
    (current / "site/404.html").unlink()


def change_the_list(current: Path) -> None:
    sums = current / "SHA256SUMS"
    sums.write_text(sums.read_text(encoding="utf-8").replace("0", "1"), encoding="utf-8")


def remove_the_signature(current: Path) -> None:
    (current / "SHA256SUMS.sig").unlink()


def remove_the_release(current: Path) -> None:
    current.unlink()


@pytest.mark.parametrize(
    ("tamper", "said"),
    [
        (flip_a_byte, "site/index.html: FAILED"),
        (add_a_file, "有清单以外的文件"),
        (add_a_link, "有清单以外的文件"),
        (remove_a_file, "有文件被改过或者没有了"),
        (change_the_list, "签名和清单对不上"),
        (remove_the_signature, "清单没有签名"),
        (remove_the_release, "没有在用的版本"),
    ],
)
def test_whatever_was_changed_is_found(served: Path, tamper: Callable[[Path], None], said: str) -> None:
    tamper(served / "srv/current")
    ended = verified(served)

    assert ended.returncode == 1
    assert said in ended.stderr


def test_stranger_s_signature_is_found(served: Path) -> None:
    (served / "other").mkdir()
    make_key(served / "other")

    assert "签名的人不在名单里" in verified(served, "other/allowed_signers").stderr
    assert "没有签名人名单" in verified(served, "none").stderr


def test_complaint_of_ssh_keygen_is_not_hidden(served: Path) -> None:
    """Without an account, as DynamicUser has none where libnss-systemd is missing, it refuses whatever it is asked."""
    refusing = served / "bin/ssh-keygen"
    refusing.parent.mkdir()
    refusing.write_text("#!/bin/sh\necho No user exists for uid 61234 >&2\nexit 255\n", encoding="utf-8")
    refusing.chmod(0o755)
    ended = verified(served, programs=f"{refusing.parent}:/usr/bin:/bin")

    assert ended.returncode == 1
    assert "No user exists" in ended.stderr
    assert "ssh-keygen 不能用" in ended.stderr


def test_units_run_the_script_without_rights_every_hour() -> None:
    def unit(name: str) -> configparser.ConfigParser:
        parser = configparser.ConfigParser(interpolation=None)
        parser.optionxform = str  # type: ignore[assignment,method-assign]
        parser.read(FOLDER / name, encoding="utf-8")
        return parser

    service, timer = unit("handbook-verify.service"), unit("handbook-verify.timer")

    assert service["Service"]["ExecStart"].split()[0].endswith("/verify.sh")
    assert "DynamicUser" not in service["Service"], "ssh-keygen wants an account that it finds in /etc/passwd"
    assert (service["Service"]["User"], service["Service"]["SyslogLevel"]) == ("daemon", "alert")
    assert service["Service"]["NoNewPrivileges"] == service["Service"]["PrivateNetwork"] == "yes"
    assert service["Service"]["CapabilityBoundingSet"] == ""
    assert timer["Timer"]["OnCalendar"] == "hourly"
    assert timer["Install"]["WantedBy"] == "timers.target"
