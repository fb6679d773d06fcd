"""Everything that must hold before a change lands: lint, form, types, tests. ``python -m tests``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTEST = ["pytest", "-n", "auto", "--dist", "worksteal"]
STEPS = [
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "."],
    ["mypy"],
    [*PYTEST, "--ignore=tests/ui"],
]
# On a loaded machine a window may answer later than a test waits, so these get a second and a third try, and the whole
# of them once more in fresh processes; each is told.
WINDOW = [*PYTEST, "tests/ui", "--reruns", "2", "-rR"]
QT_MISSING = (
    "!! Qt cannot start here, so the tests of the window are LEFT OUT. On Debian and Ubuntu install\n"
    "!! libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1, then run this again."
)


def main() -> int:
    steps = list(STEPS)
    if qt_starts():
        steps.append(WINDOW)
    else:
        print(QT_MISSING, flush=True)
        steps[-1] += ["-p", "no:pytest-qt"]
    for step in steps:
        status = run(step)
        if status and step is WINDOW:
            print(
                "!! Tests of the window failed; ALL of them are run once more in fresh processes.", flush=True
            )
            status = run(step)
        if status:
            return status
    return 0


def run(step: list[str]) -> int:
    print("·", *step, flush=True)
    return subprocess.run([sys.executable, "-m", *step], cwd=ROOT).returncode


def qt_starts() -> bool:
    """Whether this machine has the libraries that Qt needs even without a screen."""
    probe = "from PySide6 import QtWidgets, QtPdf; QtWidgets.QApplication(['', '-platform', 'offscreen'])"
    return subprocess.run([sys.executable, "-c", probe], capture_output=True).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
