"""Activities 活动: what was held, on which theme, by whom, with how many people, books and scrolls."""

from __future__ import annotations

from collections.abc import Iterator

from peewee import Check

from models.core.record import Count, Day, Record, Text
from models.ledger import years

COMFORT, COMMUNITY, PARTY_DAY, MEMORIAL = "慰问活动", "社区文化慰问", "主题党日", "网上祭英烈"
ACTIVITY_NUMBERS = ("people", "units", "stations", "books", "scrolls")


class Activity(Record):
    """One event; a planned one may lie in the future. The theme is kept in the office's own words."""

    NOUN = "双拥活动"
    NAMED_BY = "theme"
    COUNTED = "双拥活动"
    REGISTER = "双拥台账·活动"
    SINCE = ("day",)

    day = Day("日期", index=True)
    theme = Text("主题")
    kind = Text("活动类型", "activity_kind")
    organiser = Text("组织单位")
    place = Text("地点")
    people = Count("参加人数")
    units = Count("参与单位数")
    stations = Count("参与服务站数")
    books = Count("赠书(册)")
    scrolls = Count("赠春联书画(幅)")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [Check(f'"{name}" >= 0') for name in ACTIVITY_NUMBERS]

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.day is None:
            yield "day", "请填写日期"
        if not self.theme.strip() and not self.kind.strip():
            yield "theme", "请填写主题或活动类型"
        yield from years.not_negative(self, *ACTIVITY_NUMBERS)
