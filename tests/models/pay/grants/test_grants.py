"""What the office decides of an entitlement, and disabilities graded anew."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.pay.grants import claims
from models.pay.grants.entitlements import entitlement
from models.pay.grants.grants import GradeChange, Grant, regrade
from models.pay.grants.rules import Ways
from models.pay.standards import months
from models.people.identity import Identity
from tests.models.pay.conftest import USER


def test_an_older_grading_entered_late_does_not_become_the_present_one(granted):
    graded = granted(grade="八级", nature="因公")
    for approved, before, after in (("2021-03-10", "七级", "六级"), ("2019-03-10", "八级", "七级")):
        with journal.entry("调整残疾等级", USER):
            regrade(
                GradeChange(
                    identity=graded,
                    person=graded.person_id,
                    approved=PartDate.parse(approved),
                    grade_before=before,
                    nature_before="因公",
                    grade=after,
                    nature="因公",
                )
            )
    (claim,) = claims.claims_of_person(graded.person)
    made = entitlement(claim, Ways())
    grades = [made.at(months.month(year, 1)).facts.grade for year in (2018, 2020, 2022)]
    assert grades == ["八级", "七级", "六级"]


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({"begins": "2021-02", "ends": "2021-02", "basis": "局务会"}, []), ({"cause": "因病"}, []),
        ({"begins": "2021-02-01", "basis": "局务会"}, ["begins"]), ({"ends": "2021", "basis": "局务会"}, ["ends"]),
        ({"begins": "2021-03", "ends": "2021-02", "basis": "局务会"}, ["ends"]), ({"begins": "2021-02"}, ["basis"]),
        ({"ends": "2021-02", "basis": " "}, ["basis"]),
    ],
)  # fmt: skip
def test_a_decision_names_months_and_its_basis(identity, facts, wrong):
    made = identity()
    days = {name: PartDate.parse(facts.pop(name)) for name in ("begins", "ends") if name in facts}
    assert list(Grant(identity=made, person=made.person_id, **days, **facts).problems()) == wrong


def graded_anew(identity, **facts):
    usual = {"approved": PartDate(2021, 3), "grade_before": "八级", "nature_before": "因公", "grade": "六级", "nature": "因公"}  # fmt: skip
    return GradeChange(**{"identity": identity, "person": identity.person_id, **usual, **facts})


def test_a_new_grade_says_from_when_and_from_what_to_what(granted):
    made = granted(grade="八级", nature="因公")
    assert graded_anew(made).problems() == {}
    assert graded_anew(made, approved=None).problems() == {"approved": "请填写批准日期"}
    assert graded_anew(made, approved=PartDate(2021)).problems() == {"approved": "请填写批准日期"}
    assert graded_anew(made, grade="", nature_before="").problems() == {
        "nature_before": "请选择原性质", "grade": "请选择新等级",
    }  # fmt: skip


def test_a_decision_about_another_man_s_identity_is_refused(granted, person):
    made, other = granted(grade="八级", nature="因公"), person()
    said = {"identity": "所选的优抚身份不是这个人的"}
    assert graded_anew(made, person=other).problems() == said
    assert Grant(identity=made, person=other.id).problems() == said


def test_the_identity_shows_the_new_grade_and_another_s_changes_do_not_count(granted):
    made, other = granted(grade="八级", nature="因公"), granted(grade="九级", nature="因战")
    with journal.entry("调整残疾等级", USER):
        regrade(graded_anew(other, approved=PartDate(2022, 1), nature="因病"))
        regrade(graded_anew(made, nature="因战"))
    grades = [(i.grade, i.nature) for i in (Identity.get_by_id(each.id) for each in (made, other))]
    assert grades == [("六级", "因战"), ("六级", "因病")]
    with journal.entry("当月再调整", USER):
        regrade(graded_anew(made, grade="五级"))
    assert Identity.get_by_id(made.id).grade == "五级"
