"""Preference cards 优待证: who applied, when the card was made, handed out, lost and made anew."""

from __future__ import annotations

from collections.abc import Iterator

from peewee import Check, ForeignKeyField

from models.core.masks import Secret
from models.core.record import Day, Record, Text
from models.core.states import State
from models.people.outsiders import AboutSomebody, Outsider
from models.people.person import Person
from models.veterans.plain_rows import PlainRow

CARD_DAYS = ("day", "made", "handed", "lost", "reissued")


class PreferenceCardState(State):
    """How far a card has come."""

    APPLIED = "已申请"
    MADE = "已制证"
    HANDED = "已发放"
    LOST = "已挂失"


class PreferenceCard(AboutSomebody, PlainRow, Record):
    """One card of one holder, from the application on."""

    NOUN = "优待证"
    NAMED_BY = ("card", "kind")
    COUNTED = "优待证"
    COUNTED_ON = ("day", "made", "handed")
    REGISTER = "服务保障·优待证"
    SINCE = ("day", "made", "handed")
    LATER = {"made": {"card": ""}, "handed": {}, "lost": {}, "reissued": {}}
    WHOSE = "持证人"
    NEEDED = {"kind": "请选择优待证种类"}
    IN_TURN = CARD_DAYS

    person_id: int | None
    person = ForeignKeyField(Person, backref="cards", null=True, on_delete="RESTRICT")
    outsider_id: int | None
    outsider = ForeignKeyField(Outsider, backref="cards", null=True, on_delete="RESTRICT")
    kind = Text("优待证种类", "card_kind")
    day = Day("申请日期", index=True)
    made = Day("制证日期")
    card = Text("优待证编号", secret=Secret.ACCOUNT, digits=True)
    handed = Day("发放日期")
    lost = Day("挂失日期")
    reissued = Day("补领日期")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [Check('("person_id" IS NULL) <> ("outsider_id" IS NULL)')]

    @property
    def state(self) -> PreferenceCardState:
        if self.lost is not None and self.reissued is None:
            return PreferenceCardState.LOST
        if self.handed is not None:
            return PreferenceCardState.HANDED
        return PreferenceCardState.MADE if self.made is not None else PreferenceCardState.APPLIED

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from super().rules()
        if all(getattr(self, name) is None for name in self.COUNTED_ON):
            yield "day", "请填写申请、制证或发放日期"
