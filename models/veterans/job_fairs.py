"""Job fairs 招聘会: held when and where, with how many employers and posts, and what came of it."""

from __future__ import annotations

from models.core.record import Count, Day, Record, Text
from models.veterans.plain_rows import PlainRow


class JobFair(PlainRow, Record):
    """One fair for veterans and their families."""

    NOUN = "招聘会"
    NAMED_BY = "name"
    COUNTED = "招聘会"
    REGISTER = "服务保障·招聘会"
    SINCE = ("day",)
    NEEDED = {"day": "请填写举办日期", "name": "请填写招聘会名称"}

    day = Day("举办日期", index=True)
    name = Text("招聘会名称")
    organiser = Text("组织单位")
    place = Text("地点")
    employers = Count("参会企业(家)")
    posts = Count("提供岗位(个)")
    people = Count("参加人数")
    intended = Count("达成意向(人)")
    hired = Count("实现就业(人)")
    notes = Text("备注", long=True)
