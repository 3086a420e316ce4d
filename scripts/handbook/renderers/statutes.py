"""The register of statutes for readers: its index, and a page per statute with what rests on each provision."""

from __future__ import annotations

import html
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from handbook.model.citation import Provision
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.model.statute import Chapter, Gist, Status, Statute
from handbook.renderers.citations import UNWRITTEN, current_places, dated
from handbook.renderers.listing import inserted
from handbook.renderers.markdown import boxed, escape, link, table
from handbook.renderers.reliance import Reliance, Use

_MOST_OPEN = 6  # pages that use a provision; a longer list is opened by who wants it


def compose_index(page: Page, handbook: Handbook) -> str:
    """The Markdown of the index: above the author's first section the statutes by kind, and then old editions."""
    current = [one for one in handbook.statutes.values() if not _is_old(one)]
    lines: list[str] = []
    for kind in dict.fromkeys(one.kind for one in current):
        lines += [f"## {escape(kind)}", "", *_listed(page, [one for one in current if one.kind == kind], handbook), ""]
    old = [one for one in handbook.statutes.values() if _is_old(one)]
    if old:
        words = "下面这些已经被新的文本取代，留着是为了把旧文书里的条号换成现在的条号。"
        lines += ["## 旧文本", "", words, "", *_listed(page, old, handbook)]
    return inserted(page, lines)


def compose(page: Page, handbook: Handbook) -> str:
    """The Markdown of a statute's generated page."""
    statute = handbook.statutes[page.meta.text("statute")]
    lines = [f"# {escape(statute.title)}", "", *_state(page, statute, handbook), *_facts(page, statute, handbook)]
    reliance = Reliance(statute.id, handbook)
    lines += [*_chapters(page, statute), *_renumbered(page, statute, handbook)]
    lines += [*_articles(page, statute, reliance, handbook), *_whole(page, reliance, handbook)]
    return "\n".join([*lines, "", *_back(page, handbook)])


def _is_old(statute: Statute) -> bool:
    return statute.status in (Status.AMENDED, Status.REPEALED)


def _listed(page: Page, statutes: Sequence[Statute], handbook: Handbook) -> list[str]:
    rows = (
        [
            link(page, statute.src, f"《{statute.name}》"),
            escape(statute.title),
            escape(statute.status),
            escape(dated(statute.effective)),
            f"{len(handbook.pages[statute.src].anchors)}条" if handbook.pages[statute.src].anchors else "没有引用",
        ]
        for statute in statutes
        if statute.src in handbook.pages
    )
    return table(["简称", "全称", "状态", "施行", "手册用到"], rows)


def _state(page: Page, statute: Statute, handbook: Handbook) -> Iterator[str]:
    """What a reader must know before citing it; nothing of one in force whose text was seen."""
    if _is_old(statute):
        current = handbook.statutes.get(statute.superseded_by)
        name = link(page, current.src, current.title) if current else escape(statute.superseded_by)
        yield from (f'!!! warning "{statute.status}，不要直接引用"', "")
        yield from (f"    现行的是{name}。" if name else "    已经不再适用。", "")
    elif statute.status is Status.UNCONFIRMED:
        yield from ('!!! warning "效力待核"', "", "    这部法规现在是否有效没有核实〔待核〕，引用之前先核对。", "")
    elif not statute.seen:
        yield from ('!!! warning "没有见到全文"', "", "    手册编写时没有见到全文〔待核〕，引用之前找原文核对。", "")


def _facts(page: Page, statute: Statute, handbook: Handbook) -> Iterator[str]:
    others = [one for one in handbook.statutes.values() if one.superseded_by == statute.id]
    editions = "、".join(link(page, one.src, one.title) for one in others)
    rows = (
        ("在手册里叫", "、".join(f"《{escape(name)}》" for name in statute.names)),
        ("类别", escape(statute.kind)),
        ("发布机关", escape(statute.issuer)),
        ("文号", escape(statute.number)),
        ("通过", escape(dated(statute.adopted))),
        ("施行", escape(dated(statute.effective))),
        ("状态", escape(statute.status)),
        ("条数", f"{statute.articles}条" if statute.articles else ""),
        ("旧文本", editions),
        ("说明", escape(statute.note)),
    )
    yield from table(["项目", "内容"], ((name, words) for name, words in rows if words))
    yield ""


def _chapters(page: Page, statute: Statute) -> Iterator[str]:
    if statute.chapters:
        rows = ([escape(one.title), _range(one), _shown(page, one)] for one in statute.chapters)
        yield from ("## 各章", "", *table(["章", "条", "手册用到的条"], rows), "")


def _range(chapter: Chapter) -> str:
    if not chapter.first:
        return ""
    first, last = Provision("", chapter.first).words, Provision("", chapter.last).words
    return first if chapter.first == chapter.last else f"{first}至{last}"


def _shown(page: Page, chapter: Chapter) -> str:
    articles = [number for number in _numbers(page) if chapter.first <= number <= chapter.last]
    return "、".join(f"[{number}](#a{number})" for number in articles)


def _numbers(page: Page) -> list[int]:
    """The articles that a statute's page shows; one put in later (a120-1) counts as the article it follows."""
    return sorted({int(anchor[1:].partition("-")[0]) for anchor in page.anchors})


