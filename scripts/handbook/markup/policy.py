"""What authors may write as raw HTML: elements, attributes and addresses; everything else is refused.

Lists of what is forbidden are never complete; this is the list of what a handbook needs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

ELEMENTS = frozenset(
    """a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt
    em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span
    strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr""".split()
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
IMPLIED_END = frozenset("colgroup dd dt li p rp rt tbody td tfoot th thead tr".split())
"""Elements whose closing tag may be left out."""

_GLOBAL = frozenset("align class dir height id lang markdown role title width".split())
_OWN: Mapping[str, frozenset[str]] = {
    "a": frozenset("download href hreflang name rel target type".split()),
    "blockquote": frozenset({"cite"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "del": frozenset({"cite", "datetime"}),
    "details": frozenset({"open", "name"}),
    "img": frozenset("alt decoding loading sizes src srcset".split()),
    "ins": frozenset({"cite", "datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset("reversed start type".split()),
    "q": frozenset({"cite"}),
    "table": frozenset({"border", "cellpadding", "cellspacing", "summary"}),
    "td": frozenset("colspan headers rowspan valign".split()),
    "th": frozenset("abbr colspan headers rowspan scope valign".split()),
    "time": frozenset({"datetime"}),
    "tr": frozenset({"valign"}),
}
_LISTED = _GLOBAL | frozenset(
    """alt colspan download hl_lines linenums loading name open rel reversed rowspan scope start target type""".split()
)
_DATA = re.compile(r"data-(?!md)[a-z0-9-]+")  # Material's own scripts obey data-md-…
_ARIA = re.compile(r"aria-[a-z]+")

ADDRESSES = frozenset(
    "action background cite data formaction href longdesc manifest ping poster src xlink:href".split()
)
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]+")


def allows_attribute(element: str, name: str) -> bool:
    """Whether authors may give an element that attribute."""
    return name in _GLOBAL or name in _OWN.get(element, ()) or bool(_DATA.fullmatch(name) or _ARIA.fullmatch(name))


def allows_listed(name: str) -> bool:
    """Whether authors may set that attribute in an attribute list, `{ .class name=value }`, of any element."""
    return name in _LISTED or bool(_DATA.fullmatch(name) or _ARIA.fullmatch(name))


def scheme(address: str) -> str:
    """The scheme of an address as a browser reads it, ``//`` for a host without one, or ``""``.

    Blanks and characters without width count for nothing, because browsers drop some of them and readers see none.
    """
    bare = _INVISIBLE.sub("", address).lower().replace("\\", "/")
    if bare.startswith("//"):
        return "//"
    found = _SCHEME.match(bare)
    return found[1] if found else ""


def is_dangerous_address(address: str) -> bool:
    """Whether an address may run something or names a disk or another host by stealth."""
    name = scheme(address)
    return bool(name) and name not in SAFE_SCHEMES


def is_reserved_id(name: str) -> bool:
    """Whether the theme's own scripts look for an element of that id (`__config`, `__search`, `__palette` …)."""
    return name.startswith("__")
