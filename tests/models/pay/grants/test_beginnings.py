"""From which month pay begins, at first and again, and the clause of that day that says so."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.pay.grants import claims
from models.pay.grants.entitlements import entitlement
from models.pay.grants.grants import Grant
from models.pay.grants.rules import Ways
from models.pay.standards import months
from tests.models.pay.conftest import USER

SURVIVOR = {"kind": "三属", "category": "病故军人遗属", "grade": "", "nature": ""}
RURAL = {"kind": "农村籍退役士兵", "category": "", "grade": "", "nature": ""}
CHILD = {"kind": "烈士子女", "category": "", "grade": "", "nature": ""}


def begun(identity, **ways):
    """The first months of all spells, and why the last begins."""
    (claim,) = (c for c in claims.claims_of_person(identity.person) if c.identity == identity.id)
    spells = entitlement(claim, Ways(**ways)).spells
    return [months.iso(spell.first) for spell in spells], spells[-1].begun


@pytest.mark.parametrize(
    ("approved", "first", "law"),
    [
        ("2019-06-12", "2019-07", "《伤残抚恤管理办法》（2013年修订）第二十二条"),
        ("2024-09-30", "2024-10", "《伤残抚恤管理办法》（2019年修订）第二十三条"),
        ("2024-10-15", "2024-10", "《军人抚恤优待条例》（2024年修订）第二十七条第二款"),
    ],
)
def test_a_grade_counts_from_the_month_that_the_law_of_its_approval_says(granted, approved, first, law):
    starts, why = begun(granted(approved))
    assert starts == [first]
    assert law in why


def test_an_approval_before_any_text_that_was_read_cites_none_and_says_so(granted):
    starts, why = begun(granted("1998-05-20"))
    assert starts == ["1998-06"]
    assert why == "1998年5月20日批准，自1998年6月起发（起发月份没有读到当时的全国规定，按批准次月）"


def test_where_the_office_departs_from_the_law_its_own_way_is_told_and_no_clause(granted):
    starts, why = begun(granted("2024-11-05"), disabled_same_month_from="2025-01")
    assert starts == ["2024-12"]
    assert why.endswith("；本单位设定从批准次月起）")
    assert "第二十七条" not in why


def test_who_was_graded_in_service_is_paid_from_the_year_after_by_the_text_of_the_discharge(granted):
    starts, why = begun(granted("2018-03-01", left=PartDate(2018, 12, 1)))
    assert starts == ["2019-01"]
    assert why == "退役当年由部队发，自2019年1月起发（《伤残抚恤管理办法》（2013年修订））"
    _, why = begun(granted("2024-03-01", left=PartDate(2024, 12, 1)))
    assert why.endswith("（《军人抚恤优待条例》（2024年修订）第三十条第一款）")


def test_who_moves_away_is_paid_to_the_end_of_the_year_and_who_comes_from_the_next_one(granted):
    gone = granted(states=[{"state": "迁移", "since": "2021-04-12"}])
    (claim,) = claims.claims_of_person(gone.person)
    made = entitlement(claim, Ways())
    assert months.iso(made.spells[-1].last) == "2021-12"
    assert "（当年由迁出地发，《伤残抚恤管理办法》（2019年修订）第二十三条）" in made.ended
    moved = granted("2015-01-01", states=[{"state": "迁移", "since": "2016-04-12"}])
    with journal.entry("迁入", USER):
        first = moved.history.get()
        first.since, first.place = PartDate(2021, 4, 12), "外省"
        first.save()
        moved.history.where(type(first).state == "迁移").get().delete_instance()
        moved.state = "享受待遇"
        moved.save()
    starts, why = begun(moved)
    assert starts == ["2022-01"]
    assert why == "2021年4月12日迁入，自2022年1月起发（《伤残抚恤管理办法》（2019年修订）第二十三条）"


def test_a_martyr_s_child_confirmed_from_2025_on_begins_in_the_month_of_confirmation(granted, person):
    starts, why = begun(granted("2025-03-10", person(born=PartDate(1960, 1, 10)), **CHILD))
    assert starts == ["2025-03"]
    assert "《烈士褒扬条例》（2024年修订）第二十一条：在审核确认其符合条件当月起发放" in why
    other = granted("2025-03-10", person(born=PartDate(1960, 1, 10)), **CHILD)
    assert begun(other, others_start="次月", sixty="满60周岁当年1月")[0] == ["2025-03"]


@pytest.mark.parametrize(
    ("born", "approved", "first"),
    [
        (PartDate(1965, 3, 25), "2025-03-26", "2025-03"), (PartDate(1965, 6, 25), "2025-03-10", "2025-06"),
        (PartDate(1964, 12, 25), "2024-12-26", "2025-01"), (PartDate(1964, 12, 25), "2025-01-02", "2025-01"),
    ],
)  # fmt: skip
def test_sixty_is_awaited_all_the_same_and_by_the_office_s_way_only_before_2025(
    granted, person, born, approved, first
):
    assert begun(granted(approved, person(born=born), **CHILD))[0] == [first]


def test_rural_veterans_keep_the_switch_of_the_office_after_2025_too(granted, person):
    made = granted("2025-03-10", person(born=PartDate(1965, 3, 5)), **RURAL)
    assert begun(made)[0] == ["2025-04"]
    assert begun(made, sixty="满60周岁当月")[0] == ["2025-03"]


def test_who_is_paid_again_before_sixty_still_waits_for_sixty(granted, person):
    states = [{"state": "停发", "since": "2024-07-03"}, {"state": "享受待遇", "since": "2024-10-02"}]
    made = granted("2024-03-09", person(born=PartDate(1965, 1, 12)), states=states, **RURAL)
    starts, why = begun(made)
    assert starts == ["2025-02"]
    assert why == "2024年10月2日恢复，1965年1月12日出生，满60周岁次月（2025年2月）起发"
    with journal.entry("核定", USER):
        Grant(identity=made, person=made.person_id, begins=PartDate(2024, 2), basis="局务会").save()
    assert begun(made)[0] == ["2024-02", "2024-11"]


def test_survivors_begin_in_the_month_of_approval_and_cite_the_text_of_it(granted):
    starts, why = begun(granted("2021-12-20", **SURVIVOR))
    assert starts == ["2021-12"]
    assert (
        "《军人抚恤优待条例》（2011年修订，2019年修正）第十六条；起发月份没有读到当时的全国规定，按批准当月"
        in why
    )
    martyr = {**SURVIVOR, "category": "烈士遗属"}
    assert "《烈士褒扬条例》（2024年修订）第十七条第二款" in begun(granted("2025-02-20", **martyr))[1]
    assert "《军人抚恤优待条例》（2024年修订）第十九条" in begun(granted("2024-11-20", **martyr))[1]


def test_a_stop_of_survivors_or_combatants_cites_no_rule_about_the_disabled(granted):
    for facts in (SURVIVOR, {**SURVIVOR, "kind": "参战退役人员", "category": ""}):
        made = granted(**facts, states=[{"state": "停发", "since": "2021-05-20"}])
        (claim,) = claims.claims_of_person(made.person)
        assert entitlement(claim, Ways()).ended == "2021年5月20日停发，发至2021年5月（从下一个月起停发）"
