"""The list of a release's files with their SHA-256, in the form of `sha256sum`, and its signature by `ssh-keygen -Y`."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from handbook.errors import BuildError

SUMS, SIGNATURE = "SHA256SUMS", "SHA256SUMS.sig"
NAMESPACE = "handbook"
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


def write_sums(release: Path, folder: str) -> str:
    """List every file below a folder of a release, sorted; the result is the SHA-256 of the list itself."""
    lines = [f"{sha256(path)}  {name}\n" for name, path in sorted(_files(release, folder))]
    text = "".join(lines).encode()
    (release / SUMS).write_bytes(text)
    return hashlib.sha256(text).hexdigest()


def sha256(path: Path) -> str:
    """The SHA-256 of a file, as 64 hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sign(release: Path, key: Path) -> None:
    """Sign the list with an SSH key.

    Raises:
        BuildError: there is no ssh-keygen, or it cannot sign with this key.
    """
    (release / SIGNATURE).unlink(missing_ok=True)
    command = ["-Y", "sign", "-n", NAMESPACE, "-f", str(key), str(release / SUMS)]
    said = _ssh_keygen(command)
    if said is not None:
        raise BuildError(f"没有签成名：{said}；看看 {key} 是不是签名用的私钥")


def prove(key: Path, folder: Path) -> None:
    """Sign something in a folder, to learn whether a key will do.

    Raises:
        BuildError: it will not.
    """
    if not key.is_file():
        raise BuildError(f"没有签名用的私钥 {key}；看看 --key 写得对不对，不签名就不写 --key")
    (folder / SUMS).touch()
    sign(folder, key)
    (folder / SIGNATURE).unlink()


def faults(release: Path, folder: str, signers: Path | None = None) -> Iterator[str]:
    """What is wrong with a release: files that are missing, changed or not listed, and a signature that does not fit.

    Args:
        release: the folder that holds the list.
        folder: the folder of files in it.
        signers: the file of allowed signers (ssh-keygen's `allowed_signers`); None to leave the signature alone.
    """
    listed = dict(_read(release / SUMS))
    if not listed:
        yield f"{release / SUMS}：没有清单，或者清单读不懂"
        return
    present = dict(_files(release, folder))
    yield from (f"{name}：清单里有，文件没有了" for name in sorted(listed.keys() - present.keys()))
    yield from (f"{name}：清单里没有这个文件" for name in sorted(present.keys() - listed.keys()))
    for name in sorted(listed.keys() & present.keys()):
        try:
            if sha256(present[name]) != listed[name]:
                yield f"{name}：内容和清单不一致，文件被改过或者没有传完"
        except OSError as error:
            yield f"{name}：读不了（{error.strerror}）"
    if signers is not None:
        yield from _signature_faults(release, signers)


def _signature_faults(release: Path, signers: Path) -> Iterator[str]:
    signature = release / SIGNATURE
    if not signature.is_file():
        yield f"{signature}：没有签名"
        return
    if not signers.is_file():
        yield f"{signers}：没有这个文件，签名没法核对"
        return
    found = subprocess.run(  # noqa: S603 (our own paths)
        [_program(), "-Y", "find-principals", "-s", str(signature), "-f", str(signers)],
        capture_output=True,
        text=True,
        check=False,
    )
    principal = found.stdout.strip().splitlines()
    if found.returncode or not principal:
        yield f"{signature}：签名的人不在 {signers} 里"
        return
    command = ["-Y", "verify", "-f", str(signers), "-I", principal[0], "-n", NAMESPACE, "-s", str(signature)]
    said = _ssh_keygen(command, stdin=release / SUMS)
    if said is not None:
        yield f"{signature}：签名和清单对不上（{said}）"


def _files(release: Path, folder: str) -> Iterator[tuple[str, Path]]:
    """Name relative to the release, with `/`, and path of every file; links are listed, so that none slips in."""
    for path in (release / folder).rglob("*"):
        if path.is_symlink() or not path.is_dir():
            yield path.relative_to(release).as_posix(), path


def _read(path: Path) -> Iterator[tuple[str, str]]:
    """Name → sum; nothing at all when a line is no such pair."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError):
        return
    matches = [_LINE.fullmatch(line) for line in lines]
    if all(matches):
        yield from ((match[2], match[1]) for match in matches if match)


def _program() -> str:
    program = shutil.which("ssh-keygen")
    if program is None:
        raise BuildError("没有 ssh-keygen，不能签名和核对签名；Debian 上装 openssh-client")
    return program


def _ssh_keygen(arguments: list[str], *, stdin: Path | None = None) -> str | None:
    """What ssh-keygen complained of, or None when it did not."""
    fed = stdin.read_bytes() if stdin else b""
    done = subprocess.run([_program(), *arguments], input=fed, capture_output=True, check=False)  # noqa: S603
    if done.returncode == 0:
        return None
    words = " ".join((done.stderr or done.stdout).decode(errors="replace").split())
    return words or f"ssh-keygen 以 {done.returncode} 结束"
