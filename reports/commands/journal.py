"""Commands about the journal: read and compared, its entries turned back and done again."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from models.core.jobs import Job
from models.core.record import Refusal
from reports.commands.registry import (
    ARCHIVE_ARGUMENT,
    DONE,
    JSON_ARGUMENT,
    NOT_DONE,
    PARTLY,
    PAST_ARGUMENTS,
    archive,
    arg,
    command,
    follow,
    print_answer,
    say,
)

if TYPE_CHECKING:
    from models.undo.undo import Undone


@command(
    "操作日志：谁在何时做了什么",
    ARCHIVE_ARGUMENT,
    JSON_ARGUMENT,
    arg("--check", action="store_true", help="核对日志链是否完整"),
    *PAST_ARGUMENTS,
    arg(
        "--head",
        nargs="?",
        const="",
        metavar="核对码",
        help="现在的日志核对码；写上纸上的码，就核对本库还有没有那一条",
    ),
    arg("--out", type=Path, metavar="文件", help="写成 .pdf、.xlsx 或 .json，每处改动写明原来和现在"),
    arg("--of", metavar="人", default="", help="只要这个人的（姓名或身份证号）"),
    arg("--by", metavar="用户", default="", help="只要这个用户做的"),
    arg("--kind", metavar="类别", default="", help="只要改了这一类的，如 优抚身份"),
    arg("--from", dest="first", type=date.fromisoformat, metavar="日期", help="从这一天起，如 2020-01-31"),
    arg("--to", dest="last", type=date.fromisoformat, metavar="日期", help="到这一天止"),
    arg("--masked", action="store_true", help="遮住号码、电话和账号"),
    arg("--explain", metavar="原因", help="档案库和这台电脑见过的不一样，写明原因（管理员）"),
)
def journal(arguments: argparse.Namespace) -> int:
    from models.archive.opened import opened_archive
    from models.core import journal as log
    from models.undo.entry_search import EntriesAsked
    from reports.changes.journal_list import write_journal
    from reports.commands.answers import json_answers, text_answers

    if arguments.head is not None or arguments.explain is not None:
        return _answer_head(arguments)
    asked = EntriesAsked("", arguments.of, arguments.by, arguments.kind, arguments.first, arguments.last)
    with archive(arguments):
        faults = log.chain_faults() if arguments.check else []
        if arguments.out:
            practice = opened_archive().practice
            follow(write_journal(asked, arguments.out, arguments.masked, practice), arguments.json)
        entries = json_answers.entry_answers(asked)
    if faults:
        raise Refusal("\n".join(faults))
    whole = "操作日志完整，" if arguments.check else ""
    return say(arguments, entries, text_answers.entry_lines(entries), f"{whole}共{len(entries)}条")


def _answer_head(arguments: argparse.Namespace) -> int:
    """``--head [CODE]`` and ``--explain REASON`` of the command ``journal``; a code that does not fit is no success."""
    from models.archive import opened, seen_heads
    from models.core.record import Refusal
    from models.heads import journal_heads
    from models.office import head_checks

    with archive(arguments) as user:
        if arguments.explain is not None:
            doubt = seen_heads.head_doubt(opened.opened_archive())
            if doubt is None:
                raise Refusal("档案库和这台电脑见过的一样，没有什么要写明的")
            head_checks.explain(opened.opened_archive(), doubt, arguments.explain, user)
            print(f"已记入操作日志第{journal_heads.head_now().number}条")
            return DONE
        head = journal_heads.head_now()
        verdict = journal_heads.compare(arguments.head) if arguments.head else None
    if arguments.json:
        told = {"entry": head.number, "at": head.at or None, "code": head.code}
        print_answer(told if verdict is None else {**told, "holds": verdict.holds, "words": verdict.words})
    else:
        print(head.words() if verdict is None else verdict.words)
    return DONE if verdict is None or verdict.holds else NOT_DONE


ENTRY_ARGUMENTS = (
    arg("entry", type=int, metavar="条号"),
    arg("--with-later", action="store_true", help="后来建立在它上面的操作也一起撤销"),
)


@command("撤销操作日志中的一条", ARCHIVE_ARGUMENT, *ENTRY_ARGUMENTS)
def undo(arguments: argparse.Namespace) -> int:
    from models.undo.undo import undoing

    return _turned(arguments, undoing)


@command("重做操作日志中撤销了的一条", ARCHIVE_ARGUMENT, *ENTRY_ARGUMENTS)
def redo(arguments: argparse.Namespace) -> int:
    from models.undo.undo import redoing

    return _turned(arguments, redoing)


def _turned(arguments: argparse.Namespace, turn: Callable[[int, str, bool], Job[Undone]]) -> int:
    """Turn an entry back or do it again, and tell by which entries and what was kept."""
    from models.core.journal import Entry
    from models.undo.undo import LaterWork
    from reports.changes.kept_words import kept_words

    with archive(arguments) as user:
        try:
            undone = follow(turn(arguments.entry, user, arguments.with_later))
        except LaterWork as refusal:
            how = "" if refusal.why_not else "，或者加 --with-later 一起撤销"
            raise Refusal(f"{refusal}{how}") from refusal
        kept = kept_words(Entry.get_by_id(undone.entry.undoes), undone.kept)
    for entry in (*undone.along, undone.entry):
        print(f"已{entry.title}（记为第{entry.number}条）")
    if kept:
        print(f"有{len(kept)}处没有撤，保持现在的样子：", *(each.line() for each in kept), sep="\n  ")
    return PARTLY if kept else DONE
