"""Whatever stands in a project, `handbook check` answers with an exit status of its own, in time, and never a traceback."""

import os
import random
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from handbook.cli import main

SECONDS = 60  # a hang, on a machine that has other things to do
EXTENSIONS = "admonition attr_list def_list footnotes md_in_html pymdownx.details pymdownx.snippets pymdownx.tabbed"
SITE = f"site_name: 示例\nmarkdown_extensions: [{', '.join(EXTENSIONS.split())}]\n"
PROCEDURE = "---\nkind: procedure\ntitle: 甲\n{}\n---\n\n# 甲\n\n## 办理步骤\n\n### 1. 登记 {{#s1}}\n\n登记。\n"
TEMPLATE = "---\nkind: template\ntitle: 甲\ncode: XF-W01\n{}\n---\n\n# 甲\n\n{}\n"
CHART = "# 甲\n\n```mermaid\n{}\n```\n"
BOMB = "".join(f"{y}: &{y} [{', '.join(['*' + x] * 9)}]\n" for x, y in zip("abcdefgh", "bcdefghi", strict=True))

# Name → text of docs/index.md.
PAGES: dict[str, str | bytes] = {
    "empty": "",
    "blank": "\n\n \n",
    "gbk": "# 受理\n".encode("gbk"),
    "utf-16": "# 受理\n".encode("utf-16"),
    "utf-16 without mark": "# a\n".encode("utf-16-le"),
    "random bytes": random.Random(1).randbytes(5_000),
    "every byte": bytes(range(256)),
    "nul": b"# \0\n\0",
    "every control character": "# " + "".join(map(chr, range(32))),
    "surrogates as bytes": b"# \xed\xa0\x80\n",
    "bidi": "# 甲\u202e乙\u2066\n",
    "separators of lines": "# 甲\u2028乙\u2029丙\x85丁\x0c戊\n\n[甲](b.md)\n",
    "bom only": b"\xef\xbb\xbf",
    "one bracket": "[",
    "brackets": "[" * 4_900,
    "many lines of brackets": ("[" * 4_000 + "\n") * 100,
    "many lines of parentheses": ("[a](" * 1_200 + "\\n") * 100,
    "pairs of brackets": "[]()" * 1_200,
    "stars": "*a " * 1_600,
    "underscores": "_" * 4_900,
    "backticks": "`" * 4_900 + "\n" + "``" * 1_000,
    "angles": "<" * 4_900,
    "unclosed comment": "<!-- " * 900,
    "unclosed tags": "<div><p><a href='" * 280,
    "quotes": ">" * 2_000 + " 甲",
    "lists in lists": "".join("  " * n + "- 甲\n" for n in range(400)),
    "admonitions in admonitions": "".join("    " * n + "!!! note\n" for n in range(200)),
    "tabs in tabs": "".join("    " * n + '=== "甲"\n' for n in range(200)),
    "table of many cells": "|a|\n|-|\n|" + "b|" * 2_000,
    "footnotes of themselves": "[^1]\n\n[^1]: [^1]\n",
    "references of themselves": "[a]: [a]\n\n[a][a]\n",
    "entities": "&#0; &#xD800; &#99999999999; &nosuch; [甲](&#106;avascript:x)\n",
    "addresses": "[甲](http://[::1) [乙](//) [丙](%ZZ%) [丁](mailto:) <http://a b> [戊](\\\\a\\b)\n",
    "endless fence": "```mermaid\nflowchart TD\n",
    "attributes": "# 甲 {#" + "a" * 3_000 + " .b c=d {{{}\n",
    "headings without words": "#\n##\n#######\n# {#}\n",
    "one huge file": "甲\n" * 400_000,
    "one long line": "甲" * 300_000,
    "front matter unclosed": "---\ntitle: 甲\n",
    "front matter of a list": "---\n- a\n---\n# 甲\n",
    "front matter of a number": "---\n42\n---\n# 甲\n",
    "full-width colon": "---\nkind：procedure\n---\n# 甲\n",
    "python tag": "---\ntitle: !!python/object/apply:os.system ['touch /nowhere']\n---\n# 甲\n",
    "alias bomb": f"---\na: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]\n{BOMB}---\n# 甲\n",
    "alias in a circle": "---\ntags: &a [*a]\n---\n# 甲\n",
    "deep yaml": "---\na: " + "[" * 4_000 + "\n---\n# 甲\n",
    "keys that are lists": "---\n? [a, b]\n: c\n---\n# 甲\n",
    "impossible dates": PROCEDURE.format("reviewed: 9999-12-31\nreview_in: 999年"),
    "wrong types everywhere": PROCEDURE.format(
        "title: [a]\ncode: {a: b}\ntasks: [a]\ndeadlines: {a: b}\nprevious: {a: [b]}"
    ),
    "nulls everywhere": PROCEDURE.format("code:\ntasks:\ndeadlines:\ntemplates:\nprevious:\nnext:\nreviewed:"),
    "kind is a list": "---\nkind: [procedure]\n---\n# 甲\n",
    "template without fields": TEMPLATE.format("", "{{甲}} {{ }} {{{{ }}"),
    "template of wrong fields": TEMPLATE.format("fields: [甲, 乙]", "{{甲}}"),
    "template of wrong definitions": TEMPLATE.format(
        "fields: {甲: 文字, 乙: [a], 丙: {类型: [a], 选项: b, 最多字数: x}}", "{{甲}}"
    ),
    "template with a broken grid": TEMPLATE.format("fields: {}", "::: 表格 0 -1 x 1e9\n| ← | ↑ |\n| @ | @x |\n"),
    "template with an endless grid": TEMPLATE.format("fields: {}", "::: 表格 26 26\n| 甲 |"),
    "chart of nothing": CHART.format(""),
    "chart of noise": CHART.format("flowchart TD\n" + "".join(map(chr, range(33, 127)))),
    "chart of brackets": CHART.format("flowchart TD\n" + "a[" * 2_000),
    "chart of many boxes": CHART.format("flowchart TD\n" + "".join(f's{n}["甲"] --> s{n + 1}\n' for n in range(3_000))),
    "chart in circles": CHART.format(
        "flowchart TD\n" + "".join(f"a{n} --> a{m}\n" for n in range(30) for m in range(30))
    ),
    "chart of another kind": CHART.format("sequenceDiagram\n  甲->>乙: 丙"),
    "chart with settings": CHART.format("---\ntitle: 甲\n---\n%%{init: {'theme': 'x'}}%%\nflowchart XX\n a-->b"),
    "snippets": '--8<-- "../../etc/passwd"\n\n--8<--\n/etc/passwd\n--8<--\n',
    "one bad byte behind a mark": b"\xef\xbb\xbf# \xe7\x94\xb2\n\xe4\xb9",
    "sections of characters of no kind": "# 甲\n\n<![CDAT[乙]]>\n\n<div><![x[ a ]]></div>\n\n<![if !IE]>\n",
    "snippet of a very long name": '--8<-- "' + "a" * 3_000 + '.md"\n',
    "links of very long names": f"[甲]({'a' * 2_000}.md) ![乙]({'b' * 2_000}.png) [丙](/{'c' * 900})\n",
    "front matter of separators": "---\ntitle: 甲\u2028\u2028\u2028\u2028\x85\x85乙: 丙\ntags: [\u2028a, b]\n---\n# 甲\n",
    "ignores": "<!-- handbook: ignore -->\n<!-- handbook: ignore LNK001 -->\n<!-- handbook: ignore ABC -->\n",
}

