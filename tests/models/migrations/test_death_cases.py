"""What older programs noted twice of one death is one case afterwards, with every source and every fen that came back."""

from __future__ import annotations

import pytest

from models import store
from models.core import journal
from models.core.record import db
from models.deaths.sentinel import DeathMatch
from models.migrations import steps

USER = "王芳"
ROW = "INSERT INTO death_match (uid, person_id, file, place, listed_name, state, months, amount, recovered, notes) VALUES (?,?,?,?,?,?,?,?,?,?)"


@pytest.fixture
def before(archive, person, monkeypatch):
    """Open an archive in which each source was noted apart, with these rows of one person: the step is still to come."""

    def with_rows(*rows):
        someone = person(name="张三")
        with journal.entry("旧程序", USER):
            for number, row in enumerate(rows):
                db.execute_sql(ROW, (f"uid{number}", someone.id, *row))
        store.close()
        monkeypatch.setattr(steps, "STEPS", [*steps.STEPS, steps.join_death_cases])
        store.open_practice(archive, USER)
        return list(DeathMatch.select().order_by(DeathMatch.id))

    yield with_rows
    store.close()


def test_two_stopped_cases_of_one_death_claim_the_money_once(before):
    (case,) = before(
        ("本档案库", "", "张三", "待核实", None, None, None, "看过"),
        ("火化.xlsx", "表 第3行", "张三", "已停发", 4, 260000, 100000, ""),
        ("公安.xlsx", "表 第9行", "张三丰", "已停发", 4, 260000, 50000, ""),
    )
    assert (case.state, case.file, case.months, case.amount, case.recovered, case.left) == ("已停发", "火化.xlsx", 4, 2600, 1500, 1100)  # fmt: skip
    assert case.notes.splitlines() == [
        "又见于公安.xlsx 表 第9行（张三丰，已停发）", "又见于本档案库 （张三，待核实）", "看过",
    ]  # fmt: skip
    assert journal.chain_faults() == []


def test_what_came_back_twice_is_said_and_what_was_dismissed_stays(before):
    kept = before(
        ("火化.xlsx", "", "张三", "已停发", 4, 260000, 260000, ""),
        ("本档案库", "", "张三", "已停发", 4, 260000, 10000, ""),
        ("别的.xlsx", "", "张三", "已排除", None, None, None, ""),
    )
    assert [each.state for each in kept] == ["已停发", "已排除"]
    assert kept[0].left == 0
    assert "追回合计多出100.00元，请核对" in kept[0].notes
