"""The text as an officer sees it: figures by their Chinese names, which the kept text knows by their keys."""

from __future__ import annotations

import re
from collections.abc import Mapping

from models.year import figures
from models.year.figures import own_figures
from models.year.figures.sources import source_names
from models.year.proposals.expected_need import NEED_NAMES
from models.year.proposals.plans import PLAN_NAMES
from models.year.proposals.problems import PROBLEM_DEFINITIONS
from models.year.summary.allotted import ALLOTTED_KEY
from models.year.summary.late_months import LATE_RUNS, MISSING_MONTHS_KEY, ON_TIME_KEY
from models.year.summary.told_rates import FULL_RATES_KEY, RATES_KEY, SHORT_RATES_KEY

PLACE = re.compile(r"\{([^{}|]+)((?:\|[^{}]*)?)\}")
RATE_NAMES = {
    FULL_RATES_KEY: "达到100%的指标数",
    RATES_KEY: "各项百分百指标",
    SHORT_RATES_KEY: "没有达到100%的指标",
    ON_TIME_KEY: "各月按时足额发放",
    ALLOTTED_KEY: "经费按时足额拨付",
}
PROBLEM_NAMES = {each.key: each.text for each in (*PROBLEM_DEFINITIONS, LATE_RUNS)} | {
    MISSING_MONTHS_KEY: "没有发放批次的月份"
}


def names() -> dict[str, str]:
    """The name of every figure by its key, the office's own last."""
    known = {each.key: each.text for each in figures.DEFINITIONS.values()}
    known |= RATE_NAMES | PROBLEM_NAMES | PLAN_NAMES | NEED_NAMES
    known |= source_names(figures.DEFINITIONS.values())
    return known | {each.key: each.text for each in own_figures.definitions()}


def spoken(text: str, known: Mapping[str, str]) -> str:
    """A kept text with names for keys; what has no name stays as it is."""
    return PLACE.sub(lambda found: f"{{{known.get(found[1].strip(), found[1])}{found[2]}}}", text)


def keyed(text: str, known: dict[str, str]) -> str:
    """A spoken text with keys for names; of two figures of one name the program's, which comes first, is meant."""
    keys = {name: key for key, name in reversed(known.items())}
    return PLACE.sub(lambda found: f"{{{keys.get(found[1].strip(), found[1])}{found[2]}}}", text)
