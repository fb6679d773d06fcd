"""Figures of events 双拥活动 (F13, F18–F23, F54–F56), of the law among them; an event belongs to the year of its day, and is counted once however its theme is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any

from peewee import Expression, fn

from models.ledger.activities import COMFORT, COMMUNITY, LAW, MEMORIAL, PARTY_DAY, Activity
from models.ledger.years import in_year
from models.veterans.service_stations import ServiceStation
from models.year.figures.definitions import Definition, Where, total_measure
from models.year.figures.display import DISPLAY_FLOOR, Display
from models.year.figures.veterans import there

SPRING_THEMES = ("春节", "迎春", "新春", "两节")
AUGUST_THEMES = ("八一", "建军节", "八·一", "8·1")
JULY_THEMES = ("七一", "建党节", "七·一")
MARTYR_WORDS = ("烈士", "英烈", "英雄")  # in what an event of the law is about
TOLD_APART = (COMMUNITY, PARTY_DAY, MEMORIAL, LAW)  # whatever their theme, they have sentences of their own
SIGNS_IN_THEMES = '“”"《》 '


def held(*conditions: Any) -> Where:
    """The events of a year that fulfil these conditions, each once."""

    def conditions_of(year: int) -> Iterator[Expression]:
        yield in_year(Activity.day, year)
        yield from conditions
        yield ~_told_before()

    return conditions_of


def themed(words: Sequence[str]) -> Any:
    """Events whose theme has one of these words."""
    return reduce(or_, (Activity.theme.contains(each) for each in words))


def _told_before() -> Any:
    """Whether the same event stands in the register already, under another name of its theme."""
    twin: Any = Activity.alias()
    same = [getattr(twin, name) == getattr(Activity, name) for name in ("day", "kind", "organiser", "place")]
    return fn.EXISTS(
        twin.select(twin.id).where(twin.id < Activity.id, *same, _plain(twin) == _plain(Activity))
    )


def _plain(event: Any) -> Any:
    """A theme without the signs and the names by which the same festival is called."""
    plain = event.theme
    for names in (SPRING_THEMES, AUGUST_THEMES, JULY_THEMES):
        for name in names[1:]:
            plain = fn.REPLACE(plain, name, names[0])
    for sign in SIGNS_IN_THEMES:
        plain = fn.REPLACE(plain, sign, "")
    return plain


SPRING = themed(SPRING_THEMES)
OF_SPRING = held(Activity.kind == COMFORT, SPRING)
OF_AUGUST = held(
    themed(AUGUST_THEMES), Activity.kind.not_in(TOLD_APART), ~(SPRING & (Activity.kind == COMFORT))
)
BY_COMMUNITIES, PARTY_DAYS, MEMORIALS, _ = (held(Activity.kind == kind) for kind in TOLD_APART)
IN_JULY, NOT_IN_JULY = (
    held(Activity.kind == PARTY_DAY, theme) for theme in (themed(JULY_THEMES), ~themed(JULY_THEMES))
)
ABOUT_MARTYRS = themed(MARTYR_WORDS) | reduce(or_, map(Activity.notes.contains, MARTYR_WORDS))
OTHERS = held(
    Activity.kind.not_in(TOLD_APART), ~themed(AUGUST_THEMES), ~(SPRING & (Activity.kind == COMFORT))
)
BOOKS, SCROLLS, EVENT_PEOPLE = (
    total_measure(getattr(Activity, name)) for name in ("books", "scrolls", "people")
)


def of_all_stations(year: int) -> Iterator[Expression]:
    """Memorial events in which as many stations took part as the register has at the end of the year."""
    standing = ServiceStation.select(fn.COUNT(ServiceStation.id)).where(*there()(date(year, 12, 31)))
    yield from MEMORIALS(year)
    yield Activity.stations > 0
    yield Activity.stations == standing


TENS, HUNDREDS = Display(DISPLAY_FLOOR, Decimal(10)), Display(DISPLAY_FLOOR, Decimal(100))
VISITED, BASE, EVENTS_REMEMBERED = "走访慰问", "基层双拥", "褒扬纪念"
EVENT_DEFINITIONS = [
    Definition("activities.scrolls", "F13", VISITED, "迎春活动书写赠送春联和书法作品", "幅", Activity, held(SPRING), SCROLLS, TENS),
    Definition("activities.other_scrolls", "F13a", VISITED, "其他活动赠送书画作品", "幅", Activity, held(~SPRING), SCROLLS, TENS),
    Definition("activities.spring_events", "F18", BASE, "迎春、春节主题慰问活动", "场", Activity, OF_SPRING),
    Definition("activities.spring_books", "F19", BASE, "迎春、春节慰问活动赠送图书", "册", Activity, OF_SPRING, BOOKS, TENS),
    Definition("activities.community_events", "F20", BASE, "社区文化慰问活动", "场", Activity, BY_COMMUNITIES),
    Definition("activities.community_books", "F21", BASE, "社区文化慰问活动赠送图书", "册", Activity, BY_COMMUNITIES, BOOKS, TENS),
    Definition("activities.party_day_people", "F22", BASE, "参加主题党日活动的党员", "名", Activity, PARTY_DAYS, EVENT_PEOPLE),
    Definition("activities.party_days", "F22a", BASE, "主题党日活动", "场", Activity, PARTY_DAYS),
    Definition("activities.july_party_days", "F22b", BASE, "“七一”主题党日活动", "场", Activity, IN_JULY),
    Definition("activities.other_party_days", "F22c", BASE, "“七一”以外的主题党日活动", "场", Activity, NOT_IN_JULY),
    Definition("activities.august_events", "F23", BASE, "“八一”系列活动", "场", Activity, OF_AUGUST),
    Definition("activities.others", "F23a", BASE, "其他双拥活动", "场", Activity, OTHERS),
    Definition("activities.laws", "F23b", BASE, "普法宣传活动", "场", Activity, held(Activity.kind == LAW, ~ABOUT_MARTYRS)),
    Definition("honours.laws", "F56b", EVENTS_REMEMBERED, "英烈保护法律法规宣传活动", "场", Activity, held(Activity.kind == LAW, ABOUT_MARTYRS)),
    Definition("honours.memorial_units", "F54", EVENTS_REMEMBERED, "参与网上祭英烈的机关事业单位", "家", Activity, MEMORIALS, total_measure(Activity.units)),
    Definition("honours.memorial_stations", "F55", EVENTS_REMEMBERED, "参与网上祭英烈的退役军人服务站", "个", Activity, MEMORIALS, total_measure(Activity.stations)),
    Definition("honours.memorial_people", "F56", EVENTS_REMEMBERED, "参与网上祭英烈的人数", "人", Activity, MEMORIALS, EVENT_PEOPLE, HUNDREDS),
    Definition("honours.all_stations", "F56c", EVENTS_REMEMBERED, "全部服务站参与的网上祭英烈活动", "场", Activity, of_all_stations),
    Definition("honours.memorials", "F56a", EVENTS_REMEMBERED, "网上祭英烈活动", "场", Activity, MEMORIALS),
]  # fmt: skip
