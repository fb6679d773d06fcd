"""Good news brought to the door 送喜报: which soldier earned what, and who brought it to the family when."""

from __future__ import annotations

from collections.abc import Iterator

from peewee import Check

from models.core.dates import this_day
from models.core.masks import Secret
from models.core.record import Day, Record, Text, Yuan


class GoodNews(Record):
    """One 立功喜报, from when it came to when it was delivered."""

    NOUN = "立功喜报"
    NAMED_BY = "soldier"
    COUNTED = "立功喜报"
    COUNTED_ON = ("received",)
    EXPORTED = "good_news"
    SINCE = ("received",)
    LATER = {"delivered": {}}

    received = Day("收到日期", index=True)
    soldier = Text("立功军人")
    merit = Text("立功受奖", "merit")
    unit = Text("部队")
    family = Text("家属姓名")
    relation = Text("与军人关系")
    street = Text("所属街道(镇)", listed="街道(镇)")
    address = Text("家庭住址")
    phone = Text("联系电话", secret=Secret.PHONE)
    delivered = Day("送达日期")
    bringers = Text("送喜报人员")
    money = Yuan("慰问金(元)")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [Check('"money" IS NULL OR "money" >= 0')]

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.soldier.strip():
            yield "soldier", "请填写立功军人的姓名"
        if not self.merit.strip():
            yield "merit", "请选择立功受奖等次"
        if self.received is None:
            yield "received", "请填写收到喜报的日期"
        for field in ("received", "delivered"):
            day = getattr(self, field)
            if day is not None and day.earliest() > this_day():
                yield field, f"{day.chinese()}还没有到"
        if self.received and self.delivered and self.delivered.before(self.received):
            yield "delivered", "送达日期早于收到日期"
        if self.money is not None and self.money < 0:
            yield "money", "慰问金不能是负数"