SETTINGS: dict[str, str | bytes] = {
    "empty": "",
    "a list": "- a\n",
    "gbk": "site_name: 示例\n".encode("gbk"),
    "full-width colon": "site_name：示例\n",
    "broken": "site_name: [a\n",
    "python tags": "site_name: !!python/object/apply:os.system ['touch /nowhere']\nhooks: !!python/name:os.system\n",
    "wrong types": "site_name: [a]\nnav: {a: b}\ntheme: [a]\nplugins: 3\nmarkdown_extensions: {a: 3}\nextra_css: {a: b}\n",
    "wrong nav": "site_name: a\nnav:\n  - [a, b]\n  - {a: b, c: d}\n  - 甲: {乙: 丙}\n  -\n",
    "inherits itself": "INHERIT: mkdocs.yml\n",
    "inherits a folder": "INHERIT: docs\nsite_name: a\n",
    "docs_dir is this folder": "site_name: a\ndocs_dir: .\n",
    "names that no file system takes": f"site_name: a\nINHERIT: {'a' * 3_000}\ntheme: {{custom_dir: {'b' * 3_000}}}\n",
    "docs_dir of a very long name": f"site_name: a\ndocs_dir: {'d' * 3_000}\n",
    "wrong patterns": "site_name: a\nexclude_docs: |\n  !\n  [\n  a\\\nnot_in_nav: [a]\n",
}

