"""The circumstances of invented people: where and how they live, and with whom."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from models.practice.lives import LifeFacts, Newcomer
from models.practice.words import MAN, WOMAN, Chance, invented_name, invented_words, years_after

RURAL = "农村"
BEREAVED, MARRIED, SINGLE = "丧偶", "已婚", "未婚"


def circumstances(chance: Chance, who: Newcomer, born: date) -> LifeFacts:
    """All that a full registration form says of a person but name, numbers, accounts and rights."""
    age = who.year - born.year
    facts = _address(chance, who.lot["household"])
    facts |= {"name": who.name, "sex": who.sex, "ethnic": who.ethnic, "born": born, "postcode": "810000"}
    facts |= _standing(chance, who, age) | _means(chance, who, age)
    facts |= _condition(chance, age) | _home(chance, facts["family_size"])
    return facts


def _address(chance: Chance, household: str) -> LifeFacts:
    street, (code, *communities) = chance.choice(list(invented_words()["places"].items()))
    villages = [name for name in communities if name.endswith("村")]
    community = chance.choice(villages if household == RURAL and villages else communities)
    address = f"西宁市城中区{street}{community}{_house(chance)}"
    facts = {"street": street, "community": community, "household": household, "household_address": address}
    facts |= {"household_area": f"{code}000", "residence_area": f"{code}000", "residence": address}
    if chance.likely(0.12):  # lives elsewhere than registered
        street, (code, *communities) = chance.choice(list(invented_words()["places"].items()))
        facts["residence"] = f"西宁市城中区{street}{chance.choice(communities)}{_house(chance)}"
        facts["residence_area"] = f"{code}000"
    return facts


def _house(chance: Chance) -> str:
    return f"{chance.randint(1, 200)}号{chance.randint(1, 6)}单元{chance.randint(100, 899)}室"


def _standing(chance: Chance, who: Newcomer, age: int) -> LifeFacts:
    """Family, schooling and party."""
    widowed = (age > 60 and chance.likely(0.3)) or who.lot.get("relation") == "配偶"
    child = age < 18
    schooling = (
        ("小学", "初中", "高中", "大学专科和专科学校")
        if age < 70
        else ("文盲或半文盲", "小学", "小学", "初中", "高中")
    )
    return {
        "marital": SINGLE if child else BEREAVED if widowed else MARRIED,
        "education": chance.choice(("小学", "初中")) if child else chance.choice(schooling),
        "politics": "群众" if child else chance.choice(("中共党员", "群众", "群众")),
        "head_relation": chance.choice(
            ("子", "孙子、孙女或外孙子、外孙女") if child else ("户主", "户主", "配偶", "父母")
        ),
        "family_size": chance.choice((1, 1, 2)) if widowed else chance.choice((2, 2, 3, 3, 4, 5)),
        "at_school": child,
        "alone": not child and widowed and chance.likely(0.06),
        "orphan": child and chance.likely(0.15),
    }


def _means(chance: Chance, who: Newcomer, age: int) -> LifeFacts:
    """Insurance, work and income."""
    worker = who.lot["insurance"] == "城镇职工基本医疗保险"
    rural = who.lot["household"] == RURAL
    facts: LifeFacts = {"insurance": who.lot["insurance"], "low_income": not worker and chance.likely(0.08)}
    facts["pension"] = "城镇职工基本养老保险" if worker else "城乡居民基本养老保险"
    facts["five_guarantees"] = rural and chance.likely(0.01)
    if age < 18:
        return facts | {"employment": "其他", "income": Decimal(0)}
    if age < 60 and worker:
        employer, nature = chance.choice(invented_words()["employers"])
        facts |= {"employer": employer, "employer_nature": nature, "employment": "在职(企业)"}
        facts |= {"employer_address": "西宁市城中区", "employer_phone": f"0971-0{chance.digits(6)}"}
        return facts | {"income": Decimal(chance.randint(300, 900) * 100)}
    facts["employment"] = "退休" if worker else "务农" if rural else chance.choice(("无工作", "失业", "经商"))
    return facts | {
        "income": Decimal(chance.randint(240, 620) * 100 if worker else chance.randint(20, 220) * 100)
    }


def _condition(chance: Chance, age: int) -> LifeFacts:
    """Health, and what is left of strength."""
    frail = chance.likely(min(0.9, max(0.0, (age - 55) / 40)))
    feeble = frail and chance.likely(0.2)
    return {
        "health": "有慢性病" if frail else chance.choice(("健康或良好", "一般或较弱")),
        "labour": "完全丧失劳动能力" if feeble else "部分丧失劳动能力" if frail else "有劳动能力",
        "selfcare": chance.choice(("半自理", "享受护理")) if feeble else "自理",
        "support": chance.choice(("光荣院", "敬老院", "分散供养")) if feeble else "分散供养",
        "mental": chance.likely(0.01),
        "disabled": chance.likely(0.05),
        "living": chance.word("livings"),
        "body": chance.word("bodies") if frail else "良好",
        "economy": chance.word("economies"),
    }


def _home(chance: Chance, family_size: int) -> LifeFacts:
    area = chance.randint(38, 140)
    flat = chance.likely(0.75)
    facts: LifeFacts = {"owns_house": chance.likely(0.88), "floor_area": str(area)}
    facts["area_each"] = f"{Decimal(area) / family_size:.1f}"
    facts["house_type"] = "楼房" if flat else "平房"
    facts["house_structure"] = chance.choice(("钢筋混凝土", "砖混") if flat else ("砖木", "土木", "砖混"))
    facts["house_ownership"] = chance.choice(("自有", "自有", "自建")) if facts["owns_house"] else "公租房"
    facts["house_state"] = chance.choice(("完好", "完好", "一般", "漏雨待修"))
    facts["rooms"] = max(1, area // 30)
    facts["house_built"] = str(chance.randint(1972, 2015))
    return facts


def family_of(chance: Chance, who: Newcomer, facts: LifeFacts) -> list[LifeFacts]:
    """The family as the registration form lists it: a child's mother, else spouse and children."""
    born: date = facts["born"]
    if facts["marital"] == SINGLE:
        return (
            []
            if facts["orphan"]
            else [_member(chance, who, "母亲", WOMAN, "", -chance.randint(22, 32), born)]
        )
    members = []
    house = who.lot["house"]
    if facts["marital"] == MARRIED:
        other, relation, surname = (WOMAN, "妻", "") if who.sex == MAN else (MAN, "夫", house)
        members.append(_member(chance, who, relation, other, surname, chance.randint(-3, 4), born))
    if facts["alone"]:
        return members
    sexes = [chance.choice((MAN, WOMAN)) for _ in range(chance.choice((1, 2, 2, 3)))]
    for place, sex in enumerate(sexes):
        relation = (("长子", "次子", "三子") if sex == MAN else ("长女", "次女", "三女"))[
            sexes[:place].count(sex)
        ]
        members.append(
            _member(chance, who, relation, sex, house, 23 + 3 * place + chance.randint(0, 2), born)
        )
    return members


def _member(
    chance: Chance, who: Newcomer, relation: str, sex: str, surname: str, years: int, born: date
) -> LifeFacts:
    """A relative born so many years after somebody's own birth."""
    birth = chance.day(years_after(born, years), years_after(born, years + 1))
    facts: LifeFacts = {
        "relation": relation,
        "name": invented_name(chance, who.ethnic, sex, surname),
        "sex": sex,
        "born": birth,
    }
    age = who.year - birth.year
    if age >= 18 and chance.likely(0.6):
        facts["phone"] = mobile(chance)
        facts["employer"] = chance.word(
            "beginnings" if age < 24 else "workplaces" if age < 60 else "retirements"
        )
    return facts


def mobile(chance: Chance) -> str:
    """A mobile number that no network gives out: none has the prefix 154."""
    return f"154{chance.digits(8)}"
