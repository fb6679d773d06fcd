"""Party work 党建活动: which branch held what, with how many of its members."""

from __future__ import annotations

from models.core.record import Count, Day, Record, Text
from models.veterans.plain_rows import PlainRow


class PartyWork(PlainRow, Record):
    """One meeting, lesson or day of a branch; 主题党日 that belong to 双拥 stand among its activities."""

    NOUN = "党建活动"
    NAMED_BY = ("theme", "kind")
    COUNTED = "党建活动"
    REGISTER = "服务保障·党建"
    EXPORTED = "party_work"
    SINCE = ("day",)
    NEEDED = {"day": "请填写活动日期", "kind": "请选择党建类别"}

    day = Day("活动日期", index=True)
    kind = Text("党建类别", "party_kind")
    branch = Text("党组织")
    theme = Text("主题")
    place = Text("地点")
    people = Count("参加党员(人)")
    veterans = Count("其中退役军人党员(人)")
    notes = Text("备注", long=True)
