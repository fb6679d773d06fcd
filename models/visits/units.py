"""Units of the forces in the district 驻区部队, which the office visits as it visits people."""

from __future__ import annotations

from collections.abc import Iterator

from models.core import citizen_number
from models.core.masks import Secret
from models.core.record import Count, Record, Text
from models.core.words import half_width

UNIT_NAME_IS_PERSONAL = "部队名称中有身份证号。走访个人请选择优抚对象，走访部队只填部队名称"


class Unit(Record):
    """One unit; its name is the public one, as in the register of visits, never a number of the forces' own."""

    NOUN = "驻区部队"
    NAMED_BY = "name"
    TIMELESS = "名录"

    name = Text("部队名称", unique=True)
    station = Text("驻地")
    contact = Text("联系人", secret=Secret.OPEN)
    phone = Text("联系电话", secret=Secret.PHONE)
    strength = Count("走访人数")
    notes = Text("备注", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.name.strip():
            yield "name", "请填写部队名称"
        elif holds_citizen_number(self.name):
            yield "name", UNIT_NAME_IS_PERSONAL
        if self.strength is not None and self.strength < 0:
            yield "strength", "人数不能是负数"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if Unit.select().where(Unit.name == self.name, Unit.id != (self.id or 0)).exists():
            yield "name", f"已登记过“{self.name}”"


def holds_citizen_number(words: str) -> bool:
    """Whether somebody's citizen number stands in the words, where only a unit's name belongs."""
    return citizen_number.SHAPE.search(half_width(words).replace(" ", "").upper()) is not None
