"""Service stations 退役军人服务站(中心): where there is one, of which level and standing, and how it is staffed."""

from __future__ import annotations

from models.core.masks import Secret
from models.core.record import Count, Day, Record, Text
from models.ledger.briefs import Brief
from models.veterans.plain_rows import PlainRow

MODEL_STATION = "示范型"


class ServiceStation(PlainRow, Record):
    """One station as it stands."""

    NOUN = "服务站"
    NAMED_BY = "name"
    COUNTED = "服务站"
    COUNTED_ON = ("since",)
    REGISTER = "服务保障·服务站"
    SINCE = ("since",)
    LATER = {"until": {}}
    NEEDED = {"name": "请填写服务站名称，如总寨镇退役军人服务站"}
    IN_TURN = ("since", "until")

    name = Text("服务站名称")
    level = Text("层级", "station_level")
    street = Text("所属街道(镇)", listed="街道(镇)")
    address = Text("地址")
    standing = Text("星级(示范型)", "station_standing")
    leader = Text("负责人")
    phone = Text("联系电话", secret=Secret.PHONE)
    staff = Count("工作人员(人)")
    rooms = Count("用房(间)")
    area = Count("面积(平方米)")
    since = Day("成立日期")
    until = Day("撤销日期")
    notes = Text("备注", long=True)

    @property
    def reports(self) -> int:
        """How many reports it handed in 上报信息, as the register of reports has them."""
        return Brief.select().where(Brief.unit == self.name).count() if self.name else 0
