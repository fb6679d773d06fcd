"""Services 优待办理: school places, settlement of those who left the forces."""

from __future__ import annotations

from collections.abc import Iterator

from models.core.masks import Secret
from models.core.record import Day, Record, Text
from models.ledger import years

SCHOOL_PLACE, VETERAN_SETTLED = "军人子女入学", "接收安置退役军人"


class Service(Record):
    """One matter that was arranged for somebody, who need not have a file."""

    NOUN = "优待办理"
    NAMED_BY = "matter"
    COUNTED = "优待办理"
    REGISTER = "双拥台账·优待办理"
    SINCE = ("day",)

    day = Day("日期", index=True)
    matter = Text("事项", "service_matter")
    name = Text("姓名")
    number = Text("身份证号", secret=Secret.NUMBER, digits=True)
    result = Text("结果")
    notes = Text("备注", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from years.needs_day(self, self.day)
        if not self.matter.strip():
            yield "matter", "请填写事项"
        if not self.name.strip():
            yield "name", "请填写姓名"
