"""The commands about the program itself: its practice archive, its self-test, its manual; each reads what it needs when it runs."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from reports.commands.registry import DONE, PARTLY, arg, command, follow


@command(
    "建立演练库（编造的人员），打印档案、花名册、年度总结到“打印”文件夹",
    arg("folder", nargs="?", type=Path, metavar="文件夹", default=Path("演练库")),
    arg("--people", type=int, default=681, metavar="人数"),
    arg("--no-window", action="store_true", help="不打开窗口"),
)
def demo(arguments: argparse.Namespace) -> int:
    from reports import practice

    print(*follow(practice.make_practice_archive(arguments.folder, arguments.people)), sep="\n")
    if arguments.no_window or not _has_display():
        return DONE
    from ui.main.app import run_program  # when wanted: only now is Qt loaded

    return run_program(sys.argv, arguments.folder)


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


def _has_display() -> bool:
    return sys.platform in ("win32", "darwin") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
