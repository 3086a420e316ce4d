"""What is looked through: a range of commits, or the next one; and what is said of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.confidential import Secret, secrets
from handbook.diagnostics import Diagnostic, Span, ordered
from handbook.history.files import Change, Fault, changes_of_commits, changes_of_index, inside, too_large
from handbook.history.git import Git, decoded
from handbook.history.patches import PATCH, Stretch, stretches
from handbook.history.range import Range, every_commit, read_range
from handbook.sources.attachments import is_packed
from handbook.sources.exemptions import FILE, read_exemptions

PEOPLE = "提交人"
"""Stands for a path where a finding is about who made a commit."""

REFERENCES = "分支和标签"
"""Likewise, for what branches and tags are called."""

_REFERENCE = "%(objecttype) %(objectname) %(refname)"
_WHO = {"author": "作者", "committer": "提交者", "tagger": "打标签的人"}
_OWN_LINES = re.compile(r"(?:tree|parent|object|type|encoding) .*|gpgsig(?:-sha256)? .*(?:\n .*)*")
_TIME = re.compile(r" \d+ [+-]\d{4}$")
_REWRITE = "提交过的要改写历史，见《出了泄密怎么办》"
_OWN_MAIL = "运行 git config user.email 换成单位的 gov.cn 邮箱"


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked through, in words, and what was found."""

    what: str
    found: tuple[Diagnostic, ...]


def secrets_of_commits(root: Path, commits: str, *, today: dt.date) -> Looked:
    """What the commits of a range `BASE..HEAD` add that must not be in the history.

    Raises:
        HandbookError: there is no git, no repository, no such range, or not all of it.
    """
    git = Git(root)
    asked = read_range(git, commits)
    if not asked.commits:
        return Looked(f"“{commits}”里没有提交", ())
    return _looked(asked, git, _Judge(root, today), [])


def secrets_of_history(root: Path, *, today: dt.date) -> Looked:
    """What any commit of any branch or tag ever added, and what these are called.

    Raises:
        HandbookError: there is no git, no repository, or not all of its commits.
    """
    git = Git(root)
    asked = every_commit(git)
    if not asked.commits:
        return Looked("仓库里还没有提交", ())
    judge = _Judge(root, today)
    found: list[Diagnostic] = []
    names = (line.split(" ", 2) for line in decoded(git.answer("for-each-ref", f"--format={_REFERENCE}")).splitlines())
    tags = []
    for kind, name, called in names:
        found += judge.text("", REFERENCES, "名字", called)
        tags += [name] if kind == "tag" else []
    for name, data in git.objects(tags):
        found += _of_commit(judge, name, decoded(data))
    return _looked(asked, git, judge, found)


def _looked(asked: Range, git: Git, judge: _Judge, others: list[Diagnostic]) -> Looked:
    changes = list(changes_of_commits(git, asked.commits))
    log = git.lines("log", "--reverse", "--cc", "--root", "--format=%H", *PATCH, asked.written, "--")
    found = [*others, *_of_files(git, judge, changes, log)]
    for name, data in git.objects(asked.commits):
        found += _of_commit(judge, name, decoded(data))
    files = len({change.path for change in changes})
    return Looked(f"查了 {len(asked.commits)} 个提交、{files} 个文件", ordered(found))


def secrets_of_index(root: Path, *, today: dt.date) -> Looked:
    """What the next commit would add.

    Raises:
        HandbookError: there is no git or no repository.
    """
    git = Git(root)
    git.answer("rev-parse", "--git-dir")  # says what is wrong with the repository
    judge = _Judge(root, today)
    changes = list(changes_of_index(git))
    found = list(_of_files(git, judge, changes, git.lines("diff", "--cached", *PATCH, "--")))
    for role in ("author", "committer"):
        found += judge.people("", f"{role} {git.knows('var', f'GIT_{role.upper()}_IDENT')}")
    return Looked(f"查了 {len(changes)} 个文件" if changes else "没有 git add 过的改动", ordered(found))


