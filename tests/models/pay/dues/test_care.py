"""护理费: the share of the place's wage that severely disabled people get who live at home, or what must be known first."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.pay.dues.care import CARE, LOCAL_WAGE
from models.pay.dues.dues import Dues
from models.pay.grants import claims
from models.pay.grants.grants import Grant
from models.pay.standards.policy_figures import PolicyFigure
from models.people.person import Person
from tests.models.pay.conftest import USER

AT_HOME = {"support": "分散供养", "selfcare": "享受护理"}


@pytest.fixture
def wage(archive):
    """Enter a wage of the place, and confirm the shares of the law as an officer does."""

    def make(value=8000, begins="2022-01", ends="2022-12", unit="元/月", confirmed=True):
        with journal.entry("登记政策数据", USER):
            for share in PolicyFigure.select().where(PolicyFigure.matter == CARE):
                share.confirmed = True
                share.save()
            PolicyFigure(
                matter=LOCAL_WAGE, what=begins[:4], value=Decimal(value), unit=unit, confirmed=confirmed,
                begins=PartDate.parse(begins), ends=PartDate.parse(ends), source="统计局",
            ).save()  # fmt: skip

    return make


@pytest.fixture
def cared_for(granted, person):
    """A disabled soldier who lives at home and is entered as cared for, unless told otherwise."""

    def make(grade="一级", nature="因战", category="残疾军人", **facts):
        return granted(someone=person(**{**AT_HOME, **facts}), grade=grade, nature=nature, category=category)

    return make


def care_of(due, identity, month):
    return due(identity, month).care


@pytest.mark.parametrize(
    ("grade", "nature", "month", "amount"),
    [
        ("一级", "因战", "2022-03", "4000.00"), ("二级", "因公", "2022-03", "4000.00"), ("三级", "因战", "2022-03", "3200.00"),
        ("四级", "因公", "2022-12", "3200.00"), ("一级", "因病", "2022-01", "2400.00"), ("四级", "因病", "2022-03", "2400.00"),
    ],
)  # fmt: skip
def test_care_is_the_share_of_last_year_s_wage_by_grade_and_nature(
    cared_for, wage, due, grade, nature, month, amount
):
    wage()
    assert care_of(due, cared_for(grade, nature), month).yuan() == amount


@pytest.mark.parametrize(("grade", "nature"), [("五级", "因战"), ("六级", "因病"), ("七级", "因公")])
def test_lighter_grades_get_no_care(cared_for, wage, due, grade, nature):
    wage()
    assert care_of(due, cared_for(grade, nature), "2022-03") is None


def test_care_is_paid_beside_the_allowance_and_counts_as_the_place_s_money(cared_for, wage, due):
    before = due(cared_for(), "2022-03").amounts
    wage()
    found = due(cared_for(number="110101195006150037"), "2022-03")
    assert found.amounts == (before[0], before[1], before[2] + 400_000)
    assert "护理费4000.00元/月" in found.rate.words()
    assert "《军人抚恤优待条例》" in found.why()
    assert "第三十条" in found.why()


def test_a_wage_by_the_year_is_a_twelfth_and_rounded_to_the_fen(cared_for, wage, due):
    wage("109346", unit="元/年")
    assert care_of(due, cared_for(), "2022-03").yuan() == "4556.08"  # 109346 / 12 × 50 %


def test_without_a_wage_the_allowance_is_paid_and_the_missing_setting_is_named(cared_for, wage, due):
    wage()
    someone = cared_for()
    for month in ("2021-12", "2023-01"):
        found = due(someone, month)
        assert not found.refused
        assert found.fen > 0
        assert "没有" in found.care_wanting
        assert LOCAL_WAGE in found.care_wanting


def test_a_wage_that_nobody_has_confirmed_is_not_used(cared_for, wage, due):
    wage(confirmed=False)
    assert LOCAL_WAGE in due(cared_for(), "2022-03").care_wanting


def test_a_share_that_nobody_has_confirmed_is_not_used(cared_for, due):
    assert "50%，因战、因公一级和二级" in due(cared_for(), "2022-03").care_wanting


def test_who_lives_in_an_institution_gets_no_care(cared_for, wage, due):
    wage()
    assert care_of(due, cared_for(support="优抚医院"), "2022-03") is None


@pytest.mark.parametrize(
    "facts",
    [
        {"support": "分散供养", "selfcare": ""}, {"support": "", "selfcare": "享受护理"}, {"support": "", "selfcare": ""},
        {"support": "分散供养", "selfcare": "自理"},
    ],
)  # fmt: skip
def test_who_may_have_it_and_has_no_decision_is_asked_about(cared_for, wage, due, facts):
    wage()
    found = due(cared_for(**facts), "2022-03")
    assert "请核定是否发给护理费" in found.care_wanting
    assert not found.refused


def test_an_office_that_has_set_no_wage_is_not_asked_of_those_of_whom_the_file_says_nothing(cared_for, due):
    assert care_of(due, cared_for(support="", selfcare=""), "2022-03") is None


def test_other_disabled_people_are_asked_about_as_the_law_speaks_of_soldiers(cared_for, wage, due):
    wage()
    assert "条例写的是残疾军人" in due(cared_for(category="伤残人民警察"), "2022-03").care_wanting


def test_mental_illness_of_grades_five_and_six_is_asked_about_from_october_2024_only(
    cared_for, wage, due, standard
):
    for begins, ends in (("2024-08", "2024-09"), ("2024-10", "2024-12")):
        standard("50000", begins, ends=ends, layer="国家", grade="五级", nature="因病", category="残疾军人")
    wage(begins="2024-01", ends="2024-12")
    ill = cared_for("五级", "因病", mental=True)
    assert care_of(due, ill, "2024-09") is None
    assert "因精神障碍五级至六级" in due(ill, "2024-10").care_wanting
    with journal.entry("核定", USER):
        Grant(identity=ill, person=ill.person_id, care=True, basis="局务会").save()
    assert care_of(due, ill, "2024-10").yuan() == "2000.00"


def test_the_office_s_decision_goes_before_what_the_file_says(cared_for, wage, due):
    wage()
    someone = cared_for(support="", selfcare="")
    with journal.entry("核定", USER):
        Grant(
            identity=someone, person=someone.person_id, care=True, basis="局务会",
            care_begins=PartDate(2022, 3), care_ends=PartDate(2022, 5),
        ).save()  # fmt: skip
    paid = [care_of(due, someone, f"2022-{month:02}") for month in range(2, 7)]
    assert [each is not None for each in paid] == [False, True, True, True, False]


def test_a_decision_against_it_ends_the_question(cared_for, wage, due):
    wage()
    someone = cared_for()
    with journal.entry("核定", USER):
        Grant(identity=someone, person=someone.person_id, care=False, basis="本人在养老机构").save()
    assert care_of(due, someone, "2022-03") is None


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({"care": True}, ["basis"]), ({"care_begins": PartDate(2022, 3), "basis": "会议"}, ["care"]),
        ({"care": True, "care_begins": PartDate(2022), "basis": "会议"}, ["care_begins"]),
        ({"care": True, "care_begins": PartDate(2022, 3), "care_ends": PartDate(2022, 2), "basis": "会议"}, ["care_ends"]),
    ],
)  # fmt: skip
def test_a_decision_says_on_what_it_rests_and_from_which_month(cared_for, facts, wrong):
    someone = cared_for()
    assert list(Grant(identity=someone, person=someone.person_id, **facts).problems()) == wrong


def test_what_follows_a_death_is_reckoned_without_care(cared_for, wage, due):
    wage()
    someone = cared_for()
    with journal.entry("去世", USER):
        Person.update(died=PartDate(2022, 3, 5)).where(Person.id == someone.person_id).execute()
        Grant(identity=someone, person=someone.person_id, cause="因病").save()
    rule, fen = Dues().extra(claims.claims_of_person(Person.get_by_id(someone.person_id))[0])
    assert (rule.months, fen) == (12, 10_667_000)
