"""Figures of visits 走访慰问 (F09–F17); a visit belongs to the year of its day."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

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
CADRES, BRAVE, FAMILIES = "企业军转干部", "见义勇为退役军人", "军人家属"
SPECIAL_DUTY_CLASS, MERIT_CLASS = "特殊任务", "三等功"
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


WAN_FLOOR = Display(DISPLAY_FLOOR, Decimal(1))
VISIT_DEFINITIONS = [
    Definition("visits.unit_rounds", "F09", VISITS_SECTION, "走访驻区部队", "次", Visit, units, distinct(OCCASION)),
    Definition("visits.units", "F10", VISITS_SECTION, "走访的驻区部队", "支", Visit, units, distinct(Visit.unit)),
    Definition("visits.gifts_yuan", "F11", VISITS_SECTION, "慰问驻区部队的慰问品折价", YUAN, Visit, units, total_measure(Visit.gift_value), WAN_FLOOR),
    Definition("visits.persons_yuan", "F12", VISITS_SECTION, "发放困难退役军人、复员干部、其他优抚对象、无军籍退休职工慰问金", YUAN, Visit, visits_to_classes(*USUAL), total_measure(Visit.money), WAN_FLOOR),
    Definition("visits.bravery_yuan", "F14", VISITS_SECTION, "发放见义勇为退役军人慰问金", YUAN, Visit, visits_to_classes(BRAVE), total_measure(Visit.money)),
    Definition("visits.cadres_yuan", "F15", VISITS_SECTION, "发放企业军转干部慰问金", YUAN, Visit, visits_to_classes(CADRES), total_measure(Visit.money), Display(DISPLAY_WAN)),
    Definition("visits.special_duty_families", "F16", VISITS_SECTION, "走访执行特殊任务的现役军人家属", "名", Visit, families(SPECIAL_DUTY_CLASS), people_measure),
    Definition("visits.merit_families", "F17", VISITS_SECTION, "走访荣立三等功的现役军人家属", "名", Visit, families(MERIT_CLASS), people_measure),
]  # fmt: skip
