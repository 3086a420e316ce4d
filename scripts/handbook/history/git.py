"""Asking git, whatever its settings and the locale, and what it means when it has no answer."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from handbook.errors import HandbookError

_SETTINGS = (
    "core.quotePath=false", "diff.noprefix=false", "log.showRoot=true", "log.showSignature=false", "log.mailmap=false", "diff.orderFile=/dev/null",
    "i18n.logOutputEncoding=UTF-8",
)  # fmt: skip
_MEANINGS = {
    "not a git repository": "这里不是 git 仓库，没有提交可查",
    "dubious ownership": "这个文件夹是别的用户的，git 不肯读；先运行 git config --global --add safe.directory 加上它的路径",
    "cannot change to": "没有这个文件夹",
    "promisor": "仓库只取来了一部分，缺少要查的内容；取出完整的仓库（不要用 --filter）再查",
    "missing": "仓库里缺少要查的内容，可能损坏了；重新克隆一份再查",
    "unable to read": "仓库里缺少要查的内容，可能损坏了；重新克隆一份再查",
    "bad object": "仓库里缺少要查的内容，可能损坏了；重新克隆一份再查",
    "index file": "git 的索引（.git/index）坏了；删去它，运行 git reset，再 git add 一次",
    "bad config": "git 的设置文件写坏了，git 不肯读；照 git config --list 说的那一行改好",
    "corrupt": "仓库损坏了；重新克隆一份再查",
}


class Git:
    """The git of a folder."""

    def __init__(self, root: Path) -> None:
        """Find git.

        Raises:
            HandbookError: there is none.
        """
        program = shutil.which("git")
        if program is None:
            raise HandbookError("没有 git 程序，查不了提交")
        settings = (word for setting in _SETTINGS for word in ("-c", setting))
        self._command = [program, "-C", str(root), "--no-pager", "--no-replace-objects", *settings]
        self._environment = {name: value for name, value in os.environ.items() if name != "GIT_EXTERNAL_DIFF"}
        self._environment |= {
            "LC_ALL": "C",
            "GIT_OPTIONAL_LOCKS": "0",
            "GIT_NO_LAZY_FETCH": "1",
            "GIT_TERMINAL_PROMPT": "0",
        }

    def answer(self, *arguments: str, feed: str = "") -> bytes:
        """What git prints.

        Raises:
            HandbookError: it fails.
        """
        command = [*self._command, *arguments]
        done = subprocess.run(command, input=feed.encode(), capture_output=True, check=False, env=self._environment)  # noqa: S603 (no shell)
        if done.returncode:
            raise HandbookError(_meaning(done.stderr))
        return done.stdout

    def knows(self, *arguments: str) -> str:
        """What git answers on one line, or ``""`` where it fails."""
        command = [*self._command, *arguments]
        done = subprocess.run(command, capture_output=True, check=False, env=self._environment)  # noqa: S603 (no shell)
        return "" if done.returncode else decoded(done.stdout).strip()

    def lines(self, *arguments: str) -> Iterator[bytes]:
        """What git prints, line by line, without keeping it.

        Raises:
            HandbookError: it fails, at whichever line.
        """
        with tempfile.TemporaryFile() as errors:
            command = [*self._command, *arguments]
            with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, env=self._environment) as running:  # noqa: S603 (no shell)
                for line in running.stdout or ():
                    yield line.removesuffix(b"\n")
            if running.returncode:
                errors.seek(0)
                raise HandbookError(_meaning(errors.read()))

    def objects(self, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Each object by its name.

        Raises:
            HandbookError: one is missing.
        """
        told = self.answer("cat-file", "--batch", feed="".join(f"{name}\n" for name in names))
        at = 0
        while at < len(told):
            head, _, _ = told[at : at + 200].partition(b"\n")
            name, kind, *size = head.decode().split(" ")
            if not size:
                raise HandbookError(_meaning(kind.encode()))
            start = at + len(head) + 1
            yield name, told[start : start + int(size[0])]
            at = start + int(size[0]) + 1

    def sizes(self, names: Iterable[str]) -> dict[str, int]:
        """The size of each object.

        Raises:
            HandbookError: one is missing.
        """
        told = decoded(self.answer("cat-file", "--batch-check", feed="".join(f"{name}\n" for name in names)))
        rows = [line.split(" ") for line in told.splitlines()]
        for row in rows:
            if len(row) < 3:
                raise HandbookError(_meaning(row[-1].encode()))
        return {name: int(size) for name, _, size in rows}


def _meaning(errors: bytes) -> str:
    said = decoded(errors).strip()
    known = next((meaning for words, meaning in _MEANINGS.items() if words in said), "")
    return known or f"git 没有答上来：{said[:200]}"


def decoded(data: bytes) -> str:
    """Words in UTF-8, or in GBK as old programs write them."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")
