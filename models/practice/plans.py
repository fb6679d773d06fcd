"""Plans and the rest of the ledger of an invented office: teams, cards still to print, gifts, patrols, tasks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from models.core.dates import PartDate
from models.core.record import Record
from models.filters.filters import Filter
from models.ledger import assessment
from models.ledger.assessment import AssessmentItem
from models.ledger.good_news import GoodNews
from models.ledger.honour_steps import HonourStep
from models.ledger.honours import Honour
from models.ledger.leading_groups import LEVELS, LeadingGroup
from models.ledger.memorials import Memorial, Patrol
from models.ledger.spending import Spending
from models.ledger.tasks import Task
from models.people.findings import Dossier
from models.people.identity import DISABLED, RECEIVING
from models.practice.words import Chance, invented_words
from models.practice.works import PRACTICE_DOCUMENT, STREETS
from models.visit_plans.planned_visits import PlannedVisit, VisitOutcome
from models.visit_plans.planning import STREET_OF_DEAD, UNITS_GROUP, category_of, is_dead
from models.visit_plans.scopes import Scope
from models.visit_plans.teams import Team
from models.visits.campaign import Campaign
from models.visits.gifts import STOCK_IN, STOCK_OUT, Gift, Stock
from models.visits.units import Unit
from models.visits.visit import Visit
from models.visits.wishes import WishStep

# in the order in which they can be written; visits come before the last of them
BEFORE: tuple[type[Record], ...] = (
    Scope,
    Team,
    Gift,
    Memorial,
    Patrol,
    LeadingGroup,
    Task,
    AssessmentItem,
    Spending,
    GoodNews,
    HonourStep,
)
AFTER: tuple[type[Record], ...] = (PlannedVisit, Stock, WishStep)
STREETS_TO_VISIT = (
    "总寨镇",
    "礼让街街道",
)  # where the disabled were still being visited when the archive was made
HAMPER = "演练礼包"


def of_campaigns(
    campaigns: Sequence[Campaign], units: Sequence[Unit], visits: Sequence[Visit], files: Sequence[Dossier]
) -> Iterator[Record]:
    """Plans for the visits that were paid in the campaigns, and in the last one some still to be paid."""
    chance = Chance(77)
    named = {unit.name: unit for unit in units}
    for campaign in campaigns:
        going = [_team(campaign, number) for number in range(2)]
        yield from going
        own = [visit for visit in visits if visit.campaign is campaign]
        yield from (_row(campaign, visit, named, going[n % 2], n // 2 + 1) for n, visit in enumerate(own))
    there = {visit.person.uid for visit in own if visit.person is not None}
    yield from _still_going(
        campaigns[-1], going, [each for each in files if each.person.uid not in there], chance
    )


def _team(campaign: Campaign, number: int) -> Team:
    return Team(
        campaign=campaign, number=number + 1, name=f"第{'一二'[number]}组", leader=f"演练领导{'甲乙'[number]}",
        members="演练人员甲、演练人员乙" if number == 0 else "演练人员丙、演练人员丁",
        areas="；".join(STREETS[number::2]), begins=campaign.begins, ends=campaign.ends, notes=PRACTICE_DOCUMENT,
    )  # fmt: skip


def _row(campaign: Campaign, visit: Visit, named: dict[str, Unit], team: Team, position: int) -> PlannedVisit:
    return PlannedVisit(
        campaign=campaign, person=visit.person, outsider=visit.outsider, unit=named.get(visit.unit), team=team,
        position=position, day=visit.day, category=visit.category or UNITS_GROUP, money=visit.money, notes=PRACTICE_DOCUMENT,
    )  # fmt: skip


def _still_going(
    campaign: Campaign, going: Sequence[Team], files: Sequence[Dossier], chance: Chance
) -> Iterator[Record]:
    """The disabled of two streets: a third visited, some not met, the others still to be called on."""
    hamper = Gift(name=HAMPER, measure="份", price=Decimal(180), notes=PRACTICE_DOCUMENT)
    yield hamper
    day = PartDate(campaign.year or 2020, 7, 18)
    yield Stock(
        gift=hamper, way=STOCK_IN, count=80, day=day, price=hamper.price, reason="采购", handler="演练人员甲"
    )
    for number, street in enumerate(STREETS_TO_VISIT, start=1):
        wanted = Filter(kind=DISABLED, state=RECEIVING, street=street)
        scope = Scope(
            campaign=campaign,
            number=number,
            sentence=wanted.sentence(),
            facts=_facts(wanted),
            gifts=f"{HAMPER}×1",
        )
        yield scope
        found = [each for each in files if _fits(each, street)]
        for position, file in enumerate(found, start=1):
            yield from _call(campaign, scope, going[number % 2], hamper, file, position, chance)


def _facts(wanted: Filter) -> str:
    return f'{{"kind": "{wanted.kind}", "state": "{wanted.state}", "street": "{wanted.street}"}}'


def _fits(file: Dossier, street: str) -> bool:
    return file.person.street == street and any(
        each.kind == DISABLED and each.state == RECEIVING for each in file.identities
    )


def _call(
    campaign: Campaign, scope: Scope, team: Team, hamper: Gift, file: Dossier, position: int, chance: Chance
) -> Iterator[Record]:
    row = PlannedVisit(
        campaign=campaign, scope=scope, person=file.person, team=team, position=100 + position, gifts=scope.gifts,
        day=PartDate(campaign.year or 2020, 7, 29 + position % 3), category=category_of(file.identities), notes=PRACTICE_DOCUMENT,
    )  # fmt: skip
    if is_dead(file.person, file.identities):
        row.outcome, row.reason = VisitOutcome.LEFT_OUT, STREET_OF_DEAD
    elif position % 7 == 0:
        row.outcome, row.reason = VisitOutcome.NOT_MET, "住院"
    elif position % 3 == 0:
        yield from _visited(row, hamper, chance)
    yield row


def _visited(row: PlannedVisit, hamper: Gift, chance: Chance) -> Iterator[Record]:
    told = invented_words()["visits"]
    visit = Visit(
        person=row.person, campaign=row.campaign, day=row.day, occasion="八一", category=row.category,
        leader=row.team.leader if row.team is not None else "", visitors="演练人员甲", form="慰问品", gifts=row.gifts,
        gift_count=1, gift_value=hamper.price, circumstances=chance.choice(told["circumstances"]), notes=PRACTICE_DOCUMENT,
    )  # fmt: skip
    yield Stock(
        gift=hamper, way=STOCK_OUT, count=1, day=row.day, price=hamper.price, campaign=row.campaign, visit=visit,
        reason="走访慰问", handler="演练人员甲",
    )  # fmt: skip
    visit.wishes, answer = chance.choice(told["wishes"])
    visit.done = chance.likely(0.4)
    step = WishStep(
        visit=visit, person=row.person, day=PartDate(2020, 8, 5), unit="区退役军人事务局", handler="演练人员甲",
        words=answer if visit.done else "已转有关单位核实", due=PartDate(2020, 9, 30), closes=visit.done,
    )  # fmt: skip
    visit.handling = f"{step.unit}；{step.words}"
    yield visit
    yield step


def of_the_year(proposals: Sequence[Honour], year: int) -> Iterator[Record]:
    """The ledger's registers that no report counts: groups, tasks, memorials, the assessment, money."""

    def on(month: int, day: int) -> PartDate:
        return PartDate(year, month, day)

    for honour in proposals:
        for month, stage, unit in ((3, "推荐", honour.unit), (5, "初选", "演练宣传部门")):
            yield HonourStep(
                honour=honour,
                day=on(month, 12),
                stage=stage,
                unit=unit,
                opinion="同意",
                notes=PRACTICE_DOCUMENT,
            )
    for number in range(10):
        yield GoodNews(
            received=on(6, 10 + number), soldier=f"演练立功军人{number + 1}", merit="三等功", unit="演练部队",
            family=f"演练家属{number + 1}", relation="父母", street=STREETS[number % 8], delivered=on(6, 15 + number),
            bringers="区人武部、镇办服务站", money=Decimal(2000), notes=PRACTICE_DOCUMENT,
        )  # fmt: skip
    yield from _memorials(on)
    yield from _groups(on)
    yield from _tasks(on, year)
    for item in assessment.assessment_standard():
        yield AssessmentItem(
            year=year, number=int(item["number"]), project=item["project"], words=item["words"], full=item["full"],
            rule=item["rule"], source=item["basis"], score=item["full"], unit="区双拥办", evidence="演练材料",
        )  # fmt: skip
    for name, planned, allotted in (
        ("慰问驻区部队经费", 80_000, 73_600),
        ("走访慰问优抚对象经费", 260_000, 245_000),
        ("双拥宣传活动经费", 60_000, 58_000),
    ):
        yield Spending(
            year=year, item=name, source="区级财政", planned=Decimal(planned), allotted=Decimal(allotted), day=on(7, 10),
            voucher="演练凭证", notes=PRACTICE_DOCUMENT,
        )  # fmt: skip


