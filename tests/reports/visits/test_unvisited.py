"""Whom nobody has called on, or not for long."""

from __future__ import annotations

from datetime import date

from models.core.dates import PartDate
from models.filters.unvisited import unvisited
from models.visits.visit import Visit
from reports.visits import unvisited as papers
from tests.reports.papers import save, told


def test_each_is_told_with_all_rights_where_to_call_and_who_called_last(identity, person):
    someone = person(name="甲某", household_address="总寨镇清河村1号")
    identity(someone, kind="伤残人员", category="残疾军人")
    identity(someone, kind="参战退役人员")
    identity(someone, kind="三属", category="残疾军人")  # what is said already is not said twice
    save(Visit(person=someone, day=PartDate(2019, 1, 20)))
    register = papers.unvisited_register(unvisited(date(2020, 1, 1)), "一年以上")
    row = told(register)
    assert row["优抚身份"] == "残疾军人、参战退役人员"
    assert (row["住址"], row["最近走访"], row["走访次数"]) == ("总寨镇清河村1号", "2019-01-20", "1")
    assert "范围：一年以上" in register.above


def test_who_was_never_visited_is_told_so_and_lives_where_he_lives(person):
    person(residence="南大街2号", household_address="总寨镇")
    row = told(papers.unvisited_register(unvisited(), "从未走访"))
    assert (row["最近走访"], row["走访次数"], row["住址"]) == (papers.NEVER, "0", "南大街2号")


def test_nobody_is_lost_where_more_are_listed_than_are_read_at_once(person, monkeypatch):
    monkeypatch.setattr(papers, "UNVISITED_AT_ONCE", 2)
    for name in ("甲", "乙", "丙", "丁", "戊"):
        person(name=name)
    register = papers.unvisited_register(unvisited(), "全部")
    assert sorted(row[1] for row in register.rows) == sorted("甲乙丙丁戊")
