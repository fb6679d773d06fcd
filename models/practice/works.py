"""The year's work of an invented office: units and people visited, money paid, the ledger; every figure of the report.

Sizes are those of an office of 681 people, less among fewer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import cycle, islice
from typing import Any

from models.core.dates import PartDate
from models.core.record import Record
from models.ledger import activities, briefs, honours, publicity, services
from models.ledger.activities import Activity
from models.ledger.briefs import Brief
from models.ledger.honours import Honour
from models.ledger.publicity import Publicity
from models.ledger.rates import Rate
from models.ledger.services import Service
from models.payments.medical_case import COST_REIMBURSED, SERIOUS_ILLNESS, TREATED_AWAY, MedicalCase
from models.payments.payment import Payment
from models.people.findings import Dossier
from models.people.identity import DISABLED, RURAL_VETERANS
from models.people.outsiders import Outsider
from models.people.person import Person
from models.practice.lives import UP_TO_SIX
from models.practice.people import RESIDENTS_MEDICAL
from models.practice.words import MAN, WOMAN, Chance, invented_name
from models.visits.campaign import Campaign
from models.visits.units import Unit
from models.visits.visit import Visit

PRACTICE_DOCUMENT = "演练数据"
USUAL_SIZE = 681
STREETS = (
    "人民街街道", "南滩街道", "仓门街街道", "礼让街街道", "饮马街街道", "南川东路街道", "南川西路街道", "总寨镇",
)  # fmt: skip
UNIT_NAMES = (*(f"演练驻军第{place}分队" for place in "一二三四五六七八九十"), "演练驻军机关")
# whom the office visits besides those on file: category, how many, yuan each; half at 春节, half at 八一
CALLED_ON = (
    ("困难退役军人", 40, 1550), ("复员干部", 30, 1000), ("无军籍退休职工", 60, 880),
)  # fmt: skip
OTHER_VISITED = ("其他优抚对象", 100, 800)
# programme, whom, how many, yuan altogether, month, fund
SMALL = (
    ("立功奖励", "现役军人家属", 10, 20_000, 8, "区级财政", "荣立三等功，送喜报"),
    ("优待金", "义务兵家属", 46, 552_000, 12, "区级财政", "义务兵家庭优待金"),
    ("自主就业", "自主就业退役士兵", 11, 42_000, 6, "区级财政", "技能培训费及生活补助费"),
)
INVENTED_RATES = (
    ("优抚政策落实率", 681), ("义务兵家属优待金按标准发放率(城市)", 31), ("义务兵家属优待金按标准发放率(农村)", 15),
    ("符合最低生活保障条件的优抚对象纳入率", 24), ("符合条件的优抚对象办理住院医疗保险率", 681),
)  # fmt: skip
WORK_MODELS: tuple[type[Record], ...] = (
    Outsider, Unit, Campaign, MedicalCase, Publicity, Brief, Activity, Service, Honour, Rate,
)  # fmt: skip


def station_of(street: str) -> str:
    """The service station of a street, by which its own reports name it."""
    return f"{street}退役军人服务站"


def year_of_work(dossiers: Sequence[Dossier], year: int) -> Iterator[Record]:
    """Everything that the office did in the year besides regular payments, for people who are on file or not."""
    office = _Office([each for each in dossiers if each.person.died is None], year)
    yield from office.visits()
    yield from office.programmes()
    yield from office.cases()
    yield from office.ledger()
    yield from office.outsiders


class _Office:
    def __init__(self, living: Sequence[Dossier], year: int) -> None:
        self.chance = Chance(year + 1)
        self.year, self.living = year, living
        self.people = [each.person for each in living]
        self.outsiders: list[Outsider] = []
        self.share = min(1.0, len(living) / USUAL_SIZE)

    def some(self, usual: int) -> int:
        """How many there are in an office of this size, at least one."""
        return max(1, round(usual * self.share)) if self.share < 0.9 else usual

    def day(self, month: int, day: int) -> PartDate:
        return PartDate(self.year, month, day)

    def outsider(self, category: str) -> Outsider:
        name = self.chance.fresh(
            lambda: invented_name(self.chance, "汉族", self.chance.choice((MAN, MAN, WOMAN)))
        )
        made = Outsider(
            name=name, category=category, street=self.chance.choice(STREETS), notes=PRACTICE_DOCUMENT
        )
        self.outsiders.append(made)
        return made

    # visits

    def visits(self) -> Iterator[Record]:
        campaigns = [
            Campaign(name=f"{self.year}年{name}走访", occasion=name, year=self.year, begins=self.day(month, 10), ends=self.day(month, 31))
            for name, month in (("春节", 1), ("八一", 7))
        ]  # fmt: skip
        yield from campaigns
        yield from (Unit(name=name, notes=PRACTICE_DOCUMENT) for name in UNIT_NAMES)
        for campaign, value in zip(campaigns, (3200, 3500), strict=True):
            for name in UNIT_NAMES:
                less = 100 if value == 3500 and name == UNIT_NAMES[-1] else 0
                yield self._visit(
                    campaign, "", unit=name, gifts="慰问品一批", gift_value=Decimal(value - less)
                )
            yield from self._people_of(campaign)
        yield from self._single(campaigns[1])

    def _visit(self, campaign: Campaign, category: str, **facts: Any) -> Visit:
        first = date(self.year, 1, 12) if campaign.occasion == "春节" else date(self.year, 7, 21)
        day = PartDate.of(self.chance.day(first, first.replace(day=first.day + 9)))
        facts = {
            "leader": "演练领导",
            "visitors": "演练人员甲、演练人员乙",
            "notes": PRACTICE_DOCUMENT,
            **facts,
        }
        return Visit(campaign=campaign, occasion=campaign.occasion, day=day, category=category, **facts)

    def _people_of(self, campaign: Campaign) -> Iterator[Visit]:
        for category, usual, yuan in CALLED_ON:
            for _ in range(self.some(usual) // 2 or 1):
                yield self._visit(
                    campaign, category, outsider=self.outsider(category), form="慰问金", money=Decimal(yuan)
                )
        category, usual, yuan = OTHER_VISITED
        for person in self.people[campaign.occasion == "春节" :: 5][: self.some(usual) // 2]:
            yield self._visit(campaign, category, person=person, form="慰问金", money=Decimal(yuan))

    def _single(self, campaign: Campaign) -> Iterator[Visit]:
        """Of those who are few: retired officers in enterprises, a brave veteran, soldiers' families."""
        for category, count, yuan, notes in (
            ("企业军转干部", 15, 1000, PRACTICE_DOCUMENT), ("见义勇为退役军人", 1, 2000, "见义勇为"),
            ("现役军人家属", 2, 1000, "执行特殊任务"), ("现役军人家属", 4, 1000, "荣立三等功"),
        ):  # fmt: skip
            for _ in range(count):
                someone = self.outsider(category)
                yield self._visit(
                    campaign, category, outsider=someone, form="慰问金", money=Decimal(yuan), notes=notes
                )

    # money

    def programmes(self) -> Iterator[Payment]:
        for programme, category, count, yuan, month, fund, notes in SMALL:
            strangers = [self.outsider(category) for _ in range(count)]
            yield from self._paid(programme, programme, month, yuan, fund, outsiders=strangers, notes=notes)
        residents = [p for p in self.people if p.insurance == RESIDENTS_MEDICAL]
        rural = [each.person for each in self.living if each.identities[0].kind == RURAL_VETERANS]
        residents = [p for p in residents if p not in rural][: self.some(131)]
        rural = rural[: self.some(166)]
        severe = [each.person for each in self.living if _is_severe(each)][:9]
        for programme, item, month, usual, yuan, fund, whom, category in (
            ("二次报销", "二次医疗费", 9, 8, 50_000, "中央和省级财政", self.people[7::40], "重点优抚对象"),
            ("代缴医保", "职工医疗保险代缴", 6, 9, 234_000, "区级财政", severe, "六级以上残疾军人"),
            ("门诊补助", "门诊医疗补助费", 10, 131, 60_900, "中央和省级财政", residents, "享受居民医保的重点优抚对象"),
            ("门诊补助", "门诊医疗补助费", 10, 166, 77_100, "中央和省级财政", rural, "农村籍退役士兵"),
            ("体检", "体检卡", 9, 582, 662_500, "区级财政", self.people, "在册优抚对象"),
            ("参保补助", "居民医保参保金", 11, 131, 42_000, "区级财政", residents, "享受居民医保的重点优抚对象"),
            ("物价补贴", "价格临时补贴(2—4月)", 4, 650, 120_900, "省级财政", self.people, "享受待遇人员"),
        ):  # fmt: skip
            chosen = list(whom)[: self.some(usual)]
            sum_up = round(yuan * len(chosen) / usual)
            yield from self._paid(programme, item, month, sum_up, fund, category, people=chosen)

    def _paid(
        self,
        programme: str,
        item: str,
        month: int,
        yuan: int,
        fund: str,
        category: str = "",
        people: Sequence[Person] = (),
        outsiders: Sequence[Outsider] = (),
        notes: str = PRACTICE_DOCUMENT,
    ) -> Iterator[Payment]:
        """A sum shared among people, to the yuan; the first get what is left over."""
        count = len(people) + len(outsiders)
        each, more = divmod(yuan, count or 1)
        for number, whom in enumerate((*people, *outsiders)):
            link = {"person": whom} if isinstance(whom, Person) else {"outsider": whom}
            yield Payment(
                programme=programme, item=item, month=PartDate(self.year, month), amount=Decimal(each + (number < more)),
                paid_on=self.day(month, 20), fund=fund, notes=notes,
                category=category or getattr(whom, "category", ""), **link,
            )  # fmt: skip

    def cases(self) -> Iterator[Record]:
        disabled = [each.person for each in self.living if each.identities[0].kind == DISABLED]
        for kind, cause, cost, paid, person in zip(
            (SERIOUS_ILLNESS, TREATED_AWAY, COST_REIMBURSED), ("脑血管疾病手术", "旧伤复发手术", "住院治疗"),
            (126_100, 68_000, 60_000), ((84_000, 21_840), (50_000,), (58_230,)),
            islice(cycle([*self.people[20:21], *disabled, *self.people]), 3), strict=False,
        ):  # fmt: skip
            case = MedicalCase(
                person=person, kind=kind, cause=cause, hospital="演练医院", day=self.day(5, 8),
                cost=Decimal(cost), notes=PRACTICE_DOCUMENT,
            )  # fmt: skip
            yield case
            for month, amount in zip((6, 9), paid, strict=False):
                yield Payment(
                    person=person, case=case, programme="医疗救助", item=kind, month=PartDate(self.year, month),
                    amount=Decimal(amount), paid_on=self.day(month, 25), fund="区级财政", notes=PRACTICE_DOCUMENT,
                )  # fmt: skip

    # the ledger

    def ledger(self) -> Iterator[Record]:
        for form, pieces, measure in (
            (publicity.PUBLICITY_SIGN, (4, 3, 3, 3, 3, 3, 2, 3), "块"), (publicity.PUBLICITY_BANNER, (12, 11, 10, 12, 11, 10, 10, 10), "条"),
            (publicity.PUBLICITY_SCREEN, (10, 9, 9, 8, 9, 9, 8, 8), "条"), (publicity.SHUANGYONG, (6, 5, 5, 5, 5, 5, 5, 5), "份"),
            (publicity.VETERANS, (7, 7, 7, 7, 7, 7, 6, 6), "份"),
        ):  # fmt: skip
            for number, (street, quantity) in enumerate(zip(STREETS, pieces, strict=True)):
                yield Publicity(
                    day=self.day(1 + number, 15),
                    form=form,
                    unit=street,
                    quantity=quantity,
                    measure=measure,
                    notes=PRACTICE_DOCUMENT,
                )
        yield from self._briefs()
        yield from self._activities()
        for number in range(9):
            yield Service(
                day=self.day(8, 20 + number),
                matter=services.SCHOOL_PLACE,
                name=f"演练学生{number + 1}",
                result="已入学",
            )
        for number in range(2):
            yield Service(
                day=self.day(6, 10),
                matter=services.VETERAN_SETTLED,
                name=f"演练退役军人{number + 1}",
                result="已安置",
            )
        for number in range(6):
            yield Honour(
                year=self.year, honour=honours.MODEL_VETERAN, name=f"演练人选{number + 1}",
                unit=STREETS[number], stage=honours.FIRST_ROUND, politics="审核中", deeds="审核中",
            )  # fmt: skip
        for position, (name, due) in enumerate(INVENTED_RATES, start=1):
            many = due if due < USUAL_SIZE else len(self.living)
            yield Rate(
                year=self.year, position=position, name=name, done=many, due=many, notes=PRACTICE_DOCUMENT
            )

    def _briefs(self) -> Iterator[Brief]:
        for kind, channel, count in (
            (briefs.TO_CITY, "市双拥办", 43), (briefs.NEWSPAPER, "省、市级报刊", 6), (briefs.TELEVISION, "市级电视台", 4),
            (briefs.NEW_MEDIA, "今日头条", 6), (briefs.ACTIVITY, "区双拥办", 35),
        ):  # fmt: skip
            for number in range(count):
                street = STREETS[number % 8]
                yield Brief(
                    day=self.day(1 + number % 12, 8 + number % 20), kind=kind, channel=channel,
                    unit=station_of(street) if kind == briefs.ACTIVITY else street,
                    title=f"{kind}第{number + 1}期", notes=PRACTICE_DOCUMENT,
                )  # fmt: skip

    def _activities(self) -> Iterator[Activity]:
        def held(month: int, day: int, theme: str, kind: str, **facts: Any) -> Activity:
            return Activity(
                day=self.day(month, day), theme=theme, kind=kind, notes=PRACTICE_DOCUMENT, **facts
            )

        for number, books in enumerate((70, 68, 70)):
            yield held(1, 14 + number, "春节进军营慰问", activities.COMFORT, books=books)
        for number, books in enumerate((66, 70, 70)):
            yield held(5, 6 + number, "军民共建文化慰问", activities.COMMUNITY, books=books)
        yield held(1, 16, "迎春茶话会", "茶话会", scrolls=152, people=60)
        yield held(7, 1, "“七一”主题党日", activities.PARTY_DAY, people=85)
        yield held(4, 3, "清明祭英烈", activities.MEMORIAL, units=67, stations=61, people=617)
        for number in range(17):
            yield held(
                7,
                15 + number % 15,
                f"“八一”系列活动之{number + 1}",
                "拥军联谊",
                organiser=STREETS[number % 8],
            )


def _is_severe(file: Dossier) -> bool:
    return any(each.kind == DISABLED and each.grade in UP_TO_SIX for each in file.identities)
