"""The field dictionary, the packets and the released versions: what holds for all document templates together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from handbook.diagnostics import Span
from handbook.model.template import Field


@dataclass(frozen=True, slots=True)
class Fact:
    """An entry of the field dictionary: one fact, one name, one type.

    Attributes:
        field: what the dictionary says about it; templates may only narrow that.
        aliases: names that it had, or that it is often called by (别名).
    """

    field: Field
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Packet:
    """The documents that one event needs together (成套文书).

    Attributes:
        event: when the packet is needed.
        codes: the codes of its templates, each with its place.
    """

    id: str
    name: str
    event: str
    codes: tuple[tuple[str, Span], ...]
    span: Span

    @property
    def src(self) -> str:
        """The generated page on which the packet is filled in, relative to docs/."""
        return f"templates/packets/{self.id.lower()}.md"


@dataclass(frozen=True, slots=True)
class Release:
    """A released version of a template: the hash of its fields (`Template.fingerprint`)."""

    fingerprint: str
    span: Span


@dataclass(frozen=True, slots=True)
class Registers:
    """The registers under docs/templates/; None where there is no such file.

    Attributes:
        facts: the field dictionary by name (fields.yml).
        packets: by id (packets.yml).
        releases: template code → version → release (versions.yml).
    """

    facts: Mapping[str, Fact] | None = None
    packets: Mapping[str, Packet] = field(default_factory=dict)
    releases: Mapping[str, Mapping[str, Release]] | None = None
