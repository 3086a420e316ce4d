"""`make sbom`: every installed package is listed with a licence that somebody has looked at."""

import json
import os
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "scripts/setup/sbom.py"


def write(path: Path, **component: object) -> Path:
    bom = {"serialNumber": "urn:uuid:1", "metadata": {"timestamp": "2099-01-01"}, "components": [component]}
    path.write_text(json.dumps(bom), encoding="utf-8")
    return path


def check(path: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, SCRIPT, path], capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    "licence",
    [
        {"license": {"id": "MIT"}},
        {"expression": "MPL-2.0 OR Apache-2.0"},
        {"license": {"name": "License :: OSI Approved :: BSD License"}},
    ],
)
def test_known_licences_pass(tmp_path: Path, licence: object) -> None:
    assert check(write(tmp_path / "x.json", name="a", version="1", licenses=[licence])).returncode == 0


@pytest.mark.parametrize("licences", [[], [{"license": {"id": "SSPL-1.0"}}], [{"expression": "MIT AND SSPL-1.0"}]])
def test_a_licence_that_nobody_has_looked_at_is_refused(tmp_path: Path, licences: object) -> None:
    ended = check(write(tmp_path / "x.json", name="a", version="1", licenses=licences))

    assert ended.returncode == 1
    assert "没有核对过的许可证：a 1" in ended.stderr


def test_lists_name_every_package_that_is_installed_and_are_the_same_each_time() -> None:
    lists = [ROOT / f"dist/sbom-{name}.cdx.json" for name in ("python", "frontend")]
    made = []
    for _ in range(2):
        subprocess.run(["sh", ROOT / "scripts/setup/sbom.sh"], check=True, capture_output=True, env=os.environ)
        made.append([path.read_bytes() for path in lists])
    named = {c["name"].lower().replace("_", "-") for c in json.loads(made[0][0])["components"]}
    installed = {
        d.metadata["Name"].lower().replace("_", "-") for d in distributions() if "site-packages" in str(d._path)
    }
    frontend = {c["name"].rsplit("/")[-1] for c in json.loads(made[0][1])["components"]}
    locked = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]

    assert made[0] == made[1]
    assert installed - {"handbook"} <= named
    assert set(locked) <= frontend
