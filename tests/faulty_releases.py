"""A project that is released, and releases of it that end badly at random points (faults.py)."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

from releases import CHECKOUT, release, write_project

POINTS = 20
ALONE = ("unshare", "-rm")
MAY_MOUNT = subprocess.run([*ALONE, "true"], capture_output=True, check=False).returncode == 0
KINDS = ("kill", "refused", *(["full"] if MAY_MOUNT else []))
"""What faults.py can do here: a full disk of its own only where the machine lets one mount it."""


def prepare(folder: Path) -> None:
    """Make a project whose first version is served and whose second, which is larger, is ready."""
    write_project(folder / "root", "第一版")
    release(folder / "root", folder / "srv")
    write_project(folder / "root", "第二版")
    rng = random.Random(2099)
    for number in range(30):
        words = "".join(chr(rng.randrange(0x4E00, 0x9FA5)) for _ in range(4000))
        (folder / f"root/docs/page-{number}.md").write_text(f"# 页{number}\n\n{words}\n", encoding="utf-8")


def points(folder: Path, kind: str, *, seed: int = 8) -> list[dict[str, Any]]:
    """What became of the second version's release at each point, and of what is served."""
    environment = os.environ | {"PYTHONPATH": f"{CHECKOUT / 'scripts'}", "PYTHONUTF8": "1"}
    program = [sys.executable, CHECKOUT / "tests/faults.py", kind, folder, str(seed), str(POINTS)]
    ended = subprocess.run(
        [*(ALONE if kind == "full" else ()), *program],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return [json.loads(line) for line in ended.stdout.splitlines()]
