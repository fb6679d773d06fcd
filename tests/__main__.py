"""Everything that must hold before a change lands: lint, form, types, tests. ``python -m tests``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
STEPS = [
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "."],
    ["mypy"],
    ["pytest", "-n", "auto", "--dist", "worksteal"],
]


def main() -> int:
    for step in STEPS:
        print("·", *step, flush=True)
        if status := subprocess.run([sys.executable, "-m", *step], cwd=ROOT).returncode:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
