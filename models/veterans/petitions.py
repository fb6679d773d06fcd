"""Petitions 信访: who wrote or came with how many, about what, who handled it, and in how many days."""

from __future__ import annotations

from peewee import Check, ForeignKeyField

from models.core.dates import this_day
from models.core.record import Count, Day, Record, Text
from models.core.states import State
from models.people.outsiders import AboutSomebody, Outsider
from models.people.person import Person
from models.veterans.plain_rows import PlainRow


class PetitionState(State):
    """What became of a petition."""

    OPEN = "办理中"
    OVERDUE = "已超期"
    DONE = "已办结"


class Petition(AboutSomebody, PlainRow, Record):
    """One batch 批次: a letter, a call or a visit of one or of several, told by the one who spoke."""

    NOUN = "信访"
    NAMED_BY = "matter"
    COUNTED = "信访"
    REGISTER = "服务保障·信访"
    SINCE = ("day",)
    LATER = {"done": {"outcome": ""}}
    WHOSE = "信访人(代表)"
    NEEDED = {"day": "请填写收到日期", "way": "请选择信访方式", "matter": "请填写反映事项"}
    IN_TURN = ("day", "done")

    person_id: int | None
    person = ForeignKeyField(Person, backref="petitions", null=True, on_delete="RESTRICT")
    outsider_id: int | None
    outsider = ForeignKeyField(Outsider, backref="petitions", null=True, on_delete="RESTRICT")
    day = Day("收到日期", index=True)
    way = Text("信访方式", "petition_way")
    people = Count("人数", default=1)
    matter = Text("反映事项")
    handler = Text("承办人")
    due = Day("办结期限")
    done = Day("办结日期")
    outcome = Text("处理结果")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [Check('("person_id" IS NULL) <> ("outsider_id" IS NULL)')]

    @property
    def state(self) -> PetitionState:
        if self.done is not None:
            return PetitionState.DONE
        late = self.due is not None and self.due.latest() < this_day()
        return PetitionState.OVERDUE if late else PetitionState.OPEN

    @property
    def days(self) -> int | None:
        """In how many days it was handled, where both days are wholly known."""
        if self.day is None or self.done is None or not (self.day.day and self.done.day):
            return None
        return (self.done.earliest() - self.day.earliest()).days
