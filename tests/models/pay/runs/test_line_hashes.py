"""The hash that vouches for a run's lines."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.jobs import finish
from models.core.record import Refusal, db
from models.merging.merging import merge
from models.pay.runs import line_hashes, steps
from models.pay.runs.line_hashes import intact
from models.undo.undo import undo
from tests.models.pay.conftest import USER
from tests.models.pay.runs.conftest import OTHER, SICK, someone


def test_a_column_that_lines_get_later_leaves_the_hashes_of_older_runs(draw, person, granted, monkeypatch):
    someone(person, granted, "甲")
    run = draw("2019-09")
    (row,) = line_hashes.rows_of(run)
    monkeypatch.setattr(line_hashes, "LINE_COLUMNS", (*line_hashes.LINE_COLUMNS, "colour"))
    assert line_hashes.digest([(*row, "")]) == line_hashes.digest([(*row, None)]) == run.hash
    assert line_hashes.digest([(*row, "红")]) not in (run.hash, line_hashes.digest([(*row, "黑")]))


def test_every_line_of_a_run_is_vouched_for(draw, person, granted):
    someone(person, granted, "甲", **SICK)
    run = draw("2019-09")
    with journal.entry("绕过", USER):
        db.execute_sql('UPDATE "pay_line" SET "amount" = "amount" + 1')
    assert not line_hashes.intact(run)
    with pytest.raises(Refusal, match="与校验码不符"):
        finish(steps.check_run(run, OTHER))
    assert draw("2019-09") == run
    assert line_hashes.intact(run)


def test_a_run_still_vouches_for_its_lines_when_two_files_became_one(paid, payee, draw, person):
    one = payee("张三", 1)
    run = paid("2019-09")
    kept = person(name="张三明")
    merge(kept, one.person, USER)
    assert intact(run)
    assert [line.person_id for line in run.lines] == [kept.id]
    later = draw("2019-10")
    assert intact(later)
    assert [line.person_id for line in later.lines] == [kept.id]


def test_parting_two_files_gives_the_lines_back(paid, payee, person):
    one = payee("张三", 1)
    run = paid("2019-09")
    entry = merge(person(name="张三明"), one.person, USER)
    undo(entry, USER)
    assert intact(run)
    assert [line.person_id for line in run.lines] == [one.person_id]


def test_two_files_parted_after_a_run_may_have_been_one_payee_of_it(paid, payee, person, answered):
    one = payee("张三", 1)
    other = payee("张三", 2, kind="三属", category="烈士遗属", grade="", nature="")
    entry = merge(one.person, other.person, USER, confirmed=True)
    assert answered(one, "2019-09")
    run = paid("2019-09")
    assert run.people == 1
    again = merge(person(name="张三丰"), one.person, USER, confirmed=True)
    undo(again, USER)
    undo(entry, USER)
    assert {line.person_id for line in run.lines} == {one.person_id, other.person_id}
    assert line_hashes.run_faults() == []
    run.people = 0
    (fault,) = line_hashes._faults(run)
    assert "写的是0人" in fault


def test_a_right_that_runs_have_paid_is_cancelled_and_kept_when_both_files_have_it(paid, payee):
    one, other = payee("张三", 1), payee("张三", 2)
    run = paid("2019-09")
    merge(one.person, other.person, USER, confirmed=True)
    assert intact(run)
    assert [each.state for each in one.person.identities] == ["享受待遇", "取消"]