def _renumbered(page: Page, statute: Statute, handbook: Handbook) -> Iterator[str]:
    current = handbook.statutes.get(statute.superseded_by)
    if not statute.renumbered or current is None:
        return
    yield from (
        "## 条次对照",
        "",
        "左边是这个文本的条次，右边是现行文本的条次。只说条号，文字可能改过，要看现行原文。",
        "",
    )
    shown = handbook.pages[current.src].anchors
    rows = (
        [Provision("", old).words, "、".join(_new(page, new, current, shown) for new in news) or "没有单独的对应条"]
        for old, news in sorted(statute.renumbered.items())
    )
    yield from (*table(["旧条次", "现行条次"], rows), "")


def _new(page: Page, number: int, current: Statute, shown: Collection[str]) -> str:
    place = Provision(current.id, number)
    return link(page, f"{current.src}#{place.anchor}", place.words) if place.anchor in shown else place.words


def _articles(page: Page, statute: Statute, reliance: Reliance, handbook: Handbook) -> Iterator[str]:
    if not page.anchors:
        return
    yield from ("## 手册用到的条", "", "要点是手册自己的话，只帮你认出这一条；要引用、要写进文书，请看法规原文。", "")
    for anchor in page.anchors:
        number, _, branch = anchor[1:].partition("-")
        place = Provision(statute.id, int(number), branch=int(branch or 0))
        yield from (f"### {place.words} {{#{anchor}}}", "", *_gists(statute, place), *_text(statute, place, handbook))
        yield from _history(page, statute, place, handbook)
        yield from _uses(page, reliance.on(place.article), handbook)


def _gists(statute: Statute, place: Provision) -> Iterator[str]:
    """The summary of the article, then those of its 款 and 项."""
    found = sorted((one for one in statute.gists.values() if one.place.whole == place), key=lambda one: one.place)
    whole = next((one for one in found if one.place == place), None)
    if whole:
        yield from (escape(whole.text), "")
    parts = [f"- **{_part(one)}**：{escape(one.text)}" for one in found if one is not whole]
    yield from (*parts, "") if parts else ()
    if not found:
        yield from (UNWRITTEN, "")


def _part(gist: Gist) -> str:
    return gist.place.words.removeprefix(gist.place.whole.words)


def _text(statute: Statute, place: Provision, handbook: Handbook) -> Iterator[str]:
    """The official words, where the office has put them into its folder of texts."""
    text = handbook.statute_texts.get(statute.id)
    words = text.words(place) if text else ()
    if words:
        lines = "".join(f"<p>{html.escape(line)}</p>" for line in words)
        yield from (f'<details class="quote"><summary>原文</summary>{lines}</details>', "")


def _history(page: Page, statute: Statute, place: Provision, handbook: Handbook) -> Iterator[str]:
    """The number of an article in another edition."""
    now = current_places(statute, place.article, handbook)
    if now:
        current = handbook.statutes[statute.superseded_by]
        words = "、".join(_new(page, one.article, current, handbook.pages[current.src].anchors) for one in now)
        yield from (f"现行条次：《{escape(current.name)}》{words}。", "")
    for old in (one for one in handbook.statutes.values() if one.superseded_by == statute.id and one.renumbered):
        before = [number for number, news in old.renumbered.items() if place.article in news]
        if before != [place.article]:
            words = "、".join(Provision("", number).words for number in before)
            yield from (f"在《{escape(old.name)}》里{f'是{words}' if words else '没有这一条'}。", "")


def _whole(page: Page, reliance: Reliance, handbook: Handbook) -> Iterator[str]:
    """The places that name the statute as a whole."""
    uses = reliance.whole()
    if uses:
        yield from ("## 没有写到条的地方", "", "下面提到了这部法规，没有写是哪一条：", "")
        yield from (*boxed("hb-uses", _places(page, uses, handbook)), "")


def _uses(page: Page, uses: Sequence[Use], handbook: Handbook) -> Iterator[str]:
    if not uses:
        yield from ("手册里现在没有直接引用这一条。", "{: .hb-uses__none }", "")
        return
    places = list(_places(page, uses, handbook))
    if len(places) <= _MOST_OPEN:
        yield from ("用在哪里：", "{: .hb-uses__title }", "", *boxed("hb-uses", places), "")
        return
    summary = f"<summary>用在哪里：{len(places)}页</summary>"
    yield from ('<details class="hb-uses" markdown="1">', summary, "", *places, "", "</details>", "")


def _places(page: Page, uses: Sequence[Use], handbook: Handbook) -> Iterator[str]:
    """A list of pages, each with its places."""
    for src, found in groupby(uses, key=lambda use: use.src):
        source = handbook.pages.get(src)
        places: dict[tuple[str, str], list[str]] = {}
        for use in found:
            places.setdefault((use.anchor, use.label), []).append(use.part)
        words = "、".join(_place(page, source, *place, parts) for place, parts in places.items())
        code = f"{source.code} " if source and source.code else ""
        yield f"- {escape(f'{code}{source.title}')}：{words}" if source else f"- {words}"


def _place(page: Page, source: Page | None, anchor: str, label: str, parts: Sequence[str]) -> str:
    """A link to a place, with the 款 and 项 that it cites."""
    named = "、".join(dict.fromkeys(part for part in parts if part))
    words = f"{label}（{named}）" if named else label
    return link(page, f"{source.src}#{anchor}" if anchor else source.src, words) if source else escape(words)


def _back(page: Page, handbook: Handbook) -> Iterator[str]:
    index = handbook.first_of_kind.get("statutes")
    if index is not None:
        yield f"回到{link(page, index.src, index.title)}。"
