"""A scratch repository."""

from pathlib import Path

import pytest

from histories import PHONE, commit, git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    commit(root, "content: 开始", mkdocs_yml="site_name: 示例\n", docs__a_md=f"# 甲\n\n旧的{PHONE}\n")
    return root
