"""A public notice 公示: what hung out, where, how long, and what was objected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from peewee import ForeignKeyField

from models.approvals import matters
from models.approvals.approval import FUTURE, Approval
from models.core.dates import PartDate, this_day
from models.core.masks import Secret
from models.core.record import Count, Day, Flag, Paper, Record, Text
from models.office import workdays
from models.office.workdays import Calendar
from models.people.person import Person


class PublicNotice(Record):
    """One notice of one approval. It hangs for whole days: the day after it was put up is the first."""

    NOUN = "公示"
    NAMED_BY = "place"
    SINCE = ("begins",)

    approval_id: int
    approval = ForeignKeyField(Approval, backref="notices", on_delete="RESTRICT")
    person_id: int | None
    person = ForeignKeyField(Person, backref="public_notices", null=True, on_delete="RESTRICT")
    begins = Day("公示开始日期")
    days = Count("公示天数")
    working = Flag("按工作日计算")
    place = Text("公示地点")
    contact = Text("联系电话、地址", secret=Secret.OPEN)
    withheld = Text("不宜公开的内容")
    objected = Flag("是否有异议")
    outcome = Text("公示情况和异议处理结果")
    photo = Paper("公示照片")

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.begins is None or self.begins.known != 3:
            yield "begins", "请填写公示开始日期，要有年月日"
        elif self.begins.earliest() > this_day():
            yield "begins", FUTURE.format(self.begins.chinese())
        if self.days is None or not 1 <= self.days <= 90:
            yield "days", "公示天数应为1至90"
        if self.objected and not self.outcome.strip():
            yield "outcome", "有异议的，请写明怎样处理"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        taken_in = self.approval.accepted_on
        if taken_in and self.begins and self.begins.before(taken_in):
            yield "begins", f"公示早于受理日期{taken_in.chinese()}"

    def ends(self, calendar: Calendar | None = None) -> date:
        """The last day on which it hangs."""
        assert self.begins is not None, "a notice that was saved has begun"
        begun = self.begins.earliest()
        if self.working:
            return (calendar or workdays.calendar()).after(begun, self.days or 0)
        return begun + timedelta(self.days or 0)

    def told(self) -> str:
        """The notice in one sentence, for the form's cell 公示情况."""
        if self.begins is None:
            return ""
        how = "个工作日" if self.working else "日"
        where = f"在{self.place}" if self.place else ""
        span = f"{self.begins.chinese()}至{PartDate.of(self.ends()).chinese()}{where}公示{self.days}{how}"
        said = self.outcome or ("有异议" if self.objected else "无异议" if self.objected is False else "")
        return f"{span}，{said}。" if said else f"{span}。"


def new_notice(approval: Approval) -> PublicNotice:
    """A notice with what is usual for the matter."""
    usual = matters.matter(approval.matter)
    notice = PublicNotice(approval=approval, person=approval.person_id, begins=PartDate.of(this_day()))
    notice.days, notice.working = usual.notice or 7, usual.working
    if approval.person is not None:
        notice.place = "".join((approval.person.street, approval.person.community))
    return notice


def forbids_decision(approval: Approval, day: date) -> str:
    """Why the office may not decide on that day for the sake of the public; empty when it may."""
    usual = matters.matter(approval.matter)
    notices = list(PublicNotice.select().where(PublicNotice.approval == approval))
    if not notices and usual.notice:
        how = "个工作日" if usual.working else "日"
        return f"“{approval.matter}”须先公示{usual.notice}{how}，还没有登记公示"
    for notice in notices:
        if day <= (last := notice.ends()):
            return f"公示到{PartDate.of(last).chinese()}才满，不能在此之前审批"
        if notice.objected is None:
            return "请先在公示中登记有没有异议，再审批"
    return ""
