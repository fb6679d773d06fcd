"""Commands about the archive as a whole: made, checked, written out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from models.core.record import Refusal
from models.office.deeds import EXPORT_WHOLE, SAVE_FILE
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
    say,
)

if TYPE_CHECKING:
    pass


@command("建立空的档案库，并显示一次恢复码", ARCHIVE_ARGUMENT)
def new(arguments: argparse.Namespace) -> int:
    from models import store

    if not arguments.user:
        raise Refusal("请用 --user 写明第一个用户的名字")
    code = store.create(arguments.folder, arguments.user, password_of(arguments, twice=True))
    print(f"已建立档案库 {arguments.folder}，第一个用户：{arguments.user}")
    print(f"恢复码（只显示这一次，请抄下或打印，封存在信封里）：\n\n    {code}\n")
    return DONE


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
