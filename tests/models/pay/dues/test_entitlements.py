"""From which month, until which: the rules of law, by the date of the law."""

from __future__ import annotations

from datetime import date

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.pay.dues import claims
from models.pay.dues.entitlements import entitlement
from models.pay.dues.grants import GradeChange, Grant, regrade
from models.pay.dues.rules import Ways, start_of
from models.pay.standards import months
from tests.models.pay.conftest import USER, tell


def entitled(identity, first, last, **ways):
    """The months between two in which an identity is entitled; an unsure one is told with a question mark."""
    (claim,) = (c for c in claims.claims_of_person(identity.person) if c.identity == identity.id)
    made = entitlement(claim, Ways(**ways))
    found = []
    for month in range(months.read_month(first), months.read_month(last) + 1):
        at = made.at(month)
        if at is not None:
            found.append(months.iso(month) + ("" if hasattr(at, "facts") else "?"))
    return found


@pytest.mark.parametrize(
    ("kind", "approved", "first"),
    [
        ("伤残人员", "2019-06-30", "2019-07"), ("伤残人员", "2024-09-30", "2024-10"),
        ("伤残人员", "2024-10-01", "2024-10"), ("伤残人员", "2024-12-31", "2024-12"),
        ("三属", "2019-06-30", "2019-06"), ("参战退役人员", "2019-12-31", "2019-12"),
    ],
)  # fmt: skip
def test_the_first_month_follows_the_law_of_the_day_of_approval(kind, approved, first):
    assert months.iso(start_of(kind, months.first_in(approved), Ways())[0]) == first


def test_an_office_may_switch_later_and_may_count_others_from_the_next_month():
    at = months.month(2024, 11)
    assert start_of("伤残人员", at, Ways(disabled_same_month_from="2025-01"))[0] == at + 1
    assert start_of("带病回乡退役军人", at, Ways(others_start="次月"))[0] == at + 1


def test_paid_from_the_start_month_on(granted):
    assert entitled(granted("2021-03-15"), "2021-01", "2021-05") == ["2021-04", "2021-05"]


@pytest.mark.parametrize("state", ["停发", "中止", "取消"])
def test_a_stop_counts_from_the_next_month(granted, state):
    stopped = granted(states=[{"state": state, "since": "2021-05-20"}])
    assert entitled(stopped, "2021-04", "2021-08") == ["2021-04", "2021-05"]


def test_paid_again_from_the_month_after_and_nothing_for_the_time_between(granted):
    back = granted(
        states=[{"state": "停发", "since": "2021-05-20"}, {"state": "享受待遇", "since": "2021-07-02"}]
    )
    assert entitled(back, "2021-04", "2021-09") == ["2021-04", "2021-05", "2021-08", "2021-09"]


def test_after_a_death_nothing_from_the_next_month_whatever_the_state_says(granted, person):
    dead = granted(someone=person(died=PartDate(2021, 5, 1)))
    assert entitled(dead, "2021-04", "2021-08") == ["2021-04", "2021-05"]
    tell(dead, "去世", "2021-06-15", died_on="2021-05-01")
    assert entitled(dead, "2021-04", "2021-08") == ["2021-04", "2021-05"]


def test_a_death_known_by_its_year_alone_leaves_its_months_unsure(granted, person):
    dead = granted(someone=person(died=PartDate(2021)))
    assert entitled(dead, "2020-12", "2022-01") == [
        "2020-12",
        "2021-01",
        *(f"2021-{m:02}?" for m in range(2, 13)),
    ]


def test_who_moves_out_is_paid_to_the_end_of_the_year_unless_the_paper_names_a_month(granted):
    moved = granted(states=[{"state": "迁移", "since": "2021-05-20", "place": "城西区"}])
    assert entitled(moved, "2021-11", "2022-02") == ["2021-11", "2021-12"]
    named = granted(states=[{"state": "迁移", "since": "2021-05-20", "paid_to": "2021-06"}])
    assert entitled(named, "2021-05", "2021-09") == ["2021-05", "2021-06"]


def test_who_moves_in_is_paid_after_the_month_the_old_place_paid_to(identity):
    came = identity(kind="三属", category="烈士遗属", approved=PartDate(2010, 1, 1))
    tell(came, "享受待遇", "2021-05-20", place="城西区", paid_to="2021-08")
    assert entitled(came, "2021-06", "2021-10") == ["2021-09", "2021-10"]
    other = identity(kind="三属", category="烈士遗属", approved=PartDate(2010, 1, 1))
    tell(other, "享受待遇", "2021-05-20", place="城西区")
    assert entitled(other, "2021-11", "2022-02") == ["2022-01", "2022-02"]


