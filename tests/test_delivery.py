"""What installs, checks and delivers the handbook: locks, set-up scripts, workflows and the templates of the forges."""

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
WORKFLOWS = [ROOT / ".gitlab-ci.yml", ROOT / ".github/workflows/handbook.yml"]


def requirements(lock: Path) -> dict[str, str]:
    """Name → the whole entry, hashes included."""
    joined = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    entries = [line for line in joined.splitlines() if line and line[0].isalnum()]
    return {re.split(r"[=<>;\s]", entry, maxsplit=1)[0]: entry for entry in entries}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_each_python_package_is_pinned_and_hashed_and_no_host_is_named(lock: Path) -> None:
    entries = requirements(lock)

    assert entries
    assert [entry for entry in entries.values() if "==" not in entry or "--hash=sha256:" not in entry] == []
    assert "://" not in lock.read_text(encoding="utf-8")


def test_each_dependency_of_the_handbook_is_in_its_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    site, dev, bench = (requirements(ROOT / f"requirements/{name}.lock") for name in ("site", "dev", "bench"))

    def missing(wanted: list[str], lock: dict[str, str]) -> list[str]:
        return [want for want in wanted if re.split(r"[^\w-]", want)[0].lower() not in lock]

    assert missing(project["dependencies"], site) == []
    assert missing(project["optional-dependencies"]["dev"], dev) == []
    assert missing(project["optional-dependencies"]["bench"], bench) == []
    for lock in (dev, bench):
        assert {name: lock[name].split()[0] for name in site} == {name: site[name].split()[0] for name in site}


@pytest.mark.parametrize("folder", [".", "tests/validator"])
def test_npm_packages_are_pinned_exactly_and_locked_without_addresses(folder: str) -> None:
    package = json.loads((ROOT / folder / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))
    kinds = ("dependencies", "devDependencies", "optionalDependencies")
    pins = {name: version for kind in kinds for name, version in package.get(kind, {}).items()}

    assert [pin for pin in pins.values() if not re.fullmatch(r"\d+\.\d+\.\d+", pin)] == []
    assert {name: lock["packages"][f"node_modules/{name}"]["version"] for name in pins} == pins
    assert [name for name, entry in lock["packages"].items() if name and "integrity" not in entry] == []
    assert [entry["resolved"] for entry in lock["packages"].values() if "resolved" in entry] == []


@pytest.mark.parametrize("script", sorted((ROOT / "scripts/setup").glob("*.sh")), ids=lambda script: script.name)
def test_set_up_scripts_are_posix_sh_that_stops_at_the_first_fault(script: Path) -> None:
    subprocess.run(["sh", "-n", script], check=True)

    assert script.name == "common.sh" or "\nset -eu\n" in script.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("script", "remedy"), [("python.sh", "python3-venv"), ("chromium.sh", "apt-get install chromium")]
)
def test_a_bare_machine_is_told_in_one_sentence_what_to_install(tmp_path: Path, script: str, remedy: str) -> None:
    for folder in ("scripts/setup", "requirements"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in ("cat", "cksum", "dirname", "mkdir"):
        (tools / tool).symlink_to(shutil.which(tool) or tool)

    command = ["/bin/sh", tmp_path / "scripts/setup" / script]
    result = subprocess.run(command, env={"PATH": str(tools)}, capture_output=True, text=True, check=False)

    assert result.returncode == 1
    assert result.stdout == ""
    assert remedy in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_ci_runs_make_test_and_nothing_else() -> None:
    commands = [
        line for line in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines() if line[:1] not in ("#", "")
    ]

    assert commands == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', "exec make test"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_check_build_and_test_with_our_own_commands(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    jobs = workflow.get("jobs", workflow)

    assert {"check", "secrets", "build", "test"} <= set(jobs)
    used = [step["uses"].split("@")[0] for job in jobs.values() for step in job.get("steps", []) if "uses" in step]
    assert set(used) <= {"actions/checkout"}
    assert "://" not in path.read_text(encoding="utf-8")


def test_issue_templates_ask_the_same_on_both_forges() -> None:
    gitlab = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / ".gitlab/issue_templates").glob("*.md")}
    gitea = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.md")}

    def without_head_and_label(text: str) -> str:
        return text[text.index("\n> ") : text.find("\n/label ") if "\n/label " in text else len(text)].strip()

    assert {name: without_head_and_label(text) for name, text in gitlab.items()} == {
        name: without_head_and_label(text) for name, text in gitea.items()
    }


def test_change_templates_are_the_same_on_both_forges() -> None:
    gitlab = (ROOT / ".gitlab/merge_request_templates/Default.md").read_text(encoding="utf-8")

    assert gitlab == (ROOT / ".github/pull_request_template.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("docs/petitions/xf-01.md", "@handbook/petitions"),
        ("docs/templates/petitions/xf-w01.md", "@handbook/petitions"),
        ("docs/reference/deadlines.yml", "@handbook/law"),
        ("mkdocs.yml", "@handbook/maintainers"),
        ("overrides/main.html", "@handbook/maintainers"),
        ("scripts/handbook/cli/program.py", "@handbook/maintainers"),
        ("requirements/site.lock", "@handbook/maintainers"),
        (".gitea/CODEOWNERS", "@handbook/maintainers"),
    ],
)
def test_both_forges_ask_the_owner_of_an_area(path: str, owner: str) -> None:
    assert owner in gitea_owners(path)
    assert owner in gitlab_owners(path)


def gitea_owners(path: str) -> set[str]:
    """Owners by Gitea's rules: a whole-path regex a line, doubled backslashes."""
    rules = [line.split() for line in code_owner_lines(".gitea/CODEOWNERS")]
    return {
        owner for pattern, *owners in rules if re.fullmatch(pattern.replace("\\\\", "\\"), path) for owner in owners
    }


def gitlab_owners(path: str) -> set[str]:
    """Owners by GitLab's rules, for the root-anchored patterns that we use."""
    found, section = set(), ""
    for line in code_owner_lines(".gitlab/CODEOWNERS"):
        if line.startswith("["):
            section = line.split()[-1]
        elif f"/{path}" == line or (line.endswith("/") and f"/{path}".startswith(line)):
            found.add(section)
    return found


def code_owner_lines(name: str) -> list[str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
