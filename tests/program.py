"""The `handbook` command run as a program, in an environment that is the same on every machine."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

TODAY = "2026-11-25"
COMMIT_TIME = "1795600000"


def run(
    arguments: Sequence[str], *, checkout: Path, umask: int = -1, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command of a checkout.

    Args:
        arguments: what stands behind `handbook`.
        checkout: the folder that holds scripts/.
        umask: the file mode mask; -1 leaves it as it is.
        environment: variables to set; an empty value leaves one out.
    """
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    fixed = {"PYTHONPATH": str(checkout / "scripts"), "PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": COMMIT_TIME}
    return subprocess.run(
        [sys.executable, "-m", "handbook", *arguments],
        env={name: value for name, value in {**kept, **fixed, **environment}.items() if value},
        umask=umask,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def build(checkout: Path, site: Path, *, umask: int = -1, **environment: str) -> None:
    """Build the site of a checkout as `make site` does, on a fixed day.

    Raises:
        AssertionError: there is no site; with what the command said.
    """
    arguments = ["build", "--root", str(checkout), "--site-dir", str(site), "--today", TODAY]
    ended = run(arguments, checkout=checkout, umask=umask, **environment)
    assert ended.returncode == 0, f"handbook build: {ended.returncode}\n{ended.stdout}{ended.stderr}"
