"""A built page, or a drawing, as a document: one pass over its tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from handbook.audit import script, style
from handbook.audit.document import Document, Kind, Mark, Reference, Use
from handbook.audit.places import Places
from handbook.markup.output import DATA_TYPES, allows_attribute, allows_element, is_known_script
from handbook.markup.tokens import COMMENT, Tag, decode, tags

_HREFS = {"href": Use.LOAD, "xlink:href": Use.LOAD}
_MEDIA = {"src": Use.LOAD, "background": Use.LOAD}
USES: Mapping[str, Mapping[str, Use]] = {
    "a": {"href": Use.LINK, "xlink:href": Use.LINK, "ping": Use.SEND},
    "area": {"href": Use.LINK, "ping": Use.SEND},
    "audio": _MEDIA,
    "body": _MEDIA,
    "button": {"formaction": Use.SEND},
    "embed": _MEDIA,
    "feimage": _HREFS,
    "form": {"action": Use.SEND},
    "frame": _MEDIA,
    "html": {"manifest": Use.LOAD},
    "iframe": _MEDIA,
    "image": _HREFS | _MEDIA,
    "img": _MEDIA,
    "input": _MEDIA | {"formaction": Use.SEND},
    "object": {"data": Use.LOAD},
    "script": _HREFS | _MEDIA,
    "source": _MEDIA,
    "table": _MEDIA,
    "td": _MEDIA,
    "th": _MEDIA,
    "track": _MEDIA,
    "use": _HREFS,
    "video": _MEDIA | {"poster": Use.LOAD},
}
_SOURCE_SETS = {"img": "srcset", "source": "srcset", "link": "imagesrcset"}
_LOADING = frozenset(
    "apple-touch-icon apple-touch-icon-precomposed apple-touch-startup-image icon manifest mask-icon modulepreload "
    "prefetch preload prerender stylesheet".split()
)
_CONNECTING = frozenset({"dns-prefetch", "preconnect"})
_QUOTING = frozenset("code kbd pre samp script style textarea tt var".split())
_REFRESH = re.compile(r"[\d.\s]*[;,]?\s*(?:url\s*=\s*)?(?:\"([^\"]*)|'([^']*)|([^\"'].*))", re.IGNORECASE)
_CANDIDATE = re.compile(r"[\s,]*([^\s,]\S*)")
_LEFTOVER = re.compile(r"!?\[[^\[\]\n]{0,200}\]\([^()\s]{1,200}?\.md(?:#[^()\s]{0,200})?\)")
_HANDLER = re.compile(r"on[a-z]{3,}")
_EXCERPT = 40


def read_page(path: str, source: str, *, kind: Kind = Kind.PAGE) -> Document:
    """What a page or drawing holds."""
    return _Reader(path, source, kind).read()


class _Reader:
    """Gathers what the tags of one source say."""

    def __init__(self, path: str, source: str, kind: Kind) -> None:
        self._path = path
        self._source = source
        self._kind = kind
        self._places = Places(source)
        self._references: list[Reference] = []
        self._anchors: set[str] = set()
        self._marks: dict[str, list[Mark]] = {}
        self._words: dict[str, str] = {}

    def read(self) -> Document:
        leftovers = Leftovers(self._source) if "](" in self._source else None
        for tag in tags(self._source, ends=leftovers is not None):
            if leftovers:
                leftovers.see(tag)
            if not tag.closing and tag.name != COMMENT:
                self._listed(tag)
            if tag.attributes and not tag.closing:
                self._attributes(tag)
                self._element(tag)
            if tag.body or tag.name == "script":
                self._body(tag)
        if leftovers:
            leftovers.end()
            self._marks["leftover"] = [self._mark(offset, text) for offset, text in leftovers.found]
        return Document(
            self._path,
            self._kind,
            tuple(self._references),
            frozenset(self._anchors),
            title=self._words.get("title", ""),
            language=self._words.get("lang", ""),
            canonical=self._words.get("canonical", ""),
            duplicates=self._marked("duplicate"),
            scripts=self._marked("script"),
            handlers=self._marked("handler"),
            bases=self._marked("base"),
            leftovers=self._marked("leftover"),
            elements=self._marked("element"),
            attributes=self._marked("attribute"),
            sources=self._marked("source"),
        )

    def _marked(self, trait: str) -> tuple[Mark, ...]:
        return tuple(self._marks.get(trait, ()))

    def _mark(self, offset: int, text: str) -> Mark:
        return Mark(text, *self._places.at(offset))

    def _note(self, trait: str, tag: Tag, text: str) -> None:
        self._marks.setdefault(trait, []).append(self._mark(tag.start, text))

    def _refer(self, tag: Tag, url: str, use: Use, attribute: str) -> None:
        self._references.append(Reference(url, use, tag.name, attribute, *self._places.at(tag.start)))

    def _listed(self, tag: Tag) -> None:
        """Note what no page of ours may hold, whether or not another check knows what it does."""
        foreign = tag.foreign or tag.name == "svg"
        if not allows_element(tag.name, foreign=foreign):
            self._note("element", tag, tag.name)
            return
        for name in tag.attributes:
            if not allows_attribute(tag.name, name, foreign=foreign):
                self._note("attribute", tag, f"<{tag.name} {name}>")
        if tag.name == "script" and not foreign:
            self._source_of(tag)

    def _source_of(self, tag: Tag) -> None:
        """Note a script that the theme does not ship; `scripts` holds the inline ones."""
        kind = tag.attributes.get("type", "").strip().lower()
        address = tag.attributes.get("src")
        if address is not None and not (is_known_script(address) and kind in {"", "text/javascript"}):
            self._note("source", tag, address)
        elif address is None and kind not in {"", "text/javascript", "module"} | DATA_TYPES:
            self._note("source", tag, kind)

    def _attributes(self, tag: Tag) -> None:
        uses = USES.get(tag.name)
        for name, value in tag.attributes.items():
            if uses and name in uses:
                self._refer(tag, value, uses[name], name)
            elif name == "id" or (name == "name" and tag.name == "a"):
                self._anchor(tag, name, value)
            elif name == "style" and "(" in value:
                for url, how, _ in style.addresses(value):
                    self._refer(tag, url, Use.LOAD, f"style {how}")
            elif name.startswith("on") and value.strip() and _HANDLER.fullmatch(name):
                self._note("handler", tag, f"<{tag.name} {name}>")

    def _element(self, tag: Tag) -> None:
        match tag.name:
            case "base":
                self._base(tag)
            case "html":
                self._words.setdefault("lang", tag.attributes.get("lang", "").strip())
            case "iframe":
                self._iframe(tag)
            case "img" | "source":
                self._source_set(tag)
            case "link":
                self._link(tag)
            case "meta":
                self._meta(tag)

    def _anchor(self, tag: Tag, name: str, value: str) -> None:
        if not value:
            return
        if name == "id" and value in self._anchors and tag.attributes.get("name") != value:
            self._note("duplicate", tag, value)
        self._anchors.add(value)

    def _base(self, tag: Tag) -> None:
        if "href" in tag.attributes:
            self._note("base", tag, tag.attributes["href"])

    def _link(self, tag: Tag) -> None:
        kinds = set(tag.attributes.get("rel", "").lower().split())
        url = tag.attributes.get("href", "")
        if kinds & _LOADING:
            self._refer(tag, url, Use.LOAD, "href")
        elif kinds & _CONNECTING:
            self._refer(tag, url, Use.CONNECT, "href")
        elif "canonical" in kinds:
            self._words.setdefault("canonical", url.strip())
        elif url:
            self._refer(tag, url, Use.LINK, "href")
        self._source_set(tag)

    def _meta(self, tag: Tag) -> None:
        if tag.attributes.get("http-equiv", "").strip().lower() == "refresh":
            found = _REFRESH.match(tag.attributes.get("content", "").strip())
            address = next(filter(None, found.groups()), "") if found else ""
            if address:
                self._refer(tag, address, Use.REDIRECT, "content")

    def _source_set(self, tag: Tag) -> None:
        name = _SOURCE_SETS[tag.name]
        for url in _candidates(tag.attributes.get(name, "")):
            self._refer(tag, url, Use.LOAD, name)

    def _iframe(self, tag: Tag) -> None:
        inner = tag.attributes.get("srcdoc", "")
        if inner and self._kind is not Kind.FRAME:
            for reference in read_page(self._path, inner, kind=Kind.FRAME).references:
                self._refer(tag, reference.url, reference.use, f"srcdoc {reference.element} {reference.attribute}")

    def _body(self, tag: Tag) -> None:
        if tag.name == "title" and not tag.foreign:
            self._words.setdefault("title", decode(tag.body).strip())
        elif tag.name == "style":
            for url, how, offset in style.addresses(tag.body):
                place = self._places.at(tag.end + offset)
                self._references.append(Reference(url, Use.LOAD, "style", how, *place))
        elif tag.name == "script" and script.is_executable(tag.attributes.get("type", "")):
            self._script(tag)

    def _script(self, tag: Tag) -> None:
        if not {"src", "href", "xlink:href"} & tag.attributes.keys() and tag.body.strip():
            self._note("script", tag, " ".join(tag.body.split())[:_EXCERPT])
        for url, offset in script.addresses(tag.body):
            place = self._places.at(tag.end + offset)
            self._references.append(Reference(url, Use.LOAD, "script", "import", *place))


class Leftovers:
    """Markdown links to `.md` files that stand as plain words in a page, outside of code."""

    def __init__(self, source: str) -> None:
        self.found: list[tuple[int, str]] = []
        self._source = source
        self._text_start = 0
        self._quoting: dict[str, int] = {}

    def see(self, tag: Tag) -> None:
        """Take the words before a tag, and remember whether the next ones are quoted."""
        self._take(tag.start)
        self._text_start = tag.end + len(tag.body)
        if tag.name in _QUOTING and not tag.body:
            depth = self._quoting.get(tag.name, 0) + (-1 if tag.closing else 1)
            self._quoting[tag.name] = max(depth, 0)

    def end(self) -> None:
        """Take the words behind the last tag."""
        self._take(len(self._source))

    def _take(self, end: int) -> None:
        if self._text_start < end and not any(self._quoting.values()):
            for found in _LEFTOVER.finditer(self._source, self._text_start, end):
                self.found.append((found.start(), found[0]))


def _candidates(source_set: str) -> Iterator[str]:
    """The addresses of a `srcset`."""
    position = 0
    while found := _CANDIDATE.match(source_set, position):
        address, position = found[1], found.end()
        if not address.endswith(","):
            comma = source_set.find(",", position)
            position = len(source_set) if comma < 0 else comma + 1
        yield address.rstrip(",")
