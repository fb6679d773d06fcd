"""A run of the self-test in a process of its own: it opens archives and windows, and this program has one of each open already."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.faults.fault_words import PROGRAM_HOME

PACKED = {"优抚一人一档", "youfu-console"}  # the program's own names; else Python runs the sources
CONSOLE = "youfu-console.exe"  # the packed program's twin that shows no boxes
TRIED_ABOUT, LOOK_AGAIN = 13, 0.1  # trials; seconds
NO_ANSWER = (
    "自检没有做完：试用的程序自己退出了。请重新启动电脑再试一次；还是不行，就把“打包日志”的文件发给管理员"
)


def run_self_test(folder: Path, command: Sequence[str] = ()) -> Job[list[dict[str, Any]]]:
    """Try everything on this PC; returns each trial with ``check``, ``ok`` and ``said``. Ending the job ends the process.

    Raises ``Refusal`` when the process gives no answer.
    """
    out, told = folder / "自检.json", folder / "自检.txt"
    with told.open("wb") as lines:
        process = subprocess.Popen(
            [*(command or _program()), "self-test", str(out)],
            cwd=PROGRAM_HOME,
            stdout=lines,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    try:
        while process.poll() is None:
            done = told.read_bytes().count(b"\n")
            yield Step(min(done, TRIED_ABOUT), TRIED_ABOUT, f"已试{done}项")
            time.sleep(LOOK_AGAIN)
    finally:
        process.kill()
        process.wait()
    return _answer(out)


def _program() -> list[str]:
    """This program once more, without a console and without boxes."""
    here = Path(sys.executable)
    if here.stem not in PACKED:
        return [sys.executable, "-X", "utf8", "-m", "main"]
    console = here.with_name(CONSOLE)
    return [str(console if console.is_file() else here)]


def _answer(out: Path) -> list[dict[str, Any]]:
    try:
        checks: list[dict[str, Any]] = json.loads(out.read_text("utf-8"))["checks"]
    except (OSError, ValueError, KeyError) as error:
        raise Refusal(NO_ANSWER) from error
    return checks
