"""Office: invented people with their payments and visits, as they are known before anybody writes them onto paper."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from tests import factories

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "国明建华志强玉兰秀英海生桂芳永福德才春梅成义来福文斌占元得胜万年有财长青"
STREETS = {
    "总寨镇": ["清河村", "上庄村", "东村", "元堡村"],
    "人民街街道": ["南山社区", "兴旺社区"],
    "南滩街道": ["新村社区", "北园社区", "园树村"],
    "礼让街街道": ["西林社区", "花园社区"],
}
BANKS = ["青海银行", "中国农业银行", "中国建设银行", "西宁农商银行"]
STATES = ["享受待遇"] * 12 + ["停发", "迁移", "去世", "取消"]
GRADES = ["一级", "二级", "三级", "四级", "五级", "六级", "七级", "八级", "九级", "十级"]
NATURES = ["因战", "因公", "因病"]
KINDS = ["参战退役人员", "伤残人员", "农村籍退役士兵", "带病回乡退役军人", "参试退役人员"]
ETHNIC = ["汉族"] * 6 + ["回族", "藏族", "土族", "撒拉族"]
OCCASIONS = {"春节": date(2020, 1, 18), "八一": date(2020, 7, 28)}
GIFTS = ["米一袋、油一桶", "棉被一床", "米面油各一份", ""]
PAY = [Decimal(650), Decimal(720), Decimal("1146.67"), Decimal(1407), Decimal("585.50"), Decimal(880)]

Facts = dict[str, str | date]


@dataclass
class Somebody:
    """One person of the office, with one kind; ``facts`` by the name of their field in the archive."""

    number: str
    kind: str
    facts: Facts
    pay: Decimal = Decimal(0)

    @property
    def name(self) -> str:
        return str(self.facts["name"])


@dataclass
class Office:
    """A street's people of a year, and the chance by which all of it is invented and written."""

    chance: random.Random
    people: list[Somebody] = field(default_factory=list)


def invent(seed: int, least: int = 20, most: int = 40) -> Office:
    """An office of so many people of the same seed, always the same."""
    office = Office(random.Random(seed))
    names: set[str] = set()
    while len(office.people) < office.chance.randint(least, most):
        someone = somebody(office.chance, len(office.people))
        if (
            someone.name not in names
        ):  # two of one name are told apart by their numbers, which other tests try
            names.add(someone.name)
            office.people.append(someone)
    return office


def somebody(chance: random.Random, serial: int) -> Somebody:
    """One more person with everything a roster may say of him."""
    born = date(1940, 1, 1) + timedelta(days=chance.randrange(18 * 365))
    sex = chance.choice("男男男男女")
    joined = born + timedelta(days=chance.randint(18 * 365 + 10, 20 * 365))
    left = joined + timedelta(days=chance.randint(3 * 365, 6 * 365))
    kind, street = chance.choice(KINDS), chance.choice(list(STREETS))
    community = chance.choice(STREETS[street])
    name = chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, chance.choice([1, 2, 2, 2])))
    number = factories.citizen_number(born, sex)
    facts: Facts = {
        "name": name, "number": number, "sex": sex, "ethnic": chance.choice(ETHNIC), "born": born,
        "phone": f"1{chance.choice('3578')}9{chance.randrange(10**8):08d}", "street": street, "community": community,
        "residence": f"{community}{chance.randint(1, 300)}号", "state": chance.choice(STATES), "joined": joined,
        "left": left, "approved": date(chance.randint(2008, 2019), chance.randint(1, 12), chance.randint(1, 28)),
        "bank": chance.choice(BANKS), "account": factories.card_number(chance.randrange(10**11)),
    }  # fmt: skip
    if kind == "伤残人员":
        grade = chance.randrange(len(GRADES))  # by illness only the first six are paid (军人抚恤优待条例 §27)
        facts |= {"grade": GRADES[grade], "nature": chance.choice(NATURES if grade < 6 else NATURES[:2])}
    return Somebody(number, kind, facts, chance.choice(PAY))
