"""Where an address leads, as far as the files of the site can tell."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import unquote

NOT_FOUND = "404.html"

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_EDGES = "".join(map(chr, range(33)))
_DROPPED = str.maketrans("", "", "\t\n\r")


class Fault(enum.StrEnum):
    """What can be wrong with an address."""

    OUTSIDE = "outside"
    """It names another host (which is fine for a link)."""
    UNSAFE = "unsafe"
    ABSOLUTE = "absolute"
    """It begins with `/`, so it depends on where the site is put."""
    RELATIVE = "relative"
    """It is relative in 404.html, which is shown at any address."""
    SOURCE = "source"
    DEAD = "dead"
    CASE = "case"
    FOLDER = "folder"
    ANCHOR = "anchor"


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address leads.

    Attributes:
        faults: what is wrong with it.
        path: the file of the site, also when it is not there; ``""`` when the address is none of the site's.
        fragment: what stands behind `#`, as written; None when it names no place in the file.
        near: a file that may be meant.
    """

    faults: frozenset[Fault] = frozenset()
    path: str = ""
    fragment: str | None = None
    near: str = ""


class Resolver:
    """Resolves addresses against the files of a site.

    Args:
        files: paths of the files, relative to the site.
        home: the address of the site as its pages give it (``https://host/sub/``), or ``""``.
        by_file: whether the site must also work opened from a folder, where no server finds index.html.
    """

    def __init__(self, files: Iterable[str], *, home: str, by_file: bool) -> None:
        self._files = frozenset(files)
        self._folders = frozenset(_folders(self._files))
        self._folded = {_fold(path): path for path in sorted(self._files | self._folders, reverse=True)}
        self._names: dict[str, str] = {}
        for path in sorted(self._files, reverse=True):
            self._names[path.rpartition("/")[2].casefold()] = path
        self._names.pop("index.html", None)
        self._home = home
        self._base = "/" + home.partition("://")[2].partition("/")[2]
        self._by_file = by_file
        self._known: dict[tuple[str, str], Target] = {}

    def resolve(self, source: str, url: str, *, absolute: bool = False) -> Target:
        """Where an address in a file leads; `absolute` when the file is used at any address, as 404.html is."""
        address = url.strip(_EDGES).translate(_DROPPED)
        base = "//" if absolute else source.rpartition("/")[0]
        key = (source if address[:1] in {"", "#", "?"} else base, address)
        target = self._known.get(key)
        if target is None:
            target = self._judge(source, address, absolute=absolute)
            if absolute:
                target = replace(target, faults=target.faults - {Fault.FOLDER})  # no one opens it without a server
            self._known[key] = target
        return target

    def _judge(self, source: str, url: str, *, absolute: bool) -> Target:
        scheme = _SCHEME.match(url)
        if scheme:
            return self._foreign(scheme[1].lower(), url)
        place, mark, fragment = url.partition("#")
        place = place.partition("?")[0].replace("\\", "/")
        if place.startswith("//"):
            return Target(frozenset({Fault.OUTSIDE}))
        wanted = fragment if mark else None
        if not place:
            return self._finish(source, wanted, frozenset())
        if place.startswith("/"):
            return self._absolute(place, wanted, absolute=absolute)
        faults = frozenset({Fault.RELATIVE} if absolute else ())
        return self._find(_join("" if absolute else source.rpartition("/")[0], unquote(place)), wanted, faults)

    def _foreign(self, scheme: str, url: str) -> Target:
        if scheme in {"mailto", "tel"}:
            return Target()
        if scheme not in {"http", "https"}:
            return Target(frozenset({Fault.UNSAFE}))
        outside = frozenset({Fault.OUTSIDE})
        if not self._home or not (url + "/").startswith(self._home):
            return Target(outside)
        place, mark, fragment = url[len(self._home) :].partition("#")
        return self._find(_join("", unquote(place.partition("?")[0]) or "./"), fragment if mark else None, outside)

    def _absolute(self, place: str, fragment: str | None, *, absolute: bool) -> Target:
        own = (place + "/").startswith(self._base)
        if not own:
            return Target(frozenset({Fault.ABSOLUTE}))
        faults = frozenset({Fault.ABSOLUTE} if not absolute else ())
        return self._find(_join("", unquote(place[len(self._base) :]) or "./"), fragment, faults)

    def _find(self, path: str | None, fragment: str | None, faults: frozenset[Fault]) -> Target:
        """The file at a path that is already joined; a trailing slash means its index.html."""
        if path is None:
            return Target(faults | {Fault.DEAD})
        if path in self._files:
            return self._finish(path, fragment, faults)
        folder = path.rstrip("/")
        index = f"{folder}/index.html".lstrip("/")
        if path.endswith("/") or not path or folder in self._folders:
            if index in self._files:
                return self._finish(index, fragment, faults | ({Fault.FOLDER} if self._by_file else set()))
            path = index
        if path.lower().endswith((".md", ".markdown")):
            return Target(faults | {Fault.SOURCE}, path)
        same = self._folded.get(_fold(path)) or self._folded.get(_fold(folder))
        if same and same != folder:
            return Target(faults | {Fault.CASE}, path, near=same)
        return Target(faults | {Fault.DEAD}, path, near=self._names.get(path.rpartition("/")[2].casefold(), ""))

    def _finish(self, path: str, fragment: str | None, faults: frozenset[Fault]) -> Target:
        if path.lower().endswith((".md", ".markdown")):
            faults |= {Fault.SOURCE}
        if fragment is not None:
            fragment = fragment.partition(":~:")[0]
        return Target(faults, path, None if not fragment or fragment.lower() == "top" else fragment)


def _join(directory: str, path: str) -> str | None:
    """A relative path behind a directory, `.` and `..` resolved; None when it leaves the site."""
    parts = directory.split("/") if directory else []
    steps = path.split("/")
    for step in steps:
        if step == "..":
            if not parts:
                return None
            parts.pop()
        elif step not in {"", "."}:
            parts.append(step)
    return "/".join(parts) + ("/" if steps[-1] in {"", ".", ".."} else "")


def _folders(files: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for path in files:
        while path := path.rpartition("/")[0]:
            if path in found:
                break
            found.add(path)
    return found


def _fold(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()
