"""What a row of a register becomes: the facts of a record, and those by which it is known again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from models import codes
from models.base import Record
from models.dates import PartDate
from models.ledger.activities import Activity
from models.ledger.briefs import Brief
from models.ledger.honours import MODEL_VETERAN, Honour
from models.ledger.publicity import Publicity
from models.ledger.rates import Rate
from models.ledger.services import Service
from models.medical import MedicalCase
from models.payments import Payment
from models.registers import kinds, wordings
from models.registers.lines import RegisterLine
from models.registers.programmes import programme_of
from models.registers.titles import Title, years_in
from models.roster_kinds import kind_named
from models.visits import Visit

FORCES = re.compile(r"部队|驻军|单位|连队")  # as a class of somebody visited: a unit, not a person
GIFTS, OTHER = "慰问品", "其他"
UNNAMED = re.compile(
    r"((19|20)\d{2}\s*年?度?|登记表|登记|评选|名单|一览表|统计表|情况|表$|候选人|[“”\"《》\s])"
)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a row: the sheet's name, the title, the file, and the year when the row says none."""

    sheet: str
    title: Title
    file: str
    year: int | None

    def words(self, line: RegisterLine) -> tuple[str, ...]:
        """What is said around a row, nearest first."""
        return line.section, self.sheet, self.title.words, self.file


@dataclass(frozen=True, slots=True)
class Entry:
    """A record to be: its facts by field. ``key`` names the fields that say which event it is, ``exact`` those beside them
    that may be corrected, ``loose`` several groups by which it resembles another, which is then told."""

    model: type[Record]
    facts: dict[str, Any]
    key: tuple[str, ...]
    exact: tuple[str, ...]
    loose: tuple[tuple[str, ...], ...] = ()
    personal: bool = False  # whether it is about a person, on file or not


def entry_of(line: RegisterLine, around: Around) -> Entry:
    """What the row becomes; the record's own rules say later whether it may."""
    for name, table in TOLD_AROUND.get(line.kind, ()):
        if name not in line.letters and (said := wordings.named(table, around.words(line))):
            line.facts.setdefault(name, said)
    return MAKERS[line.kind](line, around)


def _some(line: RegisterLine, *names: str) -> dict[str, Any]:
    """The facts of these fields that the row tells, and its notes."""
    told = {name: line.facts[name] for name in names if name in line.facts}
    return told | ({"notes": note} if (note := line.note()) else {})


def _day(line: RegisterLine, around: Around) -> PartDate | None:
    """The row's own day, else the one that the title tells."""
    day: PartDate | None = line.facts.get("day")
    return (
        day
        or Title(line.section).day()
        or around.title.day()
        or (PartDate(around.year) if around.year else None)
    )


def _payment(line: RegisterLine, around: Around) -> Entry:
    facts = _some(line, "item", "category", "standard", "amount", "account", "fund")
    month = line.facts.get("month")
    day = line.facts.get("day") or (None if month else _day(line, around))
    if month is None and day is not None and day.month:
        month = PartDate(day.year, day.month)
    if codes.table("state").read(facts.get("item", "")):  # 发放类别 of some systems: 享受待遇, 新增, 去世
        facts["notes"] = "；".join(filter(None, [f"发放类别：{facts.pop('item')}", facts.get("notes", "")]))
    if "category" not in line.letters and (kind := _kind_around(line, around)):
        facts["category"] = kind
    programme = programme_of(facts.get("item", ""), around.words(line))
    facts |= {"programme": programme, "month": month, "paid_on": day}
    facts.setdefault("item", programme)
    key = ("programme", "item", "month", "paid_on")
    return Entry(
        Payment,
        facts,
        key,
        ("amount",),
        (("programme", "month", "amount"), ("paid_on", "amount")),
        personal=True,
    )


def _kind_around(line: RegisterLine, around: Around) -> str:
    """The identity kind that the words around a table speak of: 60周岁农村籍退役士兵门诊补助."""
    return next((kind for words in around.words(line) if (kind := kind_named(words))), "")


def _case(line: RegisterLine, around: Around) -> Entry:
    """A payment towards a case; its case is found or made when it is matched."""
    facts = _some(line, "fund", "amount", "account", "category")
    day, kind = _day(line, around), line.facts.get("kind") or OTHER
    month = PartDate(day.year, day.month) if day and day.month else None
    programme = "二次报销" if kind == "二次报销" else "医疗救助"
    facts |= {"programme": programme, "item": kind, "month": month, "paid_on": day}
    key = ("programme", "item", "paid_on", "fund")
    return Entry(
        Payment, {"fund": ""} | facts, key, ("amount",), (("programme", "item", "amount"),), personal=True
    )


def case_facts(line: RegisterLine, around: Around) -> dict[str, Any]:
    """What the row says of the case that a payment helps with."""
    told: dict[str, Any] = {
        name: line.facts[name]
        for name in ("cause", "hospital", "invoice", "cost", "insured")
        if name in line.facts
    }
    return {"kind": line.facts.get("kind") or OTHER, "day": _day(line, around), **told}


def bare_case(line: RegisterLine, around: Around) -> Entry:
    """A case of which nothing was paid yet."""
    facts = case_facts(line, around) | _some(line)
    return Entry(MedicalCase, facts, ("kind", "cause", "day"), ("cost",), (("kind", "cause"),), personal=True)


