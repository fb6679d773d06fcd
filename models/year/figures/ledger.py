"""Figures of the ledger 双拥工作台账 (F01–F08, F13, F18–F23, F34, F35, F52, F54–F57) and of the files (F29).

A record belongs to the year of its day; a choice of honours to the year that it says.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from peewee import Expression, fn

from models.core.dates import PartDate
from models.core.journal import Entry
from models.core.past_day import past_day
from models.ledger import activities, briefs, honours, publicity, services
from models.ledger.activities import Activity
from models.ledger.briefs import Brief
from models.ledger.honours import Honour
from models.ledger.publicity import Publicity
from models.ledger.services import Service
from models.ledger.years import in_year
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.people.identity import Identity
from models.people.person import Person
from models.visits.visit import Visit
from models.year.figures.definitions import Definition, Where, total_measure
from models.year.figures.display import DISPLAY_FLOOR, Display

SPRING, AUGUST, HEADLINES = "春节", "八一", "头条"


def where(model: Any, *conditions: Any) -> Where:
    """The records of a year that fulfil these conditions."""
    return lambda year: (in_year(model.day, year), *conditions)


NO_PERSON = 1 << 62  # no id is higher


def on_file(year: int) -> Iterable[Expression]:
    """Everybody on file by the end of a year: who has a right that was approved by then, or of which nobody knows the day.

    There are files since there is work of the office on record; before its first year nobody had one.
    """
    last_day = PartDate(year, 12, 31)
    known = Identity.select(Identity.person)
    by_then = known.where(Identity.approved.is_null(True) | (Identity.approved <= last_day))
    there = Person.id.in_(by_then) | Person.id.not_in(known)
    return (there, Person.id > (0 if first_year_of_work() <= year else NO_PERSON))


def first_year_of_work() -> int:
    """The year of the first visit, payment or medical case on record.

    Where there is none yet, any year will do, for nothing tells when the work began; but by a past day it had not begun before the journal.
    """
    days: list[Any] = [Visit.day, Payment.paid_on, Payment.month, MedicalCase.day]
    told = [day.model.select(fn.MIN(day).coerce(False)).scalar() for day in days]
    if past_day() is not None:
        told.append(Entry.select(fn.MIN(Entry.at)).scalar())
    first = min(filter(None, told), default=None)
    return int(first[:4]) if first else 0


def proposed(year: int) -> Iterable[Expression]:
    return (
        Honour.year == year,
        Honour.honour.contains(honours.MODEL_VETERAN),
        Honour.stage == honours.FIRST_ROUND,
    )


def forms(*names: str) -> Where:
    return where(Publicity, Publicity.form.in_(names))


def kind(name: str) -> Where:
    return where(Brief, Brief.kind == name)


def held_matter(name: str) -> Where:
    return where(Activity, Activity.kind == name)


IN_HEADLINES = (Brief.channel == "") | Brief.channel.contains(HEADLINES)  # other new media are no 今日头条
IN_SPRING = where(Activity, Activity.kind == activities.COMFORT, Activity.theme.contains(SPRING))
TENS, HUNDREDS = Display(DISPLAY_FLOOR, Decimal(10)), Display(DISPLAY_FLOOR, Decimal(100))
PUBLICITY_SECTION, BASE_SECTION, HONOURS_SECTION, POLICY_SECTION = (
    "宣传教育",
    "基层双拥",
    "褒扬纪念",
    "政策落实",
)
PIECES = total_measure(Publicity.quantity)
LEDGER_DEFINITIONS = [
    Definition("files.persons", "F29", POLICY_SECTION, "建立一人一档的重点优抚对象", "名", Person, on_file),
    Definition("publicity.signs", "F01", PUBLICITY_SECTION, "制作双拥宣传牌", "块", Publicity, forms(publicity.PUBLICITY_SIGN), PIECES, TENS),
    Definition("publicity.banners", "F02", PUBLICITY_SECTION, "悬挂横幅、LED屏滚动播放双拥信息", "条", Publicity, forms(publicity.PUBLICITY_BANNER, publicity.PUBLICITY_SCREEN), PIECES, TENS),
    Definition("publicity.magazine_shuangyong", "F03", PUBLICITY_SECTION, "订阅《中国双拥》", "份", Publicity, forms(publicity.SHUANGYONG), PIECES),
    Definition("publicity.magazine_veterans", "F04", PUBLICITY_SECTION, "订阅《中国退役军人》", "份", Publicity, forms(publicity.VETERANS), PIECES),
    Definition("publicity.reports_to_city", "F05", PUBLICITY_SECTION, "向市双拥办报送双拥信息", "条", Brief, kind(briefs.TO_CITY), display=TENS),
    Definition("publicity.newspapers", "F06", PUBLICITY_SECTION, "省、市级报刊刊登信息", "条", Brief, kind(briefs.NEWSPAPER)),
    Definition("publicity.television", "F07", PUBLICITY_SECTION, "市级电视台播报信息", "期", Brief, kind(briefs.TELEVISION)),
    Definition("publicity.toutiao", "F08", PUBLICITY_SECTION, "今日头条发布双拥优抚信息", "条", Brief, where(Brief, Brief.kind == briefs.NEW_MEDIA, IN_HEADLINES)),
    Definition("activities.scrolls", "F13", "走访慰问", "书写赠送春联和书法作品", "幅", Activity, where(Activity), total_measure(Activity.scrolls), TENS),
    Definition("activities.spring_events", "F18", BASE_SECTION, "春节主题慰问活动", "场", Activity, IN_SPRING),
    Definition("activities.spring_books", "F19", BASE_SECTION, "春节慰问活动赠送图书", "册", Activity, IN_SPRING, total_measure(Activity.books), TENS),
    Definition("activities.community_events", "F20", BASE_SECTION, "社区文化慰问活动", "场", Activity, held_matter(activities.COMMUNITY)),
    Definition("activities.community_books", "F21", BASE_SECTION, "社区文化慰问活动赠送图书", "册", Activity, held_matter(activities.COMMUNITY), total_measure(Activity.books), TENS),
    Definition("activities.party_day_people", "F22", BASE_SECTION, "参加主题党日活动的党员", "名", Activity, held_matter(activities.PARTY_DAY), total_measure(Activity.people)),
    Definition("activities.august_events", "F23", BASE_SECTION, "“八一”系列活动", "场", Activity, where(Activity, Activity.theme.contains(AUGUST))),
    Definition("services.school_places", "F34", POLICY_SECTION, "协调现役军人子女入学", "名", Service, where(Service, Service.matter == services.SCHOOL_PLACE)),
    Definition("services.settled", "F35", POLICY_SECTION, "接收安置退役军人", "人", Service, where(Service, Service.matter == services.VETERAN_SETTLED)),
    Definition("honours.model_candidates", "F52", HONOURS_SECTION, "“最美退役军人”初选对象", "名", Honour, proposed),
    Definition("honours.memorial_units", "F54", HONOURS_SECTION, "参与网上祭英烈的机关事业单位", "家", Activity, held_matter(activities.MEMORIAL), total_measure(Activity.units)),
    Definition("honours.memorial_stations", "F55", HONOURS_SECTION, "参与网上祭英烈的退役军人服务站", "个", Activity, held_matter(activities.MEMORIAL), total_measure(Activity.stations)),
    Definition("honours.memorial_people", "F56", HONOURS_SECTION, "参与网上祭英烈的人数", "人", Activity, held_matter(activities.MEMORIAL), total_measure(Activity.people), HUNDREDS),
    Definition("honours.memorial_briefs", "F57", HONOURS_SECTION, "报送活动简报", "篇", Brief, kind(briefs.ACTIVITY)),
]  # fmt: skip
