"""`handbook statutes import`: what a text of a statute holds, how it fits the register, and a clean copy of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from handbook.errors import HandbookError
from handbook.model.citation import Provision, hanzi
from handbook.model.citation_checks import clause_fault
from handbook.model.handbook import Handbook
from handbook.model.statute import Statute
from handbook.model.statute_text import Clause, StatuteText
from handbook.sources.docx_text import UnreadableDocumentError
from handbook.sources.statute_texts import SUFFIXES, TextFile, misfits, read_text_file


@dataclass(frozen=True, slots=True)
class Account:
    """What is to be said of a text.

    Attributes:
        file: the text as it was read.
        statute: the statute of the register that it is the text of, or None.
        facts: what it holds, a line each.
        faults: what keeps it from being used, or does not fit the register.
    """

    file: TextFile
    statute: Statute | None
    facts: tuple[str, ...]
    faults: tuple[str, ...]


def account(path: Path, handbook: Handbook) -> Account:
    """Read a text and hold it against the register.

    Raises:
        HandbookError: the file cannot be read.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise HandbookError(f"{path}：只认 .docx 和 .md；别的格式先用 Word 或者 WPS 另存为 .docx")
    if not path.is_file():
        raise HandbookError(f"{path}：没有这个文件")
    try:
        file = read_text_file(path)
    except UnreadableDocumentError as error:
        raise HandbookError(f"{path}：{error}") from error
    statute = file.statute(handbook.statutes, handbook.statute_names)
    return Account(file, statute, tuple(_facts(file, statute)), tuple(_faults(file, statute)))


def write(found: Account, folder: Path, docs: Path) -> Path:
    """Write the text as Markdown into the folder of texts; the result is the new file.

    Raises:
        HandbookError: the folder belongs to the handbook, or the text fits no statute of the register.
    """
    if folder.resolve().is_relative_to(docs.resolve()):
        raise HandbookError(f"{folder}：法规原文不放进手册的 docs 文件夹，换一个文件夹")
    if found.statute is None:
        raise HandbookError(f"{found.file.path}：登记表里没有这部法规，先在 docs/reference/statutes.yml 里登记")
    target = folder / f"{found.statute.id}.md"
    folder.mkdir(parents=True, exist_ok=True)
    target.write_text(markdown(found.file, found.statute), encoding="utf-8")
    return target


def markdown(file: TextFile, statute: Statute) -> str:
    """A text in the form that is read back: a heading a chapter, an article a bold number, a line a 款 or 项."""
    chapters = {chapter.first: chapter.title for chapter in statute.chapters if chapter.first}
    blocks = ["---", f'title: "{statute.title}"', f'short: "{statute.name}"', "---", "", f"# {statute.title}"]
    for place, clauses in file.layout.articles.items():
        if not place.branch and place.article in chapters:
            blocks += ["", f"## {chapters[place.article]}"]
        lines = [line for clause in clauses for line in clause.lines]
        opening = f"**{place.words}**"
        first, rest = (lines[0], lines[1:]) if lines and clauses[0].text else ("", lines)
        blocks += ["", f"{opening}　{first}".rstrip("　"), *(part for line in rest for part in ("", line))]
    return "\n".join([*blocks, ""])


def _facts(file: TextFile, statute: Statute | None) -> Iterator[str]:
    yield f"标题：{file.layout.title or '没有'}"
    name = f"《{statute.name}》（{statute.id}，{statute.status}）" if statute else "没有找到，登记以后才能用"
    yield f"登记表：{name}"
    order = file.layout.order
    clauses = [clause for found in file.layout.articles.values() for clause in found]
    added = sum(1 for place in file.layout.articles if place.branch)
    between = f"，另有“之几”的条 {added} 条" if added else ""
    items = sum(len(clause.items) for clause in clauses)
    yield f"条数：{len(order)}{between}；款 {len(clauses)}，项 {items}"
    if order and not file.layout.gaps:
        yield f"条次：从第一条连到第{_words(order[-1])}条"


def _words(number: int) -> str:
    return hanzi(number) if number < 1000 else str(number)


def _faults(file: TextFile, statute: Statute | None) -> Iterator[str]:
    if not file.layout.order:
        yield "没有认出一条：每条要以“第一条”这样的条次起头；条次是自动编号的，先在 Word 里转成文字"
        return
    if statute is None:
        yield from (f"条次不连续：{gap}" for gap in file.layout.gaps)
        yield "登记表里没有这部法规：文件名写成登记表的编号，或者先登记到 docs/reference/statutes.yml"
        return
    yield from (message for message, _ in misfits(file.layout, statute))
    articles: dict[Provision, tuple[Clause, ...]] = {
        replace(place, statute=statute.id): clauses for place, clauses in file.layout.articles.items()
    }
    text = StatuteText(statute.id, str(file.path), articles)
    for place in statute.gists:
        fault = clause_fault(text, place, statute.name)
        if fault:
            yield f"要点“{place.words}”：{fault[0]}；{fault[1]}"
