"""Volunteering 志愿服务: which team did what for whom, with how many people."""

from __future__ import annotations

from models.core.record import Count, Day, Record, Text
from models.veterans.plain_rows import PlainRow


class VolunteerService(PlainRow, Record):
    """One time that a team went out."""

    NOUN = "志愿服务"
    NAMED_BY = ("matter", "team")
    COUNTED = "志愿服务"
    REGISTER = "服务保障·志愿服务"
    EXPORTED = "volunteering"
    SINCE = ("day",)
    NEEDED = {"day": "请填写服务日期", "team": "请填写志愿服务队"}

    day = Day("服务日期", index=True)
    team = Text("志愿服务队")
    matter = Text("服务内容")
    place = Text("地点")
    people = Count("参加人数")
    hours = Count("服务时长(小时)")
    served = Count("服务对象(人)")
    notes = Text("备注", long=True)
