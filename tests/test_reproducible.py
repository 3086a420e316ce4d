"""Two builds of our own handbook give the same bytes: in other folders, by other users' settings, on other days."""

import datetime as dt
import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from handbook.release.compression import compress
from handbook.release.manifest import SUMS, sha256, write_sums
from handbook.release.usb import Label, pack
from program import COMMIT_TIME, run

CLOCK = '''\
"""Lets a program live on another day, whoever asks: read by Python before anything else."""
import datetime, sys, time
real, ahead = time.time, 1_500 * 86_400
time.time = lambda: real() + ahead
class Meta(type):
    def __instancecheck__(cls, value): return isinstance(value, cls.__mro__[1])
class Day(datetime.date, metaclass=Meta):
    @classmethod
    def today(cls): return datetime.date.fromtimestamp(real() + ahead)
class Moment(datetime.datetime, metaclass=Meta):
    @classmethod
    def now(cls, tz=None): return cls.fromtimestamp(real() + ahead, tz)
    @classmethod
    def utcnow(cls): return cls.now(datetime.timezone.utc).replace(tzinfo=None)
datetime.date, datetime.datetime = Day, Moment
'''
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7", "PYTHONUTF8": "0"}
DAY = "2031-01-02"  # reviews are overdue then, which warns and changes no page


@pytest.fixture(scope="module")
def ours(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of the site that the other tests look at."""
    folder = tmp_path_factory.mktemp("ours")
    shutil.copytree(built_site, folder / "site")
    compress(folder / "site")
    write_sums(folder, "site")
    return folder


@pytest.fixture(scope="module")
def theirs(repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of a clone whose folder, user, clock and order of files are others; dated by its commit alone."""
    base = tmp_path_factory.mktemp("theirs")
    checkout, srv = copied(repo_root, base / "另一个 文件夹"), base / "srv"
    (base / "clock").mkdir()
    (base / "clock/sitecustomize.py").write_text(CLOCK, encoding="utf-8")
    ended = run(
        ["release", "--root", str(checkout), "--to", str(srv), "--today", DAY],
        checkout=checkout,
        umask=0o077,
        **ELSEWHERE,
        TMPDIR=str(base),
        PYTHONPATH=f"{base / 'clock'}:{checkout / 'scripts'}",
        SOURCE_DATE_EPOCH="",
    )
    assert ended.returncode == 0, ended.stdout[-2000:] + ended.stderr
    return srv / "current"


def copied(repo_root: Path, to: Path) -> Path:
    """Sources with other dates and modes, in the other order, in a repository whose only commit is as old as ours."""
    rng = random.Random(2099)
    names = ("docs", "overrides", "scripts", "mkdocs.yml", "pyproject.toml")
    paths = [path for name in names for path in (repo_root / name, *(repo_root / name).rglob("*")) if path.is_file()]
    for path in sorted(paths, reverse=True):
        if "__pycache__" in path.parts:
            continue
        copy = to / path.relative_to(repo_root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        copy.chmod(0o600)
        os.utime(copy, (0, rng.randrange(2_000_000_000)))
    subprocess.run(["git", "init", "-q", to], check=True)
    date = f"@{COMMIT_TIME} +1300"
    subprocess.run(
        [
            "git",
            "-C",
            to,
            "-c",
            "user.name=x",
            "-c",
            "user.email=x@host.invalid",
            "commit",
            "-qm",
            "x",
            "--allow-empty",
        ],
        env=os.environ | {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date},
        check=True,
    )
    return to


def test_every_file_of_the_release_is_the_same(ours: Path, theirs: Path) -> None:
    kinds = {path.suffix for path in (theirs / "site").rglob("*")}

    assert (ours / SUMS).read_text(encoding="utf-8").splitlines() == (theirs / SUMS).read_text(
        encoding="utf-8"
    ).splitlines()
    assert {".html", ".docx", ".gz", ".js", ".svg", ".xml"} <= kinds
    assert theirs.resolve().name.startswith("20261125-094640-")


def test_every_file_has_the_same_mode_and_date(theirs: Path) -> None:
    found = {(oct(path.stat().st_mode & 0o777), int(path.stat().st_mtime)) for path in theirs.rglob("*")}

    assert found == {("0o644", int(COMMIT_TIME)), ("0o755", int(COMMIT_TIME))}


def test_the_stick_is_the_same(ours: Path, theirs: Path, tmp_path: Path) -> None:
    label = Label("一本通", "20261125-0123456789ab", dt.date(2026, 11, 25), dt.date(2027, 5, 25), "x.zip")
    moment = dt.datetime.fromtimestamp(int(COMMIT_TIME), dt.UTC)
    packed = [pack(folder / "site", label, moment, tmp_path / name) for name, folder in (("a", ours), ("b", theirs))]

    assert packed[0] == packed[1]
    assert packed[0].archive == sha256(tmp_path / "a") == sha256(tmp_path / "b")
