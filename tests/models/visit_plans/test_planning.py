"""A plan holds everybody whom the campaign is for, once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid, Refusal, db
from models.filters.filters import Filter
from models.people.identity import Identity
from models.people.person import Person
from models.undo.undo import undo
from models.visit_plans import planned_visits as plans
from models.visit_plans.planned_visits import PlannedVisit, VisitOutcome
from models.visit_plans.planning import draw_up_plan, named_by_scopes, plan_faults
from models.visit_plans.progress import campaign_progress
from models.visit_plans.scopes import Scope
from models.visits.campaign import Campaign
from models.visits.units import Unit
from models.visits.visit import Visit

USER = "王芳"
STREETS = ("礼让街街道", "饮马街街道", "总寨镇")


def names(campaign):
    return sorted(row.name for row in plans.planned(campaign))


def test_the_plan_holds_everybody_of_two_streets(person, campaign, scope, plan):
    for name, street in zip("甲乙丙丁", (*STREETS, STREETS[0]), strict=True):
        person(name=name, street=street)
    scope(Filter(street=STREETS[0]), money=500)
    scope(Filter(street=STREETS[1]), money=300, category="困难退役军人")
    assert plan() == (3, 0, 0)
    rows = {row.name: row for row in plans.planned(campaign)}
    assert sorted(rows) == ["丁", "乙", "甲"]
    assert (rows["甲"].money, rows["乙"].money, rows["乙"].category) == (500, 300, "困难退役军人")
    assert campaign_progress(campaign)[:5] == (3, 0, 0, 0, Decimal(1300))


def test_who_is_found_by_two_scopes_is_planned_once_with_the_first(person, campaign, scope, plan):
    person(name="甲", street=STREETS[0])
    scope(Filter(street=STREETS[0]), money=500)
    scope(money=100)
    plan()
    (row,) = plans.planned(campaign)
    assert row.money == 500


def test_drawing_up_again_adds_who_is_new_and_touches_nobody(person, campaign, scope, plan, save):
    person(name="甲")
    scope(money=500)
    plan()
    row = PlannedVisit.get()
    row.outcome, row.reason = VisitOutcome.LEFT_OUT, "本人不愿意"
    save(row)
    person(name="乙")
    assert plan() == (1, 1, 0)
    assert PlannedVisit.get_by_id(row.id).reason == "本人不愿意"
    assert campaign_progress(campaign).planned == 1


def test_the_dead_are_left_out_and_the_plan_says_so(person, identity, campaign, scope, plan):
    person(name="甲", died=PartDate(2019))
    identity(person(name="乙"), state="去世")
    person(name="丙")
    scope()
    assert plan() == (3, 0, 2)
    assert [row.name for row in plans.planned(campaign) if row.outcome != VisitOutcome.LEFT_OUT] == ["丙"]
    assert {row.reason for row in plans.planned(campaign)} == {"", "已去世"}


def test_the_category_is_that_of_the_identity_that_is_paid(person, identity, campaign, scope, plan):
    someone = person()
    identity(someone, kind="伤残人员", category="残疾军人", state="停发")
    identity(someone, kind="参战退役人员", state="享受待遇")
    scope()
    plan()
    assert PlannedVisit.get().category == "参战退役人员"


def test_the_plan_says_who_is_missing_and_who_no_longer_fits(person, campaign, scope, plan, save):
    someone = person(name="甲", street=STREETS[0])
    scope(Filter(street=STREETS[0]))
    plan()
    person(name="乙", street=STREETS[0])
    someone.street = STREETS[1]
    save(someone)
    told = "；".join(plan_faults(campaign))
    assert "有1人符合走访范围，还不在计划中：乙" in told
    assert "有1人已不符合走访范围，仍在计划中：甲" in told
    plan()
    assert "还不在计划中" not in "；".join(plan_faults(campaign))


def test_the_plan_says_what_else_is_wrong(person, campaign, scope, plan, team, gift, save):
    someone = person(name="甲", street=STREETS[0])
    gift("大米", there=1)
    scope(gifts="大米×2")
    plan()
    team("第一组", members="")
    someone.died = PartDate(2020, 7, 1)
    save(someone)
    told = "\n".join(plan_faults(campaign))
    for words in (
        "1人已去世：甲",
        "1个对象还没有分到小组",
        "第一组还没有写明带队领导或走访人员",
        "“大米”还需要2袋，库存1，还差1",
    ):
        assert words in told
    save_day(PlannedVisit.get(), PartDate(2020, 8, 3), save)
    assert "不在本批次的起止日期之内" in "\n".join(plan_faults(campaign))


def save_day(row, day, save):
    row.day = day
    save(row)


def test_a_plan_without_faults_has_none(person, campaign, scope, plan, team, save):
    person(name="甲", street=STREETS[0])
    scope()
    plan()
    first = team(areas=STREETS[0])
    row = PlannedVisit.get()
    row.team = first
    save(row)
    assert plan_faults(campaign) == []


def test_drawing_up_can_be_undone(person, campaign, scope):
    person()
    scope()
    with journal.entry("生成走访计划", USER) as writing:
        draw_up_plan(campaign)
    undo(writing.number, USER)
    assert PlannedVisit.select().count() == 0


def test_deleting_a_campaign_takes_its_plan_along_and_can_be_undone(person, campaign, scope, plan, team):
    person(street=STREETS[0])
    scope()
    plan()
    team()
    with journal.entry("删除走访批次", USER) as writing:
        campaign.delete_instance()
    assert PlannedVisit.select().count() == Scope.select().count() == 0
    undo(writing.number, USER)
    assert PlannedVisit.get().scope.campaign == Campaign.get()


PEOPLE = st.lists(st.tuples(st.sampled_from(STREETS), st.booleans(), st.booleans()), min_size=1, max_size=8)
SCOPES = st.lists(st.tuples(st.sampled_from(("", *STREETS)), st.booleans()), min_size=1, max_size=4)


@settings(max_examples=25)
@given(PEOPLE, SCOPES, st.sets(st.integers(0, 7)))
def test_a_plan_never_holds_anybody_twice_and_forgets_nobody(archive, person, people, filters, excluded):
    """Whatever the people and the filters, and whoever is left out between two drawings."""
    with db.atomic() as undone:
        made = [person(name=f"某{n}", street=street) for n, (street, _, _) in enumerate(people)]
        with journal.entry("准备", USER):
            for someone, (_, paid, dead) in zip(made, people, strict=True):
                if paid:
                    Identity(person=someone, kind="参战退役人员", state="享受待遇").save()
                if dead:
                    someone.died = PartDate(2019)
                    someone.save()
            campaign = Campaign(name="某批次", year=2020, occasion="春节")
            campaign.save()
            for street, paid in filters:
                Scope.of(campaign, Filter(street=street, state="享受待遇" if paid else "")).save()
            draw_up_plan(campaign)
            for number, row in enumerate(
                list(PlannedVisit.select().where(PlannedVisit.campaign == campaign))
            ):
                if number in excluded:
                    row.outcome, row.reason = VisitOutcome.LEFT_OUT, "不愿意"
                    row.save()
            draw_up_plan(campaign)
        rows = [row.person_id for row in PlannedVisit.select().where(PlannedVisit.campaign == campaign)]
        wanted = {
            someone.id
            for someone, (street, paid, dead) in zip(made, people, strict=True)
            if any(
                where in ("", street) and ((paid and not dead) or not only_paid)
                for where, only_paid in filters
            )
        }
        assert sorted(rows) == sorted(wanted)
        assert named_by_scopes(campaign) == wanted
        assert not any("还不在计划中" in fault for fault in plan_faults(campaign))
        undone.rollback()
    assert Person.select().count() == 0


def test_the_leaving_out_of_somebody_visited_is_refused(person, campaign, scope, plan, save):
    from models.visit_plans.results import not_visited

    someone = person(name="甲")
    scope()
    plan()
    save(Visit(person=someone, campaign=campaign, day=PartDate(2020, 7, 28)))
    with pytest.raises(Refusal, match="已经登记了走访结果"), journal.entry("改", USER):
        not_visited(PlannedVisit.get(), VisitOutcome.LEFT_OUT, "不愿意")


def test_all_units_are_put_into_the_plan_once(campaign, save, gift):
    from models.visit_plans.planning import add_units

    gift("大米")
    for name in ("一分队", "二分队"):
        save(Unit(name=name))
    for came in (2, 0):
        with journal.entry("列入部队", USER):
            assert add_units(campaign, "大米×5") == came
    assert {(row.name, row.gifts, row.category) for row in plans.planned(campaign)} == {
        ("一分队", "大米×5", "驻区部队"),
        ("二分队", "大米×5", "驻区部队"),
    }
    save(Unit(name="三分队"))
    with pytest.raises(Invalid, match="没有登记过慰问品"), journal.entry("列入部队", USER):
        add_units(campaign, "面粉×5")


def test_who_waited_for_long_and_was_visited_is_no_fault(person, campaign, scope, plan, save):
    someone = person(name="甲")
    scope(Filter(unvisited="从未走访"))
    plan()
    save(Visit(person=someone, campaign=campaign, day=PartDate(2020, 7, 28)))
    assert not any("已不符合" in fault for fault in plan_faults(campaign))
