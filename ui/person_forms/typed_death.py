"""A day of death 去世日期 that is typed into a file is a death: what follows from it is said before it is saved."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.core.dates import PartDate
from models.people.person import Person
from models.people.state_changes import living_rights
from ui.jobs import messages

DEATH_MEANS = (
    "登记{name}{day}去世？\n\n{rights}变更为“去世”，从下一个月起停发。\n"
    "去世后多发的、应发给遗属的、遗属可以申请的，都在“补助发放”的“身后事”里一件一件办到底。"
)
AFFAIRS_NOW, AFFAIRS_LATER = "登记去世，去办身后事", "登记去世，以后再办"


def ask_death(parent: QWidget, person: Person, died: PartDate) -> bool | None:
    """Whether the officer goes on to the affairs of the death at once; None for going on typing."""
    rights = "、".join(each.category or each.kind for each in living_rights(person))
    words = DEATH_MEANS.format(name=person.name, day=died.chinese(), rights=rights)
    return messages.choose(parent, words, {AFFAIRS_NOW: True, AFFAIRS_LATER: False}, "继续修改")
