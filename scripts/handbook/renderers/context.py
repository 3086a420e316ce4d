"""What the theme templates of overrides/kinds/ are given: plain values, addresses relative to the site's root."""

from __future__ import annotations

import datetime as dt
from typing import Any

from handbook.model.handbook import Handbook
from handbook.model.page import Page

_INDEXES = {"statute": "statutes", "case-document": "casefile"}


def context(page: Page, handbook: Handbook) -> dict[str, Any]:
    """The `hb` of a page: what stands above and below its words."""
    search = handbook.first_of_kind.get("search")
    return {
        "kind": page.kind,
        "code": page.code,
        "summary": page.meta.text("summary"),
        "owner": page.meta.text("owner"),
        "reviewed": _date(page.meta.text("reviewed")),
        "review_in": page.meta.text("review_in"),
        "area": _area(page, handbook),
        "search_url": search.url if search else "",
    }


def _date(text: str) -> str:
    """2026年11月25日 for 2026-11-25; any other text as it is."""
    try:
        date = dt.date.fromisoformat(text)
    except ValueError:
        return text
    return f"{date.year}年{date.month}月{date.day}日"


def _area(page: Page, handbook: Handbook) -> dict[str, str] | None:
    """The page that a page belongs under: that of its area; of a statute, or a document of the case, the index."""
    if page.kind in _INDEXES:
        found = handbook.first_of_kind.get(_INDEXES[page.kind])
    else:
        found = next((area for area in handbook.areas if area.meta.text("area") == page.meta.text("area")), None)
    return {"title": found.title, "url": found.url} if found and found is not page else None
