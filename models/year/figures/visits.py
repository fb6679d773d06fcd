"""Figures of visits 走访慰问 (F09–F17); a visit belongs to the year of its day."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any

from peewee import Expression, fn

from models.ledger.years import in_year
from models.visits.visit import Visit
from models.year.figures.definitions import Definition, Where, distinct, people_measure, total_measure
from models.year.figures.display import DISPLAY_FLOOR, DISPLAY_WAN, YUAN, Display

VISITS_SECTION = "走访慰问"
USUAL = (
    "困难退役军人",
    "复员干部",
    "其他优抚对象",
    "无军籍退休职工",
)  # who are visited before both festivals
USUAL_KEYS = ("hard_veterans", "demobilised_cadres", "others", "retired_workers")
CADRES, BRAVE, FAMILIES = "企业军转干部", "见义勇为退役军人", "军人家属"
SPECIAL_DUTY_CLASS, MERIT_CLASS, FORUM, LETTER = "特殊任务", "三等功", "座谈", "慰问信"
AT_SPRING, AT_AUGUST = ("春节", "迎春", "新春", "两节"), ("八一", "建军节")
OCCASION = fn.COALESCE(
    fn.NULLIF(Visit.occasion, ""), Visit.day
)  # a visit of no occasion is a round of its own day


def units(year: int) -> Iterator[Expression]:
    yield in_year(Visit.day, year)
    yield Visit.unit != ""


def visits_to_classes(*categories: str) -> Where:
    """Visits to people of these classes; a unit is nobody's class."""
    return lambda year: (in_year(Visit.day, year), Visit.unit == "", Visit.category.in_(categories))


def families(words: str) -> Where:
    """Visits to soldiers' families whose note says so."""
    said = Visit.notes.contains(words) | Visit.category.contains(words)
    return lambda year: (in_year(Visit.day, year), Visit.unit == "", Visit.category.contains(FAMILIES), said)


def usual_at(occasions: tuple[str, ...]) -> Where:
    """Visits at a festival to those who are usually visited at both."""
    said = reduce(or_, (Visit.occasion.contains(each) for each in occasions))
    return lambda year: (*visits_to_classes(*USUAL)(year), said)


def cadres_at_forum(year: int) -> Iterator[Expression]:
    """What was given to retired officers in enterprises at a forum 座谈会."""
    yield from visits_to_classes(CADRES)(year)
    yield reduce(or_, (field.contains(FORUM) for field in (Visit.form, Visit.circumstances, Visit.notes)))


def merit_families_with(condition: Any) -> Where:
    return lambda year: (*families(MERIT_CLASS)(year), condition)


WAN_FLOOR = Display(DISPLAY_FLOOR, Decimal(1))
VISIT_DEFINITIONS = [
    Definition("visits.unit_rounds", "F09", VISITS_SECTION, "走访驻区部队", "次", Visit, units, distinct(OCCASION)),
    Definition("visits.units", "F10", VISITS_SECTION, "走访的驻区部队", "支", Visit, units, distinct(Visit.unit)),
    Definition("visits.gifts_yuan", "F11", VISITS_SECTION, "慰问驻区部队的慰问品折价", YUAN, Visit, units, total_measure(Visit.gift_value), WAN_FLOOR),
    Definition("visits.persons_yuan", "F12", VISITS_SECTION, "发放困难退役军人、复员干部、其他优抚对象、无军籍退休职工慰问金", YUAN, Visit, visits_to_classes(*USUAL), total_measure(Visit.money), WAN_FLOOR),
    *(
        Definition(f"visits.{key}", f"F12{letter}", VISITS_SECTION, f"走访{category}", "名", Visit, visits_to_classes(category), people_measure)
        for letter, (key, category) in zip("abcd", zip(USUAL_KEYS, USUAL, strict=True), strict=True)
    ),
    Definition("visits.person_rounds", "F12g", VISITS_SECTION, "走访慰问优抚对象和退役军人", "次", Visit, visits_to_classes(*USUAL), distinct(OCCASION)),
    Definition("visits.spring_yuan", "F12e", VISITS_SECTION, "其中春节慰问金", YUAN, Visit, usual_at(AT_SPRING), total_measure(Visit.money), WAN_FLOOR, share_of="visits.persons_yuan"),
    Definition("visits.august_yuan", "F12f", VISITS_SECTION, "其中“八一”慰问金", YUAN, Visit, usual_at(AT_AUGUST), total_measure(Visit.money), WAN_FLOOR, share_of="visits.persons_yuan"),
    Definition("visits.bravery_yuan", "F14", VISITS_SECTION, "发放见义勇为退役军人慰问金", YUAN, Visit, visits_to_classes(BRAVE), total_measure(Visit.money)),
    Definition("visits.cadres_yuan", "F15", VISITS_SECTION, "发放企业军转干部慰问金", YUAN, Visit, visits_to_classes(CADRES), total_measure(Visit.money), Display(DISPLAY_WAN)),
    Definition("visits.cadre_forum", "F15a", VISITS_SECTION, "在座谈会上慰问企业军转干部", "名", Visit, cadres_at_forum, people_measure),
    Definition("visits.special_duty_families", "F16", VISITS_SECTION, "走访执行特殊任务的现役军人家属", "名", Visit, families(SPECIAL_DUTY_CLASS), people_measure),
    Definition("visits.merit_families", "F17", VISITS_SECTION, "走访荣立三等功的现役军人家属", "名", Visit, families(MERIT_CLASS), people_measure),
    Definition("visits.merit_letters", "F17a", VISITS_SECTION, "给荣立三等功的现役军人家属送去慰问信", "名", Visit, merit_families_with(Visit.form.contains(LETTER)), people_measure),
    Definition("visits.merit_yuan", "F17b", VISITS_SECTION, "给荣立三等功的现役军人家属送去慰问金", YUAN, Visit, merit_families_with(Visit.money > 0), total_measure(Visit.money)),
]  # fmt: skip