def _visit(line: RegisterLine, around: Around) -> dict[str, Any]:
    names = ("occasion", "leader", "visitors", "form", "money", "gifts", "gift_count", "gift_value")
    facts = _some(line, *names)
    facts["day"] = _day(line, around)
    if "occasion" not in facts:
        facts["occasion"] = (
            Title(line.section).occasion() or around.title.occasion() or Title(around.sheet).occasion()
        )
    if facts.get("gift_value") and not facts.get("gifts"):
        facts["gifts"] = GIFTS
    return {"occasion": ""} | facts


def _unit_visit(line: RegisterLine, around: Around) -> Entry:
    facts = _visit(line, around) | {"unit": line.facts.get("unit", "")}
    return Entry(
        Visit,
        facts,
        ("unit", "day", "occasion"),
        ("gifts", "gift_value", "money"),
        (("unit", "occasion", "gift_value"), ("unit", "day"), ("day", "occasion", "gift_value")),
    )


def _person_visit(line: RegisterLine, around: Around) -> Entry:
    category = line.facts.get("category", "")
    if not line.facts.get("number") and FORCES.search(category) and line.facts.get("name"):
        line.facts["unit"] = line.facts["name"]
        return _unit_visit(line, around)
    facts = _visit(line, around) | _some(line, "category", "circumstances", "wishes", "handling", "done")
    key, loose = ("day", "occasion"), (("occasion", "category", "money"), ("day", "money"))
    return Entry(
        Visit,
        {"category": ""} | facts,
        key,
        ("category", "money", "gifts", "gift_value"),
        loose,
        personal=True,
    )


def _publicity(line: RegisterLine, around: Around) -> Entry:
    facts = {"unit": ""} | _some(line, "form", "unit", "quantity", "measure") | {"day": _day(line, around)}
    return Entry(
        Publicity,
        facts,
        ("day", "form", "unit"),
        ("quantity",),
        (("form", "unit", "quantity"), ("day", "unit", "quantity")),
    )


def _brief(line: RegisterLine, around: Around) -> Entry:
    facts = {"unit": "", "channel": "", "title": ""} | _some(line, "kind", "channel", "unit", "title")
    facts["day"] = _day(line, around)
    everything = ("day", "kind", "channel", "unit", "title")
    return Entry(
        Brief, facts, everything, (), (("kind", "title"), ("day", "title")) if facts["title"] else ()
    )


def _activity(line: RegisterLine, around: Around) -> Entry:
    numbers = ("people", "units", "stations", "books", "scrolls")
    facts = _some(line, "theme", "kind", "organiser", "place", *numbers) | {"day": _day(line, around)}
    facts = {"theme": "", "kind": "", "organiser": ""} | facts
    return Entry(
        Activity,
        facts,
        ("day", "theme", "kind", "organiser"),
        numbers,
        (("theme", "kind", "organiser", *numbers), ("day", "organiser")),
    )


def _service(line: RegisterLine, around: Around) -> Entry:
    facts = _some(line, "matter", "name", "number", "result") | {"day": _day(line, around)}
    return Entry(
        Service, facts, ("day", "matter", "name"), ("result",), (("matter", "name"), ("day", "name"))
    )


def _honour(line: RegisterLine, around: Around) -> Entry:
    facts = {"unit": "", "stage": ""} | _some(
        line, "name", "number", "unit", "stage", "politics", "deeds", "day"
    )
    day = line.facts.get("day")
    facts["year"] = line.facts.get("year") or (day.year if day else None) or around.year
    facts["honour"] = line.facts.get("honour") or _honour_named(around.words(line))
    return Entry(Honour, facts, ("year", "honour", "name", "unit"), ("stage",), (("year", "honour", "name"),))


def _honour_named(around: tuple[str, ...]) -> str:
    """The honour that the sheet's name or the title speaks of."""
    if any(MODEL_VETERAN in re.sub(r"[“”\"]", "", words) for words in around):
        return MODEL_VETERAN
    return next((name for words in around if (name := UNNAMED.sub("", words))), "")


def _rate(line: RegisterLine, around: Around) -> Entry:
    facts = _some(line, "name", "done", "due")
    facts["year"] = line.facts.get("year") or around.year
    return Entry(Rate, facts, ("year", "name"), ("done", "due"))


# What the sheet's name or the title may say of all its rows, where no column does.
TOLD_AROUND = {
    kinds.CASES: [("kind", "medical_kind")],
    kinds.PEOPLE: [("category", "visit_category")],
    kinds.PUBLICITY: [("form", "publicity_form")],
    kinds.BRIEFS: [("kind", "brief_kind")],
    kinds.ACTIVITIES: [("kind", "activity_kind")],
    kinds.SERVICES: [("matter", "service_matter")],
    kinds.HONOURS: [("stage", "honour_stage")],
}
MAKERS: dict[str, Callable[[RegisterLine, Around], Entry]] = {
    kinds.PAYMENTS: _payment, kinds.CASES: _case, kinds.UNITS: _unit_visit, kinds.PEOPLE: _person_visit,
    kinds.PUBLICITY: _publicity, kinds.BRIEFS: _brief, kinds.ACTIVITIES: _activity, kinds.SERVICES: _service,
    kinds.HONOURS: _honour, kinds.RATES: _rate,
}  # fmt: skip


def years_around(sheets: list[tuple[str, str]], file: str) -> list[int]:
    """The different years that the sheets' names and titles say; else those of the file's name."""
    said = {year for name, title in sheets for year in years_in(f"{name} {title}")}
    return sorted(said) or sorted(set(years_in(file)))
