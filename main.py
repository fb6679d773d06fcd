"""优抚一人一档: one person, one file. The way in: a window by default, commands for everything that needs none."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from models.core.record import Refusal

NOT_DONE = 2  # as ``reports.commands.registry`` has it, which the window does not read
BROKEN = (
    "程序的文件不完整：少了一个，或者被杀毒软件拦下了。请在杀毒软件的“隔离区”里恢复并信任本程序，或者重新安装；"
    "档案没有受影响。详情记在 {}"
)
WINDOWED = "优抚一人一档"  # the packed program whose twin has a console


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 done, 1 done with refusals told line by line, 2 not done."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(words)
    except Refusal as refusal:
        _complain(str(refusal))
    except KeyboardInterrupt:
        _complain("已取消，没有保存")
    except BrokenPipeError:  # the reader of our output has gone; what was done is done
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except ImportError as error:  # a file of the program is gone, or held back by a guard
        _complain(BROKEN.format(_noted(error)))
    except Exception as error:  # our mistake: the officer gets a sentence, the log where it was
        _complain(f"程序出错，这次操作没有保存。详情记在 {_noted(error)}，请发给管理员")
    return NOT_DONE


def _noted(error: Exception) -> str:
    """Where the log has the error; the error itself where there is no place for a log."""
    from models.faults.program_log import note_fault

    try:
        return str(note_fault(error))
    except OSError:
        return f"这里（{type(error).__name__}：{error}，出错记录也写不进去）"


def _complain(words: str) -> None:
    """Say why nothing was done; a Windows program without a console says it in a box, for nobody would see it."""
    if sys.stderr is not None:
        print(words, file=sys.stderr)
    if sys.platform == "win32" and Path(sys.executable).stem == WINDOWED:
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, words, WINDOWED, 0x10)


def _run(words: list[str]) -> int:
    """Open the window, on an archive or a backup that was double-clicked; or do what a command says."""
    if not words:
        return _window()
    from ui.main import command_line  # when wanted: the window waits for no command

    if len(words) == 1 and command_line.place_of_command(words) is None and Path(words[0]).exists():
        return _window(Path(words[0]))
    return command_line.run_command(words)


def _window(place: Path | None = None) -> int:
    """Only now is Qt loaded."""
    gc.disable()  # what is read at the start stays; ``ui.jobs.garbage`` looks for rubbish from then on
    from ui.main.app import run_program

    return run_program(sys.argv, place)


if __name__ == "__main__":
    sys.exit(main())
