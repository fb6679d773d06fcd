"""Entries for the ledger, made of rows about the year's work: publicity, reports, activities, honours; plainer registers are their line of data."""

from __future__ import annotations

import re

from models.core import codes
from models.imports.registers import kinds
from models.imports.registers.entries import Around, RegisterRecord, day_of_line, makes, some
from models.imports.registers.lines import RegisterLine
from models.imports.sheets import wordings
from models.ledger.activities import BETWEEN_UNITS, Activity, units_named
from models.ledger.briefs import TO_CITY, Brief
from models.ledger.honours import MODEL_VETERAN, Honour
from models.ledger.publicity import Publicity

CITY = re.compile(r"双拥(办|工作?领导小组|工作办)")
UNNAMED = re.compile(
    r"((19|20)\d{2}\s*年?度?|登记表|登记|评选|名单|一览表|统计表|情况|表$|候选人|[“”\"《》\s])"
)


@makes(kinds.PUBLICITY)
def publicity(line: RegisterLine, around: Around) -> RegisterRecord:
    facts = (
        {"unit": ""} | some(line, "form", "unit", "quantity", "measure") | {"day": day_of_line(line, around)}
    )
    return RegisterRecord(
        Publicity,
        facts,
        ("day", "form", "unit"),
        ("quantity",),
        (("form", "unit", "quantity"), ("day", "unit", "quantity")),
    )


@makes(kinds.BRIEFS)
def brief(line: RegisterLine, around: Around) -> RegisterRecord:
    facts = {"unit": "", "channel": "", "title": ""} | some(line, "kind", "channel", "unit", "title")
    facts["day"] = day_of_line(line, around)
    unsaid = (
        "kind" not in line.letters or codes.table("brief_kind").read(facts.get("kind", "")) is None
    )  # the title's word for all
    if unsaid and (kind := _kind_by(facts["channel"])):
        said = facts.get("kind", "") if "kind" in line.letters else ""
        facts |= {"notes": note} if (note := "；".join(filter(None, [facts.get("notes", ""), said]))) else {}
        facts["kind"] = kind
    everything = ("day", "kind", "channel", "unit", "title")
    return RegisterRecord(
        Brief, facts, everything, (), (("kind", "title"), ("day", "title")) if facts["title"] else ()
    )


def _kind_by(channel: str) -> str:
    """What a report is by where it went, when its own words do not say: 信息 to 市双拥办 is 双拥信息."""
    kind, known = wordings.standard_name("brief_kind", channel)
    return kind if known else TO_CITY if CITY.search(channel) else ""


@makes(kinds.ACTIVITIES)
def activity(line: RegisterLine, around: Around) -> RegisterRecord:
    numbers = ("people", "units", "stations", "books", "scrolls")
    facts = some(line, "theme", "kind", "organiser", "place", *numbers) | {"day": day_of_line(line, around)}
    if "theme" not in line.letters:  # 春节慰问活动 as the activity's name
        facts["theme"] = wordings.name_around("occasion", [line.facts.get("kind", ""), *line.notes.values()])
    facts = {"theme": "", "kind": "", "organiser": ""} | facts
    facts["organiser"] = BETWEEN_UNITS.join(units_named(facts["organiser"]))
    return RegisterRecord(
        Activity,
        facts,
        ("day", "theme", "kind", "organiser"),
        numbers,
        (("theme", "kind", "organiser", *numbers), ("day", "organiser")),
    )


@makes(kinds.HONOURS)
def honour(line: RegisterLine, around: Around) -> RegisterRecord:
    facts = {"unit": "", "stage": ""} | some(
        line, "name", "number", "unit", "stage", "politics", "deeds", "day"
    )
    day = line.facts.get("day")
    facts["year"] = line.facts.get("year") or (day.year if day else None) or around.year
    facts["honour"] = line.facts.get("honour") or _honour_named(around.words(line))
    return RegisterRecord(
        Honour, facts, ("year", "honour", "name", "unit"), ("stage",), (("year", "honour", "name"),)
    )


def _honour_named(around: tuple[str, ...]) -> str:
    """The honour that the sheet's name or the title speaks of."""
    if any(MODEL_VETERAN in re.sub(r"[“”\"]", "", words) for words in around):
        return MODEL_VETERAN
    return next((name for words in around if (name := UNNAMED.sub("", words))), "")
