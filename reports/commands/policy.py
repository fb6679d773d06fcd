"""The command about policy packs: one is made, or another office's is shown beside the archive and received."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.core.dates import this_day
from models.office.deeds import LOOK_AT_IT, SAVE_FILE, SET_UP_OFFICE
from reports.commands.registry import (
    ARCHIVE_ARGUMENT,
    DONE,
    JSON_ARGUMENT,
    PARTLY,
    archive,
    arg,
    command,
    print_answer,
)

if TYPE_CHECKING:
    from models.pay.policy.pack_rows import PackRow
    from models.pay.policy.policy_packs import PolicyPack


def _deeds(arguments: argparse.Namespace) -> Sequence[str]:
    return (LOOK_AT_IT if arguments.plan else SET_UP_OFFICE if arguments.receive else SAVE_FILE,)


@command(
    "导出政策包（标准、政策数据、节假日，不含个人信息）；--receive 对照并接收别的单位的",
    ARCHIVE_ARGUMENT,
    arg("file", type=Path, metavar="政策包.zip"),
    arg("--receive", action="store_true", help="接收：新的，以及本单位还没有确认的；都是“未确认”"),
    arg("--plan", action="store_true", help="只对照，不接收"),
    JSON_ARGUMENT,
    deed=_deeds,
)
def policy(arguments: argparse.Namespace) -> int:
    from models.office import settings
    from models.pay.policy import policy_packs

    with archive(arguments) as user:
        if arguments.receive or arguments.plan:
            return _receive(arguments, user)
        rows = policy_packs.write_policy_pack(arguments.file, settings.office().name, this_day())
    if arguments.json:
        print_answer({"rows": rows})
    else:
        print(f"政策包已保存到{arguments.file}，共{rows:,}条，不含任何个人信息")
    return DONE


def _receive(arguments: argparse.Namespace, user: str) -> int:
    from models.pay.policy import pack_rows, policy_packs
    from models.pay.policy.pack_rows import PackState

    pack = policy_packs.read_policy_pack(arguments.file)
    found = pack_rows.compared_pack(pack)
    usual = [row for row in found if row.usual]
    taken = 0 if arguments.plan else pack_rows.take_over_rows(usual, user, pack.office)
    counts: Counter[Any] = Counter(row.state for row in found)
    if arguments.json:
        strange = [{"file": row.file, "row": row.line, "reason": row.reason} for row in pack.strange]
        print_answer(
            {
                "office": pack.office, "made_on": pack.made_on, "new": counts[PackState.NEW], "same": counts[PackState.SAME],
                "different": counts[PackState.DIFFERENT], "taken": taken, "refused": strange,
            }
        )  # fmt: skip
        return PARTLY if pack.strange else DONE
    print(*_told(pack, found, counts), sep="\n")
    print(
        "只对照，没有接收" if arguments.plan else f"接收了{taken:,}条，都未确认，请在“政策文件”里对照原件确认"
    )
    return PARTLY if pack.strange else DONE


def _told(pack: PolicyPack, found: list[PackRow], counts: Counter[Any]) -> Iterator[str]:
    """The pack in lines: how many rows stand how, and each that is not the same, with both sides."""
    from models.pay.policy.pack_rows import PackState

    yield f"{pack.office}{pack.made_on}导出：" + "，".join(
        f"{state}{counts[state]:,}条" for state in PackState
    )
    for row in found:
        if row.state != PackState.SAME:
            kind, theirs = row.kind, row.theirs
            mine = f"，本单位{kind.said(row.mine)}" if row.mine is not None else ""
            yield f"  {row.state} {kind.whom(theirs)} {kind.when(theirs)} {kind.said(theirs)}{mine}（{kind.cited(theirs)}）"
    for each in pack.strange:
        yield f"  读不出 {each.file}第{each.line}行：{each.reason}"
    if pack.unknown:
        yield f"  本程序还不认识的种类没有读：{'、'.join(pack.unknown)}"