def _of_files(git: Git, judge: _Judge, changes: list[Change], patches: Iterable[bytes]) -> Iterator[Diagnostic]:
    """What stands in the names, the added lines and the inside of files."""
    to_open = set()
    sizes = git.sizes({change.blob for change in changes})
    large = {name: fault for name, size in sizes.items() if (fault := too_large(size))}
    for stretch in stretches(patches):
        if stretch.is_binary:
            to_open.add((stretch.commit, stretch.path))
        elif not is_packed(stretch.path) and not stretch.is_cut:
            yield from judge.lines(stretch)
    seen = set()
    for change in changes:
        if change.is_new:
            yield from judge.text(change.commit, change.path, "文件名", change.path)
        if change.blob in large:
            yield from judge.fault(change, large[change.blob])
        elif (change.path, change.blob) not in seen and (
            is_packed(change.path) or (change.commit, change.path) in to_open
        ):
            texts, faults = inside(change.path, git.answer("cat-file", "blob", change.blob))
            for where, text in texts:
                yield from judge.text(change.commit, change.path, where, text)
            for fault in faults:
                yield from judge.fault(change, fault)
        seen.add((change.path, change.blob))


def _of_commit(judge: _Judge, name: str, text: str) -> Iterator[Diagnostic]:
    """What stands in the message, and in what git keeps of who made a commit."""
    head, _, message = text.partition("\n\n")
    others = []
    for line in _OWN_LINES.sub("", head).split("\n"):
        if line.startswith(tuple(_WHO)):
            yield from judge.people(name, line)
        else:
            others.append(line)
    yield from judge.text(name, "", "提交说明", message)
    yield from judge.text(name, "", "提交的附加信息", "\n".join(others))


class _Judge:
    """Says what is found, unless an exception lets it pass; the same of the same person once."""

    def __init__(self, root: Path, today: dt.date) -> None:
        self._exemptions = [entry for entry in read_exemptions(root, "docs", today)[0] if entry.until >= today]
        self._people: set[str] = set()

    def lines(self, stretch: Stretch) -> Iterator[Diagnostic]:
        """What the added lines of a text file hold, wholly or in part."""
        for secret in secrets(stretch.text):
            if not stretch.added.isdisjoint(range(secret.line - 1, secret.last_line)):
                place = Span(_shown(stretch.path), stretch.first + secret.line - 1, secret.column)
                yield from self._found(stretch.commit, stretch.path, place, "", secret)

    def text(self, commit: str, path: str, where: str, text: str) -> Iterator[Diagnostic]:
        """What stands in a name, a message, or inside of a file."""
        for secret in secrets(text):
            place = Span(_shown(path)) if path else Span(f"提交 {commit[:8]}", secret.line, secret.column)
            yield from self._found(commit, path or place.path, place, where, secret)

    def people(self, commit: str, line: str) -> Iterator[Diagnostic]:
        """What the name and the address of somebody who made commits tell, as git keeps them."""
        role, _, text = _TIME.sub("", line).partition(" ")
        if text in self._people:
            return
        self._people.add(text)
        for secret in secrets(text):
            hint = f"{_OWN_MAIL}；{_REWRITE}" if commit else _OWN_MAIL
            yield from self._found(commit, PEOPLE, Span(PEOPLE), _WHO[role], secret, hint)

    def fault(self, change: Change, fault: Fault) -> Iterator[Diagnostic]:
        """What is wrong with a file that is no plain text."""
        if not self._is_exempt(change.path, fault.code, "*"):
            yield Diagnostic(
                Span(_shown(change.path)),
                fault.code,
                fault.rule,
                f"{_of(change.commit)}文件：{fault.message}",
                fault.hint,
            )

    def _found(
        self, commit: str, path: str, place: Span, where: str, secret: Secret, hint: str = ""
    ) -> Iterator[Diagnostic]:
        fingerprint = secret.fingerprint(path)
        if path == FILE or self._is_exempt(path, secret.kind.code, fingerprint):
            return
        inside_of = f"{where}里" if where else ""
        advice = hint or (f"{secret.kind.hint}；{_REWRITE}" if commit else secret.kind.hint)
        yield Diagnostic(
            place,
            secret.kind.code,
            secret.kind.name,
            f"{_of(commit)}{inside_of}{secret.message}",
            f"{advice}（指纹 {fingerprint}）",
        )

    def _is_exempt(self, path: str, code: str, fingerprint: str) -> bool:
        return any(entry.covers(path, code, fingerprint) for entry in self._exemptions)


def _of(commit: str) -> str:
    return f"提交 {commit[:8]} 的" if commit else ""


def _shown(path: str) -> str:
    """A path on one line, whatever stands in it."""
    return "".join(character if character.isprintable() else "�" for character in path)
