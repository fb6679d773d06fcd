"""Right money: what single facts come to in a month, by the law and the standards of that day; asked, where nobody can know."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.pay.dues.dues import Dues
from models.pay.grants import claims
from models.pay.grants.grants import GradeChange, Grant, regrade
from models.pay.standards.standards import Standard
from models.people.identity import Identity
from tests.models.pay.conftest import USER, tell

COMBATANT = {"kind": "参战退役人员", "category": "", "grade": "", "nature": ""}
SICK = {"kind": "带病回乡退役军人", "category": "", "grade": "", "nature": ""}
RURAL = {"kind": "农村籍退役士兵", "category": "", "grade": "", "nature": "", "service_years": 3}
CHILD = {"kind": "烈士子女", "category": "", "grade": "", "nature": ""}
EIGHT, SEVEN, TEN = ({"grade": grade, "nature": "因公"} for grade in ("八级", "七级", "十级"))


@pytest.fixture
def paid(due):
    """What somebody is paid in a month, in yuan; nothing where nothing is, the sentence where it is not paid before an answer."""

    def ask(identity, month):
        found = due(identity, month)
        if found is None:
            return Decimal(0)
        if found.held or found.refused:
            return found.ask.sentence() if found.held else found.reason
        return found.yuan

    return ask


@pytest.fixture
def confirmed(archive):
    """Confirm the standards of a month that the program brought, as an officer does who has the paper."""

    def make(begins, kind="伤残人员"):
        with journal.entry("核对文件", USER):
            rows = Standard.select().where(Standard.kind == kind, Standard.begins == PartDate.parse(begins))
            for row in rows:
                row.confirmed = True
                row.save()

    return make


@pytest.fixture
def after_death(granted, person):
    """What the family of somebody who died is still paid: fen and clause, or the sentence that asks."""

    def make(died, cause="因病", approved="2013-07-04", **facts):
        made = granted(approved, person(died=PartDate.parse(died)), **facts)
        with journal.entry("登记死亡原因", USER):
            Grant(identity=made, person=made.person_id, cause=cause).save()
        found = Dues().extra(claims.claims_of_person(made.person)[0])
        return found if found is None or isinstance(found, tuple) else found.words()

    return make


@pytest.mark.parametrize(
    ("month", "amount"),
    [("2018-10", "6678.33"), ("2019-09", "7345.83"), ("2021-09", "8889.17")],
)
def test_a_first_grade_is_paid_a_twelfth_of_the_standard_of_its_day(granted, paid, month, amount):
    assert paid(granted("2013-07-04"), month) == Decimal(amount)


def test_the_twelve_months_of_a_calendar_year_come_to_the_standards_of_the_year(granted, paid):
    soldier = granted("2013-07-04")
    assert sum(paid(soldier, f"2021-{month:02}") for month in range(8, 13)) + sum(
        paid(soldier, f"2022-{month:02}") for month in range(1, 8)
    ) == Decimal(106670)


def test_a_tenth_grade_of_2021(granted, paid):
    assert paid(granted("2013-07-04", **TEN), "2021-09") == Decimal("845.00")


def test_what_only_follows_from_the_rates_is_not_paid_before_the_office_confirmed_it(
    granted, paid, confirmed
):
    soldier = granted("2013-07-04", grade="二级", nature="因战")
    assert "未确认" in paid(soldier, "2019-09")
    assert "79770" in paid(soldier, "2019-09")
    confirmed("2019-08")
    assert paid(soldier, "2019-09") == Decimal("6647.50")


@pytest.mark.parametrize(
    ("begins", "month", "amount"), [("2024-08", "2024-10", "10990.00"), ("2025-08", "2026-01", "11320.00")]
)
def test_what_no_officer_confirmed_waits_for_it(granted, paid, confirmed, begins, month, amount):
    soldier = granted("2013-07-04")
    assert "未确认" in paid(soldier, month)
    confirmed(begins)
    assert paid(soldier, month) == Decimal(amount)


def test_combatants_of_2025(granted, paid, confirmed, standard):
    fought = granted("2013-07-04", **COMBATANT)
    assert isinstance(paid(fought, "2025-06"), str)
    confirmed("2024-08", COMBATANT["kind"])
    if isinstance(
        paid(fought, "2025-06"), str
    ):  # no text that was read prints the amount: the office types it
        standard("882", "2024-08", kind=COMBATANT["kind"], unit="月")
    assert paid(fought, "2025-06") == Decimal(882)


def test_survivors_begin_in_the_month_of_approval(granted, paid):
    widow = granted("2021-12-20", kind="三属", category="病故军人遗属", grade="", nature="")
    assert [paid(widow, month) for month in ("2021-11", "2021-12")] == [0, Decimal("2280.00")]


@pytest.mark.parametrize(
    ("approved", "last_without", "first"),
    [
        ("2019-06-12", "2019-06", "2019-07"), ("2024-09-30", "2024-09", "2024-10"), ("2024-10-15", "2024-09", "2024-10"),
    ],
)  # fmt: skip
def test_a_grade_counts_from_the_month_after_and_since_october_2024_from_its_own(
    granted, due, approved, last_without, first
):
    soldier = granted(approved)
    assert due(soldier, last_without) is None
    assert due(soldier, first) is not None


def test_the_text_of_2024_is_cited_for_the_month_of_approval_of_its_own_days_only(granted, due):
    for approved, cites in (("2024-10-15", True), ("2024-09-30", False)):
        begun = due(granted(approved), "2024-10").spell.begun
        assert ("（2024年修订）第二十七条" in begun) is cites


def test_a_new_grade_is_paid_from_the_month_after(granted, paid):
    soldier = granted("2013-07-04", **EIGHT)
    with journal.entry("调整等级", USER):
        regrade(
            GradeChange(
                identity=soldier, person=soldier.person_id, approved=PartDate(2021, 10, 12),
                grade_before="八级", nature_before="因公", grade="七级", nature="因公",
            )
        )  # fmt: skip
    soldier = Identity.get_by_id(soldier.id)
    assert paid(soldier, "2021-10") == Decimal("1550.83")
    assert paid(soldier, "2021-11") in (Decimal("2401.66"), Decimal("2401.67"))


def test_who_was_graded_in_service_begins_in_the_january_after_by_the_text_of_the_discharge(granted, due):
    soldier = granted("2015-03-02", left=PartDate(2018, 12, 1))
    assert due(soldier, "2018-12") is None
    begun = due(soldier, "2019-01").spell.begun
    assert "《伤残抚恤管理办法》（2013年修订）" in begun
    assert "2024" not in begun


def test_the_year_of_a_move_is_paid_by_the_old_place(granted, identity, due):
    gone = granted("2013-07-04", states=[{"state": "迁移", "since": "2021-04"}])
    assert (due(gone, "2021-12") is not None, due(gone, "2022-01")) == (True, None)
    came = identity(
        None, kind="伤残人员", category="残疾军人", grade="一级", nature="因战", approved=PartDate(2013, 7, 4)
    )
    tell(came, "享受待遇", "2021-04", place="西宁市城东区")
    assert (due(came, "2021-12"), due(came, "2022-01") is not None) == (None, True)


def test_a_stop_leaves_its_own_month(granted, due):
    soldier = granted("2013-07-04", states=[{"state": "停发", "since": "2019-05-10"}])
    assert (due(soldier, "2019-05") is not None, due(soldier, "2019-06")) == (True, None)


def test_the_family_of_a_disabled_soldier_who_died_of_illness_has_twelve_months(after_death):
    rule, fen = after_death("2021-09-03")
    assert (rule.months, fen) == (12, 106670_00)
    assert "2011年修订" in rule.clause


def test_the_family_of_a_combatant_has_six_months_since_the_law_of_2024(after_death, standard):
    standard("882", "2024-08", kind=COMBATANT["kind"], unit="月")
    rule, fen = after_death("2024-10-01", **COMBATANT)
    assert (rule.months, fen) == (6, 5292_00)
    assert "2024年修订" in rule.clause


def test_of_disabled_militia_the_family_is_not_passed_over(after_death):
    found = after_death("2021-09-10", category="伤残民兵民工", **EIGHT)
    assert found is not None
    assert isinstance(found, str) or found[0].months == 12


def test_two_subsidies_of_living_are_asked_and_not_paid_silently(granted, person, paid):
    someone = person()
    both = [granted("2013-07-04", someone, **facts) for facts in (COMBATANT, SICK)]
    amounts = [paid(each, "2019-09") for each in both]
    assert sum(isinstance(each, str) for each in amounts) == 1
    assert any(isinstance(each, str) and "同时享受" in each for each in amounts)


@pytest.mark.parametrize("other", [SICK, {"grade": "七级", "nature": "因战"}])
def test_the_tested_are_never_paid_silently_beside_the_sick_or_the_disabled(granted, person, paid, other):
    someone = person()
    both = [
        granted("2013-07-04", someone, **facts)
        for facts in (other, {"kind": "参试退役人员", "category": "", "grade": "", "nature": ""})
    ]
    for month in ("2012-09", "2015-09", "2017-09", "2019-09", "2021-09", "2024-10"):
        amounts = [paid(each, month) for each in both]
        assert not all(isinstance(each, Decimal) and each for each in amounts), (month, amounts)


def test_the_sick_must_be_without_a_grade(granted, person, paid):
    someone = person()
    granted("2013-07-04", someone, grade="七级", nature="因战")
    assert "尚未达到评定残疾等级条件" in paid(granted("2013-07-04", someone, **SICK), "2021-09")


def test_a_child_of_eighteen_is_asked_about(granted, person, paid, due):
    child = granted(
        "2013-07-04", person(born=PartDate(2003, 5, 10)), kind="三属", category="烈士遗属", grade="", nature="",
        relation="子女",
    )  # fmt: skip
    assert "已满18周岁" in paid(child, "2022-09")
    assert due(child, "2021-05").ask is None


def test_a_rural_soldier_with_an_employees_pension_is_not_paid_and_the_clause_says_why(granted, person, due):
    served = granted("2013-07-04", person(pension="城镇职工基本养老保险", born=PartDate(1950, 1, 1)), **RURAL)
    found = due(served, "2019-09")
    assert found.yuan == 0
    assert "民发〔2011〕110号" in found.why()


def test_a_martyrs_child_begins_in_the_month_of_confirmation_by_the_law_of_2025(granted, person, due):
    child = granted("2025-03-10", person(born=PartDate(1960, 1, 10)), **CHILD)
    assert due(child, "2025-02") is None
    assert "《烈士褒扬条例》（2024年修订）第二十一条" in due(child, "2025-03").spell.begun


def test_who_is_resumed_before_sixty_waits_for_it(granted, person, due):
    stops = [{"state": "停发", "since": "2024-07-03"}, {"state": "享受待遇", "since": "2024-10-02"}]
    served = granted("2024-03-09", person(born=PartDate(1965, 1, 12)), states=stops, **RURAL)
    for month in ("2024-04", "2024-07", "2024-11", "2024-12", "2025-01"):
        assert due(served, month) is None, month
    assert due(served, "2025-02") is not None
