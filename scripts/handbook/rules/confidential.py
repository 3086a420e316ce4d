"""What the rules about confidential data ask: every text of the project that anybody may read, and the exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from handbook.confidential import Secret, secrets
from handbook.diagnostics import Finding, Span
from handbook.model.attachment import Excerpt
from handbook.model.exemption import Exemption
from handbook.model.handbook import Handbook
from handbook.model.page import Page
from handbook.model.value import Scalar, walk


@dataclass(frozen=True, slots=True)
class Leak:
    """A secret at its place, and the exception that covers it."""

    secret: Secret
    span: Span
    where: str
    exemption: Exemption | None

    @property
    def finding(self) -> Finding:
        """What is printed: never the whole value."""
        where = f"{self.where}里" if self.where else ""
        fingerprint = self.secret.fingerprint(self.span.path)
        return Finding(self.span, f"{where}{self.secret.message}", f"{self.secret.kind.hint}（指纹 {fingerprint}）")


@lru_cache(maxsize=2)  # a handbook is compared by identity
def leaks(handbook: Handbook) -> tuple[Leak, ...]:
    """Every secret of the project, those that an exception covers too."""
    return tuple(leak for text in _texts(handbook) for leak in _leaks(handbook, text))


def report(handbook: Handbook, code: str) -> Iterator[Finding]:
    """The findings of one rule."""
    for leak in leaks(handbook):
        expired = leak.exemption is not None and leak.exemption.until < handbook.today
        if leak.secret.kind.code == code and (leak.exemption is None or expired):
            yield leak.finding


def _texts(handbook: Handbook) -> Iterator[Excerpt]:
    docs = handbook.site.docs_dir
    for page in handbook.pages.values():
        if not page.generated:
            yield Excerpt(page.text, "", page.span)
            yield Excerpt(page.src, "文件名", page.span)
            yield from _decoded(page)
    for name in sorted(handbook.files):
        yield Excerpt(name, "文件名", Span(f"{docs}/{name}"))
    yield from handbook.excerpts


def _decoded(page: Page) -> Iterator[Excerpt]:
    """The values of the front matter that the text does not show as they are: escaped, or broken over lines."""
    lines = page.text.split("\n")
    for value in walk(page.meta):
        if isinstance(value, Scalar) and (value.text not in page.text or "\\" in lines[value.span.line - 1]):
            yield Excerpt(value.text, "前置信息", value.span)


def _leaks(handbook: Handbook, text: Excerpt) -> Iterator[Leak]:
    for secret in secrets(text.text):
        span = text.span if text.where else Span(text.span.path, secret.line, secret.column)
        fingerprint = secret.fingerprint(span.path)
        found = (e for e in handbook.exemptions if e.covers(span.path, secret.kind.code, fingerprint))
        yield Leak(secret, span, text.where, next(found, None))
