"""Honours 评选表彰: who was proposed, by whom, and how far the proposal has come."""

from __future__ import annotations

from collections.abc import Iterator

from models.core.masks import Secret
from models.core.record import Count, Day, Record, Text
from models.ledger import years

MODEL_VETERAN, FIRST_ROUND = "最美退役军人", "初选"


class Honour(Record):
    """One proposal for one honour; it belongs to a year, since a choice goes on for months."""

    NOUN = "评选表彰"
    NAMED_BY = "name"
    COUNTED = "评选表彰"
    REGISTER = "双拥台账·评选"
    SINCE = ("day", "year")

    year = Count("年度", index=True)
    honour = Text("评选名称")
    name = Text("姓名")
    number = Text("身份证号", secret=Secret.NUMBER, digits=True)
    unit = Text("推荐单位")
    stage = Text("阶段", "honour_stage")
    politics = Text("政审")
    deeds = Text("事迹审核")
    day = Day("日期")
    notes = Text("备注", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from years.needs_year(self.year)
        if not self.honour.strip():
            yield "honour", "请填写评选名称，如最美退役军人"
        if not self.name.strip():
            yield "name", "请填写姓名"
