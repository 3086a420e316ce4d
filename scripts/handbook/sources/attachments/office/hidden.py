"""Words in a Word document that nobody sees: styles are followed to their roots before a run is judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handbook.sources.attachments.findings import Found
from handbook.sources.attachments.office.looks import UNKNOWN, Look, fill, run_look, stacked, together
from handbook.sources.attachments.office.parts import Reader, is_on

_BROWSER_MARKS = frozenset({"窗体顶端", "窗体底端", "Top of Form", "Bottom of Form"})
"""What Word itself hides around forms that were pasted from a browser."""
_MAX_STYLES = 60


class Styles(Reader):
    """Reads `word/styles.xml`: what each style says of its words, and what it builds on."""

    def __init__(self, found: Found) -> None:
        super().__init__(found)
        self._own: dict[str, Look] = {}
        self._parents: dict[str, str] = {}
        self._defaults: dict[str, str] = {}
        self._whole: dict[str, Look] = {}
        self._id, self._is_part_of_table = "", False

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if element == "docDefaults":
            self._id = ""
        elif element == "style":
            self._id = attributes.get("styleId", "")
            if "default" in attributes and is_on(attributes, "default"):
                self._defaults[attributes.get("type", "")] = self._id
        elif element == "basedOn":
            self._parents[self._id] = attributes.get("val", "")
        elif element == "tblStylePr":
            self._is_part_of_table = True
        elif self._is_part_of_table:
            if element == "shd" and fill(attributes):  # the head of a table may be dark, and its words white
                self._own[self._id] = Look(fill=UNKNOWN).over(self._own.get(self._id, Look()))
        else:
            self._own[self._id] = together(self._own.get(self._id, Look()), run_look(element, attributes))

    def end(self, element: str) -> None:
        """An element ends."""
        if element == "tblStylePr":
            self._is_part_of_table = False

    def look(self, kind: str, style: str | None) -> Look:
        """What a style of a kind (``paragraph``, ``character``, ``table``) and all below it say."""
        name = style if style is not None else self._defaults.get(kind, "")
        if name not in self._whole:
            self._whole[name] = stacked(self._layers(name))
        return self._whole[name]

    def _layers(self, name: str) -> Iterator[Look]:
        seen = {""}
        while name not in seen:
            seen.add(name)
            yield self._own.get(name, Look())
            name = self._parents.get(name, "")
            if len(seen) > _MAX_STYLES:
                yield Look(hidden=True)  # nobody builds on so many styles but to hide something
                return

    @property
    def defaults(self) -> Look:
        """What holds where no style says anything."""
        return self._own.get("", Look())


class Hidden(Reader):
    """Judges the words of each run."""

    def __init__(self, found: Found, styles: Styles) -> None:
        super().__init__(found)
        self._styles = styles
        self._open: list[str] = []
        self._run = Look()
        self._run_style: str | None = None
        self._paragraphs: list[tuple[Look, Look]] = []
        self._tables: list[Look] = []
        self._cells: list[Look] = []
        self._boxes = 0

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        parent = self._open[-1] if self._open else ""
        self._open.append(element)
        if element == "r":
            self._run, self._run_style = Look(), None
        elif element == "p":
            self._paragraphs.append((self._styles.look("paragraph", None), Look()))
        elif element == "tbl":
            self._tables.append(self._styles.look("table", None))
        elif element == "tc":
            self._cells.append(Look())
        elif element == "txbxContent":
            self._boxes += 1
        else:
            self._property(parent, element, attributes)

    def _property(self, parent: str, element: str, attributes: Mapping[str, str]) -> None:
        value = attributes.get("val", "")
        of_run = parent == "rPr" and self._open[-3:-2] == ["r"]
        if element == "pStyle" and self._paragraphs:
            self._paragraphs[-1] = (self._styles.look("paragraph", value), self._paragraphs[-1][1])
        elif element == "tblStyle" and self._tables:
            self._tables[-1] = self._styles.look("table", value)
        elif element == "shd" and parent == "pPr" and self._paragraphs:
            self._paragraphs[-1] = (self._paragraphs[-1][0], Look(fill=fill(attributes)))
        elif element == "shd" and parent == "tcPr" and self._cells:
            self._cells[-1] = Look(fill=fill(attributes))
        elif element == "shd" and parent in {"tblPr", "trPr"} and self._tables:
            self._tables[-1] = Look(fill=fill(attributes)).over(self._tables[-1])
        elif element == "rStyle" and of_run:
            self._run_style = value
        elif of_run:
            self._run = together(self._run, run_look(element, attributes))

    def words(self, element: str, text: str) -> None:
        """Characters within an element."""
        if element == "t" and text.strip() and text.strip() not in _BROWSER_MARKS and self._look().is_unseen:
            what = "里面有隐藏的文字，或者小得看不见、和底色一样的字"
            self.found.traces(what, "全选，去掉“隐藏”，字色设为“自动”，核对以后不要的删去")

    def _look(self) -> Look:
        paragraph, shading = self._paragraphs[-1] if self._paragraphs else (Look(), Look())
        layers = [
            self._run,
            self._styles.look("character", self._run_style),
            shading,
            paragraph,
            *self._cells[-1:],
            *self._tables[::-1],
            self._styles.defaults,
        ]
        behind = Look(fill=UNKNOWN) if self._boxes else Look()  # a box has a colour of its own
        return stacked([*layers, behind])

    def end(self, element: str) -> None:
        """An element ends."""
        self._open.pop()
        if element == "p" and self._paragraphs:
            self._paragraphs.pop()
        elif element == "tbl" and self._tables:
            self._tables.pop()
        elif element == "tc" and self._cells:
            self._cells.pop()
        elif element == "txbxContent":
            self._boxes -= 1
        elif element == "r":
            self._run, self._run_style = Look(), None
