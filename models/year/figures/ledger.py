"""Figures of the ledger 双拥工作台账: publicity, reports, services, honours (F01–F08, F34, F35, F52, F53, F57).

A record belongs to the year of its day; a choice of honours to the year that it says.
"""

from __future__ import annotations

from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any

from peewee import Field

from models.ledger import briefs, honours, publicity, services
from models.ledger.briefs import Brief
from models.ledger.good_news import GoodNews
from models.ledger.honours import Honour
from models.ledger.publicity import Publicity
from models.ledger.services import Service
from models.ledger.years import in_year
from models.payments.payment import Payment
from models.year.figures.definitions import (
    Counted,
    Definition,
    Where,
    distinct,
    people_measure,
    total_measure,
)
from models.year.figures.display import DISPLAY_FLOOR, YUAN, Display
from models.year.figures.memorials import ever_reached
from models.year.figures.money import told_good_news

CENTRAL, ABOVE_CITY = ("人民日报", "解放军报", "新华", "中央", "央视", "中国", "CCTV"), ("省", "青海", "卫视")
HEADLINES, OF_CITY_WORD = "头条", "市"
NOT_DONE = ("未", "不符", "不能", "无法", "没有", "待", "办理中", "协调中")


def where(model: Any, *conditions: Any) -> Where:
    """The records of a year that fulfil these conditions."""
    return lambda year: (in_year(model.day, year), *conditions)


def one_of(field: Field, words: tuple[str, ...]) -> Any:
    """A field that has one of these words."""
    return reduce(or_, (field.contains(each) for each in words))


def forms(*names: str) -> Where:
    return where(Publicity, Publicity.form.in_(names))


def kind(name: str, *conditions: Any) -> Where:
    return where(Brief, Brief.kind == name, *conditions)


def through(condition: Any) -> Any:
    """Reports through a channel, or through none that is named: then that which their kind has."""
    return (Brief.channel == "") | condition


def arranged(matter: str) -> Where:
    """Matters that came to their end: a result that says otherwise is none."""
    return where(Service, Service.matter == matter, ~one_of(Service.result, NOT_DONE))


def delivered(*conditions: Any) -> Where:
    """Good news that was brought to the door in a year."""
    return lambda year: (in_year(GoodNews.delivered, year), *conditions)


SENT_TO_CITY = through(Brief.channel.contains(OF_CITY_WORD))
BELOW_CENTRAL = through(~one_of(Brief.channel, CENTRAL))
OF_CITY = through(~one_of(Brief.channel, (*CENTRAL, *ABOVE_CITY)))
IN_HEADLINES = through(Brief.channel.contains(HEADLINES))  # other new media are no 今日头条
CHANNELS = {
    briefs.TO_CITY: SENT_TO_CITY, briefs.NEWSPAPER: BELOW_CENTRAL, briefs.TELEVISION: OF_CITY, briefs.NEW_MEDIA: IN_HEADLINES,
}  # fmt: skip
OTHER_CHANNELS = where(
    Brief,
    Brief.kind.in_(tuple(CHANNELS)),
    ~reduce(or_, ((Brief.kind == name) & condition for name, condition in CHANNELS.items())),
)
LEDGER_TENS = Display(DISPLAY_FLOOR, Decimal(10))
PUBLICITY_SECTION, HONOURS_SECTION, POLICY_SECTION = "宣传教育", "褒扬纪念", "政策落实"
PIECES = total_measure(Publicity.quantity)
REPORTED_FAMILIES = distinct(GoodNews.soldier.concat("／").concat(GoodNews.street))
LEDGER_DEFINITIONS = [
    Definition("publicity.signs", "F01", PUBLICITY_SECTION, "制作双拥宣传牌", "块", Publicity, forms(publicity.PUBLICITY_SIGN), PIECES, LEDGER_TENS),
    Definition("publicity.banners", "F02", PUBLICITY_SECTION, "悬挂横幅、LED屏滚动播放双拥信息", "条", Publicity, forms(publicity.PUBLICITY_BANNER, publicity.PUBLICITY_SCREEN), PIECES, LEDGER_TENS),
    Definition("publicity.cloth", "F02a", PUBLICITY_SECTION, "悬挂双拥横幅", "条", Publicity, forms(publicity.PUBLICITY_BANNER), PIECES, LEDGER_TENS),
    Definition("publicity.screens", "F02b", PUBLICITY_SECTION, "LED屏滚动播放双拥信息", "条", Publicity, forms(publicity.PUBLICITY_SCREEN), PIECES, LEDGER_TENS),
    Definition("publicity.magazine_shuangyong", "F03", PUBLICITY_SECTION, "订阅《中国双拥》", "份", Publicity, forms(publicity.SHUANGYONG), PIECES),
    Definition("publicity.magazine_veterans", "F04", PUBLICITY_SECTION, "订阅《中国退役军人》", "份", Publicity, forms(publicity.VETERANS), PIECES),
    Definition("publicity.reports_to_city", "F05", PUBLICITY_SECTION, "向市双拥办报送双拥信息", "条", Brief, kind(briefs.TO_CITY, SENT_TO_CITY), display=LEDGER_TENS),
    Definition("publicity.newspapers", "F06", PUBLICITY_SECTION, "省、市级报刊刊登信息", "条", Brief, kind(briefs.NEWSPAPER, BELOW_CENTRAL)),
    Definition("publicity.television", "F07", PUBLICITY_SECTION, "市级电视台播报信息", "期", Brief, kind(briefs.TELEVISION, OF_CITY)),
    Definition("publicity.toutiao", "F08", PUBLICITY_SECTION, "今日头条发布双拥优抚信息", "条", Brief, kind(briefs.NEW_MEDIA, IN_HEADLINES)),
    Definition("publicity.elsewhere", "F08a", PUBLICITY_SECTION, "在其他渠道报送、刊播信息", "条", Brief, OTHER_CHANNELS),
    Definition("services.school_places", "F34", POLICY_SECTION, "协调现役军人子女入学", "名", Service, arranged(services.SCHOOL_PLACE)),
    Definition("services.settled", "F35", POLICY_SECTION, "接收安置退役军人", "人", Service, arranged(services.VETERAN_SETTLED)),
    Definition("honours.model_candidates", "F52", HONOURS_SECTION, "“最美退役军人”初选对象", "名", Honour, ever_reached(honours.FIRST_ROUND)),
    Definition("honours.merit_reports", "F53", HONOURS_SECTION, "为现役军人立功家庭送喜报", "名", GoodNews, delivered(), REPORTED_FAMILIES, day=GoodNews.delivered, also=(Counted(Payment, told_good_news, people_measure),)),
    Definition("honours.merit_report_yuan", "F53a", HONOURS_SECTION, "送喜报时送去的慰问金", YUAN, GoodNews, delivered(), total_measure(GoodNews.money), day=GoodNews.delivered, also=(Counted(Payment, told_good_news, total_measure(Payment.amount)),)),
    Definition("honours.memorial_briefs", "F57", HONOURS_SECTION, "报送活动简报", "篇", Brief, kind(briefs.ACTIVITY)),
]  # fmt: skip
