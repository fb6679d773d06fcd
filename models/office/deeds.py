"""Deeds 办理事项: what an officer may do with the program, and the right that each takes; read by windows, commands and the manual.

What is written is asked once more at the journal's door, by its kind (``models.office.roles``); what goes out on paper or as
a file is no entry, so whoever lets it out asks here.
"""

from __future__ import annotations

import csv
from functools import cache
from typing import NamedTuple

import resources
from models.archive import opened as archive
from models.office import roles

LOOK_AT_IT, PRINT_IT, SAVE_FILE, BACK_UP_ALL = "查看", "打印", "导出文件", "备份"
SAVE_BANK_FILE, EXPORT_WHOLE = "导出银行文件", "完整导出"
KEEP_PAPERS, ENTER_IT, SET_UP_OFFICE = "整理材料", "登记", "单位设置"
CHECK_RUN, APPROVE_RUN = "复核批次", "审批批次"


class Deed(NamedTuple):
    """A deed: its name, the right that it takes, and what it is in words."""

    name: str
    right: str
    words: str


@cache
def deeds() -> dict[str, Deed]:
    """The deeds by name, from those that anybody may do."""
    with resources.path("deeds.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["deed"]: Deed(row["deed"], row["right"], row["words"]) for row in rows}


def require_deed(user: str, deed: str) -> None:
    """Raise ``Refusal`` when the account may not do that."""
    right = deeds()[deed].right
    roles.require(user, right, f"“{deed}”需要“{right}”权限")


def require_here(deed: str) -> None:
    """The same of the account that opened the archive; before one is open nobody is asked."""
    if archive.opened is not None:
        require_deed(archive.opened.user, deed)


def table_lines() -> list[str]:
    """The table of deeds and roles as the manual has it, a line for each deed."""
    known = roles.rights_by_role().values()
    head = ["可以办的", "要的权限", *(role.name for role in known)]
    body = [
        [
            f"{each.name}：{each.words}",
            each.right,
            *("✓" if each.right in role.rights else "" for role in known),
        ]
        for each in deeds().values()
    ]
    return [f"| {' | '.join(line)} |" for line in (head, ["---"] * len(head), *body)]
