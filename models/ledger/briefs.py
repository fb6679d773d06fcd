"""Reports sent and published 信息报送: to the city's office, in newspapers, on television, in new media, briefs of activities."""

from __future__ import annotations

from collections.abc import Iterator

from models.core.record import Day, Record, Text
from models.ledger import years

TO_CITY, NEWSPAPER, TELEVISION, NEW_MEDIA, ACTIVITY = (
    "双拥信息",
    "报刊刊登",
    "电视播报",
    "新媒体发布",
    "活动简报",
)


class Brief(Record):
    """One report, by whom and through which channel."""

    NOUN = "信息报送"
    NAMED_BY = "title"
    COUNTED = "信息报送"
    REGISTER = "双拥台账·信息报送"
    SINCE = ("day",)

    day = Day("日期", index=True)
    kind = Text("类型", "brief_kind")
    channel = Text("报送/刊发渠道")
    unit = Text("报送单位")
    title = Text("标题")
    notes = Text("备注", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from years.needs_day(self, self.day)
        if not self.kind.strip():
            yield "kind", "请填写类型，如双拥信息、活动简报"
