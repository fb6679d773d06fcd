"""Commands about volumes 案卷: their lists, and the labels of the boxes in which they stand."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from models.core.record import Refusal
from models.office.deeds import SAVE_FILE
from reports.commands.registry import ARCHIVE_ARGUMENT, DONE, WORDS_ARGUMENT, archive, arg, command, follow


@command(
    "案卷目录、移交清单、销毁清册等（.pdf或.xlsx），或档案盒签（.pdf），全部或词语找到的人",
    ARCHIVE_ARGUMENT,
    arg("paper", metavar="什么", help="案卷目录、案卷移交清单、去世满五年应移交的案卷、案卷移出登记、案卷销毁清册、盒签"),
    arg("out", type=Path, metavar="OUT"),
    WORDS_ARGUMENT,
    arg("--spine", type=int, default=50, metavar="毫米", help="盒签用的最宽的档案盒：20、30、40、50"),
    deed=SAVE_FILE,
)  # fmt: skip
def volumes(arguments: argparse.Namespace) -> int:
    from models import store
    from models.office import settings
    from models.people import search
    from reports.volumes import volume_orders

    practice = store.is_practice(arguments.folder)
    missing: Iterable[object] = ()
    if arguments.out.suffix.lower() not in (".xlsx", ".pdf"):
        raise Refusal(f"只能写成 .pdf 或 .xlsx，不能写成“{arguments.out.suffix or arguments.out.name}”")
    with archive(arguments):
        wanted = volume_orders.VolumeOrder(arguments.paper, arguments.spine, practice)
        people = search.find_people(" ".join(arguments.words))
        missing = follow(
            volume_orders.write_volumes(wanted, people, people.count(), settings.office(), arguments.out)
        )
    print(f"{arguments.out}：已写好", *(f"  注意：{each}" for each in missing), sep="\n")
    return DONE
