"""Command of the transfer 归档移交: the folder that goes to the archive bureau."""

from __future__ import annotations

import argparse
from pathlib import Path

from models.core.record import Refusal
from models.office.deeds import KEEP_PAPERS, SAVE_FILE
from reports.commands.registry import (
    ARCHIVE_ARGUMENT,
    DONE,
    PARTLY,
    WORDS_ARGUMENT,
    archive,
    arg,
    command,
    follow,
)


@command(
    "归档移交：每人一个PDF/A-2u文件，连同元数据、清单和校验值，写进一个新文件夹",
    ARCHIVE_ARGUMENT,
    arg("out", type=Path, metavar="OUT"),
    WORDS_ARGUMENT,
    arg("--to", default="", metavar="接收单位", help="移交给哪个档案馆，写进元数据、说明和移交记录"),
    deed=lambda _: (KEEP_PAPERS, SAVE_FILE),
)
def transfer(arguments: argparse.Namespace) -> int:
    from models import store
    from models.people import search
    from reports.transfer.transfer_folder import TransferOrder, write_transfer

    practice = store.is_practice(arguments.folder)
    with archive(arguments) as user:
        people = search.find_people(" ".join(arguments.words))
        if not (total := people.count()):
            raise Refusal("没有找到要移交的人")
        order = TransferOrder(user, arguments.to, practice)
        made = follow(write_transfer(order, people, total, arguments.out))
    print(f"{arguments.out}：{made.people}卷，{made.pages}页", f"清单校验值：{made.list_hash}", sep="\n")
    print(*(f"  注意：{each}" for each in made.missing), sep="\n", end="\n" if made.missing else "")
    if made.only_paper:
        print(
            f"  有{made.only_paper}件材料没有扫描件，只在纸质案卷里，见“{arguments.out / '清单' / '卷内文件目录.csv'}”"
        )
    if made.left_out:
        print(f"  有{made.left_out}份扫描件没有转入，原因见“{arguments.out / '清单' / '未能转入.csv'}”")
    return PARTLY if made.left_out else DONE
