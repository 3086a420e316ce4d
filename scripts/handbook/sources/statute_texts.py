"""A folder of official texts, .docx or Markdown → the texts of the statutes of the register.

The folder is an office's own (`statute_texts` in the settings); nothing of it is ever copied into the handbook.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from handbook.diagnostics import Span
from handbook.model.handbook import SourceFault
from handbook.model.statute import Statute, StatuteNames
from handbook.model.statute_text import StatuteText
from handbook.sources import front_matter
from handbook.sources.docx_text import UnreadableDocumentError, docx_paragraphs
from handbook.sources.files import read_text
from handbook.sources.statute_layout import Layout, layout

SUFFIXES = (".md", ".docx")


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text as it was read: its articles, and what it says its names are, the surest first."""

    path: Path
    layout: Layout
    names: tuple[str, ...]

    def statute(self, statutes: Mapping[str, Statute], names: StatuteNames) -> Statute | None:
        """The statute of the register that it is the text of: by the name of the file, else by what it says."""
        if self.path.stem in statutes:
            return statutes[self.path.stem]
        for name in self.names:
            found = names.find(name)
            if len(found) == 1:
                return found[0]
        return None


def read_statute_texts(
    folder: Path, statutes: Mapping[str, Statute], shown: str
) -> tuple[dict[str, StatuteText], tuple[SourceFault, ...]]:
    """The texts of the register's statutes by id, and what is wrong with the files; no folder holds no texts.

    Args:
        folder: the folder, looked through with the folders in it.
        statutes: the register.
        shown: the folder as diagnostics print it.
    """
    names = StatuteNames(statutes.values())
    texts: dict[str, StatuteText] = {}
    faults: list[SourceFault] = []
    for path in _files(folder):
        place = f"{shown}/{path.relative_to(folder).as_posix()}"
        try:
            text = read_text_file(path)
        except UnreadableDocumentError as error:
            faults.append(_fault(place, f"读不了法规原文：{error}", "换一个文件，或者从文件夹里移走"))
            continue
        statute = text.statute(statutes, names)
        if statute is None:
            continue  # a notice, a page of notes, a statute that this handbook does not cite
        if not text.layout.articles:
            hint = "每条要以“第一条”这样的条次起头；条次是自动编号的，先在 Word 里转成文字"
            faults.append(_fault(place, f"“{statute.name}”的原文里没有认出一条", hint))
            continue
        if statute.id in texts and path.stem != statute.id:
            first = texts[statute.id].path
            faults.append(_fault(place, f"“{statute.name}”的原文有两份，另一份是 {first}", "只留一份"))
            continue
        faults += (_fault(place, message, hint) for message, hint in misfits(text.layout, statute))
        texts[statute.id] = _owned(text.layout, statute.id, place)
    return texts, tuple(faults)


def read_text_file(path: Path) -> TextFile:
    """A text: .docx or Markdown, with or without front matter.

    Raises:
        UnreadableDocumentError: it cannot be read.
    """
    if path.suffix.lower() == ".docx":
        found = layout(docx_paragraphs(path))
        return TextFile(path, found, (found.title, path.stem))
    text, faults = read_text(path, path.name)
    faults = tuple(fault for fault in faults if fault.kind != "private-use")  # some official texts hold such
    if text is None or faults:
        raise UnreadableDocumentError(faults[0].message if faults else "读不了这个文件")
    front = front_matter.split(text, path=path.name)
    found = layout(text.split("\n")[front.body_line - 1 :])
    written = (front.meta.text("title"), front.meta.text("short"), found.title, path.stem)
    return TextFile(path, found, tuple(name for name in written if name))


def misfits(found: Layout, statute: Statute) -> Iterator[tuple[str, str]]:
    """Why a text is not the statute of the register as it stands there: message and hint."""
    for gap in found.gaps:
        yield f"“{statute.name}”的原文条次不连续：{gap}", "对照正式文本补全，或者换一份原文"
    count = len(found.order)
    if not found.gaps and statute.articles and count != statute.articles:
        message = f"“{statute.name}”的原文有 {count} 条，登记表写的是 {statute.articles} 条"
        yield message, "看是不是另一个版本；版本对的话改登记表的“条数”"


def _files(folder: Path) -> Iterator[Path]:
    """The texts of a folder; a file named like a statute goes before others."""
    found = folder.rglob("*") if folder.is_dir() else ()
    yield from sorted(
        path
        for path in found
        if path.suffix.lower() in SUFFIXES and path.is_file() and not path.name.startswith((".", "~"))
    )


def _owned(found: Layout, statute: str, place: str) -> StatuteText:
    articles = {replace(article, statute=statute): clauses for article, clauses in found.articles.items()}
    return StatuteText(statute, place, articles)


def _fault(place: str, message: str, hint: str) -> SourceFault:
    return SourceFault("statute-text", Span(place), message, hint)
