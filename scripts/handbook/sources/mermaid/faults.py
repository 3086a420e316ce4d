"""Merman's complaints about a diagram, in Chinese and at the place where their cause stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from handbook.diagnostics import Span
from handbook.model.flowchart import SyntaxFault
from handbook.sources.mermaid import engine
from handbook.sources.mermaid.places import Places

_HEADER = re.compile(r"(?:flowchart|graph)(?:-elk)?[ \t]+(\S+)")
_DIRECTIONS = frozenset({"TB", "TD", "BT", "RL", "LR", "<", ">", "^", "v"})
_OPEN_BRACKET = re.compile(r'["\w？。）”]\s*(?:--|==|-\.)')
_FULL_WIDTH = dict(zip("｛｝［］（）【】｜＆：＠", "{}[]()[]|&:@", strict=True))
_BRACKETS = frozenset("｛｝［］（）【】")
_QUOTES = frozenset("“”„‟＂‘’＇「」『』")
_ARROWS = frozenset("→⇒➔➜⟶—―－–＞＝＜～")


@dataclass(frozen=True, slots=True)
class Complaint:
    """What merman says, and the bytes of the text that it says it of."""

    message: str
    places: Places
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place of the first byte."""
        return self.places.span(self.start)


def faults_of(
    facts: dict[str, Any], syntax: dict[str, Any], places: Places, *, is_drawn: bool
) -> tuple[SyntaxFault, ...]:
    """What keeps the diagram from being drawn; one fault, because what follows the first is guesswork.

    Args:
        facts: merman's facts.
        syntax: the part of them about names.
        places: the text.
        is_drawn: whether merman could parse the diagram.
    """
    errors = [d for d in facts.get("diagnostics", ()) if d["severity"] == "error"]
    flowchart = str(syntax.get("diagram_type") or "flowchart").startswith("flowchart")
    if errors:
        fault = _fault(errors[0], places)
        return (fault if flowchart else replace(fault, hint="照 Mermaid 这种图的写法核对"),)
    if not is_drawn:
        return (SyntaxFault(places.span(0), "读不懂这张图", "把图拆小，或者照样例重写"),)
    return tuple(_header_faults(places, syntax)) if flowchart else ()


def _header_faults(places: Places, syntax: dict[str, Any]) -> list[SyntaxFault]:
    """Faults of a flowchart that merman lets pass and Mermaid does not."""
    first = next((i for i in syntax["semantic_items"] if i["detail"] in ("flowchart node", "subgraph")), None)
    if first is None:
        return [SyntaxFault(places.span(0), "图里一个框也没有", '照“s1["办什么"] --> e1(["办结"])”的样子写')]
    start = first["selection"]["local"]["start"]
    match = _HEADER.fullmatch(places.slice(places.line_start(start), start) + first["name"])
    if match and match[1] == first["name"] and match[1] not in _DIRECTIONS:
        return [SyntaxFault(places.span(start), f"“{match[1]}”不是方向", "从上到下写“TD”，从左到右写“LR”")]
    return []


def _fault(error: dict[str, Any], places: Places) -> SyntaxFault:
    message: str = error["message"]
    span = error.get("span") or {}
    start, end = span.get("byte_start", 0), span.get("byte_end", 0)
    for known, translate in _KNOWN:
        if known in message:
            return translate(Complaint(message, places, start, end))
    if start >= len(places.text.rstrip()):
        start = _cause(message, places)
    return _unreadable(places, start)


def _cause(message: str, places: Places) -> int:
    """The beginning of the line with which a message that merman gives at the end of the text first appears."""
    lines = places.text.decode("utf-8", "ignore").split("\n")
    low, high = 1, len(lines)
    while low < high:
        middle = (low + high) // 2
        errors = engine.facts("\n".join(lines[:middle]) + "\n").get("diagnostics", ())
        if any(message == error["message"] for error in errors):
            high = middle
        else:
            low = middle + 1
    return places.indented_start(low - 1)


def _unexpected(of: Complaint) -> SyntaxFault:
    """A character that may not stand where it does; most come from a Chinese keyboard."""
    found = of.places.slice(of.start, of.start + 4)[:1]
    return _full_width(found, of.span) or _unreadable(of.places, of.start)


def _full_width(found: str, span: Span) -> SyntaxFault | None:
    half = _FULL_WIDTH.get(found, "")
    if found in _BRACKETS:
        return SyntaxFault(span, f"全角括号“{found}”不能用来画框", f"改成半角的“{half}”")
    if found and found in _QUOTES:
        return SyntaxFault(span, f"“{found}”不能用来括住文字", '改成半角双引号 "')
    if found and found in _ARROWS:
        return SyntaxFault(span, f"箭头不能写成“{found}”", "改成半角的“-->”")
    if found and found in "；，、。":
        return SyntaxFault(span, f"“{found}”不能用在框和箭头之间", "删去它，每一句另起一行")
    if half:
        return SyntaxFault(span, f"全角标点“{found}”不能用在这里", f"改成半角的“{half}”")
    return None