def test_the_year_of_discharge_is_the_forces_own(granted):
    graded_in_service = granted("2020-03-01", left=PartDate(2020, 9, 1))
    assert entitled(graded_in_service, "2020-10", "2021-02") == ["2021-01", "2021-02"]
    graded_at_home = granted("2020-11-01", left=PartDate(2020, 9, 1))
    assert entitled(graded_at_home, "2020-10", "2021-02") == ["2020-12", "2021-01", "2021-02"]


@pytest.mark.parametrize(
    ("sixty", "first"),
    [("满60周岁次月", "2021-07"), ("满60周岁当月", "2021-06"), ("满60周岁当年1月", "2021-01")],
)
def test_the_first_month_at_sixty_is_the_offices_way(granted, person, sixty, first):
    old = granted(
        "2020-12-01",
        person(born=PartDate(1961, 6, 15)),
        kind="农村籍退役士兵",
        category="",
        grade="",
        nature="",
    )
    assert entitled(old, "2020-06", "2021-12", sixty=sixty)[0] == first


def test_sixty_does_not_bring_forward_an_approval(granted, person):
    late = granted(
        "2021-09-10", person(born=PartDate(1950, 1, 1)), kind="烈士子女", category="", grade="", nature=""
    )
    assert entitled(late, "2021-01", "2021-10") == ["2021-09", "2021-10"]


def test_an_approval_known_by_its_year_leaves_that_years_months_unsure(granted):
    old = granted("2013")
    assert entitled(old, "2013-01", "2014-02") == [
        *(f"2013-{m:02}?" for m in range(2, 13)),
        "2014-01",
        "2014-02",
    ]


def test_without_any_date_of_approval_nothing_is_sure(granted):
    assert entitled(granted(None), "2021-01", "2021-02") == ["2021-01?", "2021-02?"]
    assert entitled(granted(None, paid_to=PartDate(2021, 1)), "2021-01", "2021-02") == ["2021-01?", "2021-02"]


@pytest.mark.parametrize("state", ["受理", "身份认定不享受待遇", "不予认定", "停发", "去世"])
def test_who_never_was_entitled_has_no_grant(identity, state):
    never = identity(state=state, kind="伤残人员", approved=PartDate(2013, 1, 1))
    assert entitled(never, "2021-01", "2021-03") == []


def test_a_roster_that_tells_of_a_death_alone_tells_until_when(identity, person):
    dead = identity(
        person(died=PartDate(2021, 5, 10)), state="去世", kind="伤残人员", approved=PartDate(2013, 1, 1)
    )
    assert entitled(dead, "2021-04", "2021-07") == ["2021-04", "2021-05"]


@pytest.mark.parametrize("state", ["停发", "迁移", "取消"])
def test_a_roster_that_tells_how_far_somebody_was_paid_tells_until_when(identity, state):
    gone = identity(state=state, kind="伤残人员", approved=PartDate(2013, 1, 1), paid_to=PartDate(2021, 5))
    assert entitled(gone, "2021-04", "2021-07") == ["2021-04", "2021-05"]


def test_a_stop_without_a_date_is_not_guessed(granted):
    stopped = granted()
    tell(stopped, "停发")
    assert entitled(stopped, "2021-01", "2021-02") == ["2021-01?", "2021-02?"]


def test_a_new_grade_counts_by_the_rule_of_starts(granted):
    graded = granted(grade="八级", nature="因公")
    with journal.entry("调整残疾等级", USER):
        regrade(
            GradeChange(
                identity=graded,
                person=graded.person_id,
                approved=PartDate(2021, 3, 10),
                grade_before="八级",
                nature_before="因公",
                grade="六级",
                nature="因公",
            )
        )
    (claim,) = claims.claims_of_person(graded.person)
    made = entitlement(claim, Ways())
    assert made.at(months.month(2021, 3)).facts.grade == "八级"
    assert made.at(months.month(2021, 4)).facts.grade == "六级"
    assert "2021年3月10日调整为六级因公" in made.at(months.month(2021, 4)).begun


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


def test_the_offices_decision_goes_before_the_rules(granted):
    decided = granted("2013-07-04")
    with pytest.raises(Invalid, match="依据"), journal.entry("核定", USER):
        Grant(identity=decided, person=decided.person_id, begins=PartDate(2021, 2)).save()
    with journal.entry("核定", USER):
        Grant(
            identity=decided,
            person=decided.person_id,
            begins=PartDate(2021, 2),
            ends=PartDate(2021, 4),
            basis="局务会",
        ).save()
    assert entitled(decided, "2021-01", "2021-06") == ["2021-02", "2021-03", "2021-04"]


def test_everybody_read_at_once_gives_the_same_claims(granted, person):
    granted(states=[{"state": "停发", "since": "2021-05-20"}])
    granted(someone=person(died=PartDate.of(date(2021, 1, 5))))
    one_by_one = [
        claim for claim in claims.claims() for claim in claims.claims(claims.Identity.id == claim.identity)
    ]
    assert one_by_one == claims.claims()
