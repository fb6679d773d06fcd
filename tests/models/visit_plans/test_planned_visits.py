"""One row for each whom a campaign is for, found by whom, by which team and how far it is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid, db
from models.people.outsiders import Outsider
from models.visit_plans import planned_visits as plans
from models.visit_plans.planned_visits import (
    NO_TEAM,
    PlannedVisit,
    VisitKey,
    VisitOutcome,
    chosen_rows,
    marked,
    needed_gifts,
    visit_state_of,
    visits_made,
)
from models.visits.campaign import Campaign
from models.visits.units import Unit
from models.visits.visit import Visit
from tests.conftest import USER


def test_nobody_is_planned_twice_by_hand_either(person, campaign, save):
    someone = person(name="甲")
    save(PlannedVisit(campaign=campaign, person=someone))
    with pytest.raises(Invalid, match="同一批次不重复走访"):
        save(PlannedVisit(campaign=campaign, person=someone))
    with pytest.raises(Exception, match="UNIQUE"), journal.entry("绕过", USER):
        db.execute_sql(
            "INSERT INTO planned_visit (uid, campaign_id, person_id) VALUES ('x', ?, ?)",
            (campaign.id, someone.id),
        )


def test_a_row_is_for_one_person_or_one_unit(person, campaign, save):
    unit = save(Unit(name="驻区某部一分队"))
    with pytest.raises(Invalid, match="选择一个走访对象"):
        save(PlannedVisit(campaign=campaign))
    with pytest.raises(Invalid, match="选择一个走访对象"):
        save(PlannedVisit(campaign=campaign, person=person(), unit=unit))
    assert save(PlannedVisit(campaign=campaign, unit=unit)).name == "驻区某部一分队"


def test_who_is_not_visited_needs_a_reason(person, campaign, save):
    with pytest.raises(Invalid, match="为什么不走访"):
        save(PlannedVisit(campaign=campaign, person=person(), outcome=VisitOutcome.LEFT_OUT))


def test_the_rows_are_found_by_words_team_and_state(person, campaign, scope, plan, team, save):
    people = {name: person(name=name) for name in ("单雄信", "李四", "王五")}
    unit = save(Unit(name="驻区某部一分队"))
    scope()
    plan()
    save(PlannedVisit(campaign=campaign, unit=unit))
    row = PlannedVisit.get(PlannedVisit.person == people["李四"])
    row.team, row.outcome = team(), VisitOutcome.NOT_MET
    save(row)
    save(Visit(person=people["王五"], campaign=campaign, day=PartDate(2020, 7, 28)))
    save(Visit(unit="驻区某部一分队", campaign=campaign, day=PartDate(2020, 7, 28)))

    def found(**wanted):
        return [each.name for each in chosen_rows(campaign, **wanted)]

    assert found(words="sxx") == ["单雄信"]
    assert found(words="一分队") == found(words="某部", state=VisitOutcome.VISITED) == ["驻区某部一分队"]
    assert found(team="第一组") == found(state=VisitOutcome.NOT_MET) == ["李四"]
    assert found(team=NO_TEAM, state=VisitOutcome.WAITING) == ["单雄信"]
    assert found(state=VisitOutcome.VISITED) == ["王五", "驻区某部一分队"]


def test_the_way_goes_team_by_team_and_who_has_none_comes_last(person, campaign, team, save):
    second, first = team("第二组"), team("第一组")
    second.number, first.number = 2, 1
    save(second)
    save(first)
    for name, going, position in (("丁", None, 1), ("丙", second, 1), ("乙", first, None), ("甲", first, 1)):
        save(PlannedVisit(campaign=campaign, person=person(name=name), team=going, position=position))
    assert [row.name for row in plans.planned(campaign)] == ["甲", "乙", "丙", "丁"]


def test_a_row_says_where_and_how_somebody_is_found(person, campaign, save):
    someone = person(street="总寨镇", community="清河村", household_address="户籍地", other_phone="0971-1")
    row = save(PlannedVisit(campaign=campaign, person=someone))
    assert (row.street, row.community, row.address, row.phone, row.number) == (
        "总寨镇",
        "清河村",
        "户籍地",
        "0971-1",
        someone.number,
    )
    someone.residence, someone.phone = "居住地", "13900000001"
    assert (row.address, row.phone) == ("居住地", "13900000001")
    unit = save(PlannedVisit(campaign=campaign, unit=save(Unit(name="一分队", station="某地", phone="1"))))
    assert (unit.street, unit.community, unit.address, unit.phone, unit.number) == ("", "", "某地", "1", "")


def test_the_code_on_a_card_finds_its_row_in_its_own_campaign_alone(person, campaign, save):
    row = save(PlannedVisit(campaign=campaign, person=person()))
    other = save(Campaign(name="2020年春节走访", year=2020))
    assert row.mark.startswith("YFZF:")
    assert marked(campaign, f" {row.mark.lower()} ") == row
    assert marked(other, row.mark) is None
    for nothing in ("", "YFZF:", row.uid[-12:], f"XX:{row.uid[-12:]}"):
        assert marked(campaign, nothing) is None


def test_of_several_visits_of_a_campaign_the_last_counts(person, campaign, save):
    someone = person()
    row = save(PlannedVisit(campaign=campaign, person=someone, outcome=VisitOutcome.NOT_MET))
    assert visit_state_of(row, visits_made(campaign)) == VisitOutcome.NOT_MET
    late = save(Visit(person=someone, campaign=campaign, day=PartDate(2020, 7, 28)))
    save(Visit(person=someone, campaign=campaign, day=PartDate(2020, 7, 21)))
    assert visits_made(campaign) == {VisitKey(person=someone.id): late}
    assert visit_state_of(row, visits_made(campaign)) == VisitOutcome.VISITED


def test_somebody_without_a_file_is_visited_by_his_own_key(person, campaign, save):
    soldier = save(Outsider(name="兵甲", category="义务兵家庭"))
    someone = person()
    assert soldier.id == someone.id
    row = save(PlannedVisit(campaign=campaign, outsider=soldier))
    save(Visit(person=someone, campaign=campaign, day=PartDate(2020, 7, 28)))
    assert visit_state_of(row, visits_made(campaign)) == VisitOutcome.WAITING
    assert chosen_rows(campaign, state=VisitOutcome.VISITED).count() == 0


def test_the_gifts_of_all_rows_are_added_up(person, campaign, gift, save):
    gift("大米")
    gift("食用油")
    for words in ("大米×1、食用油×2", "大米×1、食用油×2", "大米×3", ""):
        save(PlannedVisit(campaign=campaign, person=person(), gifts=words))
    assert needed_gifts(plans.planned(campaign)) == {"大米": 5, "食用油": 4}


@pytest.mark.parametrize(
    ("facts", "reason"),
    [({"money": Decimal("-0.01")}, "负数"), ({"outcome": "已走访"}, "未遇到"), ({"day": PartDate(2020, 7)}, "写到日"), ({"gifts": "大米×1"}, "没有登记过慰问品")],
)  # fmt: skip
def test_what_no_row_can_be(person, campaign, save, facts, reason):
    with pytest.raises(Invalid, match=reason):
        save(PlannedVisit(**{"campaign": campaign, "person": person(), **facts}))


def test_a_team_of_another_campaign_goes_nowhere_here(person, campaign, team, save):
    other = save(Campaign(name="2020年春节走访", year=2020))
    with pytest.raises(Invalid, match="不是本批次的"):
        save(PlannedVisit(campaign=other, person=person(), team=team()))


def test_blanks_around_a_unit_s_name_make_it_no_other_unit(campaign, save):
    unit = save(Unit(name="驻区某部一分队"))
    row = save(PlannedVisit(campaign=campaign, unit=unit))
    save(Visit(campaign=campaign, unit="　驻区某部一分队 ", occasion="八一", day=PartDate(2020, 7, 28)))
    assert row.key in visits_made(campaign)
    assert [each.id for each in chosen_rows(campaign, state=VisitOutcome.VISITED)] == [row.id]
