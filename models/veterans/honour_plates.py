"""Plates of honour 光荣牌: at whose house one hangs since when, and when it was replaced."""

from __future__ import annotations

from peewee import Check, ForeignKeyField

from models.core.record import Day, Record, Text
from models.people.outsiders import AboutSomebody, Outsider
from models.people.person import Person
from models.veterans.plain_rows import PlainRow

REPLACED = "更换"


class HonourPlate(AboutSomebody, PlainRow, Record):
    """One plate that was hung up at a household, the first or another in its place."""

    NOUN = "光荣牌"
    NAMED_BY = "reason"
    COUNTED = "光荣牌"
    REGISTER = "服务保障·光荣牌"
    SINCE = ("day",)
    LATER = {"taken": {"taken_for": ""}}
    WHOSE = "悬挂家庭的对象"
    NEEDED = {"day": "请填写悬挂日期"}
    IN_TURN = ("day", "taken")

    person_id: int | None
    person = ForeignKeyField(Person, backref="plates", null=True, on_delete="RESTRICT")
    outsider_id: int | None
    outsider = ForeignKeyField(Outsider, backref="plates", null=True, on_delete="RESTRICT")
    day = Day("悬挂日期", index=True)
    reason = Text("悬挂事由", "plate_reason")
    place = Text("悬挂地址")
    bringers = Text("上门人员")
    taken = Day("收回日期")
    taken_for = Text("收回原因")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [Check('("person_id" IS NULL) <> ("outsider_id" IS NULL)')]
