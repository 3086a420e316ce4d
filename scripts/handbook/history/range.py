"""`BASE..HEAD` → the commits of a range, all of them or an answer why not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from handbook.errors import HandbookError
from handbook.history.git import Git

_SHALLOW = (
    "这是浅克隆，要查的提交没有取全；取出完整的历史（git fetch --unshallow，流水线里 fetch-depth: 0、GIT_DEPTH: 0）再查"
)


@dataclass(frozen=True, slots=True)
class Range:
    """Commits that can be looked through.

    Attributes:
        written: as git understands it: of the names of two commits, or `--all`.
        commits: their names, the oldest first.
    """

    written: str
    commits: tuple[str, ...]


def read_range(git: Git, written: str) -> Range:
    """A range as somebody typed it.

    Raises:
        HandbookError: no such range, or not all of it is there.
    """
    start, dots, end = written.partition("..")
    end = end.removeprefix(".")
    if not dots or not start or written.startswith("-"):
        raise HandbookError(f"“{written}”不是提交的范围，写成 起点..终点，例如 origin/main..HEAD")
    git.answer("rev-parse", "--git-dir")  # says what is wrong with the repository
    cut = _cut_commits(git)
    base, head = _commit(git, start, "起点", cut), _commit(git, end or "HEAD", "终点", cut)
    names = git.answer("rev-list", "--reverse", f"{base}..{head}", "--").decode().split()
    if cut & set(names):
        raise HandbookError(_SHALLOW)
    if not names and base != head:
        raise HandbookError(f"“{written}”里没有提交，终点“{end or 'HEAD'}”比起点早；是不是写反了？")
    return Range(f"{base}..{head}", tuple(names))


def every_commit(git: Git) -> Range:
    """The commits of all branches and tags.

    Raises:
        HandbookError: not all of them are there.
    """
    git.answer("rev-parse", "--git-dir")  # says what is wrong with the repository
    if _cut_commits(git):
        raise HandbookError(_SHALLOW)
    return Range("--all", tuple(git.answer("rev-list", "--reverse", "--all", "--").decode().split()))


def _commit(git: Git, name: str, which: str, cut: frozenset[str]) -> str:
    found = git.knows("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found:
        return found
    if cut:
        raise HandbookError(f"没有{which}“{name}”；{_SHALLOW}")
    if not name.strip("0"):
        raise HandbookError(f"{which}全是 0，新的分支没有以前的提交；{which}写主干，例如 origin/main..HEAD")
    raise HandbookError(f"没有{which}“{name}”这个提交；名字写对没有？要先 git fetch 取来")


def _cut_commits(git: Git) -> frozenset[str]:
    """The commits of a shallow clone whose parents were not fetched."""
    path = git.knows("rev-parse", "--path-format=absolute", "--git-path", "shallow")
    return frozenset(Path(path).read_text("ascii").split()) if path and Path(path).is_file() else frozenset()
