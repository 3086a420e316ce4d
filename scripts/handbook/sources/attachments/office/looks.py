"""How words look once every style has had its say: hidden, tiny, or of the colour of what is behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from handbook.sources.attachments.office.parts import is_on

WHITE = "FFFFFF"
UNKNOWN = "unknown"
_NEAR = 24  # of 255: nobody tells colours apart that are nearer than that
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """What one layer says of the words it covers; None where it says nothing.

    Attributes:
        hidden: whether they are hidden.
        colour: six hexadecimal digits, or ``auto``.
        size: in half points.
        width: of a character, in per cent.
        fill: the colour behind them, `UNKNOWN` for a pattern.
        barred: whether a black marker went over them.
    """

    hidden: bool | None = None
    colour: str | None = None
    size: float | None = None
    width: float | None = None
    fill: str | None = None
    barred: bool | None = None

    def over(self, other: Look) -> Look:
        """This layer on top of another."""
        return Look(*(getattr(self if getattr(self, f.name) is not None else other, f.name) for f in fields(Look)))

    @property
    def is_unseen(self) -> bool:
        """Whether nobody sees the words."""
        tiny = (self.size is not None and self.size <= 4) or (self.width is not None and self.width <= 5)
        return bool(self.hidden) or tiny or self.is_camouflaged

    @property
    def is_camouflaged(self) -> bool:
        """Whether the words have the colour of what is behind them."""
        if self.colour is None or self.colour == "auto":
            return bool(self.barred)  # elsewhere a program itself sees to it that they stand out
        return near(self.colour, self.fill or WHITE)


def together(one: Look, other: Look) -> Look:
    """Two elements of one layer; where they contradict each other, nobody knows whether the words are seen."""
    said = ((getattr(one, name), getattr(other, name)) for name in ("hidden", "colour", "size", "width"))
    if any(a is not None and b is not None and a != b for a, b in said):
        return Look(hidden=True).over(other.over(one))
    return other.over(one)


def stacked(layers: Iterable[Look]) -> Look:
    """Layers as one, the first on top."""
    whole = Look()
    for layer in layers:
        whole = whole.over(layer)
    return whole


def near(one: str, other: str) -> bool:
    """Whether two colours look alike; of an unknown one nobody knows."""
    try:
        pairs = zip(bytes.fromhex(one[-6:]), bytes.fromhex(other[-6:]), strict=True)
    except ValueError:
        return False
    return all(abs(a - b) <= _NEAR for a, b in pairs)


def run_look(element: str, attributes: Mapping[str, str]) -> Look:
    """What one element of run properties says."""
    value = attributes.get("val", "")
    if element in {"vanish", "specVanish"}:
        return Look(hidden=is_on(attributes))
    if element == "color":
        return Look(colour=value)
    if element == "sz":
        return Look(size=_number(value))
    if element == "w":
        return Look(width=_number(value))
    if element == "highlight":
        return Look(fill=_HIGHLIGHTS.get(value), barred=value == "black")
    return Look(fill=fill(attributes)) if element == "shd" else Look()


def fill(attributes: Mapping[str, str]) -> str | None:
    """The colour of a shading."""
    pattern = attributes.get("val", "clear")
    if pattern not in {"clear", "nil", "solid"}:
        return UNKNOWN
    colour = attributes.get("color" if pattern == "solid" else "fill", "auto")
    return None if colour == "auto" or pattern == "nil" else colour.upper()


def _number(value: str) -> float | None:
    try:
        return float(value.rstrip("%pt"))
    except ValueError:
        return None
