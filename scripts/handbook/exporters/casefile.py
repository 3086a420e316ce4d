"""The downloads of the fictitious case: each filled document, and all of them in one zip, in binding order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence

from handbook.exporters.docx import export
from handbook.model.casefile import ARCHIVE, CaseDocument

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a zip can hold


def case_files(documents: Sequence[CaseDocument]) -> Iterator[tuple[str, bytes]]:
    """The address and the content of each download; the same bytes in every build."""
    made = [(one, export(one.template, filled=True)) for one in documents if one.template is not None]
    yield from ((one.download, content) for one, content in made)
    if made:
        yield ARCHIVE, _archive(made)


def _archive(made: Sequence[tuple[CaseDocument, bytes]]) -> bytes:
    """A zip with a folder for each volume; the numbers before the names keep the binding order."""
    volumes = list(dict.fromkeys(one.volume.text for one, _ in made))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (one, content) in enumerate(made, 1):
            volume = f"{volumes.index(one.volume.text) + 1}-{one.volume.text}"
            info = zipfile.ZipInfo(f"{volume}/{number:02}-{one.title}.docx", _EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return held.getvalue()
