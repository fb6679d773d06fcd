"""走访慰问登记表: who was visited, when, with what, and what was asked for.

No official form was found; the columns are the usual ones of practice. Numbers are hidden in part, for the sheet is shown around.
"""

from __future__ import annotations

from collections.abc import Iterable

from models.core import masks
from models.people.outsiders import recipient
from models.visits.visit import Visit
from reports.tables.register import END, START, Heading, Register, numbered

PEOPLE = (
    Heading("序号", 9), Heading("走访日期", 19), Heading("节点", 11), Heading("对象类别", 23), Heading("姓名", 17),
    Heading("身份证号", 34), Heading("街道(镇)", 22), Heading("联系电话", 22), Heading("走访人员", 24, START), Heading("慰问金(元)", 18, END),
    Heading("慰问品", 22, START), Heading("家庭生活状况", 22, START), Heading("反映的困难诉求", 24, START), Heading("处理结果", 20, START),
)  # fmt: skip
UNITS = (
    Heading("序号", 11), Heading("走访日期", 23), Heading("节点", 16), Heading("部队(单位)名称", 52, START), Heading("带队领导", 30),
    Heading("走访人员", 34, START), Heading("慰问品", 46, START), Heading("数量", 15, END), Heading("折价(元)", 24, END), Heading("备注", 26, START),
)  # fmt: skip


def registers(found: Iterable[Visit], practice: bool = False) -> list[Register]:
    """The register of people and that of units; one without rows is left out, unless both are."""
    rows = list(found)
    people = Register(
        "走访慰问登记表",
        PEOPLE,
        numbered([_person(v) for v in rows if not v.unit]),
        (),
        "次",
        9,
        practice=practice,
    )
    units = Register(
        "走访慰问驻区部队登记表",
        UNITS,
        numbered([_unit(v) for v in rows if v.unit]),
        (),
        "次",
        8,
        practice=practice,
    )
    return [each for each in (people, units) if each.rows] or [people]


def _person(visit: Visit) -> tuple[object, ...]:
    someone = recipient(visit)
    assert someone is not None
    number, phone = masks.masked_number(someone.number), someone.phone
    visitors = "、".join(filter(None, (visit.leader, visit.visitors)))
    about = (visit.day, visit.occasion, visit.category, someone.name, number, someone.street, phone)
    return (*about, visitors, visit.money, visit.gifts, visit.circumstances, visit.wishes, visit.handling)


def _unit(visit: Visit) -> tuple[object, ...]:
    about = (visit.day, visit.occasion, visit.unit, visit.leader, visit.visitors)
    return (*about, visit.gifts, visit.gift_count, visit.gift_value, visit.notes)
