"""走访慰问计划: the whole plan at a glance, by team and by category; and each team's sheet for the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple

from reportlab.lib.units import mm

from models.core.dates import PartDate
from models.people.listing import ordered
from models.people.person import Person
from models.visit_plans.planned_visits import (
    NO_TEAM,
    PlannedVisit,
    VisitKey,
    VisitOutcome,
    needed_gifts,
    planned,
    visit_state_of,
    visits_made,
)
from models.visit_plans.teams import Team, teams
from models.visits import gifts
from models.visits.campaign import Campaign
from models.visits.visit import Visit
from reports.tables.list_columns import ListColumn, Listing, blank
from reports.tables.register import END, START, Register


class OnTheWay(NamedTuple):
    """A call of the plan, how far it is, and its gifts in words."""

    planned: PlannedVisit
    state: str
    brought: str = ""


class Bringing(NamedTuple):
    """A team, or a category of people; the calls that fall to it, how many are made, and what they bring."""

    whose: Any
    calls: int
    made: int
    money: Decimal
    gifts: str


def _team(on_way: OnTheWay) -> str:
    return on_way.planned.team.name if on_way.planned.team is not None else NO_TEAM


PLANNED_LIST = Listing(
    PlannedVisit,
    (
        ListColumn("day", 96, 12, printed="日期", on_paper=lambda way: short_day(way.planned.day)),
        ListColumn("name", 140, 26, heading="姓名(部队)", order=ordered(Person.name)),
        ListColumn("category", 130, 34),
        ListColumn("address", 220, 58, START, "住址", printed="住址(驻地)", on_paper=lambda way: short_address(way.planned), hidden=True),
        ListColumn("phone", 110, 25, like=Person.phone, hidden=True),
        ListColumn("money", 84, 18, END, "慰问金", printed="慰问金(元)", summed=True),
        ListColumn("gifts", 140, 36, START, on_paper=lambda way: way.brought),
        ListColumn("state", 70, 33, START, "情况", printed="走访情况", words=lambda way: way.state, on_paper=lambda way: _result(way.state)),
        blank("signed", "对象签字(手印)", 26),
        ListColumn("team", 74, heading="小组", words=_team, order=Team.number),
        ListColumn("position", 54, align=END),
        ListColumn("street", 100, like=Person.street, order=ordered(Person.street)),
        ListColumn("community", 100, heading="村(社区)", order=ordered(Person.community)),
        ListColumn("reason", 120),
        ListColumn("notes", 120),
    ),
    first=("team", "position", "day", "name", "state", "category", "street", "community"),
    record=lambda way: way.planned, number=9, money="money", counted="个对象",
)  # fmt: skip
TEAM_LIST = Listing(
    Team,
    (
        ListColumn("name", 80, heading="小组"),
        ListColumn("leader", 110, align=START),
        ListColumn("members", 160, align=START),
        ListColumn("areas", 260, align=START),
        ListColumn("begins", 96, heading="开始"),
        ListColumn("ends", 96, heading="结束"),
        ListColumn("phone", 110),
    ),
    sorts=False, counted="个小组",
)  # fmt: skip
BROUGHT = (
    ListColumn("calls", heading="对象数"), ListColumn("made", heading="已走访"),
    ListColumn("money", heading="慰问金(元)", align=END), ListColumn("gifts", heading="慰问品", align=START),
)  # fmt: skip
BY_TEAM = TEAM_LIST.other_paper(
    11,
    {
        "name": 22, "leader": 30, "members": 42, "areas": 60, "days": 34, "calls": 14, "money": 23, "gifts": 41,
    },
    ListColumn("days", heading="走访日期", words=lambda row: short_span(row.whose)),
    *(replace(each, words=attrgetter(each.key)) for each in BROUGHT),
    money="money", record=lambda row: row.whose,
)  # fmt: skip
BY_CATEGORY = Listing(None, (ListColumn("whose", heading="对象类别", align=START), *BROUGHT), counted="类对象").other_paper(
    12, {"whose": 70, "calls": 25, "made": 25, "money": 45, "gifts": 100}, money="money"
)  # fmt: skip
SIGNED_ON_THE_WAY = ("带队领导：", "走访人：", "填表日期：")


def overview(campaign: Campaign, practice: bool = False) -> list[Register]:
    """The plan: one table by team, one by category of people."""
    rows, made = list(planned(campaign)), visits_made(campaign)
    going = [row for row in rows if row.outcome != VisitOutcome.LEFT_OUT or row.key in made]
    above = (f"节点：{campaign.occasion}", f"起止日期：{span(campaign.begins, campaign.ends)}")
    title = f"{campaign.name}慰问计划" if "慰问" not in campaign.name else f"{campaign.name}计划"
    teams_ = BY_TEAM.register(title, _by_team(campaign, going, made), above, practice)
    kinds = BY_CATEGORY.register(f"{title}（按对象类别）", _by_category(going, made), above, practice)
    return [teams_, kinds]


def _by_team(
    campaign: Campaign, going: Sequence[PlannedVisit], made: dict[VisitKey, Visit]
) -> list[Bringing]:
    found = [_brings(team, [row for row in going if row.team == team], made) for team in teams(campaign)]
    loose = [row for row in going if row.team is None]
    return [*found, _brings(Team(name=NO_TEAM), loose, made)] if loose else found


def _by_category(going: Sequence[PlannedVisit], made: dict[VisitKey, Visit]) -> list[Bringing]:
    kinds = Counter(_category(row) for row in going)
    return [
        _brings(kind, [row for row in going if _category(row) == kind], made)
        for kind, _ in kinds.most_common()
    ]


def _category(row: PlannedVisit) -> str:
    return row.category or ("驻区部队" if row.unit is not None else "（未填类别）")


def _brings(whose: object, rows: Sequence[PlannedVisit], made: dict[VisitKey, Visit]) -> Bringing:
    kinds = {gift.name: gift for gift in gifts.Gift.select()}
    asked = "、".join(kinds[name].counted(count) for name, count in needed_gifts(rows).items())
    money = sum((row.money or Decimal(0) for row in rows), Decimal(0))
    return Bringing(whose, len(rows), sum(row.key in made for row in rows), money, asked)


def team_sheets(campaign: Campaign, only: Team | None = None, practice: bool = False) -> list[Register]:
    """A sheet for each team with its calls in the order of the way; those without a team on a sheet of their own."""
    rows, made = list(planned(campaign)), visits_made(campaign)
    going = [row for row in rows if row.outcome != VisitOutcome.LEFT_OUT]
    sheets = []
    for team in teams(campaign) if only is None else [only]:
        own = [row for row in going if row.team == team]
        above = (
            f"带队领导：{team.leader}",
            f"走访人员：{team.members}",
            f"日期：{span(team.begins, team.ends)}",
        )
        sheets.append(_sheet(f"{campaign.name}　{team.name}走访表", own, made, above, practice))
    if only is None and (loose := [row for row in going if row.team is None]):
        sheets.append(_sheet(f"{campaign.name}　{NO_TEAM}走访表", loose, made, (), practice))
    return sheets


def _sheet(
    title: str,
    rows: Sequence[PlannedVisit],
    made: dict[VisitKey, Visit],
    above: tuple[str, ...],
    practice: bool,
) -> Register:
    brought = {words: gifts.said(gifts.read_gifts(words)) for words in {row.gifts for row in rows}}
    found = [OnTheWay(row, visit_state_of(row, made), brought[row.gifts]) for row in rows]
    return PLANNED_LIST.register(title, found, above, practice, SIGNED_ON_THE_WAY, 10 * mm)


def _result(state: str) -> str:
    return "" if state == VisitOutcome.WAITING else state


def short_address(row: PlannedVisit) -> str:
    """The address from the street on: the district is everybody's."""
    _, street, rest = row.address.partition(row.street) if row.street else ("", "", "")
    return street + rest or row.address or row.street


def short_span(team: Team) -> str:
    """The team's days without the year."""
    words = span(team.begins, team.ends)
    return words.replace(f"{team.begins.year}年", "") if team.begins is not None else words


def short_day(day: PartDate | None) -> str:
    """A day without its year: 7-28."""
    return "" if day is None or day.known != 3 else f"{day.month}-{day.day}"


def span(begins: PartDate | None, ends: PartDate | None) -> str:
    """From which day to which: 2020年7月28日至7月29日."""
    if begins is None or ends is None or begins == ends:
        day = begins or ends
        return "" if day is None else day.chinese()
    return f"{begins.chinese()}至{ends.chinese().removeprefix(f'{begins.year}年')}"
