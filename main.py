"""优抚一人一档: one person, one file. The way in: a window by default, commands for everything that needs none."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from models.core.record import Refusal
from reports.commands import COMMANDS
from reports.commands.registry import DONE, NOT_DONE, PARTLY, arg, command, follow

# What argparse complains of, and how the officer is told.
COMPLAINTS = [
    (r"the following arguments are required: (.*)", "缺少{}"),
    (r"unrecognized arguments: (.*)", "没有“{}”这个选项，或写多了"),
    (r"argument (\S+): invalid \w+ value: '(.*)'", "“{}”应为整数，这里是“{}”"),
    (r"argument (\S+): invalid choice: '(.*)' \(choose from (.*)\)", "“{}”不能是“{}”，可选：{}"),
    (r"argument (\S+): expected .*", "“{}”后面要写内容"),
    (r"argument (\S+): ignored explicit argument .*", "“{}”后面不写内容"),
    (r"argument (\S+): not allowed with argument (\S+)", "“{}”不能与“{}”同时用"),
    (r"ambiguous option: (\S+) could match .*", "“{}”写得不全"),
    (r"one of the arguments (.*) is required", "要写{}之一"),
]


BROKEN = (
    "程序的文件不完整：少了一个，或者被杀毒软件拦下了。请在杀毒软件的“隔离区”里恢复并信任本程序，或者重新安装；"
    "档案没有受影响。详情记在 {}"
)
WINDOWED = "优抚一人一档"  # the packed program whose twin has a console


class Parser(argparse.ArgumentParser):
    """Says what is wrong with a command line in one Chinese sentence, without a page of English."""

    def error(self, message: str) -> NoReturn:
        for english, chinese in COMPLAINTS:
            if found := re.fullmatch(english, message, re.DOTALL):
                message = chinese.format(*found.groups())
        usage = " ".join(self.format_usage().removeprefix("usage: ").split())
        raise Refusal(f"命令写法不对：{message}。用法：{usage}")


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
    place = next((i for i, word in enumerate(words) if word in COMMANDS), None)
    if place is None:
        if not words:
            return _window()
        if len(words) == 1 and Path(words[0]).exists():  # an archive or a backup that was double-clicked
            return _window(Path(words[0]))
        if words[0] not in ("-h", "--help"):
            raise Refusal(f"没有“{words[0]}”这个命令。可用的命令：{'、'.join(COMMANDS)}")
        return _overview()
    chosen = COMMANDS[words[place]]
    parser = Parser(prog=f"main.py {words[place]}", description=chosen.does)
    chosen.arguments(parser)
    parser.add_argument("--user", metavar="用户名", help="以哪个用户的身份办理")
    parser.add_argument("--password-file", type=Path, metavar="文件", help="密码所在的文件")
    parser.set_defaults(does=words[place])
    return chosen.run(parser.parse_intermixed_args(words[:place] + words[place + 1 :]))


def _window(place: Path | None = None) -> int:
    """Open the window, on an archive or a backup when one is given; only now is Qt loaded."""
    from ui.main.app import run_program

    return run_program(sys.argv, place)


def _has_display() -> bool:
    return sys.platform in ("win32", "darwin") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _overview() -> int:
    print("优抚一人一档。不写命令就打开窗口。命令：")
    for name, each in COMMANDS.items():
        print(f"  {name:<10}{each.does}")
    print("写“main.py 命令 --help”看它的用法。")
    return DONE


# --- the commands ---------------------------------------------------------------------------------------------


@command(
    "建立演练库（编造的人员），打印档案、花名册、年度总结到“打印”文件夹",
    arg("folder", nargs="?", type=Path, metavar="文件夹", default=Path("演练库")),
    arg("--people", type=int, default=681, metavar="人数"),
    arg("--no-window", action="store_true", help="不打开窗口"),
)
def demo(arguments: argparse.Namespace) -> int:
    from reports import practice

    print(*follow(practice.make_practice_archive(arguments.folder, arguments.people)), sep="\n")
    return DONE if arguments.no_window or not _has_display() else _window(arguments.folder)


@command(
    "在这台电脑上试一遍：数据库、加密、字体、PDF、工作簿、窗口、打印",
    arg("out", type=Path, metavar="OUT.json"),
)
def self_test(arguments: argparse.Namespace) -> int:
    import tempfile

    from reports import self_test as trials
    from ui.main import self_test as window_trials  # the one command that needs Qt, for it tries Qt

    with tempfile.TemporaryDirectory(prefix="selftest-", ignore_cleanup_errors=True) as folder:
        checks = []
        for each in trials.tried([*trials.TRIALS, *window_trials.trials()], Path(folder)):
            print(f"{'通过' if each['ok'] else '失败'}　{each['check']}：{each['said']}", flush=True)
            checks.append(each)
    good = all(each["ok"] for each in checks)
    answer_file = json.dumps({"ok": good, **trials.system(), "checks": checks}, ensure_ascii=False, indent=1)
    arguments.out.write_text(answer_file, "utf-8")
    print("这台电脑可以使用本程序" if good else f"有项目没有通过，请把 {arguments.out} 发给管理员")
    return DONE if good else PARTLY


@command("把使用手册写成PDF，有目录和术语索引", arg("out", type=Path, metavar="OUT.pdf"))
def manual(arguments: argparse.Namespace) -> int:
    from reports.manual.manual_paper import write_manual

    follow(write_manual(arguments.out))
    print(f"已写好 {arguments.out}")
    return DONE


if __name__ == "__main__":
    sys.exit(main())
