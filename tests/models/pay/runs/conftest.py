"""Runs as an office makes them: drawn up by one, checked by another, handed to the bank, answered."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.pay.runs import bank_files, drawing_up, runs, steps
from models.people.identity import BankAccount
from tests import factories
from tests.models.pay.conftest import USER

OTHER = "李明"
SICK = {"kind": "带病回乡退役军人", "category": "", "grade": "", "nature": ""}
HEADING = ("序号", "姓名", "账号", "金额", "处理结果", "失败原因")


@pytest.fixture
def draw(archive):
    """Draw a run up: ``draw("2019-09")``."""

    def run(first, last=None, user=USER, item=""):
        span = PartDate.parse(first), PartDate.parse(last or first)
        return finish(drawing_up.draw_up_run(*span, user, item))

    return run


@pytest.fixture
def paid(draw):
    """A run that was drawn up, checked, approved and handed to the bank."""

    def run(first, last=None):
        return hand_over(draw(first, last))

    return run


@pytest.fixture
def payee(person, granted):
    """Somebody with a grant and an account."""

    def make(name, serial, account=True, **facts):
        grant = granted(someone=person(name=name), **(facts or SICK))
        if account:
            with journal.entry("登记账号", USER):
                BankAccount(
                    person=grant.person, identity=grant, bank="青海银行", holder=name,
                    account=factories.card_number(serial),
                ).save()  # fmt: skip
        return grant

    return make


def hand_over(run):
    finish(steps.check_run(run, OTHER))
    steps.approve_run(run, OTHER)
    steps.pay_run(run, USER, PartDate(max(2020, run.span[-1] // 12 + 1), 1, 5))
    return run


def told(run, *kinds):
    return [
        (line.name, line.kind, str(line.month), line.amount)
        for line in runs.lines_of(run, *(kinds or runs.LINE_KINDS))
    ]


def someone(person, granted, name, *args, **facts):
    return granted(*args, someone=person(name=name, **facts.pop("who", {})), **facts)


def answer(file, run, failing=(), **more):
    """The bank's return: everybody paid but those who are named."""
    rows = [
        [
            n,
            p.name,
            p.account,
            float(p.amount),
            "失败" if p.name in failing else "成功",
            failing.get(p.name, "") if failing else "",
        ]
        for n, p in enumerate(bank_files.payees(run), start=1)
        if p.account
    ]
    rows += [list(row) for row in more.get("rows", ())]
    return factories.workbook(
        file, {"回盘": [["代发结果清单"], HEADING, *rows, ["合计", "", "", 999, "", ""]]}
    )


def said(file, run, *words, heading=("账号", "户名", "金额", "处理结果", "失败原因")):
    """The bank's return in which each payee, in turn, has these words (result, reason)."""
    payees = bank_files.payees(run)
    rows = [(p.account, p.name, float(p.amount), *told) for p, told in zip(payees, words, strict=True)]
    return factories.workbook(file, {"回盘": [heading, *rows]})
