"""The ids that Python-Markdown gives to headings, computed without running it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, MutableSet
from urllib.parse import quote

Slugify = Callable[[str, str], str]

_COUNTED = re.compile(r"^(.*)_([0-9]+)$")


def ascii_slug(text: str, separator: str) -> str:
    """The slug of Python-Markdown's `toc` extension: hanzi vanish, so a Chinese heading gets ``_1``."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return unicode_slug(plain, separator)


def unicode_slug(text: str, separator: str) -> str:
    """The slug of `toc.slugify_unicode`: like `ascii_slug`, hanzi kept."""
    words = re.sub(r"[^\w\s-]", "", text).strip().lower()
    return re.sub(rf"[{re.escape(separator)}\s]+", separator, words)


def pymdownx_slug(case: str = "none", normalize: str = "NFC", *, percent_encode: bool = False) -> Slugify:
    """The slug function that `pymdownx.slugs.slugify(case=…)` makes."""
    cases = {"lower": str.lower, "fold": str.casefold, "lower-ascii": _lower_ascii}

    def slug(text: str, separator: str) -> str:
        words = re.sub(r"</?[^>]*>", "", unicodedata.normalize(normalize, text)).strip()  # type: ignore[arg-type]
        words = cases.get(case, str)(words)
        slug = re.sub(r"[^\w\- ]", "", words).replace(" ", separator)
        return quote(slug) if percent_encode else slug

    return slug


def _lower_ascii(text: str) -> str:
    return re.sub(r"[A-Z]", lambda found: found[0].lower(), text)


def unique(slug: str, used: MutableSet[str]) -> str:
    """The slug, or the slug with the first free ``_1``, ``_2`` …; the result is added to `used`."""
    while slug in used or not slug:
        counted = _COUNTED.match(slug)
        slug = f"{counted.group(1)}_{int(counted.group(2)) + 1}" if counted else f"{slug}_1"
    used.add(slug)
    return slug
