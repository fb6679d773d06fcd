"""What stands against a grant: asked before it is paid, with its clause as it stood in that month."""

from __future__ import annotations

from datetime import date

import pytest

from models.approvals.confirmations import Confirmation, ConfirmationState
from models.core import journal
from models.core.dates import PartDate
from models.deaths.sentinel import DeathMatch, MatchState
from models.law.texts import law_rows
from models.pay.eligibility import eligibility_conditions, eligibility_rules
from models.pay.grants import rules
from models.pay.grants.rules import Ways
from tests.models.pay.conftest import USER

MARTYRS_FAMILY = {"kind": "三属", "category": "烈士遗属", "grade": "", "nature": "", "approved": "2010-05-10"}
CHILD = {**MARTYRS_FAMILY, "relation": "子女"}
SPOUSE = {**MARTYRS_FAMILY, "relation": "配偶"}
FOUGHT = {"kind": "参战退役人员", "category": "", "grade": "", "nature": "", "approved": "2010-05-10"}
SICK = {**FOUGHT, "kind": "带病回乡退役军人"}
TESTED = {**FOUGHT, "kind": "参试退役人员"}


@pytest.fixture
def asked(due):
    """The question of an identity in a month, or None."""

    def ask(identity, month):
        found = due(identity, month)
        return None if found is None or found.ask is None else found.ask.sentence()

    return ask


def known(someone, **facts):
    """Let the file say something of a person."""
    with journal.entry("修改人员", USER):
        for name, value in facts.items():
            setattr(
                someone, name, PartDate.parse(value) if isinstance(value, str) and value[:1] == "2" else value
            )
        someone.save()


def test_every_condition_of_the_table_is_one_that_can_be_looked_at():
    named = {rule.condition for rule in eligibility_rules.eligibility_rules()}
    own = {eligibility_conditions.BESIDE, eligibility_conditions.BESIDE_ANY}
    assert named == set(eligibility_conditions.CONDITIONS) | own


def test_every_matter_of_the_table_is_one_of_the_law():
    named = {rule.matter for rule in eligibility_rules.eligibility_rules() if rule.matter}
    assert named <= {row["matter"] for row in law_rows("clauses")}


def test_a_rule_stands_once():
    named = [(rule.code, rule.kind) for rule in eligibility_rules.eligibility_rules()]
    assert len(named) == len(set(named))


def test_a_martyrs_child_is_asked_about_from_the_month_after_eighteen(granted, person, asked):
    child = granted(someone=person(born=PartDate(2003, 5, 10)), **CHILD)
    assert asked(child, "2021-05") is None
    assert "已满18周岁" in asked(child, "2021-06")
    assert "《烈士褒扬条例》（2019年修订）第十六条" in asked(child, "2021-06")
    assert "《烈士褒扬条例》（2024年修订）第十七条" in asked(child, "2025-01")


def test_a_child_at_school_is_asked_for_the_proof_of_each_school_year(granted, person, asked):
    child = granted(someone=person(born=PartDate(2003, 5, 10)), **CHILD)
    known(child.person, at_school=True)
    this = date.today()
    end = this.year + (this.month > 8)
    assert asked(child, "2022-09") is None
    assert asked(child, f"{end}-08") is None
    assert "在校证明" in asked(child, f"{end}-09")


def test_a_disabled_child_and_a_parent_are_not_asked_about(granted, person, asked):
    child = granted(someone=person(born=PartDate(2003, 5, 10)), **CHILD)
    known(child.person, disabled=True)
    parent = granted(someone=person(born=PartDate(1950, 5, 10)), **(CHILD | {"relation": "父母(抚养人)"}))
    assert asked(child, "2022-09") is None
    assert asked(parent, "2022-09") is None


def test_of_a_survivor_without_a_relation_only_one_who_may_be_a_child_is_asked_about(granted, person, asked):
    young = granted(someone=person(born=PartDate(2003, 5, 10)), **MARTYRS_FAMILY)
    old = granted(someone=person(born=PartDate(1950, 5, 10)), **MARTYRS_FAMILY)
    assert asked(young, "2021-05") is None
    assert "不知是否子女" in asked(young, "2021-06")
    assert asked(old, "2021-06") is None


def test_a_spouse_who_married_again_is_asked_about(granted, person, asked):
    spouse = granted(someone=person(), **SPOUSE)
    assert asked(spouse, "2024-09") is None
    known(spouse.person, marital="再婚")
    assert "（2019年修订）第十七条" in asked(spouse, "2024-09")
    assert "（2024年修订）第二十条" in asked(spouse, "2025-01")


