"""Memorials and protected sites 烈士纪念设施: what there is, who answers for it, and what the patrols found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from peewee import ForeignKeyField

from models.core.dates import this_day
from models.core.masks import Secret
from models.core.record import Day, Flag, Record, Text
from models.ledger import years

if TYPE_CHECKING:
    from peewee import ModelSelect


class Memorial(Record):
    """One memorial or site of the census 普查建档."""

    NOUN = "纪念设施"
    NAMED_BY = "name"
    COUNTED = "纪念设施"
    COUNTED_ON = ("checked",)
    SINCE = ("built",)
    LATER = {"checked": {}}

    name = Text("设施(遗迹)名称")
    kind = Text("类别", "memorial_kind")
    level = Text("保护级别", "memorial_level")
    street = Text("所属街道(镇)", listed="街道(镇)")
    address = Text("地址")
    built = Day("建成(形成)时间")
    keeper = Text("管理单位")
    responsible = Text("责任人")
    phone = Text("联系电话", secret=Secret.PHONE)
    condition = Text("保护状况", "memorial_condition")
    checked = Day("普查日期")
    notes = Text("备注", long=True)

    patrols: ModelSelect[Patrol]

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.name.strip():
            yield "name", "请填写设施或遗迹的名称"
        if self.checked is not None and self.checked.earliest() > this_day():
            yield "checked", f"普查日期{self.checked.chinese()}还没有到"


class Patrol(Record):
    """One patrol 巡查: what was found, and whether it was put right."""

    NOUN = "设施巡查"
    NAMED_BY = "day"
    COUNTED = "设施巡查"
    SINCE = ("day",)

    memorial_id: int
    memorial = ForeignKeyField(Memorial, backref="patrols", on_delete="RESTRICT")
    day = Day("巡查日期", index=True)
    patroller = Text("巡查人")
    finding = Text("发现问题")
    measure = Text("整改措施")
    done = Flag("是否整改到位")

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from years.needs_day(self, self.day)
        if not self.patroller.strip():
            yield "patroller", "请填写巡查人"
        if self.done and not self.finding.strip():
            yield "done", "没有发现问题的，不用填是否整改"

    @property
    def waiting(self) -> bool:
        """Whether something was found that nobody has put right."""
        return bool(self.finding.strip()) and not self.done


def patrols(memorial: Memorial) -> ModelSelect[Patrol]:
    """The patrols of a memorial, the newest first."""
    found = Patrol.select().where(Patrol.memorial == memorial)
    return found.order_by(Patrol.day.desc(), Patrol.id.desc())
