"""Secrets in the commits of a change: every added line, message and file, those that a later commit removed too."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from handbook.confidential import secrets
from handbook.diagnostics import Diagnostic, Span, ordered
from handbook.errors import HandbookError
from handbook.model.exemption import Exemption
from handbook.sources.attachments import is_packed, read_attachment
from handbook.sources.exemptions import FILE, read_exemptions

_COMMIT, _MESSAGE_END = "\x01", "\x02"
_HUNK = re.compile(r"(@@+) .*?\+(\d+)(?:,\d+)? @@+")
_TRAILER = re.compile(r"[A-Z][A-Za-z]+(?:-[A-Za-z]+)*-by: .*")
_QUOTED = re.compile(r"\\([0-7]{3}|.)")
_DIFF = (
    "-p", "-U0", "--text", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--src-prefix=a/",
    "--dst-prefix=b/",
)  # fmt: skip
_MAX_BLOB = 20 * 2**20


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that a change adds: of which commit, in which file, from which line on."""

    commit: str
    path: str
    line: int
    text: str
    where: str = ""


def secrets_of_commits(root: Path, commits: str, *, today: dt.date) -> tuple[Diagnostic, ...]:
    """What the commits of a range `BASE..HEAD` add that must not be in the history.

    Raises:
        HandbookError: there is no git, no repository or no such range.
    """
    if ".." not in commits or commits.startswith(("-", "..")):
        raise HandbookError(f"“{commits}”不是提交的范围，写成 起点..终点，例如 origin/main..HEAD")
    if _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true" and not _knows(root, commits):
        raise HandbookError("这是浅克隆，取不到起点的提交；取出完整的历史（fetch-depth: 0、GIT_DEPTH: 0）再查")
    if not _knows(root, commits):
        raise HandbookError(f"没有“{commits}”这个范围的提交")
    form = f"--format={_COMMIT}%H%n%B{_MESSAGE_END}"
    log = _git(root, "log", "--reverse", "--cc", "--root", form, *_DIFF, commits, "--")
    pieces = [*_pieces(log), *_files_of(root, _git(root, "rev-list", "--reverse", commits, "--").decode().split())]
    return _judged(root, pieces, today)


def secrets_of_index(root: Path, *, today: dt.date) -> tuple[Diagnostic, ...]:
    """What the next commit would add.

    Raises:
        HandbookError: there is no git or no repository.
    """
    pieces = [*_pieces(_git(root, "diff", "--cached", *_DIFF, "--"))]
    raw = _git(root, "diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=AMT", "--")
    return _judged(root, [*pieces, *_blobs(root, "", raw)], today)


def _git(root: Path, *arguments: str) -> bytes:
    git = shutil.which("git")
    if git is None:
        raise HandbookError("没有 git 程序，查不了提交")
    command = [git, "-C", str(root), "-c", "core.quotePath=false", "-c", "diff.noprefix=false", *arguments]
    answer = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 (no shell)
    if answer.returncode:
        raise HandbookError(f"git 没有答上来：{answer.stderr.decode(errors='replace').strip()[:200]}")
    return answer.stdout


def _knows(root: Path, commits: str) -> bool:
    try:
        _git(root, "rev-list", "--max-count=1", commits, "--")
    except HandbookError:
        return False
    return True


