"""A run of payments, as far as it has come."""

from __future__ import annotations

import csv

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.pay.runs import bank_files, drawing_up, steps
from models.people.identity import BankAccount
from tests import factories
from ui.pay.runs.runs import RunsPage

USER, OTHER = "王芳", "李明"
SICK = {"kind": "带病回乡退役军人", "category": "", "grade": "", "nature": ""}


@pytest.fixture
def people(person, granted):
    """Three who are paid 600 yuan a month, two of them to an account; and one without a standard."""
    made = [granted(someone=person(name=name), **SICK) for name in ("甲", "乙", "丙")]
    with journal.entry("账户", USER):
        for number, identity in enumerate(made[:2], start=1):
            BankAccount(
                person=identity.person_id, account=factories.card_number(number), holder=identity.person.name
            ).save()
    made.append(granted(someone=person(name="丁"), grade="二级"))
    return made


@pytest.fixture
def draw(archive):
    return lambda first: finish(drawing_up.draw_up_run(PartDate.parse(first), PartDate.parse(first), USER))


@pytest.fixture
def sent(draw, people):
    """A run that is at the bank."""
    run = draw("2019-09")
    finish(steps.check_run(run, OTHER))
    steps.approve_run(run, OTHER)
    steps.pay_run(run, USER, PartDate(2019, 9, 20))
    return run


@pytest.fixture
def page(session, qtbot):
    made = RunsPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def returned(file, run, failed=()):
    with file.open("w", encoding="gb18030", newline="") as stream:
        lines = csv.writer(stream)
        lines.writerow(["账号", "姓名", "金额", "结果", "失败原因"])
        for payee in bank_files.payees(run):
            if payee.account:
                bad = payee.name in failed
                lines.writerow(
                    [
                        payee.account,
                        payee.name,
                        payee.amount,
                        "失败" if bad else "成功",
                        "已销户" if bad else "",
                    ]
                )
    return file


def waited(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog.result() == dialog.DialogCode.Accepted)
    return True
