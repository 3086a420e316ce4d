"""Pages without a file of their own, made of a register: per statute, per packet, per document of the 模拟案卷."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from handbook.diagnostics import Span
from handbook.model.casefile import CaseDocument
from handbook.model.dictionary import Packet
from handbook.model.page import Heading, Page
from handbook.model.value import Mapping as Values
from handbook.model.value import Scalar

PACKET = "packet"
_PACKETS = "packets"
CASE_DOCUMENT = "case-document"
_CASEFILE = "casefile"


def generated_page(
    src: str, facts: Mapping[str, str], anchors: Iterable[str], docs: str, url: Callable[[str], str]
) -> Page:
    """A page of the model without a file.

    Args:
        src: where it would be, relative to the folder of sources.
        facts: its front matter, `title` among it.
        anchors: the ids that the built page has.
        docs: the folder of sources as diagnostics print it.
        url: the address of a page in the built site.
    """
    path = f"{docs}/{src}"
    span = Span(path)
    return Page(
        src=src,
        path=path,
        url=url(src),
        meta=Values(tuple((Scalar(key, span), Scalar(text, span)) for key, text in facts.items()), span),
        text="",
        headings=(Heading(1, facts["title"], "", span),),
        anchors=dict.fromkeys(anchors, (span,)),
        generated=True,
    )


def _is_listed(index: str, pages: Iterable[Page]) -> bool:
    """Whether readers have the page that lists them."""
    return any(page.kind == index and not page.excluded for page in pages)


def packet_pages(
    packets: Iterable[Packet], pages: Iterable[Page], docs: str, url: Callable[[str], str]
) -> dict[str, Page]:
    """A page for each packet, where the handbook has the page that lists them."""
    if not _is_listed(_PACKETS, pages):
        return {}
    return {
        packet.src: generated_page(
            packet.src,
            {"kind": PACKET, "title": packet.name, "summary": packet.event, "packet": packet.id},
            (),
            docs,
            url,
        )
        for packet in packets
    }


def case_pages(
    documents: Iterable[CaseDocument], pages: Iterable[Page], docs: str, url: Callable[[str], str]
) -> dict[str, Page]:
    """A page for each document of the case, where the handbook has the page that lists them."""
    if not _is_listed(_CASEFILE, pages):
        return {}
    return {
        document.src: generated_page(
            document.src,
            {
                "kind": CASE_DOCUMENT,
                "title": f"模拟案卷：{document.title}",
                "summary": document.why,
                "document": document.id,
            },
            (),
            docs,
            url,
        )
        for document in documents
    }
