"""Teams 走访小组: who leads, who goes, where, and from which day to which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from peewee import ForeignKeyField

from models.core.masks import Secret
from models.core.record import Count, Day, Record, Text
from models.visits.campaign import Campaign

if TYPE_CHECKING:
    from peewee import ModelSelect

ORDINALS = "一二三四五六七八九十"
LONGEST_JOURNEY = 60  # days that a team may be on its way


class Place(NamedTuple):
    """A street or town, or one community of it."""

    street: str
    community: str = ""

    def __str__(self) -> str:
        return f"{self.street}·{self.community}" if self.community else self.street


class Team(Record):
    """One team of a campaign."""

    NOUN = "走访小组"
    NAMED_BY = "name"
    SINCE = ("begins",)

    campaign_id: int
    campaign = ForeignKeyField(Campaign, backref="teams", on_delete="CASCADE")
    number = Count("组号")
    name = Text("小组名称")
    leader = Text("带队领导")
    members = Text("走访人员")
    areas = Text("负责区域")  # 礼让街街道；总寨镇·清河村
    begins = Day("开始日期")
    ends = Day("结束日期")
    phone = Text("联系电话", secret=Secret.PHONE)
    notes = Text("备注", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.name.strip():
            yield "name", "请填写小组名称，如：第一组"
        for field in ("begins", "ends"):
            day = getattr(self, field)
            if day is not None and day.known != 3:
                yield field, "请写到日，如2020-7-28"
        if self.begins and self.ends and self.begins.known == self.ends.known == 3:
            if self.ends < self.begins:
                yield "ends", "结束日期早于开始日期"
            elif (self.ends.earliest() - self.begins.earliest()).days > LONGEST_JOURNEY:
                yield "ends", f"一个小组的走访不会超过{LONGEST_JOURNEY}天，请核对日期"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        for other in Team.select().where(Team.campaign == self.campaign_id, Team.id != (self.id or 0)):
            if other.name == self.name:
                yield "name", f"本批次已有“{self.name}”"
            for place in set(self.places()) & set(other.places()):
                yield "areas", f"“{place}”已由{other.name}负责，同一个地方只归一个小组"

    def places(self) -> list[Place]:
        """Where the team goes."""
        return read_places(self.areas)

    def days(self) -> list[date]:
        """The team's days; none while they are not known."""
        first, last = self.begins or self.campaign.begins, self.ends or self.begins or self.campaign.ends
        if first is None or last is None or first.known != 3 or last.known != 3 or last < first:
            return []
        count = (last.earliest() - first.earliest()).days + 1
        return [first.earliest() + timedelta(n) for n in range(min(count, LONGEST_JOURNEY + 1))]


def read_places(words: str) -> list[Place]:
    """Places as a team's areas name them, parted by ； or 、 or a new line."""
    pieces = filter(None, (each.strip() for each in re.split(r"[；;、，,\n]+", words)))
    return [Place(*(part.strip() for part in re.split(r"[·•]", each, maxsplit=1))) for each in pieces]


def written_places(places: Iterable[Place]) -> str:
    """Places in the words that ``read_places`` understands."""
    return "；".join(map(str, places))


def teams(campaign: Campaign) -> ModelSelect[Team]:
    """The campaign's teams in their order."""
    return Team.select().where(Team.campaign == campaign).order_by(Team.number, Team.id)


def new_team(campaign: Campaign) -> Team:
    """The campaign's next team, named by its number; not kept yet."""
    number = teams(campaign).count() + 1
    name = f"第{ORDINALS[number - 1] if number <= len(ORDINALS) else number}组"
    return Team(campaign=campaign, number=number, name=name, begins=campaign.begins, ends=campaign.ends)
