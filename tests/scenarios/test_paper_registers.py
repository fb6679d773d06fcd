"""Registers of 档案借阅, 承诺 and 档案盒 as offices keep them: known by what they say, the same a second time."""

from __future__ import annotations

import pytest

from models.core.dates import PartDate
from models.ledger.box_places import BoxPlace
from models.ledger.loans import Loan
from models.ledger.promises import Promise
from tests.factories import workbook

LENDING = [
    "序号",
    "姓名",
    "身份证号",
    "借阅人",
    "借阅单位",
    "借阅日期",
    "用途",
    "应还日期",
    "归还日期",
    "备注",
]
PROMISED = ["序号", "姓名", "身份证号", "承诺日期", "承诺事项", "承诺人", "兑现期限", "兑现日期", "兑现情况"]
BOXED = ["序号", "柜号", "层号", "盒号", "起案卷号", "止案卷号", "备注"]


@pytest.fixture
def given(take_in, tmp_path):
    number = iter(range(1000))

    def run(sheets):
        return take_in(workbook(tmp_path / f"台账{next(number)}.xlsx", sheets))

    return run


def test_a_lending_register_is_taken_in_and_a_file_that_came_back_is_noted(given, person):
    someone = person()
    row = [1, someone.name, someone.number, "赵建国", "区纪委", "2021-05-06", "核查", "2021-06-06", "", ""]
    sheets = {"档案借阅登记": [["2021年档案借阅登记表"], LENDING, row]}
    assert given(sheets).total("new") == 1
    assert given(sheets).total("same") == 1
    loan = Loan.get()
    assert (loan.person_id, loan.borrower, loan.unit) == (someone.id, "赵建国", "区纪委")
    assert (loan.day, loan.due, loan.returned) == (PartDate(2021, 5, 6), PartDate(2021, 6, 6), None)
    row[8] = "2021-05-30"
    assert given(sheets).total("new") == 0
    assert Loan.get().returned == PartDate(2021, 5, 30)


def test_promises_are_taken_in(given, person):
    someone = person()
    row = [1, someone.name, someone.number, "2021-05-06", "送轮椅", "王芳", "2021-06-30", "", ""]
    assert given({"承诺": [PROMISED, row]}).total("new") == 1
    said = Promise.get()
    assert (said.person_id, said.words, said.due) == (someone.id, "送轮椅", PartDate(2021, 6, 30))


def test_boxes_are_taken_in(given):
    rows = [[n, 2, 1, n, n * 25 - 24, n * 25, ""] for n in (1, 2, 3)]
    sheets = {"档案存放登记": [BOXED, *rows]}
    assert given(sheets).total("new") == 3
    assert given(sheets).total("same") == 3
    assert [each.place for each in BoxPlace.select().order_by(BoxPlace.first)][-1] == "2号柜1层3盒"
