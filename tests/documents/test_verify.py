"""Every check of filled documents: documents are made from a sample as each case says, then read back."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import filled
from handbook.cli import main
from handbook.documents import Check, all_checks, collect, verify
from handbook.exporters.docx import export
from handbook.model.handbook import Handbook

FIXTURES = Path(__file__).parents[1] / "fixtures/verify"
FOLDERS = sorted(folder for folder in FIXTURES.iterdir() if folder.name.startswith("DOC"))


def found(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    for name, case in json.loads((folder / "case.json").read_text(encoding="utf-8")).items():
        (tmp_path / name).write_bytes(filled.document(case))
    monkeypatch.chdir(tmp_path)
    return [str(d) for d in verify(collect(sorted(Path().glob("*.doc*"))), filled.HANDBOOK, export)]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_bad_documents_give_exactly_the_expected_lines(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = folder.name.partition("-")[0]
    expected = (folder / "bad/expected.txt").read_text(encoding="utf-8").splitlines()

    assert expected
    assert [line for line in found(folder / "bad", tmp_path, monkeypatch) if f" {code} " in line] == expected


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_good_documents_give_nothing(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(folder / "good", tmp_path, monkeypatch) == []


def test_every_check_has_a_fixture_and_every_fixture_a_check() -> None:
    assert [folder.name for folder in FOLDERS] == [f"{check.code}-{check.name}" for check in all_checks()]


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_manual_says_why_and_shows_wrong_and_right(check: Check, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.manual.splitlines()[0].endswith("。")
    assert [word for word in ("为什么：", "错误：", "正确：") if word not in check.manual] == []
    assert main(["explain", check.code]) == 0
    assert capsys.readouterr().out.startswith(f"{check.code} {check.name}")


def test_samples_of_ours_read_back_their_examples(handbook: Handbook, tmp_path: Path) -> None:
    for template in handbook.templates.values():
        (tmp_path / f"{template.code}.docx").write_bytes(export(template, filled=True))
    lines = verify(collect([tmp_path]), handbook, export)

    # An example of an identity number must fail, and different documents have different examples.
    assert {line.code for line in lines} <= {"DOC007", "DOC011"}
    assert [line.message for line in lines if line.code == "DOC007" and "校验位" not in line.message] == []


class TestCommand:
    def run(self, *arguments: object) -> int:
        return main(["verify", "--root", str(FIXTURES / "handbook"), *map(str, arguments)])

    def test_a_packet_is_checked_as_one(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        packet = tmp_path / "packet.zip"
        with zipfile.ZipFile(packet, "w") as made:
            made.writestr("表.docx", filled.document({"template": "XF-W01", "show": {"备注": "备注"}}))
            made.writestr("函.docx", filled.document({"template": "XF-W02", "show": {"编号": "示镇-2099-009"}}))
            made.writestr("照片.jpg", b"")

        assert self.run(packet) == 1
        lines = capsys.readouterr().out.splitlines()
        assert [re.sub(r".*/packet.zip/(.+?):.* (DOC\d+) .*", r"\1 \2", line) for line in lines] == [
            "表.docx DOC011",
            "表.docx DOC013",
            "表.docx DOC013",
        ]

    def test_findings_are_told_as_json(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "函.docx").write_bytes(filled.document({"template": "XF-W02", "show": {"文号": "示镇纪[2099]1号"}}))

        assert self.run("--format", "json", tmp_path) == 1
        (entry,) = json.loads(capsys.readouterr().out)
        assert (entry["code"], entry["severity"], entry["line"]) == ("DOC007", "error", 2)

    def test_a_good_document_gives_nothing(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "函.docx").write_bytes(filled.document({"template": "XF-W02"}))

        assert self.run(tmp_path / "函.docx") == 0
        assert capsys.readouterr().out == ""

    @pytest.mark.parametrize("name", ["没有.docx", ""])
    def test_without_a_document_it_cannot_run(
        self, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.run(tmp_path / name) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts(filled.document({"template": "XF-W02"})):
            package.writestr(name, text if name != "word/document.xml" else b"<a>" + b" " * 60_000_000)
    return made.getvalue()


def deep() -> bytes:
    return filled.document(
        {"template": "XF-W02", "replace": [["<w:sectPr", "<w:p>" * 5000 + "</w:p>" * 5000 + "<w:sectPr"]]}
    )


def many() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for number in range(3000):
            package.writestr(f"{number}.docx", b"")
    return made.getvalue()


def nested() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("../../a.docx", bomb())
        package.writestr("b.docx", b"PK\x03\x04")
    return made.getvalue()


def swollen() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(20):
            package.writestr(f"{number}.docx", b" " * 19_000_000)
    return made.getvalue()


def parts(content: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        yield from ((name, package.read(name)) for name in package.namelist())


@pytest.mark.parametrize(
    ("name", "content", "lines"),
    [
        ("a.docx", bomb, 1),
        ("a.docx", deep, 1),
        ("a.zip", many, 1),
        ("a.zip", nested, 2),
        ("a.zip", swollen, 20),
        ("a.zip", lambda: b"PK", 1),
    ],
    ids=["bomb", "deep", "many", "nested", "swollen", "broken"],
)
def test_a_hostile_file_gives_one_clear_line(
    name: str, content: Callable[[], bytes], lines: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(content())

    status = main(["verify", "--root", str(FIXTURES / "handbook"), str(tmp_path / name)])

    out = capsys.readouterr().out.splitlines()
    assert status == 1
    assert len(out) == lines
    assert all(" DOC001 " in line for line in out)


def test_groups_are_read_when_the_editor_has_lost_their_items(tmp_path: Path) -> None:
    case: dict[str, Any] = {"template": "XF-W01", "show": {"备注": "无", "身份证号码": ""}}
    root = etree.fromstring(dict(parts(filled.document(case)))["word/document.xml"])
    for item in list(root.iter("{http://schemas.microsoft.com/office/word/2012/wordml}repeatingSectionItem")):
        control = item.getparent().getparent()
        for row in list(control[-1]):
            control.addprevious(row)
        control.getparent().remove(control)
    (tmp_path / "a.docx").write_bytes(
        filled.with_part(filled.document(case), "word/document.xml", etree.tostring(root))
    )

    assert [str(d) for d in verify(collect([tmp_path]), filled.HANDBOOK, export) if d.code != "DOC013"] == []


def test_no_more_of_a_packet_is_unpacked_than_a_limit(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(swollen())

    read = [source for source in collect([tmp_path]) if source.content is not None]

    assert sum(len(source.content or b"") for source in read) <= 60_000_000
