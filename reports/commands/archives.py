"""Commands about the archive as a whole: made, checked, backed up, restored, written out.

A scheduler reads the exit status of ``backup --auto``: 0 every place has its backup; 1 one has, another refused or is missing; 2 none has.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.core.record import Refusal
from models.office.deeds import BACK_UP_ALL, EXPORT_WHOLE, LOOK_AT_IT, SAVE_FILE
from reports.commands.registry import (
    ARCHIVE_ARGUMENT,
    DONE,
    JSON_ARGUMENT,
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
    from models.backups.generations import Generation


def _checked_deeds(arguments: argparse.Namespace) -> Sequence[str]:
    """A file that tells of people takes the right to save one; lines on the screen are looked at."""
    return (SAVE_FILE if arguments.json or any(_checked_files(arguments)) else LOOK_AT_IT,)


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
    "检查整个档案库：数据文件、钥匙、扫描件、操作日志；数据体检：档案库、纸质档案、银行回盘、上级名单逐人核对",
    ARCHIVE_ARGUMENT,
    arg(
        "lists",
        nargs="*",
        type=Path,
        metavar="上级名单",
        default=[],
        help="从上级系统导出的名单，什么表头都可以",
    ),
    arg("--books", action="store_true", help="没有上级名单也做数据体检"),
    arg("--corrections", type=Path, metavar="OUT.xlsx", help="写上级系统更正单"),
    arg("--worklist", type=Path, metavar="OUT.xlsx", help="写工作清单，省事的在前"),
    arg("--report", type=Path, metavar="OUT.pdf", help="写数据体检报告"),
    JSON_ARGUMENT,
    deed=_checked_deeds,
)
def check(arguments: argparse.Namespace) -> int:
    from models import proof, store

    practice = store.is_practice(arguments.folder)
    with archive(arguments):
        faults = follow(proof.proof_of_archive(), arguments.json)
        if faults:
            raise Refusal("\n".join(faults))
        if arguments.lists or arguments.books or any(_checked_files(arguments)) or arguments.json:
            return _check_books(arguments, practice)
    print("档案库完好")
    return DONE


def _check_books(arguments: argparse.Namespace, practice: bool) -> int:
    """Lay the books beside each other, write what is asked for, and tell it."""
    from reports.checkups.checkup_answers import checkup_answer, checkup_lines
    from reports.checkups.checkup_files import CheckupFiles
    from reports.checkups.printed_parts import check_all_books

    files = CheckupFiles(*_checked_files(arguments))
    files.require_kinds()
    made = follow(check_all_books(arguments.lists), arguments.json)
    follow(files.write(made, practice), arguments.json)
    if arguments.json:
        print_answer({"faults": [], **checkup_answer(made)})
    else:
        print(*checkup_lines(made), sep="\n")
    return PARTLY if made.listed.refused else DONE


def _checked_files(arguments: argparse.Namespace) -> tuple[Path | None, ...]:
    return arguments.corrections, arguments.worklist, arguments.report


@command(
    "把整个档案库备份成一个文件；加--auto，像窗口里的自动备份一样，备份到各备份处或OUT文件夹，留日、周、月各代",
    ARCHIVE_ARGUMENT,
    arg("out", type=Path, metavar="OUT", nargs="?"),
    arg("--auto", action="store_true", help="自动备份：扫描件只复制没备份过的，旧的按日、周、月留"),
    arg("--slip", type=Path, metavar="PDF", help="写一张备份单，上面有日志核对码"),
    deed=BACK_UP_ALL,
)
def backup(arguments: argparse.Namespace) -> int:
    from models.archive.opened import opened_archive
    from models.backups.backup import back_up
    from reports.backup_slip import BackupSlip, write_backup_slip

    if arguments.auto:
        return _back_up_by_itself(arguments)
    if arguments.out is None:
        raise Refusal("请写明备份到哪个文件，或者加 --auto")
    with archive(arguments):
        out = follow(back_up(arguments.out))
        slip = BackupSlip.of(out, opened_archive())
        if arguments.slip:
            write_backup_slip(slip, arguments.slip)
    print(f"已备份到 {out}，与档案库一样加密", slip.head.words(), sep="\n")
    return DONE


@command(
    "把备份恢复成一个新的档案库；备份写文件夹时用里面最近一份好的；加--list只列出有哪些备份",
    arg("backup", type=Path, metavar="备份"),
    arg("folder", type=Path, metavar="新文件夹", nargs="?"),
    arg("--list", action="store_true", help="列出文件夹（备份处或档案库）里的各份备份"),
    JSON_ARGUMENT,
)
def restore(arguments: argparse.Namespace) -> int:
    from models.backups.backup import restore as bring_back
    from models.backups.restoring import newest_in

    if not arguments.backup.exists():
        raise Refusal(f"找不到备份“{arguments.backup}”")
    if arguments.list:
        return _list(arguments)
    if arguments.folder is None:
        raise Refusal("请写明恢复到哪个新文件夹，或者加 --list 看有哪些备份")
    file = arguments.backup if arguments.backup.is_file() else newest_in(arguments.backup)
    folder = follow(bring_back(file, arguments.folder))
    print(f"已恢复到 {folder}（{file.name}），用原来的用户和密码打开")
    return DONE


@command(
    "抢救损坏的档案库：把还读得出的人和扫描件放进一个新的档案库，列出哪些读不出；原来的一点不动",
    ARCHIVE_ARGUMENT,
    arg("new", type=Path, metavar="新文件夹"),
    JSON_ARGUMENT,
)
def rescue(arguments: argparse.Namespace) -> int:
    from models.rescue.rescue import asks_password
    from models.rescue.rescue import rescue as bring_over

    asked = asks_password(arguments.folder)
    if asked and not arguments.user:
        raise Refusal("请用 --user 写明是哪个用户")
    user, password = arguments.user or "演练", password_of(arguments) if asked else ""
    rescued = follow(bring_over(arguments.folder, arguments.new, user, password), arguments.json)
    if arguments.json:
        print_answer(rescued._asdict() | {"folder": str(rescued.folder)})
    else:
        print(*rescued.lost, f"{rescued.words()}，在 {rescued.folder}，用原来的用户和密码打开", sep="\n")
    return PARTLY if rescued.lost else DONE


def _back_up_by_itself(arguments: argparse.Namespace) -> int:
    from models.backups.automatic_backup import IN_BETWEEN, back_up_to_places

    with archive(arguments):
        places = [arguments.out] if arguments.out else None
        outcome = follow(back_up_to_places(IN_BETWEEN, places))
    for each in outcome.made:
        print(f"已备份到 {each.file}（{each.words()}）")
    faults = [*outcome.faults(), *filter(None, [outcome.awaited])]
    for fault in faults:
        print(f"没有备份成：{fault}")
    return PARTLY if faults else DONE


def _list(arguments: argparse.Namespace) -> int:
    from models.backups.generations import generation_of, generations_in

    place: Path = arguments.backup
    inside = place / "backups" if (place / "backups").is_dir() else place
    found = [generation_of(place)] if place.is_file() else generations_in(inside)
    if not found:
        raise Refusal(f"“{inside}”里没有备份")
    told = [_told(each) for each in found]
    lines = [
        f"{each.at:%Y-%m-%d %H:%M}　{each.contents.reason if each.contents else ''}　{each.words()}　{each.file.name}"
        for each in found
    ]
    say(arguments, told, lines, f"共{len(found)}份备份")
    return PARTLY if any(each.fault for each in found) else DONE


def _told(generation: Generation) -> dict[str, Any]:
    return {
        "file": str(generation.file),
        "at": generation.at.isoformat(timespec="seconds"),
        "reason": generation.contents.reason if generation.contents else None,
        "people": generation.contents.people if generation.contents else None,
        "entries": generation.head.number or None,
        "last": generation.head.moment or None,
        "fault": generation.fault or None,
    }


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
