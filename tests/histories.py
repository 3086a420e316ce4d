"""Scratch repositories, and what `handbook secrets` says of them."""

import io
import subprocess
import zipfile
from pathlib import Path

import pytest

from handbook.cli import main

PHONE = "13912345678"
IDENTITY = "11010519491231002X"


def git(root: Path, *arguments: str) -> str:
    names = ["-c", "user.name=甲某某", "-c", "user.email=jia@example.invalid"]
    return subprocess.run(
        ["git", "-C", str(root), *names, *arguments], check=True, capture_output=True, encoding="utf-8"
    ).stdout


def commit(root: Path, message: str, **files: str | bytes | None) -> str:
    for name, content in files.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", message)
    return git(root, "rev-parse", "HEAD").strip()


def run(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    status = main(
        ["secrets", "--root", str(root), "--today", "2026-11-25", *(arguments or ("--commits", "HEAD~1..HEAD"))]
    )
    return status, capsys.readouterr().out.splitlines()


def codes(root: Path, capsys: pytest.CaptureFixture[str], commits: str = "HEAD~1..HEAD") -> list[str]:
    """The codes of what is found in a range, sorted."""
    return sorted(line.partition(": ")[2].split()[0] for line in run(root, capsys, "--commits", commits)[1])


def refusal(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Why a range cannot be looked through."""
    status = main(["secrets", "--root", str(root), *arguments])
    printed = capsys.readouterr()
    assert (status, printed.out) == (2, "")
    assert printed.err.startswith("handbook: ")
    return printed.err.removeprefix("handbook: ").strip()


def docx(text: str, creator: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "word/document.xml", f'<w:document xmlns:w="w"><w:body><w:p><w:t>{text}</w:t></w:p></w:body></w:document>'
        )
        package.writestr("docProps/core.xml", f'<c xmlns:dc="d"><dc:creator>{creator}</dc:creator></c>')
    return packed.getvalue()
