"""Pages without a file: each hangs on the page that lists it."""

import datetime as dt
from pathlib import Path

import pytest

from handbook.settings import Settings
from handbook.sources import load

FORM = "---\nkind: template\ntitle: 示例{0}\ncode: XF-W0{0}\nversion: 1\nlayout: 公文\nfields: {{}}\n---\n\n# 示例{0}\n\n正文。\n"
FILES = {
    "docs/index.md": "# 首页\n",
    "docs/templates/packets.yml": "P-01:\n  名称: 一套\n  用在: 收到时\n  文书: [XF-W01, XF-W02]\n",
    "docs/templates/packets.md": "---\nkind: packets\ntitle: 成套文书\n---\n\n# 成套文书\n",
    **{f"docs/templates/xf-w0{number}.md": FORM.format(number) for number in (1, 2)},
}


@pytest.mark.parametrize(("excluded", "made"), [("", True), ("  packets.md\n", False)])
def test_a_packet_has_a_page_where_readers_have_the_page_that_lists_it(
    tmp_path: Path, excluded: str, *, made: bool
) -> None:
    for name, text in {"mkdocs.yml": f"site_name: 示例\nexclude_docs: |\n  !/templates/\n{excluded}", **FILES}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    handbook = load(tmp_path, today=dt.date(2099, 1, 1), settings=Settings())

    assert any(page.kind == "packet" for page in handbook.published) is made
