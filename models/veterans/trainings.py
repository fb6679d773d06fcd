"""Training courses 技能培训: what was taught where and for how long, to how many, and how many found work by it.

What training costs is paid as 技能培训费 and stands among the payments.
"""

from __future__ import annotations

from models.core.record import Count, Day, Record, Text
from models.veterans.plain_rows import PlainRow


class Training(PlainRow, Record):
    """One course."""

    NOUN = "技能培训"
    NAMED_BY = "course"
    COUNTED = "技能培训"
    REGISTER = "服务保障·培训"
    SINCE = ("day",)
    LATER = {"until": {"certified": None, "employed": None}}
    NEEDED = {"day": "请填写开班日期", "course": "请填写培训课程"}
    IN_TURN = ("day", "until")
    AHEAD = ("until",)

    day = Day("开班日期", index=True)
    until = Day("结业日期")
    course = Text("培训课程")
    school = Text("培训机构")
    hours = Count("学时")
    people = Count("参训人数")
    certified = Count("取得证书(人)")
    employed = Count("培训后就业(人)")
    notes = Text("备注", long=True)
