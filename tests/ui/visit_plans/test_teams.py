"""走访小组: numbered in Chinese, on the campaign's days, with places that are ticked or typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.core.dates import PartDate
from models.visit_plans.teams import Team
from ui.visit_plans.teams import TeamForm, Teams, TeamsDialog


@pytest.fixture
def lived(person):
    """People live in two communities of one street, and in another."""
    for street, community in (("总寨镇", "清河村"), ("总寨镇", "元堡村"), ("南滩街道", "")):
        person(street=street, community=community)


def items(form):
    return {item.text().strip(): item for item in map(form.list.item, range(form.list.count()))}


def ticked(form):
    return {words for words, item in items(form).items() if item.checkState() == Qt.CheckState.Checked}


def test_the_next_team_is_called_by_its_number_and_goes_on_the_campaigns_days(shown, session, campaign, team):
    teams = shown(Teams(session, campaign))
    new = teams.new()
    assert (new.number, new.name, new.begins, new.ends) == (
        1, "第一组", PartDate(2020, 7, 20), PartDate(2020, 7, 31),
    )  # fmt: skip
    for number in range(9):
        team(f"{number}组")
    assert teams.new().name == "第十组"
    team("另一组")
    assert teams.new().name == "第11组"


def test_places_are_ticked_and_those_that_were_typed_stay(shown, campaign, lived):
    form = shown(TeamForm())
    form.edit(Team(campaign=campaign, number=1, name="第一组", areas="总寨镇·清河村；火车站"))
    assert ticked(form) == {"清河村"}
    items(form)["南滩街道"].setCheckState(Qt.CheckState.Checked)
    words = form.editors["areas"].value()
    assert set(words.split("；")) == {"总寨镇·清河村", "南滩街道", "火车站"}
    items(form)["清河村"].setCheckState(Qt.CheckState.Unchecked)
    assert set(form.editors["areas"].value().split("；")) == {"南滩街道", "火车站"}
    assert form.record.areas == form.editors["areas"].value()


def test_showing_a_team_ticks_nothing_by_itself(shown, campaign, lived):
    form = shown(TeamForm())
    form.edit(Team(campaign=campaign, number=1, name="第一组", areas="总寨镇"))
    assert ticked(form) == {"总寨镇"}
    assert not form.dirty()
    form.edit(Team(campaign=campaign, number=2, name="第二组"))
    assert ticked(form) == set()


def test_a_team_needs_a_name(shown, campaign):
    form = shown(TeamForm())
    form.edit(Team(campaign=campaign, number=1, name=""))
    assert not form.apply()
    assert form.messages["name"].text() != ""


def test_who_deletes_a_team_is_told_that_its_people_stay_planned(shown, session, campaign, team, boxes):
    team("第一组")
    dialog = shown(TeamsDialog(session, campaign))
    dialog.teams.table.selectRow(0)
    boxes.answer = "删除"
    dialog.teams.delete()
    assert "第一组（它的对象留在计划中，变为未分组）" in boxes[0]
    assert Team.select().count() == 0
    assert dialog.teams.rows.rowCount() == 0
