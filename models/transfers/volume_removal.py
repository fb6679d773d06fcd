"""Removals of volumes 案卷移出、销毁: which volume left the room for good, when, on whose approval; the record stays for ever.

Destroying asks for an appraisal, an approval and two who watch; the register of it is kept for ever (伤残抚恤人员档案管理办法, 机关档案管理规定).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from peewee import ForeignKeyField

from models.core.dates import this_day
from models.core.masks import Secret
from models.core.record import Day, Record, Text
from models.core.rights import PAPERS
from models.people.person import Person
from models.people.search import find_people

if TYPE_CHECKING:
    from peewee import ModelSelect

DESTROYED, MOVED_AWAY = "销毁", "移出"
REMOVAL_WAYS = (MOVED_AWAY, DESTROYED)


class VolumeRemoval(Record):
    """The volume of one person as it was destroyed or moved out."""

    NOUN = "案卷移出销毁"
    NAMED_BY = ("way", "day")
    SINCE = ("day",)
    RIGHT = PAPERS

    person_id: int
    person = ForeignKeyField(Person, backref="removals", on_delete="RESTRICT")
    way = Text("去向")
    day = Day("移出销毁日期", index=True)
    approved_by = Text("批准人")
    document = Text("批准文号", secret=Secret.OPEN)
    receiver = Text("接收单位")
    handled_by = Text("经办人、监销人")
    reason = Text("原因", long=True)

    @property
    def words(self) -> str:
        """What a volume says of it: 2020年3月1日销毁（批准人：张三）."""
        on = self.day.chinese() if self.day is not None else ""
        to = f"，{self.receiver}" if self.receiver else ""
        paper = f"，{self.document}" if self.document else ""
        return f"{on}{self.way}{to}（批准人：{self.approved_by}{paper}）"

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.way not in REMOVAL_WAYS:
            yield "way", "请选择是移出还是销毁"
        if self.day is None:
            yield "day", "请填写移出或销毁的日期"
        elif self.day.earliest() > this_day():
            yield "day", f"日期{self.day.chinese()}还没有到，请在办完以后登记"
        if not self.approved_by.strip():
            yield "approved_by", "请填写批准人：案卷未经批准不得移出或销毁"
        if self.way == MOVED_AWAY and not self.receiver.strip():
            yield "receiver", "请填写移到哪个单位"
        if self.way == DESTROYED and not self.handled_by.strip():
            yield "handled_by", "请填写监销人（应有两人）"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        before = removals().where(
            VolumeRemoval.person == self.person_id,
            VolumeRemoval.way == DESTROYED,
            VolumeRemoval.id != (self.id or 0),
        )
        if (gone := before.first()) is not None:
            yield "day", f"{self.person.name}的案卷已登记为{gone.words}，不能再登记移出或销毁"


def removals(words: str = "", way: str = "") -> ModelSelect[VolumeRemoval]:
    """The removals with their people, the latest first: of those whom the words find, of one way or of both."""
    query = VolumeRemoval.select(VolumeRemoval, Person).join(Person)
    if words:
        query = query.where(VolumeRemoval.person.in_(find_people(words).select(Person.id).order_by()))
    if way:
        query = query.where(VolumeRemoval.way == way)
    return query.order_by(VolumeRemoval.day.desc(), VolumeRemoval.id.desc())


def removals_of(person: Person) -> ModelSelect[VolumeRemoval]:
    """What became of one person's volume, the first thing first."""
    return (
        VolumeRemoval.select()
        .where(VolumeRemoval.person == person)
        .order_by(VolumeRemoval.day, VolumeRemoval.id)
    )


def remove_volumes(removal: VolumeRemoval, people: Iterable[Person]) -> None:
    """Write the same removal of each of these people's volumes, inside an entry."""
    for person in people:
        facts = {
            name: value for name, value in removal.__data__.items() if name not in ("id", "uid", "person")
        }
        VolumeRemoval(**facts, person=person).save()


def destroyed_volumes() -> set[int]:
    """The ids of the people whose volumes are no more."""
    gone = VolumeRemoval.select(VolumeRemoval.person).where(VolumeRemoval.way == DESTROYED)
    return {each.person_id for each in gone.iterator()}
