"""The table of roles and deeds: each cell as the door, the commands and the manual have it."""

from __future__ import annotations

import argparse
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest

import main
from models import store
from models.aid.budgets import Budget
from models.aid.oneoff_steps import approve_oneoffs
from models.aid.oneoffs import OneOff
from models.approvals.approval import right_of, steps_of
from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal
from models.office import deeds, roles
from models.people.identity import IdentityState
from models.people.materials import Material
from models.people.person import Remark
from models.people.state_changes import change_state
from reports.commands import COMMANDS
from tests.models.approvals.conftest import case

__all__ = ["case"]  # a fixture

OFFICER, ADMIN = "小李", "局长"
MANUAL = Path(__file__).parents[3] / "docs" / "使用手册.md"
CELLS = list(product(roles.rights_by_role(), deeds.deeds()))


def may(role, deed):
    return deeds.deeds()[deed].right in roles.rights_by_role()[role].rights


@pytest.mark.parametrize(("role", "deed"), CELLS)
def test_a_role_may_what_its_cell_says(role, deed, archive):
    roles.give(OFFICER, role, ADMIN)
    if may(role, deed):
        deeds.require_deed(OFFICER, deed)
        return
    with pytest.raises(Refusal, match=f"“{deed}”需要“{deeds.deeds()[deed].right}”权限，.*请由.*管理员办理"):
        deeds.require_deed(OFFICER, deed)


def written(someone):
    """What is written for each deed that is an entry."""
    one = OneOff(person=someone, item="临时救助", year=2020, state="拟发", amount=Decimal(100))
    with journal.entry("拟发", ADMIN):
        one.save()
    yield "登记", lambda: Remark(person=someone, day=PartDate(2020, 1, 1), text="话").save()
    yield "整理材料", lambda: Material(person=someone, title="退伍证", number=1).save()
    yield "批准一次性发放", lambda: approve_oneoffs([one], PartDate(2020, 8, 3), OFFICER)
    yield (
        "单位设置",
        lambda: Budget(year=2020, fund="区级财政", programme="临时救助", planned=Decimal(1)).save(),
    )
    yield "管理用户", lambda: roles.Role(account="别人", role="查询").save()


class TriedOut(Exception):
    """Nothing of it is kept."""


@pytest.mark.parametrize("role", roles.rights_by_role())
def test_the_door_lets_in_what_the_table_says_and_nothing_else(role, person):
    roles.give(OFFICER, role, ADMIN)
    for deed, write in written(person()):
        if may(role, deed):
            with journal.entry(deed, OFFICER):
                write()
        else:
            with pytest.raises(Refusal, match="不能办理"), journal.entry(deed, OFFICER):
                write()


@pytest.mark.parametrize("role", roles.rights_by_role())
def test_a_level_is_signed_by_whose_role_has_its_right_and_by_nobody_else(role, case, person):
    roles.give(OFFICER, role, ADMIN)
    approval = case("三属定期抚恤金", person())
    for step in steps_of(approval):
        step.verdict, step.signed_by, step.signed_on = "同意", "某负责人", PartDate(2020, 9, 10)
        if right_of(step) in roles.rights_by_role()[role].rights:
            with journal.entry("签署", OFFICER):
                step.save()
            continue
        with pytest.raises(Refusal, match="不能办理"), journal.entry("签署", OFFICER):
            step.save()
        with journal.entry("签署", ADMIN):
            step.save()


@pytest.mark.parametrize("role", roles.rights_by_role())
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("享受待遇", "停发"),
        ("享受待遇", "中止"),
        ("享受待遇", "取消"),
        ("停发", "享受待遇"),
        ("享受待遇", "去世"),
    ],
)
def test_to_stop_and_to_resume_pay_by_hand_is_a_decision_on_pay(role, before, after, identity):
    roles.give(OFFICER, role, ADMIN)
    one = identity(state=before)
    change = IdentityState(
        identity=one, person=one.person, state=after, since=PartDate(2020, 8, 1), reason="外出"
    )
    change.died_on = PartDate(2020, 7, 1) if after == "去世" else None
    needed = "登记" if after == "去世" else deeds.deeds()["停发待遇"].right
    if needed in roles.rights_by_role()[role].rights:
        with journal.entry("变更状态", OFFICER):
            change_state(change)
    else:
        with pytest.raises(Refusal, match="不能办理"), journal.entry("变更状态", OFFICER):
            change_state(change)


# A way to ask for each command, in a folder: what it takes is asked before it looks for anything.
ASKED = [
    ("people",), ("people", "--json"), ("findings",), ("findings", "--json"), ("due", "--month", "2019-09"),
    ("due", "--month", "2019-09", "--json"), ("figures", "--year", "2019"), ("forecast", "--months", "1"), ("standards",), ("journal",),
    ("roster", "名.xlsx", "无此人"), ("sheets", "档.pdf", "无此人"), ("summary", "--year", "2019", "总结.txt"), ("sample", "抽.pdf", "无此人"), ("scan", "无.pdf"), ("uses",),
    ("volumes", "无此件", "卷.pdf"), ("fill", "无.xlsx", "填.xlsx"), ("transfer", "移交", "无此人"), ("export", "全部", "无此人"),
    ("export", "遮住", "无此人", "--masked"), ("backup", "备.youfu"), ("import", "无.xlsx"), ("import", "无.xlsx", "--plan"),
    ("scanin", "无.pdf"), ("policy", "包.zip"), ("policy", "包.zip", "--receive"), ("payrun", "--month", "2019-09", "--show"),
    ("payrun", "--month", "2019-09"), ("payrun", "--month", "2019-09", "--check"), ("payrun", "--month", "2019-09", "--approve"),
    ("payrun", "--month", "2019-09", "--bank", "银.csv"), ("payrun", "--month", "2019-09", "--roster", "册.pdf"),
]  # fmt: skip


def parsed(command, folder, words):
    parser = argparse.ArgumentParser()
    COMMANDS[command].arguments(parser)
    return parser.parse_intermixed_args([str(folder), *words])


@pytest.mark.parametrize("role", roles.rights_by_role())
def test_a_command_is_refused_to_those_whose_role_lacks_the_deed(
    role, archive, monkeypatch, tmp_path, capsys
):
    roles.give(OFFICER, role, ADMIN)
    store.close()
    monkeypatch.chdir(tmp_path)
    tried = set[str]()
    for command, *words in ASKED:
        asked = COMMANDS[command].deeds(parsed(command, archive, words))
        lacking = {deed for deed in asked if not may(role, deed)}
        if (role != "查询" and lacking <= tried) or (not lacking and command != "people"):
            continue  # what is refused is tried of every command by the one who may least, by the others each deed once
        tried |= lacking
        capsys.readouterr()
        status = main.main([command, str(archive), *words, "--user", OFFICER])
        told = capsys.readouterr().err
        assert ("不能办理" in told) == bool(lacking), (role, command, words, told)
        assert status == 2 or not lacking


def test_every_command_that_opens_an_archive_is_tried():
    assert set(COMMANDS) - {each[0] for each in ASKED} <= {
        "new",
        "check",
        "restore",
        "rescue",
        "undo",
        "redo",
        "demo",
        "self-test",
        "manual",
    }


def test_the_manual_has_the_table():
    manual = MANUAL.read_text("utf-8")
    for line in deeds.table_lines():
        assert line in manual, line
