"""The command about the uses: who read, printed or took out what."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from reports.commands.registry import (
    ARCHIVE_ARGUMENT,
    JSON_ARGUMENT,
    archive,
    arg,
    command,
    say,
)

if TYPE_CHECKING:
    pass


@command(
    "使用记录：谁看了谁的档案、打印了什么、把什么存到了哪里",
    ARCHIVE_ARGUMENT,
    JSON_ARGUMENT,
    arg("--of", metavar="人", default="", help="只要这个人的（姓名或身份证号）"),
    arg("--by", metavar="用户", default="", help="只要这个用户的"),
    arg("--from", dest="first", type=date.fromisoformat, metavar="日期", help="从这一天起"),
    arg("--to", dest="last", type=date.fromisoformat, metavar="日期", help="到这一天止"),
)
def uses(arguments: argparse.Namespace) -> int:
    from models.undo.entry_search import uids_of
    from models.uses.uses import uses_asked

    with archive(arguments):
        whose = uids_of(arguments.of) if arguments.of else ()
        found = uses_asked(whose, arguments.by, arguments.first, arguments.last)
    lines = (f"{each.moment}  {each.user}  {each.deed}  {each.title}  {each.place}" for each in found)
    return say(arguments, [each._asdict() for each in found], lines, f"共{len(found)}条")
