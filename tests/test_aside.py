"""Work beside: the result of a second process, or of this one where that is not to be had."""

import subprocess
import sys

import pytest

SETTING = "import os, signal, sys\nfrom handbook.aside import aside\nhere = os.getpid()\n"


def said(program: str, *, processors: str = "") -> str:
    """What a program prints; it complains of nothing."""
    limit = f"os.sched_setaffinity(0, {processors})\n" if processors else ""
    ended = subprocess.run(
        [sys.executable, "-c", SETTING + limit + program], capture_output=True, text=True, check=False, timeout=60
    )
    assert ended.stderr == ""
    return ended.stdout.strip()


def test_a_second_processor_is_put_to_work() -> None:
    assert said("print(aside(os.getpid)() != here)") == "True"


@pytest.mark.parametrize(
    ("work", "processors"),
    [
        ("os.getpid", "{next(iter(os.sched_getaffinity(0)))}"),
        ("lambda: os.getpid() if os.getpid() == here else os.kill(os.getpid(), signal.SIGKILL)", ""),
        ("lambda: os.getpid() if os.getpid() == here else sys.exit('nobody hears this')", ""),
        ("lambda: os.getpid() if os.getpid() == here else (lambda: 'no bytes for this')", ""),
    ],
    ids=["one processor", "killed", "ended", "a result that cannot be sent"],
)
def test_what_no_second_process_tells_is_done_here(work: str, processors: str) -> None:
    assert said(f"print(aside({work})() == here)", processors=processors) == "True"


def test_what_is_wrong_is_raised_here() -> None:
    program = "told = aside(lambda: 1 / 0)\ntry:\n    told()\nexcept ZeroDivisionError:\n    print('raised')"

    assert said(program) == "raised"


def test_the_copy_holds_no_lock_of_a_process_that_is_gone() -> None:
    program = (
        "import fcntl, tempfile, time\n"
        "path = tempfile.mktemp()\n"
        "if os.fork() == 0:\n"
        "    file = open(path, 'wb')\n"
        "    fcntl.flock(file, fcntl.LOCK_EX)\n"
        "    aside(lambda: time.sleep(20))\n"
        "    time.sleep(0.5)\n"
        "    os._exit(0)\n"
        "os.wait()\n"
        "with open(path, 'wb') as file:\n"
        "    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)\n"
        "print('free')\n"
    )

    assert said(program) == "free"
