"""Grants 待遇: what the office decides of an identity's entitlement beyond its approval and its states."""

from __future__ import annotations

from collections.abc import Iterator

from peewee import ForeignKeyField

from models.core.record import Day, Flag, Record, Text
from models.people.identity import Identity
from models.people.person import Person


class Grant(Record):
    """The office's own decision on one identity: from and until which month, where it differs from the rules."""

    NOUN = "待遇核定"
    NAMED_BY = "begins"
    TIMELESS = "随优抚身份"

    person_id: int
    person = ForeignKeyField(Person, backref="grants", on_delete="RESTRICT")
    identity_id: int
    identity = ForeignKeyField(Identity, backref="grants", unique=True, on_delete="RESTRICT")
    begins = Day("核定起发月份")
    ends = Day("核定止发月份")  # the last month
    cause = Text("死亡原因", "death_cause")
    care = Flag("发给护理费")  # 护理费; null: nobody has decided
    care_begins = Day("护理费起发月份")
    care_ends = Day("护理费止发月份")  # the last month
    basis = Text("依据")

    def rules(self) -> Iterator[tuple[str, str]]:
        for name in ("begins", "ends", "care_begins", "care_ends"):
            if (day := getattr(self, name)) is not None and day.known != 2:
                yield name, "请写到月份，如2021-08"
        if self.begins and self.ends and self.ends.before(self.begins):
            yield "ends", "止发月份早于起发月份"
        if self.care_begins and self.care_ends and self.care_ends.before(self.care_begins):
            yield "care_ends", "护理费止发月份早于起发月份"
        if (self.care_begins or self.care_ends) and not self.care:
            yield "care", "护理费写了起止月份的，请选择发给护理费"
        if (self.begins or self.ends) and not self.basis.strip():
            yield "basis", "请写明核定起止月份的依据"
        elif self.care is not None and not self.basis.strip():
            yield "basis", "请写明核定护理费的依据"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.identity.person_id != self.person_id:
            yield "identity", "所选的优抚身份不是这个人的"


class GradeChange(Record):
    """A disability graded anew 调整残疾等级: what it was before that day, what from then on."""

    NOUN = "等级调整"
    NAMED_BY = "grade"
    SINCE = ("approved",)

    person_id: int
    person = ForeignKeyField(Person, backref="grade_changes", on_delete="RESTRICT")
    identity_id: int
    identity = ForeignKeyField(Identity, backref="grade_changes", on_delete="RESTRICT")
    approved = Day("批准日期")
    grade_before = Text("原等级", "grade")
    nature_before = Text("原性质", "nature")
    grade = Text("新等级", "grade")
    nature = Text("新性质", "nature")
    basis = Text("依据")

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.approved is None or self.approved.known < 2:
            yield "approved", "请填写批准日期"
        for name in ("grade_before", "nature_before", "grade", "nature"):
            if not getattr(self, name):
                yield name, f"请选择{GradeChange.labels()[name]}"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if self.identity.person_id != self.person_id:
            yield "identity", "所选的优抚身份不是这个人的"


def regrade(change: GradeChange) -> None:
    """Grade a disability anew, inside an entry: the identity shows the new grade, the change keeps the old one."""
    change.save()
    later = GradeChange.select().where(
        GradeChange.identity == change.identity_id, GradeChange.approved > change.approved
    )
    if later.exists():
        return  # an older change entered late; the present grade stands
    identity = Identity.get_by_id(change.identity_id)
    identity.grade, identity.nature = change.grade, change.nature
    identity.save()
