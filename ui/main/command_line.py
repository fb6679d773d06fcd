"""The command line: which command is meant, what its words say, and what is wrong with them."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from models.core.record import Refusal
from reports.commands import COMMANDS
from reports.commands.registry import DONE
from ui.main import program_commands  # noqa: F401  # which register themselves

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


class Parser(argparse.ArgumentParser):
    """Says what is wrong with a command line in one Chinese sentence, without a page of English."""

    def error(self, message: str) -> NoReturn:
        for english, chinese in COMPLAINTS:
            if found := re.fullmatch(english, message, re.DOTALL):
                message = chinese.format(*found.groups())
        usage = " ".join(self.format_usage().removeprefix("usage: ").split())
        raise Refusal(f"命令写法不对：{message}。用法：{usage}")


def place_of_command(words: Sequence[str]) -> int | None:
    """Where among the words the command's name stands; None where there is none."""
    return next((place for place, word in enumerate(words) if word in COMMANDS), None)


def run_command(words: list[str]) -> int:
    """Do what a command line says, and return the exit code. Raises ``Refusal`` where it says nothing that can be done."""
    place = place_of_command(words)
    if place is None:
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


def _overview() -> int:
    print("优抚一人一档。不写命令就打开窗口。命令：")
    for name, each in COMMANDS.items():
        print(f"  {name:<10}{each.does}")
    print("写“main.py 命令 --help”看它的用法。")
    return DONE