@pytest.mark.parametrize("kind", [FOUGHT, SICK, TESTED])
@pytest.mark.parametrize(
    "facts",
    [
        {"employment": "在职(机关事业)"},
        {"pension": "机关事业单位养老保险"},
        {"employer_nature": "医疗卫生单位"},
        {"household": "城镇", "employment": "在职(企业)"},
        {"household": "城镇", "employer": "区供销社"},
    ],
)
def test_who_has_an_employer_of_the_state_or_of_the_town_is_asked_about(granted, person, asked, kind, facts):
    assert asked(granted(someone=person(**facts), **kind), "2021-09") is not None


@pytest.mark.parametrize(
    "facts",
    [
        {"household": "农村", "employment": "在职(企业)"},
        {"household": "城镇", "employment": "退休", "employer": "原区供销社"},
        {"household": "城镇", "employment": "失业"},
        {"pension": "城乡居民基本养老保险"},
        {"employer_nature": "医疗卫生单位", "employment": "退休"},
    ],
)
def test_who_has_none_is_paid_without_a_question(granted, person, asked, facts):
    assert asked(granted(someone=person(**facts), **FOUGHT), "2021-09") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SICK, FOUGHT),
        (TESTED, FOUGHT),
        (TESTED, SICK),
        (SICK, {"grade": "七级"}),
        (TESTED, {"grade": "七级"}),
        (FOUGHT, {"grade": "七级"}),
        ({**MARTYRS_FAMILY, "kind": "烈士子女", "category": ""}, CHILD | {"relation": "配偶"}),
    ],
)
def test_two_regular_subsidies_are_never_paid_beside_one_another_silently(granted, person, asked, one, other):
    someone = person(born=PartDate(1940, 5, 10))
    held, paid = granted(someone=someone, **one), granted(someone=someone, **other)
    assert "同时享受" in asked(held, "2019-09")
    assert asked(paid, "2019-09") is None  # one of the two is surely due


def test_an_overlap_that_the_office_has_settled_for_all_is_not_asked(granted, person, asked):
    someone = person()
    sick = granted(someone=someone, **SICK)
    granted(someone=someone, **FOUGHT)
    rules.keep_ways(Ways(exclusions="-带病-参战"), USER)
    assert asked(sick, "2019-09") is None


def test_a_grade_to_be_examined_again_is_asked_about_after_its_day(granted, asked):
    graded = granted(review_on=PartDate(2021, 8, 31))
    assert asked(graded, "2021-08") is None
    assert "重新评定" in asked(graded, "2021-09")


def test_a_disabled_person_in_service_is_asked_about(granted, asked):
    assert "在职" in asked(granted(standing="在职"), "2021-09")
    assert asked(granted(standing="在乡"), "2021-09") is None


def test_who_stands_on_a_list_of_the_dead_is_asked_about_until_it_is_decided(granted, asked):
    identity = granted()
    with journal.entry("核对名单", USER):
        match = DeathMatch(
            person=identity.person, file="火化名单.xlsx", listed_name="张三", listed_day=PartDate(2021, 8, 3),
            state=MatchState.OPEN,
        )  # fmt: skip
        match.save()
    assert asked(identity, "2021-08") is None
    assert "火化名单" in asked(identity, "2021-09")
    with journal.entry("排除", USER):
        match.state, match.reason = MatchState.DISMISSED, "同名"
        match.save()
    assert asked(identity, "2021-09") is None


def test_a_sentence_is_asked_about_in_its_months(granted, asked):
    identity = granted()
    known(identity.person, sentenced_from="2020-03-10", sentenced_to="2021-05-01")
    months = ("2020-02", "2020-03", "2021-05", "2021-06")
    assert [asked(identity, month) is not None for month in months] == [False, True, True, False]
    assert "（2011年修订，2019年修正）第五十条" in asked(identity, "2020-03")


def test_abroad_is_asked_about_after_the_time_that_the_office_set(granted, asked):
    identity = granted()
    known(identity.person, abroad_since="2020-03-10")
    assert asked(identity, "2020-02") is None
    assert "没有设定期限" in asked(identity, "2020-03")
    rules.keep_ways(Ways(abroad_months="6"), USER)
    assert asked(identity, "2020-08") is None
    assert "已满6个月" in asked(identity, "2020-09")


def test_who_was_not_seen_within_sixty_days_is_asked_about_from_the_next_month(granted, asked):
    identity = granted()
    with journal.entry("年度确认", USER):
        Confirmation(
            person=identity.person, year=2020, state=ConfirmationState.TOLD, notified_on=PartDate(2020, 6, 1)
        ).save()
    assert asked(identity, "2020-07") is None
    assert "满60日" in asked(identity, "2020-08")
    with journal.entry("年度确认", USER):
        Confirmation(
            person=identity.person,
            year=2021,
            state=ConfirmationState.SEEN,
            confirmed_on=PartDate(2021, 3, 1),
            way="见面",
        ).save()
    assert asked(identity, "2021-09") is None
