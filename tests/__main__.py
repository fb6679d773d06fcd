"""Everything that must hold before a change lands: lint, form, types, tests. ``python -m tests``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
STEPS = [
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "."],
    ["mypy"],
    ["pytest", "-n", "auto", "--dist", "worksteal", "-rs"],
]
WITHOUT_QT = ["-p", "no:pytest-qt", "--ignore=tests/ui"]
QT_MISSING = (
    "!! Qt cannot start here, so the tests of the window are LEFT OUT. On Debian and Ubuntu install\n"
    "!! libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1, then run this again."
)
NO_SCREEN = (
    "!! There is no Xvfb here, so the program as a whole is NOT DRIVEN ON A SCREEN (tests/ui/scenarios/test_on_a_screen.py).\n"
    "!! On Debian and Ubuntu install xvfb and libxcb-cursor0, then run this again."
)

# Two noisy cores: a window may answer later than a test waits.
AGAIN = "!! Tests failed. They are run once more, one after the other; whoever reads this: what passes only now is not sound."
TESTS_FAILED = 1


MEMORY, ROOM = Path("/dev/shm"), 6 << 30


def main() -> int:
    steps = [list(step) for step in STEPS]
    place = folder_in_memory()
    if place is not None:
        steps[-1] += [f"--basetemp={place}"]
    try:
        return run_all(steps)
    finally:
        if place is not None:
            shutil.rmtree(place, ignore_errors=True)


def folder_in_memory() -> Path | None:
    """Where ten thousand copied archives wait for no disk at each of their commits; None where memory has no room for them."""
    if not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < ROOM:
        return None
    return MEMORY / f"youfu-tests-{os.getpid()}"


def run_all(steps: list[list[str]]) -> int:
    if not qt_starts():
        print(QT_MISSING, flush=True)
        steps[-1] += WITHOUT_QT
    elif shutil.which("Xvfb") is None:
        print(NO_SCREEN, flush=True)
    for step in steps:
        if status := run(step):
            return status
    return 0


def run(step: list[str]) -> int:
    """Run a step. Tests that failed get one more try, alone and in a fresh process, and it is said; what fails twice fails."""
    print("·", *step, flush=True)
    status = subprocess.run([sys.executable, "-m", *step], cwd=ROOT).returncode
    if status == TESTS_FAILED and step[0] == "pytest":
        print(AGAIN, flush=True)
        again = ["pytest", "-n0", "--last-failed", "--last-failed-no-failures=none", "--maxfail=5", "-rA"]
        status = subprocess.run([sys.executable, "-m", *again], cwd=ROOT).returncode
    return status


def qt_starts() -> bool:
    """Whether this machine has the libraries that Qt needs even without a screen."""
    probe = "from PySide6 import QtWidgets, QtPdf; QtWidgets.QApplication(['', '-platform', 'offscreen'])"
    return subprocess.run([sys.executable, "-c", probe], capture_output=True).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
