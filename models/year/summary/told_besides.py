"""What a text can be told besides the figures of the report: what is lacking, what is planned, and the registers behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from models.core.jobs import finish
from models.year import figures
from models.year.figures import Definition
from models.year.figures.period import LAST_MONTH, last_day_counted
from models.year.figures.sources import SOURCES_SECTION, source_definitions
from models.year.proposals.expected_need import NEED_KEY, expected_need
from models.year.proposals.plans import PLANS_SECTION, coming_time, plan_definitions
from models.year.proposals.problems import PROBLEM_DEFINITIONS, PROBLEMS_SECTION
from models.year.summary.late_months import LATE_RUNS, MISSING_MONTHS_KEY, missing_months
from models.year.summary.told_figures import Quoted, Told

BESIDES = (PROBLEMS_SECTION, PLANS_SECTION, SOURCES_SECTION)  # the sections of such figures


def problems_told(told: Mapping[str, Quoted], year: int, until: int = LAST_MONTH) -> dict[str, Quoted]:
    """What is lacking, some of it a part of what is ``told`` already."""
    missing = missing_months(last_day_counted(year, until))
    return _told((*PROBLEM_DEFINITIONS, LATE_RUNS), told, year, until) | {MISSING_MONTHS_KEY: missing}


def plans_told(told: Mapping[str, Quoted], year: int, until: int = LAST_MONTH) -> dict[str, Quoted]:
    """What is to come."""
    return _told(plan_definitions(coming_time(year, until)), told, year, until)


def need_told(told: Mapping[str, Quoted], year: int, until: int = LAST_MONTH) -> dict[str, Quoted]:
    """What money is expected to be needed in that time: slow among many people, and asked only where it is quoted."""
    return dict(finish(expected_need(coming_time(year, until))))


def sources_told(told: Mapping[str, Quoted], year: int, until: int = LAST_MONTH) -> dict[str, Quoted]:
    """How many records of each register the figures rest on."""
    return _told(source_definitions(figures.DEFINITIONS.values(), year, until), told, year, until)


BY_KEY = {"problems.": problems_told, "plans.": plans_told, NEED_KEY: need_told, "sources.": sources_told}


def quoted_besides(
    text: str, told: Mapping[str, Quoted], year: int, until: int = LAST_MONTH
) -> dict[str, Quoted]:
    """Those of them of which a text quotes any."""
    found: dict[str, Quoted] = {}
    for key, tell in BY_KEY.items():
        if f"{{{key}" in text:
            found |= tell(told, year, until)
    return found


def _told(
    asked: Iterable[Definition], told: Mapping[str, Quoted], year: int, until: int
) -> dict[str, Quoted]:
    """Figures that are not compared with those of the year before."""
    found = [figures.of(each, year, until=until) for each in asked]
    wholes = {key: each.figure for key, each in told.items() if isinstance(each, Told)}
    return {
        each.key: Told(each, partial(replace, each, value=0), wholes.get(each.definition.share_of))
        for each in found
    }
