"""What tests of the whole share: the repository and the site that `handbook build` makes of it, built once per run."""

import datetime as dt
import fcntl
import os
from pathlib import Path

import pytest

from handbook import sources
from handbook.model.handbook import Handbook
from handbook.settings import STATUTE_TEXTS, read_settings
from program import TODAY, build

# Fixtures have texts of their own; tests that want official ones name their folder.
os.environ.pop(STATUTE_TEXTS, None)


@pytest.fixture(scope="session")
def repo_root() -> Path:
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def handbook(repo_root: Path) -> Handbook:
    """Our own sources, read on a fixed day."""
    return sources.load(repo_root, today=dt.date.fromisoformat(TODAY), settings=read_settings(repo_root))


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str, repo_root: Path) -> Path:
    """Our own site; the workers of pytest-xdist share one."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    site = shared / "site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            build(repo_root, site)
    return site