def _line(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def _pieces(log: bytes) -> Iterator[_Piece]:
    """The messages and the runs of added lines of a log with patches."""
    reader = _LogReader()
    for raw in log.split(b"\n"):
        yield from reader.take(_line(raw))
    yield from reader.end()


class _LogReader:
    """Reads `git log -p` line by line; in the patch of a merge each line has a mark for every parent."""

    def __init__(self) -> None:
        self._commit = self._path = ""
        self._message: list[str] | None = None
        self._added: list[str] = []
        self._first = self._columns = self._next = 1

    def take(self, line: str) -> Iterator[_Piece]:
        """Take a line; what it ends comes out."""
        marks = line[: self._columns]
        if self._message is None and self._path and "+" in marks and "-" not in marks:
            self._added.append(line[self._columns :])
            return
        yield from self.end()
        if line.startswith(_COMMIT) and len(line) == 41:
            self._commit, self._path, self._message = line[1:], "", []
        elif self._message is not None:
            yield from self._said(self._message, line)
        else:
            self._place(line)

    def end(self) -> Iterator[_Piece]:
        """The added lines that no further one follows."""
        if self._added and not is_packed(self._path):
            yield _Piece(self._commit, self._path, self._first, "\n".join(self._added))
        self._added = []

    def _said(self, message: list[str], line: str) -> Iterator[_Piece]:
        words, end, _ = line.partition(_MESSAGE_END)
        message.append("" if _TRAILER.fullmatch(words) else words)
        if end:
            yield _Piece(self._commit, "", 1, "\n".join(message), "提交说明")
            self._message = None

    def _place(self, line: str) -> None:
        """The head of a file or of a run of lines."""
        if line.startswith("diff --"):
            self._path = ""
        elif not self._path and line.startswith("+++ "):
            self._path = _path(line[4:])
        elif hunk := _HUNK.match(line):
            self._columns, self._first = len(hunk[1]) - 1, int(hunk[2])


def _path(name: str) -> str:
    """A path as git prints it behind `+++`; ``/dev/null`` for a file that goes."""
    name = name.rstrip("\t")
    if name.startswith('"'):
        octal = _QUOTED.sub(lambda m: chr(int(m[1], 8)) if m[1].isdigit() else m[1], name.strip('"'))
        name = octal.encode("latin-1", errors="ignore").decode("utf-8", errors="replace") if octal.isascii() else octal
    return name.removeprefix("b/")


def _files_of(root: Path, commits: Iterable[str]) -> Iterator[_Piece]:
    for commit in commits:
        raw = _git(
            root, "diff-tree", "-r", "--root", "-m", "--no-commit-id", "--raw", "-z", "--no-renames", commit, "--"
        )
        yield from _blobs(root, commit, raw)


def _blobs(root: Path, commit: str, raw: bytes) -> Iterator[_Piece]:
    """The names of added and changed files, and the texts inside of those that are no plain text."""
    fields = raw.decode("utf-8", errors="replace").split("\0")
    for entry, path in zip(fields[::2], fields[1::2], strict=False):
        _, mode, _, blob, status = entry.lstrip(":").split(" ")
        if status[0] not in "AMT" or mode == "160000":
            continue
        if status[0] == "A":
            yield _Piece(commit, path, 0, path, "文件名")
        if not is_packed(path):  # its lines stand in the patch
            continue
        size = _git(root, "cat-file", "-s", blob).decode()
        if int(size) <= _MAX_BLOB:
            excerpts, faults = read_attachment(path, _git(root, "cat-file", "blob", blob))
            yield from (_Piece(commit, path, 0, excerpt.text, excerpt.where or "文件") for excerpt in excerpts)
            for fault in faults:
                if fault.kind == "attachment-traces":
                    yield _Piece(commit, path, -1, f"{fault.message}\n{fault.hint}", "")


def _judged(root: Path, pieces: Sequence[_Piece], today: dt.date) -> tuple[Diagnostic, ...]:
    """The pieces with secrets that no exception covers."""
    exemptions = [entry for entry in read_exemptions(root, "docs", today)[0] if entry.until >= today]
    return ordered(found for piece in pieces for found in _findings(piece, exemptions))


def _findings(piece: _Piece, exemptions: Sequence[Exemption]) -> Iterator[Diagnostic]:
    commit = f"提交 {piece.commit[:8]} 的" if piece.commit else ""
    path = piece.path or f"提交 {piece.commit[:8]}"
    if piece.line < 0:
        message, _, hint = piece.text.partition("\n")
        if not any(e.covers(path, "SEC018", "*") for e in exemptions):
            yield Diagnostic(Span(path), "SEC018", "attachment-traces", f"{commit}文件{message}", hint)
        return
    for secret in secrets(piece.text):
        fingerprint = secret.fingerprint(path)
        if path == FILE or any(e.covers(path, secret.kind.code, fingerprint) for e in exemptions):
            continue
        place = Span(path) if piece.where and piece.path else Span(path, piece.line + secret.line - 1, secret.column)
        where = f"{piece.where}里" if piece.where else ""
        hint = f"{secret.kind.hint}；提交过的要改写历史，见《出了泄密怎么办》（指纹 {fingerprint}）"
        yield Diagnostic(place, secret.kind.code, secret.kind.name, f"{commit}{where}{secret.message}", hint)
