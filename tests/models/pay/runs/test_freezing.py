"""The database itself keeps a run as it was checked."""

from __future__ import annotations

import pytest
from peewee import IntegrityError

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal, db
from models.pay.returns import returns
from models.pay.runs import line_hashes, steps
from models.pay.runs.runs import PayLine
from tests.models.pay.conftest import USER
from tests.models.pay.runs.conftest import OTHER, SICK, answer, someone


def test_the_table_itself_refuses_a_second_posting_of_a_month(draw, paid, person, granted):
    grant = someone(person, granted, "甲")
    paid("2019-08")
    run = draw("2019-09")
    with pytest.raises(IntegrityError, match="UNIQUE"), journal.entry("绕过", USER):
        PayLine.create(
            run=run,
            position=9,
            kind="应发",
            person=grant.person_id,
            identity=grant,
            month=PartDate(2019, 8),
            amount=1,
        )


def test_the_database_keeps_a_checked_run_as_it_is(draw, person, granted):
    someone(person, granted, "甲", **SICK)
    run = draw("2019-09")
    with pytest.raises(IntegrityError, match="outside an entry"):
        db.execute_sql('UPDATE "pay_line" SET "amount" = 1')
    finish(steps.check_run(run, OTHER))
    for sql in (
        'UPDATE "pay_line" SET "amount" = 1', 'DELETE FROM "pay_line"', 'UPDATE "pay_run" SET "total" = 1',
        'UPDATE "pay_run" SET "hash" = 1', 'DELETE FROM "pay_run"',
        'INSERT INTO "pay_line" ("run_id", "position", "kind", "person_id", "identity_id") '
        "SELECT run_id, 9, '补发', person_id, identity_id FROM pay_line",
    ):  # fmt: skip
        with pytest.raises(IntegrityError, match=r"批次|编制"), journal.entry("绕过", USER):
            db.execute_sql(sql)
    assert line_hashes.intact(run)


def test_a_settled_run_is_only_read(tmp_path, payee, paid):

    payee("甲", 1)
    run = paid("2019-09")
    returns.apply_return(returns.read_return(run, answer(tmp_path / "一.xlsx", run)), USER)
    steps.settle_run(run, USER)
    for sql in (
        'UPDATE "pay_run" SET "notes" = 1',
        'DELETE FROM "pay_outcome"',
        'UPDATE "pay_outcome" SET "failed" = 1',
    ):
        with pytest.raises(IntegrityError, match="结清"), journal.entry("绕过", USER):
            db.execute_sql(sql)
    with pytest.raises(Refusal, match="不能退回"):
        steps.send_back(run, USER, "改")