def _unreadable(places: Places, start: int) -> SyntaxFault:
    line = places.line_at(start).strip()
    for index, char in enumerate(line):
        outside = line[:index].count('"') % 2 == 0 and line[:index].count("|") % 2 == 0
        if outside and char in "｛｝［］｜→；":
            offset = places.line_start(start) + places.text[places.line_start(start) :].find(char.encode("utf-8"))
            return _full_width(char, places.span(offset)) or SyntaxFault(places.span(start), f"看不懂“{line}”")
    shown = line if len(line) <= 40 else f"{line[:40]}…"
    if not shown:
        return SyntaxFault(places.span(start), "图没有写完", "看看最后一行是不是少了半截")
    return SyntaxFault(places.span(start), f"看不懂“{shown}”", "每一句写成“编号 --> 编号”，框里的文字用双引号括住")


def _no_diagram(of: Complaint) -> SyntaxFault:
    text = of.places.text.decode("utf-8", "ignore")
    if not text.strip():
        return SyntaxFault(of.places.span(0), "流程图是空的", "写上图，或者删去这个代码块")
    lines = text.split("\n")
    index = next((i for i, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("%%")), 0)
    shown = lines[index].strip()[:20]
    return SyntaxFault(
        of.places.span(of.places.indented_start(index)), f"“{shown}”不是图的种类", "第一行写“flowchart TD”"
    )


def _front_matter(of: Complaint) -> SyntaxFault:
    return SyntaxFault(of.span, "图前面“---”之间的设置读不懂", "删去这几行，流程图用不着设置")


def _missing_end(of: Complaint) -> SyntaxFault:
    open_frames: list[int] = []
    for index, line in enumerate(of.places.text.decode("utf-8", "ignore").split("\n")):
        first = (line.split() or [""])[0].rstrip(";")
        if first == "subgraph":
            open_frames.append(index)
        elif first == "end" and open_frames:
            open_frames.pop()
    at = of.places.indented_start(open_frames[-1]) if open_frames else of.start
    return SyntaxFault(of.places.span(at), "这个“subgraph”没有写“end”", "在它最后一行的下面单独写一行“end”")


def _unfinished(of: Complaint) -> SyntaxFault:
    return _unreadable(of.places, of.start if of.places.text[of.start :].strip() else _cause(of.message, of.places))


def _end_word(of: Complaint) -> SyntaxFault:
    if of.places.line_at(of.start).strip().rstrip(";") == "end":
        return SyntaxFault(of.span, "这个“end”没有对应的“subgraph”", "删去这一行")
    return SyntaxFault(of.span, "“end”是保留的词，不能作编号", "结束框的编号写“e1”")


def _open_label(of: Complaint) -> SyntaxFault:
    missing = (re.findall(r"`([^`]+)`", of.message) or ["]"])[0]
    full = next(
        (f for f, half in _FULL_WIDTH.items() if half == missing[-1] and f in of.places.slice(of.start, of.end)), ""
    )
    if full:
        offset = of.start + of.places.text[of.start :].find(full.encode("utf-8"))
        return SyntaxFault(of.places.span(offset), f"全角括号“{full}”不能用来画框", f"改成半角的“{missing[-1]}”")
    return SyntaxFault(of.span, f"括号没有成对，少了“{missing}”", f"在这个框的文字后面补上“{missing}”")


def _bad_label(of: Complaint) -> SyntaxFault:
    at = _cause(of.message, of.places)
    if _OPEN_BRACKET.search(_without_labels(of.places.line_at(at))):
        return SyntaxFault(of.places.span(at), "括号或者引号没有成对", '把框的文字写成“["文字"]”，引号和括号都要成对')
    if "nested quotes" in of.message:
        return SyntaxFault(of.places.span(at), "框的文字里面又有半角双引号", "文字里面的引号改成“”")
    return SyntaxFault(of.places.span(at), "框的文字里有括号一类的符号，没有用双引号括住", '写成“["文字"]”')


def _without_labels(line: str) -> str:
    """The line without the boxes' labels that are complete."""
    return re.sub(r'[\[({]+"[^"\n]*"[\])}]+', "", line)


def _open_pipe(of: Complaint) -> SyntaxFault:
    return SyntaxFault(of.span, "箭头上的条件少了右边的“|”", "写成“-->|条件|”")


def _half_arrow(of: Complaint) -> SyntaxFault:
    return SyntaxFault(of.span, "箭头没有写完整", "写成“-->”")


_KNOWN = (
    ("Unexpected character", _unexpected),
    ("no Mermaid diagram", _no_diagram),
    ("No Mermaid diagram", _no_diagram),
    ("front-matter", _front_matter),
    ('expected "end"', _missing_end),
    ("unexpected end of", _unfinished),
    ("unexpected end", _end_word),
    ("Unterminated node label", _open_label),
    ("Invalid string label", _bad_label),
    ("Invalid text label", _bad_label),
    ("pipe edge label", _open_pipe),
    ("incomplete flowchart edge operator", _half_arrow),
)
