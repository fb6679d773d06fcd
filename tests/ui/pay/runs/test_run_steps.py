"""The steps of a run: whose turn it is, who took them."""

from __future__ import annotations

from models.office import roles
from tests.ui.pay.runs.conftest import OTHER, USER
from ui.pay.runs.run_steps import StepsBar, next_step


def test_the_drawer_is_told_that_another_must_check(draw, people):
    run = draw("2019-09")
    told = next_step(run, USER)
    assert not told.allowed
    assert "您（王芳）是编制人" in told.words
    assert next_step(run, OTHER).allowed
    roles.give(OTHER, "录入", USER)
    assert "您的角色是录入" in next_step(run, OTHER).words
    assert next_step(run, USER, practice=True).allowed


def test_a_run_that_pays_nobody_cannot_be_checked_and_says_why(draw, people):
    run = draw("2019-09")
    run.people = 0
    told = next_step(run, OTHER)
    assert not told.allowed
    assert told.words.startswith("这一批没有要发放的人")


def test_the_steps_name_who_took_them(qtbot, sent, session):
    bar = StepsBar()
    qtbot.addWidget(bar)
    bar.show_run(sent, USER)
    assert bar.labels["复核"].text() == "✓ 复核（李明）"
    assert bar.labels["发放"].text() == "✓ 发放（2019-09-20）"
    assert bar.labels["回盘"].text() == "回盘"


def test_the_drawer_cannot_press_the_button_of_another(page, draw, people):
    draw("2019-09")
    page.session.practice = False
    page.refresh()
    assert not page.steps.button.isEnabled()
    assert "须换审核、审批、管理员角色的另一个用户登录后办理" in page.steps.words.text()
    page.session.user = OTHER
    page.refresh()
    assert page.steps.button.isEnabled()
