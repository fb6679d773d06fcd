"""走访慰问计划: the whole plan at a glance, by team and by category; and each team's sheet for the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from reportlab.lib.units import mm

from models.core.dates import PartDate
from models.visit_plans.planned_visits import (
    LEFT_OUT,
    NO_TEAM,
    WAITING,
    Key,
    PlannedVisit,
    needed,
    planned,
    state_of,
    visits_made,
)
from models.visit_plans.teams import Team, teams
from models.visits import gifts
from models.visits.campaign import Campaign
from models.visits.visit import Visit
from reports.tables.register import END, START, Heading, Register, numbered

BY_TEAM = (
    Heading("序号", 11), Heading("小组", 22), Heading("带队领导", 30, START), Heading("走访人员", 42, START),
    Heading("负责区域", 60, START), Heading("走访日期", 34), Heading("对象数", 14), Heading("慰问金(元)", 23, END),
    Heading("慰问品", 41, START),
)  # fmt: skip
BY_CATEGORY = (
    Heading("序号", 12), Heading("对象类别", 70, START), Heading("对象数", 25), Heading("已走访", 25), Heading("慰问金(元)", 45, END),
    Heading("慰问品", 100, START),
)  # fmt: skip
ON_THE_WAY = (
    Heading("序号", 9), Heading("日期", 12), Heading("姓名(部队)", 26), Heading("对象类别", 34), Heading("住址(驻地)", 58, START),
    Heading("联系电话", 25), Heading("慰问金(元)", 18, END), Heading("慰问品", 36, START), Heading("走访情况", 33, START),
    Heading("对象签字(手印)", 26),
)  # fmt: skip
SIGNED_ON_THE_WAY = ("带队领导：", "走访人：", "填表日期：")


def overview(campaign: Campaign, practice: bool = False) -> list[Register]:
    """The plan: one table by team, one by category of people."""
    rows, made = list(planned(campaign)), visits_made(campaign)
    going = [row for row in rows if row.outcome != LEFT_OUT or row.key in made]
    above = (f"节点：{campaign.occasion}", f"起止日期：{span(campaign.begins, campaign.ends)}")
    title = f"{campaign.name}慰问计划" if "慰问" not in campaign.name else f"{campaign.name}计划"
    first = Register(title, BY_TEAM, _by_team(campaign, going), above, "个小组", 7, practice=practice)
    second = Register(
        f"{title}（按对象类别）",
        BY_CATEGORY,
        _by_category(going, made),
        above,
        "类对象",
        4,
        practice=practice,
    )
    return [first, second]


def _by_team(campaign: Campaign, going: Sequence[PlannedVisit]) -> tuple[tuple[str, ...], ...]:
    lines: list[Sequence[object]] = []
    for team in teams(campaign):
        own = [row for row in going if row.team == team]
        lines.append(
            (team.name, team.leader, team.members, team.areas, short_span(team), len(own), *_brings(own))
        )
    if loose := [row for row in going if row.team is None]:
        lines.append((NO_TEAM, "", "", "", "", len(loose), *_brings(loose)))
    return numbered(lines)


def _by_category(going: Sequence[PlannedVisit], made: dict[Key, Visit]) -> tuple[tuple[str, ...], ...]:
    kinds = Counter(_category(row) for row in going)
    lines: list[Sequence[object]] = []
    for kind, count in kinds.most_common():
        own = [row for row in going if _category(row) == kind]
        lines.append((kind, count, sum(row.key in made for row in own), *_brings(own)))
    return numbered(lines)


def _category(row: PlannedVisit) -> str:
    return row.category or ("驻区部队" if row.unit is not None else "（未填类别）")


def _brings(rows: Iterable[PlannedVisit]) -> tuple[Decimal, str]:
    """What the rows come to: money, and gifts in words."""
    rows = list(rows)
    kinds = {gift.name: gift for gift in gifts.Gift.select()}
    asked = "、".join(kinds[name].counted(count) for name, count in needed(rows).items())
    return sum((row.money or Decimal(0) for row in rows), Decimal(0)), asked


def team_sheets(campaign: Campaign, only: Team | None = None, practice: bool = False) -> list[Register]:
    """A sheet for each team with its calls in the order of the way; those without a team on a sheet of their own."""
    rows, made = list(planned(campaign)), visits_made(campaign)
    going = [row for row in rows if row.outcome != LEFT_OUT]
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
    title: str, rows: Sequence[PlannedVisit], made: dict[Key, Visit], above: tuple[str, ...], practice: bool
) -> Register:
    brought = {words: gifts.said(gifts.read(words)) for words in {row.gifts for row in rows}}
    lines = [
        (
            short_day(row.day), row.name, row.category, short_address(row), row.phone, row.money,
            brought[row.gifts], _state(row, made), "",
        )
        for row in rows
    ]  # fmt: skip
    return Register(
        title, ON_THE_WAY, numbered(lines), above, "个对象", 6, SIGNED_ON_THE_WAY, 10 * mm, practice
    )


def _state(row: PlannedVisit, made: dict[Key, Visit]) -> str:
    state = state_of(row, made)
    return "" if state == WAITING else state


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
