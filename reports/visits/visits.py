"""Visits 走访慰问登记表: who was visited, when, with what, and what was asked for.

No official form was found; the columns are the usual ones of practice. Numbers are hidden in part, for the sheet is shown around.
"""

from __future__ import annotations

from collections.abc import Iterable

from models.visits.visit import Visit
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.recipient_columns import by_recipient, recipient_column
from reports.tables.register import END, START, Register


def whether_done(visit: Visit) -> str:
    """How far a wish has come; nothing where none was raised."""
    return "" if not visit.wishes.strip() else "待办" if visit.waiting else "已办结"


def _visitors(visit: Visit) -> str:
    return "、".join(filter(None, (visit.leader, visit.visitors)))


VISIT_LIST = Listing(
    Visit,
    (
        ListColumn("day", 100, 19),
        ListColumn("occasion", 64, 11, heading="节点"),
        ListColumn("category", 110, 23, hidden=True),
        ListColumn("name", 90, 17, heading="姓名(单位)", printed="姓名", field="whom", order=by_recipient("name", Visit.unit)),
        recipient_column("number", paper=34, masked=True),
        recipient_column("street", 110, 22),
        recipient_column("phone", paper=22),
        ListColumn("leader", 90, hidden=True),
        ListColumn("visitors", 130, 24, START, on_paper=_visitors),
        ListColumn("money", 90, 18, END, "慰问金", printed="慰问金(元)", summed=True),
        ListColumn("gifts", 170, 22, START),
        ListColumn("gift_value", 90, 0, END, "折价", printed="折价(元)", summed=True),
        ListColumn("circumstances", 170, 22, START),
        ListColumn("wishes", 170, 24, START, "困难诉求", printed="反映的困难诉求"),
        ListColumn("done", 70, heading="办理", words=whether_done, order=Visit.done),
        ListColumn("handling", 170, 20, START, printed="处理结果", hidden=True),
        ListColumn("notes", 120, 0, START, hidden=True),
    ),
    first=("day", "name", "street"), number=9, money="money", counted="次",
)  # fmt: skip
UNIT_VISIT_LIST = VISIT_LIST.other_paper(
    11,
    {
        "day": 23, "occasion": 16, "unit": 52, "leader": 30, "visitors": 34, "gifts": 46, "gift_count": 15, "gift_value": 24,
        "notes": 26,
    },
    ListColumn("unit", align=START), ListColumn("visitors", align=START), ListColumn("gift_count", align=END, heading="数量"),
    money="gift_value",
)  # fmt: skip


def registers(found: Iterable[Visit], practice: bool = False) -> list[Register]:
    """The register of people and that of units; one without rows is left out, unless both are."""
    rows = list(found)
    people = VISIT_LIST.register("走访慰问登记表", [v for v in rows if not v.unit], practice=practice)
    units = UNIT_VISIT_LIST.register("走访慰问驻区部队登记表", [v for v in rows if v.unit], practice=practice)
    return [each for each in (people, units) if each.rows] or [people]
