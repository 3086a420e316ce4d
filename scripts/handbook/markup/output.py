"""What the built site may hold: elements, attributes of each, and scripts. What the theme and the build make is here.

A new component that needs another element or attribute enters it here, where its reviewer sees it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from handbook.markup.policy import ELEMENTS as _AUTHORED
from handbook.markup.policy import allows_attribute as _authors_may_write

ELEMENTS = _AUTHORED | frozenset(
    """body button fieldset footer form head header hgroup html input label legend link main meta nav
    optgroup option output picture progress script search select source svg template textarea title""".split()
)
DRAWN = frozenset(
    """a circle clippath defs desc ellipse fedropshadow feflood fegaussianblur femerge femergenode feoffset filter g
    image line lineargradient marker mask metadata path pattern polygon polyline radialgradient rect stop style svg
    switch symbol text textpath title tspan use view""".split()
)
_GLOBAL = frozenset("class dir hidden id lang role tabindex title translate".split())
_CONTROL = frozenset(
    """accept autocapitalize autocomplete autocorrect checked disabled enterkeyhint for form inputmode label max
    maxlength min minlength multiple name novalidate pattern placeholder readonly required rows selected spellcheck
    step type value""".split()
)
_OWN: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(
        "button fieldset form input label optgroup option output progress select textarea".split(), _CONTROL
    ),
    "html": frozenset({"xmlns"}),
    "link": frozenset("crossorigin href hreflang media rel sizes type".split()),
    "meta": frozenset("charset content media name property".split()),
    "script": frozenset("async charset defer src type".split()),
    "source": frozenset("media sizes src srcset type".split()),
    "svg": frozenset("height viewbox width xmlns xmlns:xlink".split()),
}
_DRAWN_NO = re.compile(r"on.*|style|src|srcdoc|formaction|action|attributename|from|to|values|begin|.*base")
_FREE = re.compile(r"(?:aria|data)-[a-z0-9_.-]+")
_SCRIPT = re.compile(r"(?:\.\./)*(?:\./)?(?:assets/(?:dist|javascripts)|search)/[\w./-]+\.js")
DATA_TYPES = frozenset({"application/json", "application/ld+json"})


@cache
def allows_element(name: str, *, foreign: bool = False) -> bool:
    """Whether a page may hold that element; `foreign` inside of an SVG."""
    return name in (DRAWN if foreign else ELEMENTS)


@cache
def allows_attribute(element: str, name: str, *, foreign: bool = False) -> bool:
    """Whether an element of a page may have that attribute; of drawings all but those that run, load or animate."""
    if _FREE.fullmatch(name) or name in _GLOBAL:
        return True
    if foreign:
        return _DRAWN_NO.fullmatch(name) is None
    if element == "meta" and name == "http-equiv":
        return False
    return name in _OWN.get(element, ()) or (element in _AUTHORED and _authors_may_write(element, name))


def is_known_script(address: str) -> bool:
    """Whether a script lies where only the theme puts scripts."""
    bare = address.partition("?")[0]
    return _SCRIPT.fullmatch(bare) is not None and ".." not in bare.lstrip("./")
