"""Only plain UTF-8 files under docs/ are read; nothing else is followed, waited for or guessed."""

import os
import socket
from pathlib import Path

import pytest

from handbook.sources.encoding import MAX_LINE
from handbook.sources.files import MAX_BYTES, MAX_FOLDERS, read_text, walk


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "index.md").write_text("# 首页\n", encoding="utf-8")
    return folder


def found(docs: Path) -> list[tuple[str, str, str]]:
    return [(f.kind, f.span.path, f.message) for f in walk(docs).faults]


def read(path: Path, data: bytes) -> tuple[str | None, list[str]]:
    path.write_bytes(data)
    text, faults = read_text(path, "docs/a.md")
    return text, [f"{f.span.line}:{f.span.column} {f.kind} {f.message}" for f in faults]


def test_files_are_listed_by_path_with_slashes_hidden_ones_too(docs: Path) -> None:
    (docs / "petitions").mkdir()
    (docs / "petitions" / "visits.md").touch()
    (docs / ".nojekyll").touch()

    assert walk(docs).files == (".nojekyll", "index.md", "petitions/visits.md")


def test_a_symlink_inside_docs_is_followed(docs: Path) -> None:
    (docs / "folder").mkdir()
    (docs / "folder" / "a.md").touch()
    (docs / "again").symlink_to("folder")
    (docs / "b.md").symlink_to("index.md")

    assert walk(docs).files == ("again/a.md", "b.md", "folder/a.md", "index.md")
    assert found(docs) == []


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("../secret.md", "符号链接指到 docs 文件夹外面"),
        ("/etc", "符号链接指到 docs 文件夹外面"),
        ("nowhere.md", "符号链接指向的文件不存在"),
        ("link.md", "符号链接指向的文件不存在"),
        (".", "这个符号链接指回上级文件夹，会无穷循环"),
    ],
)
def test_a_symlink_that_leads_astray_is_not_followed(docs: Path, target: str, message: str) -> None:
    (docs.parent / "secret.md").write_text("# 内部\n", encoding="utf-8")
    (docs / "link.md").symlink_to(target)

    faults = [entry for entry in found(docs) if entry[0] == "outside-symlink"]

    assert walk(docs).files == ("index.md",)
    assert faults == [("outside-symlink", "docs/link.md", message)]


def test_docs_may_itself_be_a_symlink(docs: Path) -> None:
    (docs.parent / "link").symlink_to("docs")

    assert walk(docs.parent / "link").files == ("index.md",)


def test_the_lock_file_of_an_editor_is_passed_over(docs: Path) -> None:
    (docs / ".#index.md").symlink_to("user@machine.example:1")

    assert found(docs) == []


def test_a_folder_named_like_a_page_is_told_and_still_walked(docs: Path) -> None:
    (docs / "visits.md").mkdir()
    (docs / "visits.md" / "a.md").touch()

    assert found(docs) == [("not-a-file", "docs/visits.md", "这是文件夹，名字却像页面")]
    assert "visits.md/a.md" in walk(docs).files