REGISTER: dict[str, str | bytes] = {
    "a list": "- a\n",
    "gbk": "T-01: 甲\n".encode("gbk"),
    "wrong types": "T-01: [a]\nT-02: {事项: [a]}\n? [b]\n: c\n3: 4\n",
    "full-width colon": "T-01：\n  事项: 甲\n",
}


def _folder(docs: Path) -> None:
    (docs / "folder.md").mkdir()


def _loop(docs: Path) -> None:
    (docs / "loop").symlink_to(".")
    (docs / "self.md").symlink_to("self.md")


def _outside(docs: Path) -> None:
    (docs / "outside.md").symlink_to("/etc/hostname")
    (docs / "root").symlink_to("/")


def _pipe(docs: Path) -> None:
    os.mkfifo(docs / "pipe.md")


def _names(docs: Path) -> None:
    for name in (b"\xff.md", b"a\nb.md", "甲".encode() * 80 + b".md", b"con.md", b" .md", b"a#?%.md", b"A.MD", b".md"):
        Path(os.fsdecode(os.fsencode(docs) + b"/" + name)).write_text("# 甲\n", encoding="utf-8")


def _deep(docs: Path) -> None:
    (docs / "/".join("d" * 300)).mkdir(parents=True)


def _page_for_a_folder(docs: Path) -> None:
    (docs / "reference").write_text("", encoding="utf-8")


TREES = (_folder, _loop, _outside, _pipe, _names, _deep, _page_for_a_folder)


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError(f"still running after {SECONDS} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[dict[str, str | bytes]], tuple[int, str]]:
    """Writes files into a project and checks it: the exit status and what was printed."""

    def run(files: dict[str, str | bytes]) -> tuple[int, str]:
        for name, content in {"mkdocs.yml": SITE, "docs/index.md": "# 甲\n\n正文。\n", **files}.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        status = main(["check", "--root", str(tmp_path)])
        printed = capsys.readouterr()
        assert (status == 2) == printed.err.startswith("handbook: ")
        assert (status == 1) == bool(printed.out)
        return status, printed.out

    return run


Checker = Callable[[dict[str, str | bytes]], tuple[int, str]]


@pytest.mark.parametrize("name", PAGES)
def test_a_bad_page_is_answered(name: str, check: Checker) -> None:
    status, printed = check({"docs/index.md": PAGES[name]})

    assert status in (0, 1)
    assert all(line.startswith(("docs/", "mkdocs.yml:")) for line in printed.splitlines())


@pytest.mark.parametrize("name", SETTINGS)
def test_bad_settings_of_the_site_are_answered(name: str, check: Checker) -> None:
    assert check({"mkdocs.yml": SETTINGS[name]})[0] in (1, 2)


@pytest.mark.parametrize("name", REGISTER)
def test_a_bad_register_is_answered(name: str, check: Checker) -> None:
    status, printed = check({"docs/reference/deadlines.yml": REGISTER[name]})

    assert status == 1
    assert printed.startswith("docs/reference/deadlines.yml:")


@pytest.mark.parametrize("tree", TREES, ids=lambda tree: tree.__name__.strip("_"))
def test_a_bad_tree_of_files_is_answered(tree: Callable[[Path], None], tmp_path: Path, check: Checker) -> None:
    (tmp_path / "docs").mkdir()
    tree(tmp_path / "docs")

    assert check({})[0] in (0, 1)


def test_a_folder_without_settings_or_pages_cannot_be_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    statuses = [main(["check", "--root", str(root)]) for root in (tmp_path, tmp_path / "nowhere")]
    (tmp_path / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    statuses.append(main(["check", "--root", str(tmp_path)]))

    assert statuses == [2, 2, 2]
    assert all(line.startswith("handbook: ") for line in capsys.readouterr().err.splitlines())
