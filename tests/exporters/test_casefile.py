"""The downloads of the fictitious case."""

import io
import zipfile
from pathlib import Path

import docx

import casefiles
from documents import outline
from handbook.exporters.casefile import case_files


def test_every_document_is_offered_and_all_of_them_in_one_zip_in_binding_order(tmp_path: Path) -> None:
    files = dict(case_files(casefiles.load(tmp_path).case_documents))

    assert list(files) == ["casefile/xf-w01.docx", "casefile/xf-w02.docx", "casefile/all.zip"]
    with zipfile.ZipFile(io.BytesIO(files["casefile/all.zip"])) as archive:
        assert archive.namelist() == ["1-信访卷/01-示例登记表.docx", "1-信访卷/02-示例呈批单.docx"]
        assert archive.read("1-信访卷/02-示例呈批单.docx") == files["casefile/xf-w02.docx"]


def test_another_build_gives_the_same_bytes(tmp_path: Path) -> None:
    documents = casefiles.load(tmp_path).case_documents

    assert dict(case_files(documents)) == dict(case_files(documents))


def test_a_document_shows_the_facts_and_nothing_where_none_is_due(tmp_path: Path) -> None:
    handbook = casefiles.load(
        tmp_path, ("      告知截止日: 2099-01-23\n", ""), ("办到: 告知日期, 写在: 告知截止日", "办到: 告知日期")
    )
    content = dict(case_files(handbook.case_documents))["casefile/xf-w01.docx"]

    text = "".join(docx.Document(io.BytesIO(content)).element.itertext())
    assert "收到日期：2099年1月5日" in text
    assert "截止：\u3000" in text
    assert not any("placeholder" in line for line in outline(content))


def test_a_handbook_without_a_case_offers_nothing() -> None:
    assert list(case_files(())) == []
