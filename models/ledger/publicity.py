"""Publicity 宣传: signs, banners, screens, magazines taken."""

from __future__ import annotations

from collections.abc import Iterator

from peewee import Check

from models.core.record import Count, Day, Record, Text
from models.ledger import years

PUBLICITY_SIGN, PUBLICITY_BANNER, PUBLICITY_SCREEN = "双拥宣传牌", "横幅", "LED屏"
SHUANGYONG, VETERANS = "订阅《中国双拥》", "订阅《中国退役军人》"


class Publicity(Record):
    """So many pieces of one form that a unit put up, showed or subscribed to."""

    NOUN = "双拥宣传"
    NAMED_BY = "form"
    COUNTED = "双拥宣传"
    REGISTER = "双拥台账·宣传"
    EXPORTED = "publicity"
    SINCE = ("day",)

    day = Day("日期", index=True)
    form = Text("宣传形式", "publicity_form")
    unit = Text("单位")
    quantity = Count("数量")
    measure = Text("计量单位")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [Check('"quantity" > 0')]

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from years.needs_day(self, self.day)
        if not self.form.strip():
            yield "form", "请填写宣传形式"
        if self.quantity is None or self.quantity <= 0:
            yield "quantity", "数量应大于0"