def test_pipes_and_sockets_are_neither_listed_nor_waited_for(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(docs)  # the path of a socket may not be long
    os.mkfifo("pipe.md")
    with socket.socket(socket.AF_UNIX) as door:
        door.bind("socket.md")

        assert [path for _, path, _ in found(docs)] == ["docs/pipe.md", "docs/socket.md"]
        assert [read_text(docs / name, name)[1][0].kind for name in ("pipe.md", "socket.md")] == ["not-a-file"] * 2


def test_names_that_cannot_be_printed_are_told_without_printing_them(docs: Path) -> None:
    (docs / "a\nb.md").touch()
    Path(os.fsdecode(os.fsencode(docs) + b"/\xb0.md")).touch()

    assert [(kind, path) for kind, path, _ in found(docs)] == [("file-name", "docs/a?b.md"), ("file-name", "docs/?.md")]


def test_folders_without_end_are_cut_off(docs: Path) -> None:
    (docs / "/".join(["d"] * (MAX_FOLDERS + 1))).mkdir(parents=True)

    assert [kind for kind, _, _ in found(docs)] == ["file-name"]


@pytest.mark.parametrize(
    "data",
    ["\ufeff# 甲\n乙\n".encode(), "# 甲\r\n乙\r\n".encode(), "# 甲\r乙\r".encode(), "# 甲\n乙\n".encode()],
    ids=["bom", "crlf", "cr", "lf"],
)
def test_byte_order_mark_and_line_ends_do_not_matter(tmp_path: Path, data: bytes) -> None:
    assert read(tmp_path / "a.md", data) == ("# 甲\n乙\n", [])


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("# 受理\n收到来信。\n".encode("gbk"), "1:1 encoding 这是 GBK 编码"),
        ("受理".encode("gbk"), "1:1 encoding 这是 GBK 编码"),
        ("# 受理\n收到来信。\n".encode("utf-16"), "1:1 encoding 这是 UTF-16 编码"),
        ("# 受理 XF-01\r\n收到来信。\r\n".encode("utf-16-le"), "1:1 encoding 这是 UTF-16 编码"),
        ("# Plain letters\n".encode("utf-16-be"), "1:1 encoding 这是 UTF-16 编码"),
        ("# 受理\n".encode("utf-32"), "1:1 encoding 这是 UTF-32 编码"),
        ("# 受理\n收到来".encode() + b"\xff" + "信。\n".encode(), "2:4 encoding 这里有一个坏字节 0xFF，不是 UTF-8"),
        (b"\xff\xfe", "1:1 encoding 这是 UTF-16 编码"),
        (b"\x80", "1:1 encoding 这里有一个坏字节 0x80，不是 UTF-8"),
    ],
)
def test_another_encoding_is_named(tmp_path: Path, data: bytes, expected: str) -> None:
    assert read(tmp_path / "a.md", data) == (None, [expected])


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("甲\n收\0到\n", ["2:2 control-character 这里有看不见的控制字符 U+0000"]),
        ("甲\x1b[31m乙\x1b[0m\n", ["1:2 control-character 这里有看不见的控制字符 U+001B"]),
        ("不予\u202e受理\n", ["1:3 control-character 这里有改变文字方向的隐藏字符 U+202E"]),
        ("甲\u2028乙\n", ["1:2 control-character 这里有特殊的换行符 U+2028"]),
        ("甲\ufeff乙\n", ["1:2 control-character 这里有看不见的控制字符 U+FEFF"]),
        ("实\u200b名\n", ["1:2 control-character 这里有看不见的控制字符 U+200B"]),
        ("收到\ufffd信\n", ["1:3 encoding 这里有乱码（U+FFFD），原来的字已经丢失"]),
        ("<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> main\n", ["1:1 conflict-mark 这里有没解决的合并冲突“<<<<<<< HEAD”"]),
        ("字" * (MAX_LINE + 1), [f"1:{MAX_LINE + 1} too-large 这一行有 {MAX_LINE + 1} 个字，超过 {MAX_LINE}"]),
    ],
)
def test_what_a_text_must_not_hold_is_told_at_its_place(tmp_path: Path, data: str, expected: list[str]) -> None:
    assert read(tmp_path / "a.md", data.encode()) == (data, expected)


def test_tabs_wide_blanks_rare_hanzi_and_joined_emoji_are_fine(tmp_path: Path) -> None:
    text = "甲\t乙　𠮷㐀（丙）〔2099〕a\u200bb👨‍👩‍👧\n"

    assert read(tmp_path / "a.md", text.encode()) == (text, [])


def test_a_conflict_shown_in_a_code_block_is_an_example(tmp_path: Path) -> None:
    text = "```\n<<<<<<< HEAD\n=======\n>>>>>>> main\n```\n"

    assert read(tmp_path / "a.md", text.encode()) == (text, [])


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    assert read(tmp_path / "a.md", b"x\n" * (MAX_BYTES // 2))[1] == []
    assert read(tmp_path / "a.md", b"x\n" * (MAX_BYTES // 2) + b"x") == (None, ["1:1 too-large 文件超过 1 MB"])


@pytest.mark.parametrize("unit", ["[", "[甲]("])
def test_brackets_without_end_are_refused_before_a_parser_meets_them(tmp_path: Path, unit: str) -> None:
    text, faults = read(tmp_path / "a.md", ("# 甲\n\n" + (unit * 100 + "\n") * 100).encode())

    assert text is None
    assert faults == [f"8:1 too-large 这一段有 500 个以上没有配对的“{unit[-1]}”"]


def test_many_paired_brackets_and_many_paragraphs_are_fine(tmp_path: Path) -> None:
    assert read(tmp_path / "a.md", ("[甲](b) " * 600 + "\n" + "[ (\n\n" * 2_000).encode())[1] == []


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    missing, folder, broken = (
        [f.message for f in read_text(path, "docs/a.md")[1]]
        for path in (tmp_path / "a.md", tmp_path, Path("/proc/self/mem"))  # the last gives an input/output error
    )

    assert (missing, folder) == (["文件不存在"], ["这是文件夹，不是文件"])
    assert broken[0].startswith("文件读不出来：读取出错")