def _memorials(on: Any) -> Iterator[Record]:
    for number, (name, kind) in enumerate(
        (("演练烈士陵园", "烈士陵园"), ("演练纪念碑", "纪念碑"), ("演练英烈遗迹", "英烈遗迹"))
    ):
        site = Memorial(
            name=name, kind=kind, level="县（区）级", street=STREETS[number], address=f"{STREETS[number]}1号",
            keeper="区退役军人事务局", responsible="演练责任人", condition="完好" if number else "需要维修", checked=on(3, 10),
            notes=PRACTICE_DOCUMENT,
        )  # fmt: skip
        yield site
        for month in (4, 7, 10):
            found = "碑文局部脱色" if number == 0 and month == 4 else ""
            yield Patrol(
                memorial=site, day=on(month, 2), patroller="演练人员甲", finding=found,
                measure="已描红修缮" if found else "", done=True if found else None,
            )  # fmt: skip


def _groups(on: Any) -> Iterator[Record]:
    common = {
        "name": "双拥工作领导小组",
        "deputies": "演练副组长",
        "members": "演练成员一、演练成员二、演练成员三",
    }
    yield LeadingGroup(
        level=LEVELS[0],
        unit="城中区",
        leader="演练组长甲",
        since=PartDate(on(1, 1).year - 2, 3, 1),
        until=on(3, 6),
        **common,
    )
    yield LeadingGroup(
        level=LEVELS[0], unit="城中区", leader="演练组长乙", since=on(3, 6), reason="人事变动", **common
    )
    for street in STREETS:
        yield LeadingGroup(level=LEVELS[1], unit=street, leader="演练组长", since=on(3, 20), **common)


def _tasks(on: Any, year: int) -> Iterator[Task]:
    wanted = (
        ("区退役军人事务局", "春节、八一走访慰问驻区部队和重点优抚对象", 8), ("区委宣传部", "开展国防和双拥宣传教育，刊发双拥信息", 11),
        ("区人武部", "组织军地联席会议，送立功喜报到家", 10), ("区教育局", "办理军人子女入学优待", 9), ("区财政局", "双拥经费列入预算并拨付到位", 6),
        *((street, "成立领导小组，开展八一系列活动，报送双拥信息", 12) for street in STREETS),
    )  # fmt: skip
    for number, (unit, what, month) in enumerate(wanted, start=1):
        done = number % 4 != 0
        yield Task(
            year=year, number=number, unit=unit, words=what, due=on(month, 28), progress="已按计划完成" if done else "正在推进",
            done=done, full="2", score="2" if done else "", evidence="演练材料" if done else "", notes=PRACTICE_DOCUMENT,
        )  # fmt: skip
