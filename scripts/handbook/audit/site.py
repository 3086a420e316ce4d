"""A built site as the audit sees it: its files, what each says, and the addresses that need a look."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from handbook.aside import aside
from handbook.audit.document import Document, Kind, Mark, Reference, Use
from handbook.audit.reading import Unreadable, read_document
from handbook.audit.target import NOT_FOUND, Fault, Resolver, Target
from handbook.diagnostics import Span
from handbook.errors import HandbookError

HOME = "index.html"
_MANY = 200
"""With more files than this a second process reads half of them."""


class SiteError(HandbookError):
    """The folder to audit cannot be read at all."""

    def __init__(self, site: Path, reason: str) -> None:
        self.site = site
        super().__init__(f"{site}：{reason}")


class Suspect(NamedTuple):
    """A reference that some check may report, and where it leads."""

    path: str
    reference: Reference
    target: Target


@dataclass(frozen=True)
class Site:
    """A built site.

    Attributes:
        shown: what diagnostics print before the path of a file, with a trailing `/`, or ``""``.
        files: paths of all files, relative to the site.
        documents: what was read, by path, without the references that lead somewhere for sure.
        unreadable: files that could not be read as they should, by path.
        suspects: references with a fault.
        home: the address of the site, as far as it is known.
        expected: files that the sources promise.
        intranet: whether the site must ask no other host and work opened from a folder.
    """

    shown: str
    files: frozenset[str]
    documents: Mapping[str, Document]
    unreadable: Mapping[str, Mark]
    suspects: tuple[Suspect, ...]
    home: str = ""
    expected: frozenset[str] = frozenset()
    intranet: bool = False

    @cached_property
    def pages(self) -> tuple[Document, ...]:
        """The HTML pages, sorted by path."""
        return tuple(document for _, document in sorted(self.documents.items()) if document.kind is Kind.PAGE)

    def span(self, path: str, line: int = 1, column: int = 1) -> Span:
        """A place in a file, as diagnostics print it."""
        return Span(self.shown + path, line, column)

    def faulty(self, fault: Fault) -> Iterator[tuple[Span, Reference, Target]]:
        """The references with that fault, but for those of the sitemap and the search index."""
        for path, reference, target in self.suspects:
            if fault in target.faults and reference.use is not Use.LOCATION:
                yield self.span(path, reference.line, reference.column), reference, target


def load(site: Path, *, shown: str, expected: Collection[str], intranet: bool, home: str) -> Site:
    """Read a built site.

    Raises:
        SiteError: there is no such folder.
    """
    paths = sorted(_files(site))
    home = home or _own_address(site)
    resolver = Resolver(paths, home=home, by_file=intranet)
    half = aside(partial(_read, site, paths[::2], resolver)) if len(paths) > _MANY else None
    read = _read(site, paths[1::2] if half else paths, resolver)
    if half:
        read.add(half())
    documents = dict(sorted(read.documents.items()))
    suspects = tuple(_with_anchors(sorted(read.suspects, key=itemgetter(0)), documents))
    return Site(shown, frozenset(paths), documents, read.unreadable, suspects, home, frozenset(expected), intranet)


@dataclass(frozen=True, slots=True)
class _Read:
    """What some files of a site say: documents without the references that are fine, suspects, unreadable files."""

    documents: dict[str, Document] = field(default_factory=dict)
    suspects: list[Suspect] = field(default_factory=list)
    unreadable: dict[str, Mark] = field(default_factory=dict)

    def add(self, other: _Read) -> None:
        self.documents.update(other.documents)
        self.suspects.extend(other.suspects)
        self.unreadable.update(other.unreadable)


def _read(site: Path, paths: Iterable[str], resolver: Resolver) -> _Read:
    read = _Read()
    for path in paths:
        document = read_document(site, path)
        if isinstance(document, Unreadable):
            read.unreadable[path] = document.mark
            document = document.document
        if document is not None:
            read.suspects.extend(_suspects(document, resolver))
            read.documents[path] = document.without_references()
    return read


def _files(site: Path) -> Iterator[str]:
    if not site.is_dir():
        raise SiteError(site, "不是文件夹" if site.exists() else "没有这个文件夹")
    for folder, _, names in os.walk(site, onerror=_stop):
        inside = Path(folder).relative_to(site)
        yield from ((inside / name).as_posix() for name in names if (Path(folder) / name).exists())


def _stop(error: OSError) -> None:
    raise SiteError(Path(error.filename), f"读不了（{error.strerror}）")


def _own_address(site: Path) -> str:
    """The folder of what the home page calls its own address, or ``""``."""
    home = read_document(site, HOME) if (site / HOME).is_file() else None
    document = home.document if isinstance(home, Unreadable) else home
    if document is None or "://" not in document.canonical:
        return ""
    return document.canonical.partition("#")[0].removesuffix(HOME).rstrip("/") + "/"


def _suspects(document: Document, resolver: Resolver) -> Iterator[Suspect]:
    """The references of a document that are not fine already."""
    absolute = document.path == NOT_FOUND or document.kind is Kind.LOCATIONS
    for reference in document.references:
        source, url = document.path, reference.url
        if reference.use is Use.LOCATION and "://" not in url:
            url = url if url.startswith("/") else "./" + url
        target = resolver.resolve(source, url, absolute=absolute)
        own = target.path == document.path and target.fragment in document.anchors
        if target.faults or (target.fragment is not None and not own):
            yield Suspect(document.path, reference, target)


def _with_anchors(waiting: Iterable[Suspect], documents: Mapping[str, Document]) -> Iterator[Suspect]:
    """The suspects that have a fault once every page's ids are known."""
    for suspect in waiting:
        target = suspect.target
        document = documents.get(target.path)
        if target.fragment is not None and document is not None and not document.has_anchor(target.fragment):
            target = Target(target.faults | {Fault.ANCHOR}, target.path, target.fragment)
        if target.faults:
            yield suspect._replace(target=target)
