"""诉求办理台账: the wishes raised at the door, how long they wait, and what was done."""

from __future__ import annotations

from collections.abc import Iterable

from models.people.outsiders import recipient
from models.visits import wishes
from models.visits.visit import Visit
from reports.tables.register import START, Heading, Register, numbered

HEADINGS = (
    Heading("序号", 11), Heading("走访日期", 22), Heading("姓名(单位)", 26), Heading("街道(镇)", 26), Heading("联系电话", 26),
    Heading("反映的困难诉求", 62, START), Heading("办理情况", 58, START), Heading("办理时限", 22), Heading("已等(天)", 15),
    Heading("办理", 15),
)  # fmt: skip


def register(found: Iterable[Visit], practice: bool = False) -> Register:
    """The register of these wishes, in their order, each with its ``due`` as ``models.visits.wishes.raised`` finds it."""
    lines = []
    for visit in found:
        someone = recipient(visit)
        due = getattr(visit, "due", None)
        waited = "" if visit.done else wishes.age(visit)
        place = (someone.street, someone.phone) if someone is not None else ("", "")
        about = (visit.day, visit.whom, *place, visit.wishes, visit.handling, due, waited)
        lines.append((*about, wishes.state_of(visit, due)))
    return Register("走访诉求办理台账", HEADINGS, numbered(lines), (), "件", practice=practice)
