"""What the theme templates of overrides/kinds/ are given: plain values, addresses relative to the site's root."""

from __future__ import annotations

import datetime as dt
from typing import Any

from handbook.model.handbook import Handbook
from handbook.model.page import Page


def context(page: Page, handbook: Handbook) -> dict[str, Any]:
    """The `hb` of a page: what its head shows, and what the page of its kind lists."""
    common: dict[str, Any] = {
        "kind": page.kind,
        "code": page.code,
        "title": page.title,
        "summary": page.meta.text("summary"),
        "owner": page.meta.text("owner"),
        "reviewed": _date(page.meta.text("reviewed")),
        "review_in": page.meta.text("review_in"),
        "area": _area(page, handbook),
    }
    listed = {"home": _home, "area": _listing, "procedure": _procedure}.get(page.kind)
    return {**common, **(listed(page, handbook) if listed else {})}


def _date(text: str) -> str:
    """2026年11月25日 for 2026-11-25; any other text as it is."""
    try:
        date = dt.date.fromisoformat(text)
    except ValueError:
        return text
    return f"{date.year}年{date.month}月{date.day}日"


def _entry(page: Page) -> dict[str, str]:
    return {"code": page.code, "title": page.title, "summary": page.meta.text("summary"), "url": page.url}


def _area(page: Page, handbook: Handbook) -> dict[str, str] | None:
    found = next((p for p in _areas(handbook) if p.meta.text("area") == page.meta.text("area")), None)
    return {"title": found.title, "url": found.url} if found else None


def _areas(handbook: Handbook) -> list[Page]:
    """The area pages in the order of the navigation."""
    order = {entry.target: index for index, entry in enumerate(handbook.site.nav or ())}
    pages = [page for page in handbook.published if page.kind == "area"]
    return sorted(pages, key=lambda page: order.get(page.src, len(order)))


def _procedures_of(area: str, handbook: Handbook) -> list[Page]:
    return [page for page in handbook.procedures.values() if page.meta.text("area") == area]


def _home(page: Page, handbook: Handbook) -> dict[str, Any]:
    del page
    areas = []
    for area in _areas(handbook):
        pages = _procedures_of(area.meta.text("area"), handbook)
        tasks = [
            {"text": text, "url": f"{p.url}#{step}" if step else p.url, "code": p.code, "title": p.title}
            for p in pages
            for text, step in p.tasks
        ]
        areas.append({**_entry(area), "tasks": tasks, "procedures": [_entry(p) for p in pages]})
    return {"areas": areas}


def _listing(page: Page, handbook: Handbook) -> dict[str, Any]:
    area = page.meta.text("area")
    templates = [
        {**_entry(handbook.pages[template.src]), "docx": handbook.downloads[code][0]}
        for code, template in sorted(handbook.templates.items())
        if handbook.pages[template.src].meta.text("area") == area
    ]
    return {"procedures": [_entry(p) for p in _procedures_of(area, handbook)], "templates": templates}


def _procedure(page: Page, handbook: Handbook) -> dict[str, Any]:
    def named(key: str) -> list[dict[str, str]]:
        codes = page.meta.texts(key)
        return [_entry(handbook.procedures[code]) for code in codes if code in handbook.procedures]

    steps = [{"id": step.id, "title": step.title} for step in page.steps]
    return {"previous": named("previous"), "next": named("next"), "steps": steps}
