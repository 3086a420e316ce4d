"""The house keeps its order: imports point one way, each outside package has its room, and nothing grows too long."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook import rules

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "scripts" / "handbook"
MODULES = sorted(PACKAGE.rglob("*.py"))

BASE = {"diagnostics", "errors", "settings"}
READ = BASE | {"markup", "model", "fields", "kinds", "confidential", "sources"}
BUILT = READ | {"rules", "renderers", "exporters", "audit", "documents"}
# Room (or single module) → what it may import besides itself.
ALLOWED = {
    "__init__": set(),
    "diagnostics": set(),
    "errors": set(),
    "settings": {"errors"},
    "locking": {"errors"},
    "aside": set(),
    "markup": set(),
    "model": BASE | {"markup"},
    "fields": BASE | {"model"},
    "confidential": {"fields"},  # what may be a secret in any text
    "kinds": BASE | {"model"},
    "sources": READ,
    "rules": READ,
    "renderers": READ,
    "exporters": READ,
    "audit": BASE | {"markup", "aside"},  # sees the built site as a reader does, and knows no model
    "documents": READ,  # reads filled documents back
    "plugin": BUILT | {"locking", "aside"},
    "release": BASE | {"locking", "markup", "audit", "plugin"},  # builds a site and puts it where a server reads it
    "searching": BASE,  # asks the built site's own worker, and knows no model
    "reports": BASE,
    "external": READ,
    "impact": READ,
    "history": READ,  # looks through commits
    "importing": READ,
    "cli": BUILT | {"plugin", "release", "reports", "searching", "external", "history", "impact", "importing"},
    "__main__": {"cli"},
}
# Outside package → the beginnings of the modules that may import it.
OWNERS = {
    "mkdocs": ("plugin/",),
    "markdown": ("plugin/",),
    "material": ("plugin/",),
    "pymdownx": ("plugin/",),
    "mermaid2": ("plugin/",),
    "docx": ("exporters/docx",),
    "pypdf": ("sources/attachments/pdf_words",),  # a program of its own, within limits
    "pypinyin": ("exporters/search/",),
    "lxml": ("exporters/docx", "exporters/search/", "documents/package"),
    "merman": ("sources/mermaid", "renderers/flowchart"),
    "markdown_it": ("sources/",),
    "mdit_py_plugins": ("sources/",),
    "yaml": ("sources/",),
    "pathspec": ("sources/",),
}


def name(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(module: Path) -> Iterator[tuple[int, str]]:
    """The line and the dotted name of everything a module imports, wherever in it."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(module)}:{node.lineno}: relative import"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def is_package_value(imported: str) -> bool:
    """True for `from handbook import __version__`, which leads into no room."""
    part = imported.split(".")[1]
    return not (PACKAGE / part).is_dir() and not (PACKAGE / f"{part}.py").is_file()


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_imports_point_one_way(module: Path) -> None:
    assert room(module) in ALLOWED, "a new room: say in ALLOWED what it may import"
    ours = [
        (line, what) for line, what in imports(module) if what.startswith("handbook.") and not is_package_value(what)
    ]

    allowed = ALLOWED[room(module)] | {room(module)}

    assert [f"{line}: {what}" for line, what in ours if what.split(".")[1] not in allowed] == []


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_outside_packages_stay_in_their_rooms(module: Path) -> None:
    packages = [(line, what.split(".")[0]) for line, what in imports(module)]

    strays = [
        f"{line}: {package}"
        for line, package in packages
        if package in OWNERS and not name(module).startswith(OWNERS[package])
    ]

    assert strays == []


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_files_and_functions_stay_short(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    limit = 150 if name(module) == "plugin/plugin.py" else 300
    functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = {f"{f.name} (line {f.lineno})": (f.end_lineno or 0) - f.lineno + 1 for f in functions}

    assert len(text.splitlines()) <= limit
    assert {function: lines for function, lines in lengths.items() if lines > 40} == {}


def test_the_theme_template_stays_thin() -> None:
    assert len((ROOT / "overrides" / "main.html").read_text(encoding="utf-8").splitlines()) <= 40


@pytest.mark.parametrize("rule", rules.all_rules(), ids=lambda rule: rule.code)
def test_every_rule_has_a_manual_with_a_wrong_and_a_right_example(rule: rules.Rule) -> None:
    first, blank, *rest = rule.manual.splitlines()

    assert re.search(r"[\u4e00-\u9fff].*。$", first)
    assert blank == ""
    assert [word for word in ("为什么：", "错误：", "正确：") if not any(line.startswith(word) for line in rest)] == []


@pytest.mark.parametrize("rule", rules.all_rules(), ids=lambda rule: rule.code)
def test_every_rule_stands_in_the_file_of_its_name(rule: rules.Rule) -> None:
    assert re.fullmatch(r"(LNK|FLD|TPL|FLW|LAW|DLN|AUT|TRM|PEN|PAG|SEC|CAS)\d{3}", rule.code)
    assert (PACKAGE / "rules" / f"{rule.code.lower()}_{rule.name.replace('-', '_')}.py").is_file()


def test_every_file_of_a_rule_registers_a_rule() -> None:
    files = [path.stem for path in (PACKAGE / "rules").glob("*.py") if re.match(r"[a-z]{3}\d{3}_", path.stem)]

    assert sorted(files) == sorted(f"{r.code.lower()}_{r.name.replace('-', '_')}" for r in rules.all_rules())


def first_texts(module: Path, functions: set[str]) -> Iterator[str]:
    """The first arguments, where they are texts, of calls to some functions; of `faults`, all but the first."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        arguments = node.args[1:] if called == "faults" else node.args[:1]
        if called in functions:
            yield from (a.value for a in arguments if isinstance(a, ast.Constant) and isinstance(a.value, str))


def test_every_kind_of_source_fault_is_reported_by_a_rule() -> None:
    makers = {"SourceFault", "_source_fault"}
    raised = {kind for path in (PACKAGE / "sources").rglob("*.py") for kind in first_texts(path, makers)}
    reporters = [path for group in ("pag", "law", "sec") for path in (PACKAGE / "rules").glob(f"{group}*.py")]
    reported = {kind for path in reporters for kind in first_texts(path, {"faults"})}

    assert raised == reported
