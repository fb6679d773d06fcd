"""诉求办理台账: the wishes raised at the door, how long they wait, and what was done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from models.visits import wishes
from models.visits.visit import Visit
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.recipient_columns import by_recipient, recipient_column
from reports.tables.register import END, START, Register


def _waited(visit: Visit) -> object:
    return "" if visit.done else wishes.age(visit)


def _state(visit: Any) -> str:
    return wishes.wish_state_of(visit, visit.due)


WISH_LIST = Listing(
    Visit,
    (
        ListColumn("day", 96, 22),
        ListColumn("name", 96, 26, heading="姓名(单位)", field="whom", order=by_recipient("name", Visit.unit)),
        recipient_column("street", 104, 26),
        recipient_column("phone", 110, 26, hidden=True, order=None),
        ListColumn("wishes", 230, 62, START),
        ListColumn("handling", 210, 58, START, "最近办理情况", printed="办理情况"),
        ListColumn("due", 96, 22, heading="办理时限"),
        ListColumn("age", 76, 15, heading="已等(天)", words=_waited, window=END),
        ListColumn("state", 70, 15, heading="办理", words=_state, order=Visit.done),
    ),
    first=("age", "day", "name", "street", "wishes", "state", "handling", "due"), number=11, counted="件",
)  # fmt: skip


def wishes_register(found: Iterable[Visit], practice: bool = False) -> Register:
    """The register of these wishes, in their order, each with its ``due`` as ``models.visits.wishes.raised`` finds it."""
    return WISH_LIST.register("走访诉求办理台账", found, practice=practice)
