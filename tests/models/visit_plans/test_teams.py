"""Who goes where, from which day to which; a place belongs to one team."""

from __future__ import annotations

from datetime import date

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.visit_plans.planned_visits import PlannedVisit
from models.visit_plans.sharing_out import assign_teams
from models.visit_plans.teams import Place, Team, read_places, teams, written_places
from models.visits.campaign import Campaign
from tests.conftest import USER


def share(campaign, spread=False):
    with journal.entry("分组", USER):
        return assign_teams(campaign, spread)


def test_a_deleted_team_leaves_its_calls_without_one(person, campaign, scope, plan, team):
    person(street="总寨镇")
    scope()
    plan()
    going = team(areas="总寨镇")
    share(campaign)
    with journal.entry("删除小组", USER) as writing:
        going.delete_instance()
    assert PlannedVisit.get().team is None
    from models.undo.undo import undo

    undo(writing.number, USER)
    assert PlannedVisit.get().team == going


def test_a_place_belongs_to_one_team(team):
    team("第一组", areas="总寨镇；礼让街街道")
    with pytest.raises(Invalid, match="已由第一组负责"):
        team("第二组", areas="礼让街街道")


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"name": " "}, "小组名称"),
        ({"begins": PartDate(2020, 7)}, "写到日"),
        ({"begins": PartDate(2020, 7, 2), "ends": PartDate(2020, 7, 1)}, "早于开始"),
        ({"begins": PartDate(2020, 1, 2), "ends": PartDate(2020, 7, 1)}, "不会超过"),
    ],
)
def test_what_no_team_can_be(team, facts, reason):
    with pytest.raises(Invalid, match=reason):
        team(**facts)


def test_places_are_written_as_they_are_read():
    words = "礼让街街道；总寨镇·清河村"
    assert written_places(read_places(words)) == words
    assert read_places("礼让街街道、总寨镇•清河村\n") == read_places(words)


def test_a_journey_of_sixty_days_is_the_longest(team):
    assert len(team(begins=PartDate(2020, 7, 1), ends=PartDate(2020, 8, 30)).days()) == 61
    with pytest.raises(Invalid, match="不会超过60天"):
        team("第二组", begins=PartDate(2020, 7, 1), ends=PartDate(2020, 8, 31))


def test_a_team_without_days_of_its_own_has_the_campaign_s(team, campaign):
    assert team().days() == [date(2020, 7, day) for day in range(20, 32)]
    assert team("第二组", begins=PartDate(2020, 7, 22)).days() == [date(2020, 7, 22)]
    assert team("第三组", ends=PartDate(2020, 7, 21)).days() == [date(2020, 7, 20), date(2020, 7, 21)]
    campaign.begins = None
    assert Team(campaign=campaign, name="第四组").days() == []


def test_a_street_and_a_community_of_it_are_two_places(team):
    team("第一组", areas="总寨镇·清河村")
    assert team("第二组", areas="总寨镇").places() == [Place("总寨镇")]
    assert [str(each) for each in (Place("总寨镇"), Place("总寨镇", "清河村"))] == ["总寨镇", "总寨镇·清河村"]


def test_two_teams_of_a_campaign_do_not_share_a_name_and_stand_in_their_order(team, campaign, save):
    team("第一组")
    with pytest.raises(Invalid, match="本批次已有“第一组”"):
        team("第一组")
    early = team("先行组")
    early.number = 0
    save(early)
    assert [each.name for each in teams(campaign)] == ["先行组", "第一组"]
    other = save(Campaign(name="2020年春节走访", year=2020))
    save(Team(campaign=other, name="第一组"))
