"""Copies given away 副本: each with its running number, who made it when, of what, for what, and how numbers stand in it.

The number stands on the copy in small type, so that a paper found on a wall or in a chat is traced to its line here. Like the
rest of the print ledger the table only grows: a number once given is never given again.
"""

from __future__ import annotations

from typing import Any

from peewee import AutoField, fn

from models.core.masks import Secret
from models.core.past_day import past_day
from models.core.record import Count, Refusal, StoredRow, Text, db
from models.printing.printouts import this_moment

PLACES_OF_NUMBER = 6
NO_COPY_OF_PAST = "现在看的是{}的档案，副本号只登记在今天的台账里。要副本请回到今天再做；不要副本号的（命令去掉 --mark，窗口不勾遮住号码）可以照常打印"


class GivenCopy(StoredRow):
    """One copy: ``number`` as 2026-000123, ``way`` as 公示 or 外送, ``written`` how its secrets stand, in words."""

    NOUN = "外送副本"
    NAMED_BY = "number"

    id = AutoField()
    number = Text("副本号", unique=True, secret=Secret.OPEN)
    at = Text("时间", index=True)
    user = Text("制作人")
    title = Text("名称")
    way = Text("用途")
    written = Text("写法")
    people = Count("人数")

    def mark(self) -> str:
        """What stands on the copy in small type."""
        return (
            f"副本 {self.number}　{self.user}　{self.at[:16].replace('T', ' ')}　{self.way}：{self.written}"
        )


def give_copy(user: str, title: str, way: str, written: str, people: int) -> GivenCopy:
    """Write a copy down and give it the next number of its year, before it is made: what comes to nothing leaves a gap.

    Raises ``Refusal`` while a past day is looked at: what is written then is not kept, and the number would be given twice.
    """
    if (day := past_day()) is not None:
        raise Refusal(NO_COPY_OF_PAST.format(day.title()))
    at = this_moment()
    with db.atomic("IMMEDIATE"):
        year = at[:4]
        last: Any = (
            GivenCopy.select(fn.MAX(GivenCopy.number)).where(GivenCopy.number.startswith(f"{year}-")).scalar()
        )
        running = int(last.partition("-")[2]) + 1 if last else 1
        return GivenCopy.create(
            number=f"{year}-{running:0{PLACES_OF_NUMBER}}", at=at, user=user, title=title, way=way, written=written, people=people,
        )  # fmt: skip
