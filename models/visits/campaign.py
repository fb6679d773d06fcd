"""A campaign 走访批次: the visits of one occasion in one year, as 2020年八一走访."""

from __future__ import annotations

from collections.abc import Iterator

from models.core.record import Count, Day, Record, Text


class Campaign(Record):
    """A round of visits with its name and its days."""

    NOUN = "走访批次"
    NAMED_BY = "name"
    SINCE = ("begins",)

    name = Text("批次名称")
    occasion = Text("走访节点", "occasion")
    year = Count("年度", index=True)
    begins = Day("开始日期")
    ends = Day("结束日期")
    notes = Text("备注", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.name.strip():
            yield "name", "请填写批次名称，如2020年八一走访"
        if self.year is None:
            yield "year", "请填写年度"
        if self.begins and self.ends and self.ends.before(self.begins):
            yield "ends", f"结束日期{self.ends.chinese()}早于开始日期{self.begins.chinese()}"
