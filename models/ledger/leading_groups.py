"""Organisation 组织领导: the leading groups of district, streets and communities, and how their members changed."""

from __future__ import annotations

from collections.abc import Iterator

from models.core.dates import this_day
from models.core.masks import Secret
from models.core.record import Day, Record, Text

LEVELS = ("区级", "镇（街道）", "村（社区）")


class LeadingGroup(Record):
    """A group as it stood from one day to another; a change closes one row and opens the next."""

    NOUN = "组织领导"
    NAMED_BY = "name"
    COUNTED = "组织领导"
    COUNTED_ON = ("since",)
    SINCE = ("since",)
    LATER = {"until": {}}

    level = Text("层级")
    unit = Text("单位")
    name = Text("机构名称")
    leader = Text("组长")
    deputies = Text("副组长")
    members = Text("成员")
    office = Text("办公室及主任")
    document = Text("文件文号", secret=Secret.OPEN)
    since = Day("起始日期", index=True)
    until = Day("终止日期")
    reason = Text("调整原因")
    notes = Text("备注", long=True)

    follows: int | None = None  # the id of the row that a change of members will close

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.unit.strip():
            yield "unit", "请填写单位，如区、总寨镇、七一社区"
        if not self.leader.strip():
            yield "leader", "请填写组长"
        if self.level and self.level not in LEVELS:
            yield "level", f"层级请选：{'、'.join(LEVELS)}"
        if self.since is None:
            yield "since", "请填写起始日期（发文日期）"
        elif self.since.earliest() > this_day():
            yield "since", f"起始日期{self.since.chinese()}还没有到"
        if self.since and self.until and self.until.before(self.since):
            yield "until", "终止日期早于起始日期"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        for other in _present(self.unit, self.name):
            if self.until is None and other.id not in (self.id, self.follows):
                yield "since", f"{self.unit}的现任机构已有登记（{other.leader}任组长），请用“人员调整”"


def _present(unit: str, name: str) -> list[LeadingGroup]:
    return list(
        LeadingGroup.select().where(
            LeadingGroup.unit == unit, LeadingGroup.name == name, LeadingGroup.until.is_null(True)
        )
    )


def succeed(before: LeadingGroup, after: LeadingGroup) -> None:
    """Let a group be followed by itself with other members, inside an entry: the day before is the end of what was.

    What is changed on the day on which it began ends on that day.
    """
    same_day = before.since is not None and before.since == after.since
    before.until = after.since if same_day or after.since is None else after.since.eve()
    before.save()
    after.save()


def successor(before: LeadingGroup) -> LeadingGroup:
    """A new row that begins as the group stands now, not yet saved."""
    kept = ("level", "unit", "name", "leader", "deputies", "members", "office")
    made = LeadingGroup(**{field: getattr(before, field) for field in kept})
    made.follows = before.id
    return made
