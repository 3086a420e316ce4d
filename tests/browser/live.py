"""A small handbook with our own settings and theme, with diagrams that only the browser can draw."""

import re
from pathlib import Path

from program import TODAY, run

PAGES = {
    "index.md": "# 首页\n\n[顺序图](sequence.md)，[甘特图](gantt.md)，[流程图](flow.md)\n",
    "sequence.md": "# 顺序图\n\n```mermaid\nsequenceDiagram\n    承办人->>负责人: 呈批<br/>附登记表\n    负责人-->>承办人: 批示\n```\n",
    "gantt.md": "# 甘特图\n\n```mermaid\ngantt\n    title 期限\n    dateFormat YYYY-MM-DD\n    告知 :a, 2099-01-05, 15d\n```\n",
    "flow.md": '# 流程图\n\n```mermaid\nflowchart TD\n    accTitle: 图\n    accDescr: 说明\n    a["一"] --> b(["完"])\n```\n',
}
# Material draws into a closed shadow tree: only its size and the loss of the source tell that it is there.
DRAWN = """() => {
    const diagram = document.querySelector("div.mermaid");
    return diagram && diagram.getBoundingClientRect().height > 60 && !document.querySelector("pre.mermaid");
}"""


def build(root: Path, repo_root: Path) -> Path:
    """Build it in an empty folder; the result is its site."""
    settings = (repo_root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(re.sub(r"(?ms)^nav:\n.*?(?=^\S|\Z)", "", settings), encoding="utf-8")
    (root / "pyproject.toml").write_text("[tool.handbook]\nintranet = true\n", encoding="utf-8")
    (root / "overrides").symlink_to(repo_root / "overrides")
    (root / "docs").mkdir()
    for name, text in PAGES.items():
        (root / "docs" / name).write_text(text, encoding="utf-8")
    command = ["build", "--root", str(root), "--site-dir", str(root / "site"), "--today", TODAY]
    ended = run(command, checkout=repo_root)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return root / "site"
