"""Desk: all papers that the people of one office fill, each by another hand in another format."""

from __future__ import annotations

import random

from tests.scenarios.offices.forms import form_pages
from tests.scenarios.offices.hands import Hand
from tests.scenarios.offices.office import Office, Somebody
from tests.scenarios.offices.papers import Page, Paper
from tests.scenarios.offices.registers import by_columns, by_rows, by_sheets, one_month, visits
from tests.scenarios.offices.rosters import roster_page
from tests.scenarios.offices.writers import FORMATS, NAMELESS, NO_MERGES, ONE_PAGE, PLAIN

FORMS_MOST = 4


def papers(office: Office) -> list[Paper]:
    """Rosters of all people, and registers of what some of them were paid and given."""
    chance, rest, found = office.chance, list(office.people), []
    while rest:
        count = min(len(rest), chance.randint(6, 16))
        some, rest = rest[:count], rest[count:]
        found.append(roster_paper(some, chance, f"花名册{len(found) + 1}"))
    for number in range(chance.choice([1, 2])):
        found.append(payment_paper(office, f"发放{number + 1}", [[1, 2, 3], [5, 6], [9]][number]))
    found += [month_paper(office)] * (chance.random() < 0.5)
    found.append(visit_paper(office))
    return found


def roster_paper(people: list[Somebody], chance: random.Random, name: str) -> Paper:
    """Some people on one paper, of whatever shape."""
    suffix = chance.choice(FORMATS)
    shape = chance.choice(["plain"] * 5 + ["villages", "halves", "turned", "forms", "sections"])
    hand = Hand(chance, suffix in PLAIN)
    if shape == "forms" and suffix not in ONE_PAGE:
        return Paper(name, suffix, form_pages(people, hand))
    shape = "plain" if shape == "forms" or (shape == "turned" and len(people) > 10) else shape
    by_street = sorted(people, key=lambda each: (str(each.facts["street"]), str(each.facts["community"])))
    parts = [by_street]
    if suffix not in ONE_PAGE and chance.random() < 0.3:
        kinds = sorted({each.kind for each in people})
        parts = [[each for each in by_street if each.kind == kind] for kind in kinds]
    hand.nameless = suffix in NAMELESS
    pages = [_page(f"Sheet{at}", part, hand, shape, suffix) for at, part in enumerate(parts, start=1)]
    return Paper(name, suffix, pages)


def _page(name: str, people: list[Somebody], hand: Hand, shape: str, suffix: str) -> Page:
    shape = shape if len(people) > 3 else "plain"
    page = roster_page(name, people, hand, shape, suffix not in NO_MERGES, suffix == "xlsx")
    if suffix in PLAIN:
        page.hidden_rows.clear()
        page.told = [each for each in page.told if each[1] != "隐藏"]
    return page


def payment_paper(office: Office, name: str, months: list[int]) -> Paper:
    """What some of the people were paid in these months."""
    chance = office.chance
    suffix = chance.choice(FORMATS)
    people = chance.sample(office.people, chance.randint(8, len(office.people)))
    hand, merging = Hand(chance, suffix in PLAIN), suffix not in NO_MERGES
    if len(months) > 1 and chance.random() < 0.4:
        return Paper(name, suffix, [by_columns(people, hand, months, merging)])
    if suffix not in ONE_PAGE and chance.random() < 0.5:
        return Paper(name, suffix, by_sheets(people, hand, months, merging, suffix not in NAMELESS))
    return Paper(name, suffix, [by_rows(people, hand, months, merging)])


def month_paper(office: Office) -> Paper:
    """What some were paid in November, which the file's name says."""
    chance = office.chance
    suffix = chance.choice(FORMATS)
    people = chance.sample(office.people, chance.randint(6, len(office.people)))
    name = chance.choice(["2020年11月生活补助发放表", "11月份补助发放", "2020.11补助发放"])
    return Paper(
        name, suffix, [one_month(people, Hand(chance, suffix in PLAIN), 11, suffix not in NO_MERGES)]
    )


def visit_paper(office: Office) -> Paper:
    """Whom somebody visited."""
    suffix = office.chance.choice(FORMATS)
    people = office.chance.sample(office.people, office.chance.randint(6, len(office.people)))
    return Paper(
        "走访", suffix, [visits(people, Hand(office.chance, suffix in PLAIN), suffix not in NO_MERGES)]
    )
