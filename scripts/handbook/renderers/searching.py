"""The page on which the handbook is searched: the author's words, and a place for the query and its answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.renderers.listing import inserted

_OFF = "在这里搜索要打开脚本；也可以从上面的目录进。"
_LABEL = "要找什么：业务词、问题、法规条文、文书编号都行，拼音也行"


def compose(page: Page, handbook: Handbook) -> str:
    """The Markdown of the page; the place for the query stands above its first section."""
    query = (
        f'<label class="hb-search__label" for="hb-search-query">{_LABEL}</label>'
        '<input class="hb-search__query" id="hb-search-query" name="query" type="search" maxlength="100"'
        ' autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search">'
    )
    filters = _filter("只看", "kind", _kinds(handbook)) + _filter("栏目", "area", _areas(handbook))
    form = f'<form class="hb-search__form" role="search" aria-label="带筛选的搜索" hidden>{query}{filters}</form>'
    answers = '<p class="hb-search__status" role="status"></p><ol class="hb-search__results"></ol>'
    open_tag = '<div class="hb-search" data-module="hb-search" data-search-exclude translate="no">'
    return inserted(page, [f'{open_tag}<p class="hb-search__off">{_OFF}</p>{form}{answers}</div>'])


def _kinds(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """What readers may look at alone, as far as the handbook has it (see exporters/search/corpus.py)."""
    yield "", "全部"
    known = {
        "流程": handbook.procedures,
        "文书": handbook.templates,
        "法规": handbook.statutes,
        "时限": handbook.deadlines,
    }
    yield from ((name, name) for name, register in known.items() if register)


def _areas(handbook: Handbook) -> Iterator[tuple[str, str]]:
    yield "", "全部"
    yield from ((area.meta.text("area"), area.title) for area in handbook.areas)


def _filter(title: str, name: str, choices: Iterable[tuple[str, str]]) -> str:
    """A group of which one is chosen, the first at the beginning."""
    options = "".join(
        f'<label class="hb-search__choice"><input type="radio" name="{name}" value="{escape(value)}"'
        f"{'' if value else ' checked'}><span>{escape(words)}</span></label>"
        for value, words in choices
    )
    return f'<fieldset class="hb-search__filter"><legend>{title}</legend>{options}</fieldset>'
