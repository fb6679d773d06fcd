"""Commands about the archive as a whole: made, checked, backed up, restored, its journal."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from models.core.jobs import Job
from models.core.record import Refusal
from models.office.deeds import BACK_UP_ALL, EXPORT_WHOLE, SAVE_FILE
from reports.commands.registry import (
    ARCHIVE_ARGUMENT,
    DONE,
    JSON_ARGUMENT,
    NOT_DONE,
    PARTLY,
    PAST_ARGUMENTS,
    WORDS_ARGUMENT,
    archive,
    arg,
    command,
    follow,
    password_of,
    print_answer,
    say,
)

if TYPE_CHECKING:
    from models.undo.undo import Undone


@command("建立空的档案库，并显示一次恢复码", ARCHIVE_ARGUMENT)
def new(arguments: argparse.Namespace) -> int:
    from models import store

    if not arguments.user:
        raise Refusal("请用 --user 写明第一个用户的名字")
    code = store.create(arguments.folder, arguments.user, password_of(arguments, twice=True))
    print(f"已建立档案库 {arguments.folder}，第一个用户：{arguments.user}")
    print(f"恢复码（只显示这一次，请抄下或打印，封存在信封里）：\n\n    {code}\n")
    return DONE


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
    from reports.commands import json_answers, text_answers

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


@command("检查整个档案库：数据文件、钥匙、扫描件、操作日志", ARCHIVE_ARGUMENT)
def check(arguments: argparse.Namespace) -> int:
    from models import proof

    with archive(arguments):
        faults = follow(proof.proof_of_archive())
    if faults:
        raise Refusal("\n".join(faults))
    print("档案库完好")
    return DONE


@command(
    "把整个档案库备份成一个文件",
    ARCHIVE_ARGUMENT,
    arg("out", type=Path, metavar="OUT"),
    arg("--slip", type=Path, metavar="PDF", help="写一张备份单，上面有日志核对码"),
    deed=BACK_UP_ALL,
)
def backup(arguments: argparse.Namespace) -> int:
    from models.archive.backup import back_up
    from models.archive.opened import opened_archive
    from reports.backup_slip import BackupSlip, write_backup_slip

    with archive(arguments):
        out = follow(back_up(arguments.out))
        slip = BackupSlip.of(out, opened_archive())
        if arguments.slip:
            write_backup_slip(slip, arguments.slip)
    print(f"已备份到 {out}，与档案库一样加密", slip.head.words(), sep="\n")
    return DONE


@command(
    "把备份恢复成一个新的档案库",
    arg("backup", type=Path, metavar="备份"),
    arg("folder", type=Path, metavar="新文件夹"),
)
def restore(arguments: argparse.Namespace) -> int:
    from models.archive.backup import restore as bring_back

    if not arguments.backup.is_file():
        raise Refusal(f"找不到备份文件“{arguments.backup}”")
    folder = follow(bring_back(arguments.backup, arguments.folder))
    print(f"已恢复到 {folder}，用原来的用户和密码打开")
    return DONE


@command(
    "把档案库的全部内容导出到一个文件夹（.json、.csv），供别的程序使用",
    ARCHIVE_ARGUMENT,
    arg("out", type=Path, metavar="OUT"),
    WORDS_ARGUMENT,
    arg("--masked", action="store_true", help="遮住号码、电话和账号，用于外送"),
    *PAST_ARGUMENTS,
    deed=lambda arguments: (SAVE_FILE if arguments.masked else EXPORT_WHOLE,),
)
def export(arguments: argparse.Namespace) -> int:
    from reports.export.folder import export_archive as write_out

    with archive(arguments):
        written = follow(write_out(arguments.out, " ".join(arguments.words), arguments.masked))
    print(f"已导出到 {arguments.out}：{written.kinds}种记录，共{written.rows}行")
    return DONE


@command(
    "检查要送出去的文件里有没有身份证号、电话、账号（隐藏的、批注、属性、书签、二维码里的也查）",
    ARCHIVE_ARGUMENT,
    arg("files", nargs="+", type=Path, metavar="文件"),
    arg("--open", nargs="*", default=[], metavar="号码", help="可以公开的号码，如本单位的联系电话"),
    JSON_ARGUMENT,
)
def scan(arguments: argparse.Namespace) -> int:
    from reports.disclosure.leaks import SECRET_NOUNS, KnownSecrets, leaks

    with archive(arguments):
        found = leaks(arguments.files, KnownSecrets.of_archive(), arguments.open)
    told = [{"where": each.where, "kind": SECRET_NOUNS[each.secret], "shown": each.shown} for each in found]
    end = (
        f"共发现{len(found)}处" if found else "没有发现身份证号、电话和账号。画在图片里的字查不到，请再看一眼"
    )
    say(arguments, told, (each.told() for each in found), end)
    return PARTLY if found else DONE
