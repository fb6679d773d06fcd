"""Meetings 会议: what was conveyed, studied or decided, before how many."""

from __future__ import annotations

from models.core.masks import Secret
from models.core.record import Count, Day, Record, Text
from models.veterans.plain_rows import PlainRow

STUDY = "传达学习"


class Meeting(PlainRow, Record):
    """One meeting that was held."""

    NOUN = "会议"
    NAMED_BY = "name"
    COUNTED = "会议"
    REGISTER = "服务保障·会议"
    SINCE = ("day",)
    NEEDED = {"day": "请填写会议日期", "name": "请填写会议名称"}

    day = Day("会议日期", index=True)
    name = Text("会议名称")
    kind = Text("会议类型", "meeting_kind")
    organiser = Text("组织单位")
    host = Text("主持人")
    place = Text("地点")
    people = Count("参会人数")
    words = Text("传达、学习和议定的内容")
    document = Text("文件文号", secret=Secret.OPEN)
    notes = Text("备注", long=True)
