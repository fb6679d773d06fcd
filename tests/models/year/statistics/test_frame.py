"""Rows and columns, and in every cell what both hold for."""

from __future__ import annotations

from typing import NamedTuple

from models.people.identity import Identity
from models.year.statistics import people
from models.year.statistics.frame import (
    StatisticHeading,
    StatisticSheet,
    both,
    by,
    cells,
    fact_among,
    no,
    present,
)


def test_every_cell_opens_the_records_that_it_counts(person, identity):
    for street in ("总寨镇", "总寨镇", "南滩街道"):
        identity(person(street=street), kind="三属", category="病故军人遗属")
    sheet = people.people_sheet(2020)
    for number, row in enumerate(sheet.cells):
        for column, cell in enumerate(row):
            found = list(sheet.records(number, column))
            assert len(found) == cell.value
            assert all(isinstance(each, Identity) for each in found)


class Fact(NamedTuple):
    id: int
    street: str
    years: int = 0


FACTS = [Fact(1, "甲", 3), Fact(2, "乙", 4), Fact(3, "", 5), Fact(4, "甲", 6)]


def test_a_fact_stands_wherever_row_and_column_both_hold():
    rows = by("street", ["甲", "乙", ""])
    columns = [
        StatisticHeading("人数"),
        StatisticHeading("五年以下", lambda fact: fact.years < 5),
        StatisticHeading("年限", tell=lambda facts: sum(fact.years for fact in facts)),
    ]
    made = cells(rows, columns, iter(FACTS))
    assert [[cell.value for cell in row] for row in made] == [[4, 2, 18], [2, 1, 9], [1, 1, 4], [1, 0, 5]]
    assert [cell.keys for cell in made[1]] == [(1, 4), (1,), (1, 4)]


def test_the_total_comes_first_and_what_nobody_said_has_a_row():
    rows = by("street", ["甲", ""], "未登记街道(镇)")
    assert [(row.label, row.total) for row in rows] == [
        ("合计", True),
        ("甲", False),
        ("未登记街道(镇)", False),
    ]


def test_conditions_are_joined_and_turned_round():
    here, long = fact_among("street", ["甲", "乙"]), lambda fact: fact.years > 3
    assert [both(here, long)(fact) for fact in FACTS] == [False, True, False, True]
    assert [no(here)(fact) for fact in FACTS] == [False, False, True, False]
    assert both()(FACTS[0])


def test_names_stand_in_their_order_others_after_them_and_nothing_known_last():
    assert present("street", FACTS, order=("丙", "乙")) == ["乙", "甲", ""]
    assert present("street", FACTS, order=("丙", "乙"), every=True) == ["丙", "乙", "甲", ""]
    assert present("street", FACTS[:2]) == ["乙", "甲"]


def test_a_cell_of_nobody_opens_nothing_and_one_that_counts_twice_opens_once(identity):
    made = identity()
    headings = (StatisticHeading("合计"), StatisticHeading("无", lambda fact: False))
    twice = cells(headings, headings[:1], [Fact(made.id, ""), Fact(made.id, "")])
    sheet = StatisticSheet("表", "人", "类别", Identity, headings, headings[:1], twice)
    assert (sheet.cells[0][0].value, list(sheet.records(0, 0)), list(sheet.records(1, 0))) == (2, [made], [])
