"""Placements 移交安置: who was handed over by the forces in which year, in which way, and where he was placed."""

from __future__ import annotations

from peewee import Check, ForeignKeyField

from models.core.record import Count, Day, Record, Text
from models.people.outsiders import AboutSomebody, Outsider
from models.people.person import Person
from models.veterans.plain_rows import PlainRow


class Placement(AboutSomebody, PlainRow, Record):
    """One veteran of a cohort, from the day on which he reported."""

    NOUN = "移交安置"
    NAMED_BY = "kind"
    COUNTED = "移交安置"
    REGISTER = "服务保障·移交安置"
    SINCE = ("day", "year")
    LATER = {"placed": {"unit": ""}}
    WHOSE = "退役军人"
    NEEDED = {"kind": "请选择安置方式"}
    IN_TURN = ("day", "placed")

    person_id: int | None
    person = ForeignKeyField(Person, backref="placements", null=True, on_delete="RESTRICT")
    outsider_id: int | None
    outsider = ForeignKeyField(Outsider, backref="placements", null=True, on_delete="RESTRICT")
    year = Count("退役年度", index=True)
    kind = Text("安置方式", "placement_kind")
    day = Day("报到日期")
    placed = Day("安置日期")
    unit = Text("安置单位")
    post = Text("岗位")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [Check('("person_id" IS NULL) <> ("outsider_id" IS NULL)')]
