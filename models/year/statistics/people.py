"""People by their rights: the tables 各类优抚对象, 伤残人员, 三属, 60岁老兵服役年限, 供养情况, 参战参试 (S42)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from models.core import codes
from models.office import settings
from models.people.identity import (
    COMBATANTS,
    DEMOBILISED,
    DISABLED,
    MARTYRS_CHILDREN,
    RURAL_VETERANS,
    SICK_VETERANS,
    SURVIVORS,
    TEST_VETERANS,
    Identity,
)
from models.year.statistics.frame import (
    CellValue,
    FactCondition,
    StatisticHeading,
    StatisticSheet,
    both,
    by,
    cells,
    every_fact,
    fact_among,
    no,
    present,
)
from models.year.statistics.held_identities import HeldIdentity, closing, identities

BY_RIGHT = "按身份计数：一人有几种身份的，在各自的类别中各计一次；只计当日享受待遇的。"
TOWN_PEOPLE, COUNTRY_PEOPLE = "城镇", "农村"
MOST_YEARS = 25
STREET = "街道(镇)"

# group → its columns: heading and the categories counted there (order and wording of the form)
CATEGORY_GROUPS: dict[str, dict[str, tuple[str, ...]]] = {
    "伤残人员": {
        "残疾军人": ("残疾军人",),
        "伤残国家机关人员": ("伤残国家机关工作人员",),
        "伤残人民警察": ("伤残人民警察", "非行政编制人民警察"),
        "因战因公伤残人员": ("因战因公伤残人员",),
        "伤残民兵民工": ("伤残民兵民工", "伤残预备役人员和民兵民工"),
    },
    "享受定期抚恤金人员": {
        "烈士遗属": ("烈士遗属",),
        "因公牺牲军人遗属": ("因公牺牲军人遗属",),
        "病故军人遗属": ("病故军人遗属",),
    },
    "享受定期补助人员": {
        "在乡复员军人": ("在乡复员军人",),
        "带病回乡退役军人": ("带病回乡退役军人",),
    },
    "两参人员": {
        "参战退役人员": ("参战退役人员",),
        "原8023部队退役人员": ("原8023部队退役人员",),
        "其他参加核试验退役人员": ("其他参加核试验军队退役人员",),
        "铀矿开采军队退役人员": ("铀矿开采军队退役人员",),
    },
    "60岁退役士兵及老烈子女": {
        "60岁以上农村籍退役士兵": ("年满60周岁农村籍退役士兵",),
        "部分烈士子女": ("部分60周岁以上烈士子女", "烈士子女"),
        "部分平反人员子女": ("部分60周岁以上错杀被平反人员子女",),
    },
}
KINDS_OF_GROUPS = {
    "伤残人员": (DISABLED,), "享受定期抚恤金人员": (SURVIVORS,), "享受定期补助人员": (DEMOBILISED, SICK_VETERANS),
    "两参人员": (COMBATANTS, TEST_VETERANS), "60岁退役士兵及老烈子女": (RURAL_VETERANS, MARTYRS_CHILDREN),
}  # fmt: skip


def people_sheet(year: int) -> StatisticSheet:
    """各类优抚对象人数统计表: a row for each street."""
    facts = _paid(year)
    return _sheet("各类优抚对象人数统计表", year, facts, _streets(facts), list(_kinds(facts)), STREET)


def disabled(year: int) -> StatisticSheet:
    """伤残人员统计表: grade by nature and standing."""
    facts = [fact for fact in _paid(year) if fact.kind == DISABLED]
    grades = present("grade", facts, codes.table("grade").names(), every=True)
    natures = present("nature", facts, codes.table("nature").names(), every=True)
    columns = []
    for nature in natures:
        inside = fact_among("nature", (nature,))
        columns += _split(nature or "未登记性质", inside, "standing", facts, ("在乡", "在职"))
    columns += _split("合计", every_fact, "standing", facts, ("在乡", "在职"))
    return _sheet("伤残人员统计表", year, facts, by("grade", grades, "未登记等级"), columns, "伤残等级")


def survivors(year: int) -> StatisticSheet:
    """三属人数统计表: whose survivors, in town and country."""
    facts = [fact for fact in _paid(year) if fact.kind == SURVIVORS]
    known = tuple(CATEGORY_GROUPS["享受定期抚恤金人员"])
    columns = []
    for label in known:
        columns += _split(
            label, fact_among("category", (label,)), "household", facts, (TOWN_PEOPLE, COUNTRY_PEOPLE)
        )
    if any(fact.category not in known for fact in facts):
        columns.append(StatisticHeading("未登记类别", no(fact_among("category", known))))
    columns.append(StatisticHeading("合计", total=True))
    return _sheet("三属人数统计表", year, facts, _streets(facts), columns, STREET)


def old_soldiers(year: int) -> StatisticSheet:
    """60岁老兵服役年限统计表: how many served so many years, and all their years."""
    facts = [fact for fact in _paid(year) if fact.kind == RURAL_VETERANS]
    columns = [
        StatisticHeading(f"{years}年", fact_among("service_years", (years,)))
        for years in range(1, MOST_YEARS + 1)
    ]
    columns.append(
        StatisticHeading(f"大于{MOST_YEARS}年", lambda fact: (fact.service_years or 0) > MOST_YEARS)
    )
    if any(not fact.service_years for fact in facts):
        columns.append(StatisticHeading("未登记", fact_among("service_years", (None, 0))))
    columns.append(StatisticHeading("合计人数", total=True))
    columns.append(StatisticHeading("合计年限", total=True, tell=_all_years))
    return _sheet("60岁老兵服役年限统计表", year, facts, _streets(facts), columns, STREET)


def support(year: int) -> StatisticSheet:
    """供养情况统计表: of each kind, who is cared for where."""
    facts = _paid(year)
    rows = by("kind", present("kind", facts, codes.table("kind").names()))
    places = present("support", facts, codes.table("support").names(), every=True)
    columns = [each for each in by("support", places) if not each.total]
    columns.append(StatisticHeading("合计", total=True))
    return _sheet("供养情况统计表", year, facts, rows, columns, "类别")


def combatants(year: int) -> StatisticSheet:
    """参战、参试统计表: of each battle and test site, in town and country."""
    facts = [fact for fact in _paid(year) if fact.kind in (COMBATANTS, TEST_VETERANS)]
    rows = [StatisticHeading("合计", total=True)]
    for kind, attribute in ((COMBATANTS, "battle"), (TEST_VETERANS, "test")):
        inside = fact_among("kind", (kind,))
        own = [fact for fact in facts if fact.kind == kind]
        rows.append(StatisticHeading(f"{kind[:2]}小计", inside, total=True))
        for name in present(attribute, own, codes.table(attribute).names()):
            rows.append(
                StatisticHeading(
                    name or f"未登记{kind[:2]}类别", both(inside, fact_among(attribute, (name,)))
                )
            )
    columns = _split("", every_fact, "household", facts, (COUNTRY_PEOPLE, TOWN_PEOPLE))
    return _sheet("参战、参试人员统计表", year, facts, rows, columns, "参战(参试)类别")


def _paid(year: int) -> list[HeldIdentity]:
    day = closing(year)
    return [each for each in identities() if each.paid_on(day)]


def _sheet(
    title: str,
    year: int,
    facts: Sequence[HeldIdentity],
    rows: Sequence[StatisticHeading],
    columns: Sequence[StatisticHeading],
    corner: str,
) -> StatisticSheet:
    day = closing(year)
    people = len({fact.person for fact in facts})
    note = f"{day.year}年{day.month}月{day.day}日在册；共{len(facts):,}个身份，{people:,}人。{BY_RIGHT}"
    made = cells(rows, columns, facts)
    return StatisticSheet(title, "人", corner, Identity, tuple(rows), tuple(columns), made, notes=(note,))


def _streets(facts: Iterable[HeldIdentity]) -> list[StatisticHeading]:
    streets = codes.table("place").below(settings.office().area_code)
    return by("street", present("street", facts, streets, every=True), "未登记街道(镇)")


def _kinds(facts: Sequence[HeldIdentity]) -> Iterable[StatisticHeading]:
    """The columns of the form; what it has no column for gets one, so that nobody is left out of the sum."""
    before: list[str] = []
    for group, columns in CATEGORY_GROUPS.items():
        if group == "两参人员":
            yield StatisticHeading("合计(不含两参)", fact_among("kind", before), total=True)
        inside = fact_among("kind", KINDS_OF_GROUPS[group])
        before += KINDS_OF_GROUPS[group]
        yield StatisticHeading("小计", inside, group, total=True)
        known = _of([name for names in columns.values() for name in names])
        yield from (
            StatisticHeading(label, both(inside, _of(names)), group) for label, names in columns.items()
        )
        if any(inside(fact) and not known(fact) for fact in facts):
            yield StatisticHeading("未分类", both(inside, no(known)), group)
    if any(fact.kind not in before for fact in facts):
        yield StatisticHeading("其他优抚对象", no(fact_among("kind", before)))
    yield StatisticHeading("合计", total=True)


def _of(names: Iterable[str]) -> FactCondition:
    """By the category, or by what the roster says of the test site: 参试 is divided by it."""
    wanted = frozenset(names)
    return lambda fact: fact.category in wanted or fact.test in wanted


def _split(
    group: str, inside: FactCondition, attribute: str, facts: Sequence[HeldIdentity], names: Sequence[str]
) -> list[StatisticHeading]:
    """Columns of one group for the values of an attribute, for its being unknown where it is, and their sum."""
    found = [StatisticHeading(name, both(inside, fact_among(attribute, (name,))), group) for name in names]
    if any(inside(fact) and getattr(fact, attribute) not in names for fact in facts):
        found.append(StatisticHeading("未登记", both(inside, no(fact_among(attribute, names))), group))
    return [*found, StatisticHeading("小计" if group else "合计", inside, group, total=True)]


def _all_years(facts: Sequence[Any]) -> CellValue:
    return sum(fact.service_years or 0 for fact in facts)
