"""The gate of the sources: hostile and careless inputs are refused at their line, what authors need goes through."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import hostile_texts
from hostile_cases import BESIDE, PAGES, is_as_expected
from hostile_pdf import PDFS
from hostile_project import HOME, SECONDS, check_files, verdict


def check(expected: str, root: Path, files: dict[str, str | bytes], path: str) -> None:
    found = check_files(root, files)

    assert is_as_expected(expected, found, path), "\n".join(map(str, found))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_refused_at_its_line_or_goes_through(name: str, tmp_path: Path) -> None:
    text, expected = PAGES[name]

    check(expected, tmp_path, {"docs/index.md": text}, "docs/index.md")


@pytest.mark.parametrize("name", hostile_texts.NAMES)
def test_a_name_is_refused_or_goes_through(name: str, tmp_path: Path) -> None:
    path, expected = hostile_texts.NAMES[name]
    found = check_files(tmp_path, {"docs/index.md": HOME, f"docs/{path}": HOME})

    codes = {d.code for d in found} - {"LNK014"}
    assert all(d.hint for d in found)
    assert expected in codes if expected else codes == set()


@pytest.mark.parametrize("name", hostile_texts.TWINS)
def test_files_that_cannot_stand_together_are_refused(name: str, tmp_path: Path) -> None:
    paths, reported, code = hostile_texts.TWINS[name]
    content = "<!doctype html><p>甲\n" if len(paths) == 1 else HOME

    found = check_files(tmp_path, {f"docs/{path}": content for path in paths})

    assert code in verdict(found, f"docs/{reported}")


def test_a_name_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / os.fsdecode(b"\xff\xfe.md")).write_text(HOME, encoding="utf-8")

    assert "PAG005" in {d.code for d in check_files(tmp_path, {})}


@pytest.mark.parametrize("name", BESIDE)
def test_a_file_is_refused_or_goes_through(name: str, tmp_path: Path) -> None:
    path, make, expected = BESIDE[name]
    start = time.process_time()

    check(expected, tmp_path, {f"docs/{path}": make()}, f"docs/{path}")

    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_is_refused_or_goes_through(name: str, tmp_path: Path) -> None:
    make, expected = PDFS[name]
    data = make()
    start = sum(os.times()[:4])  # of the process that reads the PDF, too

    check(expected, tmp_path, {"docs/a.pdf": data}, "docs/a.pdf")

    assert sum(os.times()[:4]) - start < 1.5 * SECONDS


def _link_page(docs: Path) -> None:
    (docs / "b.md").symlink_to("/etc/hostname")


def _link_folder(docs: Path) -> None:
    (docs / "b").symlink_to("/etc")


def _link_beside(docs: Path) -> None:
    (docs.parent / "secret.md").write_text(HOME, encoding="utf-8")
    (docs / "b.md").symlink_to("../secret.md")


def _loop(docs: Path) -> None:
    (docs / "b").symlink_to(".")


def _itself(docs: Path) -> None:
    (docs / "b.md").symlink_to("b.md")


def _dangling(docs: Path) -> None:
    (docs / "b.md").symlink_to("gone.md")


def _pipe(docs: Path) -> None:
    os.mkfifo(docs / "b.md")


def _pipe_beside(docs: Path) -> None:
    os.mkfifo(docs / "b.png")


def _folder(docs: Path) -> None:
    (docs / "b.md").mkdir()


def _link_picture(docs: Path) -> None:
    (docs / "b.png").symlink_to("/etc/passwd")


def _chain(docs: Path) -> None:
    (docs / "x").symlink_to("/")
    (docs / "b.md").symlink_to("x/etc/hostname")


TREES = (_link_page, _link_folder, _link_beside, _loop, _itself, _dangling, _pipe, _pipe_beside, _folder, _link_picture,
         _chain)  # fmt: skip


@pytest.mark.parametrize("tree", TREES, ids=lambda tree: tree.__name__.strip("_"))
def test_what_is_no_plain_file_of_docs_is_refused(tree: Callable[[Path], None], tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    tree(tmp_path / "docs")

    found = check_files(tmp_path, {})

    assert "PAG001" in {d.code for d in found if d.span.path.startswith("docs/")}
    assert all(d.hint for d in found)


def test_a_snippet_through_a_symlink_is_refused(tmp_path: Path) -> None:
    (tmp_path / "part.md").symlink_to("/etc/hostname")

    found = check_files(tmp_path, {"docs/index.md": '# 甲\n\n--8<-- "part.md"\n'})

    assert "PAG031@3" in verdict(found, "docs/index.md")


def test_a_page_and_a_folder_of_one_address_are_refused(tmp_path: Path) -> None:
    found = check_files(tmp_path, {"mkdocs.yml": "site_name: 示例\n", "docs/b.md": HOME, "docs/b/index.md": HOME})

    assert "PAG005" in verdict(found, "docs/b/index.md")


@pytest.mark.parametrize(("code", "text"), [("SEC001", "11010519491231002X"), ("SEC010", "<script>alert(1)</script>")])
def test_no_comment_silences_what_is_about_safety(code: str, text: str, tmp_path: Path) -> None:
    page = f"# 甲\n\n<!-- handbook: ignore {code} 有理由 -->\n\n{text}\n"

    found = verdict(check_files(tmp_path, {"docs/index.md": page}), "docs/index.md")

    assert {f"{code}@5", "PAG015@3"} <= found


def test_other_rules_do_not_quote_what_must_not_be_printed(tmp_path: Path) -> None:
    page = "# 甲\n\n[乙](11010519491231002X.md)\n\n[丙][甲13912345678]\n"

    printed = [str(d) for d in check_files(tmp_path, {"docs/index.md": page})]

    assert {line.split()[1] for line in printed} >= {"LNK001", "LNK007", "SEC001", "SEC002"}
    assert not any("11010519491231002X" in line or "13912345678" in line for line in printed)
