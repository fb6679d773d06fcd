"""The yearly confirmation on paper: a route list for each community, the notice, and the list of those to be stopped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlab.lib.units import mm

from models.approvals.confirmations import DAYS_TO_CONFIRM, Confirmation, month_after
from models.archive import opened
from models.core.dates import PartDate, this_day
from models.office import settings
from models.people.listing import identities_of
from models.people.person import Person
from reports.letters.letter_marks import ANNOUNCEMENT
from reports.letters.own_letters import write_own_letter
from reports.paper import plain_pages
from reports.paper.fonts import SERIF
from reports.paper.forms import title
from reports.paper.layout import START, Gaps, Strip
from reports.paper.letters import paragraphs, signature
from reports.paper.sheet import Style
from reports.tables.list_columns import ListColumn, Listing, blank
from reports.tables.register import END, Register


def words_of_state(one: Confirmation) -> str:
    """The state, and that the sixty days are over where they are."""
    return "逾期未停发" if one.overdue(this_day()) else str(one.state)


CONFIRMATION_LIST = Listing(
    Confirmation,
    (
        ListColumn("name", 90, 19, field="person.name"),
        ListColumn("sex", paper=9, field="person.sex"),
        ListColumn("age", 56, 10, heading="年龄", words=lambda one: one.person.age_on(this_day()), order=Person.born, window=END),
        ListColumn("number", paper=36, field="person.number"),
        ListColumn("kinds", paper=34, heading="优抚对象类别"),
        ListColumn("street", 110, field="person.street"),
        ListColumn("community", 120, field="person.community"),
        ListColumn("residence", 240, 48, START, "住址", words=lambda one: one.person.residence or one.person.household_address, order=Person.residence),
        ListColumn("phone", 116, 24, field="person.phone", on_paper=lambda one: one.person.phone or one.person.other_phone),
        ListColumn("notified_on", 96),
        ListColumn("deadline", 96, heading="期限到", order=Confirmation.notified_on),
        ListColumn("state", 96, 15, words=words_of_state, order=Confirmation.state, printed="状态", on_paper=lambda one: one.state),
        ListColumn("way", 80, 16),
        ListColumn("confirmed_on", 96, 20),
        ListColumn("handler", 80),
        ListColumn("photo", 76, words=lambda one: "有" if one.photo else "", order=Confirmation.photo),
        ListColumn("stopped_from", 80, heading="停发自"),
        ListColumn("resumed_from", 80, heading="恢复自"),
        blank("signed", "本人签字(手印)", 24),
        ListColumn("notes", 120, 14, START, hidden=True),
    ),
    first=(
        "state", "name", "age", "street", "community", "residence", "phone", "notified_on", "deadline", "confirmed_on", "way",
    ),
    number=10, counted="人",
)  # fmt: skip
STOP_LIST = CONFIRMATION_LIST.other_paper(
    10,
    {
        "name": 20, "number": 38, "kinds": 40, "place": 46, "notified_on": 24, "deadline": 24, "stops_from": 26, "state": 18,
        "notes": 28,
    },
    ListColumn("place", align=START, heading="街道(镇)、村(社区)", words=lambda one: f"{one.person.street}{one.person.community}"),
    ListColumn("stops_from", heading="从何月起停发", words=lambda one: one.stopped_from or (month_after(one.deadline) if one.deadline else "")),
)  # fmt: skip
ROUTE_SIGNED = ("确认人：", "确认人：", "村(社区)负责人：", "（盖章）")
ANNOUNCEMENT_TEXT = Style(SERIF, 15, 28)


def routes(some: Iterable[Confirmation], practice: bool | None = None) -> list[Register]:
    """A list for each community, in the order in which one goes from door to door."""
    practice = opened.opened_archive().practice if practice is None else practice
    made = []
    for (street, community), group in groupby(some, lambda each: (each.person.street, each.person.community)):
        rows = _with_kinds(list(group))
        place = f"{street}{community}" or "未登记社区"
        head = (f"所属：{place}", f"应确认{len(rows)}人")
        heading = f"{rows[0].year}年度确认走访名单（{place}）"
        made.append(CONFIRMATION_LIST.register(heading, rows, head, practice, ROUTE_SIGNED, 10 * mm))
    return made


def stops(some: Sequence[Confirmation], year: int, practice: bool | None = None) -> Register:
    """Those who are over their sixty days, for the decision to stop."""
    practice = opened.opened_archive().practice if practice is None else practice
    return STOP_LIST.register(f"{year}年度确认逾期停发名单", _with_kinds(some), (), practice)


def write_announcement(year: int, out: Path) -> None:
    """公告: everybody who is paid is asked to be seen, how, and what happens otherwise."""
    if write_own_letter(ANNOUNCEMENT, lambda: {"年度": str(year), "期限": str(DAYS_TO_CONFIRM)}, out):
        return
    plain_pages.write_plain_pages(
        [announcement(year)],
        out,
        f"{year}年度确认公告",
        settings.office().name,
        opened.opened_archive().practice,
    )


def announcement(year: int) -> list[Strip]:
    """What the announcement says."""
    office, today = settings.office().name, this_day()
    text = (
        f"　　{year}年度享受定期抚恤金、定期补助人员的年度确认现在开始。请每位享受待遇的同志在本公告发布之日起{DAYS_TO_CONFIRM}日内，"
        "通过下列任一方式与本单位或者所在街道(镇)、村(社区)退役军人服务站联系确认：",
        "　　一是本人带身份证到服务站见面；二是行动不便的，由工作人员上门；三是在外地的，用视频或者人脸识别确认，"
        "也可以由现住地的单位出具证明。确认时请配合拍摄当年照片。",
        f"　　{DAYS_TO_CONFIRM}日内没有联系的，从下一个月起停发抚恤补助；以后重新确认的，从确认的下一个月起恢复，停发期间的不予补发。",
        "　　本人去世、服刑、户籍迁出或者不再符合条件的，请家属及时告知。冒领的，依法追回并追究责任。",
    )
    strips = [title(f"{year}年度确认公告"), *paragraphs(text, Gaps(), ANNOUNCEMENT_TEXT)]
    return [*strips, signature((office, PartDate.of(today).chinese()), ANNOUNCEMENT_TEXT)]


def _with_kinds(rows: Sequence[Any]) -> Sequence[Any]:
    """Each with ``kinds``, what the person is entitled as, read with one query."""
    held = identities_of([each.person_id for each in rows])
    for each in rows:
        found = held.get(each.person_id, [])
        each.kinds = "、".join(dict.fromkeys(one.category or one.kind for one in found))
    return rows
