"""Figures of what is done for veterans 服务保障: cards, plates, stations, petitions, aid in hardship, placements, work, volunteers, meetings.

A row belongs to the year of the day that the figure speaks of (``of``): a card that was applied for in one year may be handed out
in the next. What has accumulated is counted up to the last day of the year. They are numbered V01, V02 … in the order of the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from peewee import Expression

from models.ledger.briefs import Brief
from models.ledger.years import in_year
from models.payments.payment import Payment
from models.veterans.hardship_aid import HardshipAid
from models.veterans.honour_plates import REPLACED, HonourPlate
from models.veterans.job_fairs import JobFair
from models.veterans.meetings import STUDY, Meeting
from models.veterans.party_work import PartyWork
from models.veterans.petitions import Petition
from models.veterans.placements import Placement
from models.veterans.preference_cards import PreferenceCard
from models.veterans.service_stations import MODEL_STATION, ServiceStation
from models.veterans.trainings import Training
from models.veterans.volunteering import VolunteerService
from models.year.figures.definitions import (
    Definition,
    Measure,
    RegisterSection,
    StandingOn,
    Where,
    distinct,
    people_measure,
    rows_measure,
    total_measure,
)
from models.year.figures.display import YUAN
from models.year.figures.period import up_to

SERVICES_SECTION = "服务保障"
LETTER_WAY, VISIT_WAY = "来信", "来访"
STAR = "星级"
PLACED_WAYS = {
    "assigned": "安排工作", "self_employed": "自主就业", "monthly": "逐月领取退役金", "retired": "退休", "supported": "供养",
    "officers": "转业", "demobilised": "复员",
}  # fmt: skip


def _in_year(day: Any, *more: Any) -> Where:
    return lambda year: (in_year(day, year), *more)


def _by_then(day: Any) -> StandingOn:
    """What there was by a day, whenever it came."""
    return lambda last: (day.is_null(False), up_to(day, last))


def there(*more: Any) -> StandingOn:
    """The stations that stood on a day; one of which no first day is known always stood."""
    since, until = ServiceStation.since, ServiceStation.until
    return lambda last: (up_to(since, last), until.is_null(True) | ~up_to(until, last), *more)


def _paid_as_help(year: int) -> Iterable[Expression]:
    helps = HardshipAid.select(HardshipAid.payment).where(HardshipAid.payment.is_null(False))
    return (Payment.id.in_(helps), in_year(Payment.paid_on, year))


def _reports_of_stations(year: int) -> Iterable[Expression]:
    """Reports that a station of the register handed in."""
    stations = ServiceStation.select(ServiceStation.name).where(ServiceStation.name != "")
    return (in_year(Brief.day, year), Brief.unit.in_(stations))


_figure = RegisterSection(SERVICES_SECTION, "V").figure


def _dated(
    key: str, text: str, unit: str, day: Any, *more: Any, measure: Measure = rows_measure, share_of: str = ""
) -> Definition:
    """What goes by a day of its own, not by that of its kind of record."""
    return _figure(key, text, unit, day.model, _in_year(day, *more), measure, day=day, share_of=share_of)


def _cards(day: Any, key: str, text: str, unit: str = "张") -> Definition:
    return _dated(f"cards.{key}", text, unit, day)


def _placements() -> Iterator[Definition]:
    yield _figure(
        "placements.all",
        "接收移交安置退役军人",
        "人",
        Placement,
        lambda year: (Placement.year == year,),
        people_measure,
    )
    for key, kind in PLACED_WAYS.items():
        of_kind: Where = lambda year, kind=kind: (Placement.year == year, Placement.kind == kind)  # type: ignore[misc]  # noqa: E731
        yield _figure(f"placements.{key}", f"其中{kind}", "人", Placement, of_kind, people_measure)
    yield _dated(
        "placements.arrived", "当年接收移交安置的退役军人", "人", Placement.day, measure=people_measure
    )
    for key, kind in PLACED_WAYS.items():
        arrived = (Placement.day, Placement.kind == kind)
        yield _dated(
            f"placements.arrived_{key}",
            f"当年接收的{kind}",
            "人",
            *arrived,
            measure=people_measure,
            share_of="placements.arrived",
        )
    placed: Where = lambda year: (Placement.year == year, Placement.placed.is_null(False))  # noqa: E731
    yield _figure("placements.placed", "已安置到位", "人", Placement, placed, people_measure)


HOUSEHOLDS = people_measure  # a plate is registered of one of each household
WORKED, FAIRS = _in_year(Training.day), _in_year(JobFair.day)
CARD, PLATE = PreferenceCard, HonourPlate
VETERAN_DEFINITIONS = [
    _cards(CARD.day, "applied", "申请办理优待证", "件"),
    _cards(CARD.made, "made", "制作优待证"),
    _cards(CARD.handed, "handed", "发放优待证"),
    _cards(CARD.lost, "lost", "挂失优待证"),
    _figure("cards.applied_so_far", "累计申请办理优待证", "件", CARD, standing=_by_then(CARD.day)),
    _figure("cards.handed_so_far", "累计发放优待证", "张", CARD, standing=_by_then(CARD.handed)),
    _figure("plates.hung", "悬挂光荣牌的家庭", "户", PLATE, _in_year(PLATE.day, PLATE.reason != REPLACED), HOUSEHOLDS),
    _figure("plates.replaced", "更换光荣牌", "块", PLATE, _in_year(PLATE.day, PLATE.reason == REPLACED)),
    _figure("plates.hung_so_far", "累计悬挂光荣牌的家庭", "户", PLATE, measure=HOUSEHOLDS, standing=_by_then(PLATE.day)),
    _figure("stations.all", "退役军人服务站", "个", ServiceStation, standing=there()),
    _figure("stations.model", "示范型服务站", "个", ServiceStation, standing=there(ServiceStation.standing == MODEL_STATION), share_of="stations.all"),
    _figure("stations.starred", "星级服务站", "个", ServiceStation, standing=there(ServiceStation.standing.contains(STAR)), share_of="stations.all"),
    _figure("stations.rooms", "服务站用房", "间", ServiceStation, measure=total_measure(ServiceStation.rooms), standing=there()),
    _figure("stations.reports", "服务站报送信息", "条", Brief, _reports_of_stations),
    _figure("stations.staff", "服务站工作人员", "人", ServiceStation, measure=total_measure(ServiceStation.staff), standing=there()),
    _figure("petitions.batches", "接待办理信访", "批次", Petition, _in_year(Petition.day)),
    _figure("petitions.people", "信访人次", "人次", Petition, _in_year(Petition.day), total_measure(Petition.people)),
    _figure("petitions.letters", "其中来信", "件", Petition, _in_year(Petition.day, Petition.way == LETTER_WAY)),
    _figure("petitions.visits", "其中来访", "批次", Petition, _in_year(Petition.day, Petition.way == VISIT_WAY)),
    _figure("petitions.done", "当年收到的信访已办结", "批次", Petition, _in_year(Petition.day, Petition.done.is_null(False)), share_of="petitions.batches"),
    _dated("hardship.asked", "受理困难帮扶申请", "件", HardshipAid.day),
    _dated("hardship.people", "帮扶困难退役军人和优抚对象", "人", HardshipAid.helped, measure=people_measure),
    _dated("hardship.times", "实施困难帮扶", "人次", HardshipAid.helped),
    _figure("hardship.money", "发放困难帮扶金", YUAN, Payment, _paid_as_help, total_measure(Payment.amount)),
    _dated("hardship.paired", "结对帮扶", "人", HardshipAid.helped, HardshipAid.helper != "", measure=people_measure),
    *_placements(),
    _figure("work.fairs", "举办退役军人招聘会", "场", JobFair, FAIRS),
    _figure("work.posts", "招聘会提供岗位", "个", JobFair, FAIRS, total_measure(JobFair.posts)),
    _figure("work.hired", "招聘会实现就业", "人", JobFair, FAIRS, total_measure(JobFair.hired)),
    _figure("work.courses", "举办退役军人技能培训", "期", Training, WORKED),
    _figure("work.trained", "参加技能培训", "人次", Training, WORKED, total_measure(Training.people)),
    _figure("work.employed", "培训后就业", "人", Training, WORKED, total_measure(Training.employed)),
    _figure("volunteers.teams", "开展志愿服务的队伍", "支", VolunteerService, _in_year(VolunteerService.day), distinct(VolunteerService.team)),
    _figure("volunteers.times", "开展志愿服务", "次", VolunteerService, _in_year(VolunteerService.day)),
    _figure("volunteers.people", "参加志愿服务", "人次", VolunteerService, _in_year(VolunteerService.day), total_measure(VolunteerService.people)),
    _figure("meetings.held", "召开会议", "次", Meeting, _in_year(Meeting.day)),
    _figure("meetings.study", "其中传达学习", "次", Meeting, _in_year(Meeting.day, Meeting.kind == STUDY), share_of="meetings.held"),
    _figure("party.held", "开展党建活动", "次", PartyWork, _in_year(PartyWork.day)),
]  # fmt: skip
