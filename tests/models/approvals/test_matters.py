"""The matters and their chains of levels, and the clauses on which a decision stands."""

from __future__ import annotations

import pytest

from models.approvals import matters
from models.core import codes
from models.core.record import Refusal


def test_the_chains_are_those_of_the_forms():
    chains = {name: [level.name for level in each.levels] for name, each in matters.matters().items()}
    assert chains["评定残疾等级"] == ["区级", "市级", "省级"]
    assert chains["带病回乡退役军人认定"] == ["街道（镇）", "区级", "市级"]
    assert chains["农村籍退役士兵老年生活补助"] == ["村（社区）", "街道（镇）", "区级"]
    assert chains["临时救助"] == ["村（社区）", "街道（镇）", "区级"]
    assert {level.limit for level in matters.matter("残疾关系迁入").levels} == {20}
    assert matters.matter("评定残疾等级").notice == 7
    assert matters.matter("评定残疾等级").working
    for each in matters.matters().values():
        assert each.levels
        assert all(level.source and level.right in ("登记", "审核", "审批") for level in each.levels)


def test_a_clause_is_offered_only_while_it_is_in_force():
    killed = "因公牺牲军人遗属", "三属"
    assert matters.clauses_for("三属定期抚恤金", "2024-09-30", *killed) == (
        "《军人抚恤优待条例》（2011年修订，2019年修正）第十六条",
    )
    assert matters.clauses_for("三属定期抚恤金", "2024-10-01", *killed) == (
        "《军人抚恤优待条例》（2024年修订）第十九条",
    )
    assert len(matters.clauses_for("评定残疾等级", "2025-01-01")) == 2


def test_a_matter_that_is_none_is_told_which_there_are():
    with pytest.raises(Refusal, match=r"没有“分房”这个审批事项，可选：(.*、)?评定残疾等级"):
        matters.matter("分房")


def test_each_clause_is_of_a_matter_and_no_day_has_two_forms_of_one():
    for name in matters.matters():
        for day in ("2020-01-01", "2024-09-30", "2024-10-01", "2026-01-01"):
            found = matters.clauses_for(name, day)
            assert len(set(found)) == len(found)


def test_only_a_matter_about_an_identity_names_its_kind():
    kinds = set(codes.table("kind").names())
    assert {each.kind for each in matters.matters().values()} - {""} <= kinds
    assert matters.matter("临时救助").kind == ""
