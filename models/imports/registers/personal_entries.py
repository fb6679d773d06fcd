"""Personal entries, made of rows about money and calls: payments, cases of illness, visits to people and units."""

from __future__ import annotations

import re
from typing import Any

from models.core import codes
from models.core.dates import PartDate
from models.core.words import half_width
from models.imports.registers import kinds
from models.imports.registers.entries import Around, RegisterRecord, day_of_line, makes, some
from models.imports.registers.lines import RegisterLine
from models.imports.registers.month_words import MonthSpan, month_named, month_span
from models.imports.registers.programmes import programme_of
from models.imports.registers.titles import Title
from models.imports.words.kind_words import kind_named
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.visits.visit import Visit

FORCES = re.compile(r"部队|驻军|单位|连队")  # as a class of somebody visited: a unit, not a person
GIFTS, OTHER = "慰问品", "其他"


@makes(kinds.PAYMENTS)
def payment(line: RegisterLine, around: Around) -> RegisterRecord:
    month, day = _when_paid(line, around)
    facts = some(line, "item", "category", "standard", "amount", "account", "fund")
    if codes.table("state").read(facts.get("item", "")):  # 发放类别 of some systems: 享受待遇, 新增, 去世
        facts["notes"] = "；".join(filter(None, [f"发放类别：{facts.pop('item')}", facts.get("notes", "")]))
    if "category" not in facts and codes.kind_of_category(
        facts.get("item", "")
    ):  # 类型 of who is paid, not of the money
        facts["category"] = facts.pop("item")
    if not {"category"} & (facts.keys() | line.letters.keys()) and (kind := _kind_around(line, around)):
        facts["category"] = kind
    programme = programme_of(facts.get("item", ""), around.words(line))
    facts |= {"programme": programme, "month": month, "paid_on": day}
    facts.setdefault("item", programme)
    key = ("programme", "item", "month", "paid_on")
    return RegisterRecord(
        Payment,
        facts,
        key,
        ("amount",),
        (("programme", "month", "amount"), ("paid_on", "amount")),
        personal=True,
    )


def _when_paid(line: RegisterLine, around: Around) -> tuple[PartDate | None, PartDate | None]:
    """For which month and on which day a row was paid, by its own words, the title's, the sheet's and the file's name."""
    month: PartDate | None = line.facts.get("month")
    if month is None and "span" not in line.facts and (span := _span_around(line, around)):
        line.keep_span(span, "所属月份", span.chinese(), None)
    if "span" in line.facts:
        return None, line.facts.get("day") or day_of_line(line, around) or PartDate(
            line.facts["span"].last.year
        )
    day: PartDate | None = line.facts.get("day") or (None if month else day_of_line(line, around))
    if month is None and (day is None or not day.month):
        named = (month_named(words, around.year) for words in (around.sheet, around.file))
        month = next(filter(None, named), None)
    if month is None and day is not None and day.month:
        month = PartDate(day.year, day.month)
    return month, day


def _span_around(line: RegisterLine, around: Around) -> MonthSpan | None:
    """The several months that the words around a table say, where the row itself says neither day nor month."""
    if line.facts.get("day") or "month" in line.letters:
        return None
    sheet = month_span(around.sheet, around.year, whole=False)
    return Title(line.section).span() or around.title.span() or sheet


def _kind_around(line: RegisterLine, around: Around) -> str:
    """The identity kind that the words around a table speak of: 60周岁农村籍退役士兵门诊补助."""
    return next((kind for words in around.words(line) if (kind := kind_named(words))), "")


@makes(kinds.CASES)
def case(line: RegisterLine, around: Around) -> RegisterRecord:
    """A payment towards a case; its case is found or made when it is matched."""
    facts = some(line, "fund", "amount", "account", "category")
    day, kind = day_of_line(line, around), line.facts.get("kind") or OTHER
    month = PartDate(day.year, day.month) if day and day.month else None
    programme = "二次报销" if kind == "二次报销" else "医疗救助"
    facts |= {"programme": programme, "item": kind, "month": month, "paid_on": day}
    key = ("programme", "item", "paid_on", "fund")
    return RegisterRecord(
        Payment, {"fund": ""} | facts, key, ("amount",), (("programme", "item", "amount"),), personal=True
    )


def case_facts(line: RegisterLine, around: Around) -> dict[str, Any]:
    """What the row says of the case that a payment helps with."""
    told: dict[str, Any] = {
        name: line.facts[name]
        for name in ("cause", "hospital", "invoice", "cost", "insured")
        if name in line.facts
    }
    return {"kind": line.facts.get("kind") or OTHER, "day": day_of_line(line, around), **told}


def bare_case(line: RegisterLine, around: Around) -> RegisterRecord:
    """A case of which nothing was paid yet."""
    facts = case_facts(line, around) | some(line)
    return RegisterRecord(
        MedicalCase, facts, ("kind", "cause", "day"), ("cost",), (("kind", "cause"),), personal=True
    )


def _visit(line: RegisterLine, around: Around) -> dict[str, Any]:
    names = ("occasion", "leader", "visitors", "form", "money", "gifts", "gift_count", "gift_value")
    facts = some(line, *names)
    facts["day"] = day_of_line(line, around)
    if "occasion" not in facts:
        facts["occasion"] = (
            Title(line.section).occasion() or around.title.occasion() or Title(around.sheet).occasion()
        )
    if facts.get("gift_value") and not facts.get("gifts"):
        facts["gifts"] = GIFTS
    return {"occasion": ""} | facts


def unit_name(words: str) -> str:
    """A unit's name without stray spaces, its brackets of one kind: one unit is not two for the way it was typed."""
    return half_width(words).replace(" ", "").replace("(", "（").replace(")", "）")


@makes(kinds.UNITS)
def unit_visit(line: RegisterLine, around: Around) -> RegisterRecord:
    facts = _visit(line, around) | {"unit": unit_name(line.facts.get("unit", ""))}
    return RegisterRecord(
        Visit,
        facts,
        ("unit", "day", "occasion"),
        ("gifts", "gift_value", "money"),
        (("unit", "occasion", "gift_value"), ("unit", "day"), ("day", "occasion", "gift_value")),
    )


@makes(kinds.PEOPLE)
def person_visit(line: RegisterLine, around: Around) -> RegisterRecord:
    category = line.facts.get("category", "")
    if not line.facts.get("number") and FORCES.search(category) and line.facts.get("name"):
        line.facts["unit"] = line.facts["name"]
        return unit_visit(line, around)
    facts = _visit(line, around) | some(line, "category", "circumstances", "wishes", "handling", "done")
    key, loose = ("day", "occasion"), (("occasion", "category", "money"), ("day", "money"))
    return RegisterRecord(
        Visit,
        {"category": ""} | facts,
        key,
        ("category", "money", "gifts", "gift_value"),
        loose,
        personal=True,
    )
