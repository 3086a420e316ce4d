"""PDF: what is told of one that cannot be read to its end, and where its words stand."""

from pathlib import Path

import pytest

from handbook.errors import HandbookError
from handbook.sources.attachments import pdf as reading
from handbook.sources.attachments import read_attachment
from hostile_files import IDENTITY
from hostile_pdf import endless, pdf, shown


def test_words_are_named_by_their_page() -> None:
    excerpts, _ = read_attachment("a.pdf", pdf(content=shown(IDENTITY)))

    assert (IDENTITY, "第 1 页") in [(excerpt.text.strip(), excerpt.where) for excerpt in excerpts]


def test_what_was_read_before_the_limit_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_SECONDS", 1)

    excerpts, faults = read_attachment("a.pdf", endless(shown(IDENTITY)))

    assert "attachment-broken" in [fault.kind for fault in faults]
    assert "读不完" in faults[0].message
    assert excerpts[0].text.strip() == IDENTITY


def test_a_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "reader.py"
    program.write_text("import nothing_of_that_name\n", encoding="utf-8")
    monkeypatch.setattr(reading, "_READER", program)

    with pytest.raises(HandbookError, match="make setup"):
        read_attachment("a.pdf", pdf())
