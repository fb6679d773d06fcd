"""The yearly confirmation on paper: a route list for each community, the notice, and the list of those to be stopped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from reportlab.lib.units import mm

from models.approvals.confirmations import DAYS, Confirmation, month_after
from models.archive import opened
from models.core.dates import PartDate
from models.office import settings
from models.people.listing import identities_of
from reports.paper import plain_pages
from reports.paper.fonts import SERIF
from reports.paper.forms import title
from reports.paper.layout import START, Gaps, Strip
from reports.paper.letters import paragraphs, signature
from reports.paper.sheet import Style
from reports.tables.register import Heading, Register, numbered

ROUTE = (
    Heading("序号", 10), Heading("姓名", 19), Heading("性别", 9), Heading("年龄", 10), Heading("身份证号", 36),
    Heading("优抚对象类别", 34), Heading("住址", 48, START), Heading("联系电话", 24), Heading("状态", 15),
    Heading("确认方式", 16), Heading("确认日期", 20), Heading("本人签字(手印)", 24), Heading("备注", 14, START),
)  # fmt: skip
ROUTE_SIGNED = ("确认人：", "确认人：", "村（社区）负责人：", "（盖章）")
STOP = (
    Heading("序号", 10), Heading("姓名", 20), Heading("身份证号", 38), Heading("优抚对象类别", 40),
    Heading("街道(镇)、村(社区)", 46, START), Heading("通知日期", 24), Heading("期限到", 24), Heading("从何月起停发", 26),
    Heading("状态", 18), Heading("备注", 28, START),
)  # fmt: skip
TEXT = Style(SERIF, 15, 28)


def routes(some: Iterable[Confirmation], practice: bool | None = None) -> list[Register]:
    """A list for each community, in the order in which one goes from door to door."""
    practice = opened.current().practice if practice is None else practice
    made = []
    for (street, community), group in groupby(some, lambda each: (each.person.street, each.person.community)):
        rows = list(group)
        place = f"{street}{community}" or "未登记社区"
        head = (f"所属：{place}", f"应确认{len(rows)}人")
        heading = f"{rows[0].year}年度确认走访名单（{place}）"
        made.append(
            Register(
                heading, ROUTE, numbered(_route_rows(rows)), head, "人", None, ROUTE_SIGNED, 10 * mm, practice
            )
        )
    return made


def stops(some: Sequence[Confirmation], year: int, practice: bool | None = None) -> Register:
    """Those who are over their sixty days, for the decision to stop."""
    practice = opened.current().practice if practice is None else practice
    kinds = _kinds(some)
    rows = [
        (
            each.person.name, each.person.number, kinds[each.person_id], f"{each.person.street}{each.person.community}",
            each.notified_on, each.deadline, each.stopped_from or (month_after(each.deadline) if each.deadline else ""), each.state, each.notes,
        )
        for each in some
    ]  # fmt: skip
    return Register(f"{year}年度确认逾期停发名单", STOP, numbered(rows), (), "人", practice=practice)


def write_notice(year: int, out: Path) -> None:
    """公告: everybody who is paid is asked to be seen, how, and what happens otherwise."""
    plain_pages.write(
        [_notice(year)], out, f"{year}年度确认公告", settings.office().name, opened.current().practice
    )


def _notice(year: int) -> list[Strip]:
    office, today = settings.office().name, date.today()
    text = (
        f"　　{year}年度享受定期抚恤金、定期补助人员的年度确认现在开始。请每位享受待遇的同志在本公告发布之日起{DAYS}日内，"
        "通过下列任一方式与本单位或者所在街道（镇）、村（社区）退役军人服务站联系确认：",
        "　　一是本人带身份证到服务站见面；二是行动不便的，由工作人员上门；三是在外地的，用视频或者人脸识别确认，"
        "也可以由现住地的单位出具证明。确认时请配合拍摄当年照片。",
        f"　　{DAYS}日内没有联系的，从下一个月起停发抚恤补助；以后重新确认的，从确认的下一个月起恢复，停发期间的不予补发。",
        "　　本人去世、服刑、户籍迁出或者不再符合条件的，请家属及时告知。冒领的，依法追回并追究责任。",
    )
    strips = [title(f"{year}年度确认公告"), *paragraphs(text, Gaps(), TEXT)]
    return [*strips, signature((office, PartDate.of(today).chinese()), TEXT)]


def _route_rows(rows: Sequence[Confirmation]) -> list[tuple[object, ...]]:
    kinds, today = _kinds(rows), date.today()
    return [
        (
            each.person.name, each.person.sex, each.person.age_on(today), each.person.number, kinds[each.person_id],
            each.person.residence or each.person.household_address, each.person.phone or each.person.other_phone,
            each.state, each.way, each.confirmed_on, "", each.notes,
        )
        for each in rows
    ]  # fmt: skip


def _kinds(rows: Sequence[Confirmation]) -> dict[int, str]:
    held = identities_of([each.person_id for each in rows])
    return {
        each.person_id: "、".join(
            dict.fromkeys(one.category or one.kind for one in held.get(each.person_id, []))
        )
        for each in rows
    }
