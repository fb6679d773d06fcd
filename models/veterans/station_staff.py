"""Staff of service stations 服务站人员: who works where, since when."""

from __future__ import annotations

from models.core.masks import Secret
from models.core.record import Day, Flag, Record, Text
from models.veterans.plain_rows import PlainRow


class StationWorker(PlainRow, Record):
    """One worker of one station."""

    NOUN = "服务站人员"
    NAMED_BY = "name"
    COUNTED = "服务站人员"
    COUNTED_ON = ("since",)
    REGISTER = "服务保障·服务站人员"
    EXPORTED = "station_staff"
    SINCE = ("since",)
    LATER = {"until": {}}
    NEEDED = {"station": "请填写服务站名称", "name": "请填写姓名"}
    IN_TURN = ("since", "until")

    station = Text("服务站", index=True)
    name = Text("姓名", personal=True)
    post = Text("岗位")
    veteran = Flag("是否退役军人")
    party = Flag("是否党员")
    phone = Text("联系电话", secret=Secret.PHONE)
    since = Day("到岗日期")
    until = Day("离岗日期")
    notes = Text("备注", long=True)
