"""优抚一人一档: one person, one file. The way in: a window by default, commands for everything that needs none."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from models.core.record import Refusal

NOT_DONE = 2  # as ``reports.commands.registry`` has it, which the window does not read
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
    except Exception as error:  # our mistake: the officer gets a sentence, the log where it was
        from models.faults.program_log import note_fault

        _complain(f"程序出错，这次操作没有保存。详情记在 {note_fault(error)}，请发给管理员")
    return NOT_DONE


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
