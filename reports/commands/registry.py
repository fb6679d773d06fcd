"""The registry of commands: what each takes, who acts, and how it answers people and programs.

A command is a function registered under its own name; it imports what it needs when it runs, so that starting is quick.
"""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from models.core.jobs import Job, T
from models.core.record import Refusal
from models.office.deeds import LOOK_AT_IT, SAVE_FILE, require_deed

if TYPE_CHECKING:
    from models.archive.opened import Archive

DONE, PARTLY, NOT_DONE = 0, 1, 2


DeedsOf: TypeAlias = Callable[[argparse.Namespace], Sequence[str]]


class Command(NamedTuple):
    """A command: what it does in one line, the arguments it takes, the function that does it, and which deeds it is."""

    does: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    deeds: DeedsOf


COMMANDS: dict[str, Command] = {}


def command(
    does: str, *arguments: tuple[Sequence[str], dict[str, Any]], deed: str | DeedsOf = LOOK_AT_IT
) -> Callable[..., Any]:
    """Register the function below under its own name, with the arguments it takes.

    ``deed``: what it is of ``models.office.deeds``, or a function that says it of the arguments; asked when the archive is open.
    """

    def register(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
        def deeds(told: argparse.Namespace) -> Sequence[str]:
            return (deed,) if isinstance(deed, str) else deed(told)

        def add(parser: argparse.ArgumentParser) -> None:
            parser.set_defaults(deeds=deeds)
            for names, options in arguments:
                parser.add_argument(*names, **options)

        COMMANDS[run.__name__.strip("_").replace("_", "-")] = Command(does, add, run, deeds)
        return run

    return register


def looked_or_saved(arguments: argparse.Namespace) -> Sequence[str]:
    """Lines on the screen are looked at; an answer for programs is a file of what it tells."""
    return (SAVE_FILE if arguments.json else LOOK_AT_IT,)


def arg(*names: str, **options: Any) -> tuple[Sequence[str], dict[str, Any]]:
    return names, options


ARCHIVE_ARGUMENT = arg("folder", type=Path, metavar="档案库")
WORDS_ARGUMENT = arg("words", nargs="*", metavar="词", default=[])
JSON_ARGUMENT = arg("--json", action="store_true", help="只输出一份JSON")
PAST_ARGUMENTS = (
    arg("--as-of", dest="true_on", metavar="YYYY-MM-DD", help="截至某一天的实际情况，按现在知道的"),
    arg("--as-known", dest="known_on", metavar="YYYY-MM-DD", help="截至某一天，档案库里当时的记录"),
)


# Arguments that name what a command writes; each is noted among the uses.
TAKEN_OUT = {"out", "roster", "slips", "bank", "changes", "slip", "corrections", "worklist", "report"}
IN_PRINT_LEDGER = {"sheets"}  # what they write of today stands there already

# --- who acts, and where


def password_of(arguments: argparse.Namespace, twice: bool = False) -> str:
    """The password from the file, the environment or the terminal."""
    if arguments.password_file:
        from models.core.files import cause

        try:
            text: str = arguments.password_file.read_text("utf-8-sig")
        except OSError as error:
            raise Refusal(f"读不到密码文件{arguments.password_file}：{cause(error)}") from error
        return text.rstrip("\r\n")
    if (password := os.environ.get("YOUFU_PASSWORD")) is not None:
        return password
    if not sys.stdin.isatty():
        raise Refusal("没有给出密码：请用 --password-file，或设环境变量 YOUFU_PASSWORD")
    password = getpass.getpass("密码：")
    if twice and getpass.getpass("再输一遍：") != password:
        raise Refusal("两次输入的密码不一样")
    return password


@contextmanager
def archive(arguments: argparse.Namespace) -> Iterator[str]:
    """Open the archive for the command, as it stood on the day that is asked for; yields the name of the user who acts.

    Raises ``Refusal`` when the user may not do it.
    """
    from models import store
    from models.past import past_archive

    asked = vars(arguments)
    day = past_archive.read_past_day(asked.get("true_on"), asked.get("known_on"))
    folder: Path = arguments.folder
    if store.is_practice(folder):
        session = store.practice_session(folder, arguments.user or "演练")
    elif arguments.user:
        session = store.session(folder, arguments.user, password_of(arguments))
    else:
        raise Refusal("请用 --user 写明是哪个用户")
    with store.plainly(folder), session as opened:
        for deed in arguments.deeds(arguments):
            require_deed(opened.user, deed)
        _tell_head_doubt(opened)
        with past_archive.looking_back(day):
            yield opened.user
            _note_uses(arguments)


def _tell_head_doubt(opened: Archive) -> None:
    """Say it when the archive is other than this PC has seen it last."""
    from models.archive import seen_heads

    if (doubt := seen_heads.head_doubt(opened)) is not None:
        print(f"注意：{doubt.words}查明后由管理员用 journal 档案库 --explain 原因 写明。", file=sys.stderr)


def _note_uses(arguments: argparse.Namespace) -> None:
    """Write down each file and folder that the command has written outside of the archive."""
    from models.core.past_day import past_day
    from models.printing.named_people import named_in
    from models.uses import uses
    from models.uses.uses import UseDeed

    if arguments.does in IN_PRINT_LEDGER and past_day() is None:
        return
    for name, value in vars(arguments).items():
        if isinstance(value, Path) and name in TAKEN_OUT and value.exists():
            place = str(value.resolve())
            uses.note_use(UseDeed.COMMANDED, arguments.does, place=place, named=named_in(value))


def follow(job: Job[T], quiet: bool = False) -> T:
    """Run a job to its end, its steps shown on the terminal's last line."""
    show = sys.stderr.isatty() and not quiet
    while True:
        try:
            step = next(job)
        except StopIteration as end:
            if show:
                print("\r\x1b[K", end="", file=sys.stderr)
            result: T = end.value
            return result
        if show:
            print(f"\r\x1b[K{step.note} {step.done}/{step.total}", end="", file=sys.stderr, flush=True)


def print_answer(value: Any) -> None:
    """One JSON document on standard output, and nothing else."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1)
    print()


def say(arguments: argparse.Namespace, found: list[Any], lines: Iterable[str], end: str) -> int:
    """Answer a program in JSON, or people line by line."""
    if arguments.json:
        print_answer(found)
    else:
        print(*lines, end, sep="\n")
    return DONE
