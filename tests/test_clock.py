"""The calculator in the browser and an independent oracle in Python agree, on the vectors and on any date."""

import datetime as dt
import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

from clock_oracle import Oracle
from handbook.model.handbook import Handbook

TESTS = Path(__file__).parent
VECTORS = json.loads((TESTS / "fixtures/vectors/deadlines.json").read_text(encoding="utf-8"))
BATCH = 12_000
UNITS = ("工作日", "自然日", "月", "年", "小时", "季首月日")


def in_javascript(cases: list[dict[str, Any]], through: int, folder: Path) -> list[dict[str, Any]]:
    """What the scripts of the calculator answer, all cases in one run of Node.js."""
    node = shutil.which("node", path=f"{TESTS.parent / '.venv/bin'}:/usr/local/bin:/usr/bin:/bin")
    assert node, "Node.js of `make setup` is missing"
    file = folder / "cases.json"
    file.write_text(json.dumps(cases), encoding="utf-8")
    command = [node, str(TESTS / "js/clock-batch.mjs"), str(through), str(file)]
    answers: list[dict[str, Any]] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return answers


def random_case(chance: random.Random) -> dict[str, Any]:
    unit = chance.choice(UNITS)
    day = dt.date(2003, 12, 1) + dt.timedelta(days=chance.randrange(365 * 24))
    case: dict[str, Any] = {
        "unit": unit,
        "amount": chance.randint(1, 30 if unit == "季首月日" else 6 if unit == "年" else 90),
        "rolls": chance.random() < 0.5 and unit not in ("工作日", "小时"),
        "start": f"{day}T{chance.randrange(24):02}:{chance.randrange(60):02}" if unit == "小时" else str(day),
    }
    if unit != "季首月日" and chance.random() < 0.4:
        total = chance.random() < 0.3
        other = chance.choice(("年", "月")) if unit in ("年", "月") else unit
        case["extension"] = {"amount": chance.randint(1, 30), "unit": other, "total": total}
    return case


def test_the_oracle_answers_the_vectors() -> None:
    oracle = Oracle(VECTORS["through"])

    assert len(VECTORS["cases"]) >= 300
    assert [oracle.last(case) for case in VECTORS["cases"]] == [case["answer"] for case in VECTORS["cases"]]


def test_javascript_answers_the_vectors(tmp_path: Path) -> None:
    answers = in_javascript(VECTORS["cases"], VECTORS["through"], tmp_path)

    assert answers == [case["answer"] for case in VECTORS["cases"]]


def test_javascript_and_the_oracle_agree_on_random_dates(tmp_path: Path) -> None:
    chance, oracle = random.Random(2099), Oracle(2026)
    cases = [random_case(chance) for _ in range(BATCH)]

    answers = in_javascript(cases, 2026, tmp_path)

    wrong = [(case, got) for case, got in zip(cases, answers, strict=True) if got != oracle.last(case)]
    assert wrong[:3] == []


def test_every_limit_that_can_be_counted_is_among_the_vectors(handbook: Handbook) -> None:
    asked = {(c["unit"], c["amount"], c["rolls"], bool(c.get("extension"))) for c in VECTORS["cases"]}
    limits = [limit for row in handbook.deadlines.values() for limit in row.limits if limit.length]
    wanted = {(str(i.unit), i.length.amount, i.rolls, False) for i in limits if i.length}
    wanted |= {(str(i.unit), i.length.amount, i.rolls, True) for i in limits if i.length and i.longest}

    assert wanted - asked == set()
