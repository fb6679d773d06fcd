"""A register's rows beside what is paid already of what is owed once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.aid.oneoffs import OneOff
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.imports import imports
from models.payments.payment import Payment
from models.people.findings import Settlement, findings_of
from tests import factories
from tests.conftest import USER

HEADING = ("序号", "发放日期", "项目", "姓名", "身份证号", "所属月份", "金额(元)", "备注")


def register(file, *rows):
    numbered = [[n, *row] for n, row in enumerate(rows, start=1)]
    return factories.workbook(file, {"门诊": [["门诊医疗补助费发放表"], HEADING, *numbered]})


def row(someone, day="2020-05-18", month="2020-05", amount=560, notes=""):
    return [day, "门诊医疗补助", someone.name, someone.number, month, amount, notes]


def refused(plan):
    return [each.words for sheet in plan.sheets for each in sheet.refused]


def test_a_row_that_is_paid_already_is_told_and_not_booked(tmp_path, take_in, person):
    someone, other = person(), person(name="李四")
    take_in(register(tmp_path / "春.xlsx", row(someone)))
    plan = take_in(
        register(
            tmp_path / "秋.xlsx",
            row(someone, "2020-10-08", "2020-10", 600),
            row(other, "2020-10-08", "2020-10"),
        )
    )
    (words,) = refused(plan)
    assert words.startswith("张三的2020年度门诊医疗补助已于2020年5月18日发放560.00元")
    assert "导入春.xlsx" in words
    assert Payment.select().count() == 2
    assert (
        refused(take_in(register(tmp_path / "春.xlsx", row(someone)))) == []
    )  # the same once more is the same


def test_what_a_list_has_drawn_up_and_not_paid_is_told_too_for_it_is_paid_there(tmp_path, take_in, person):
    someone = person()
    with journal.entry("拟发", USER):
        OneOff(
            person=someone,
            item="门诊医疗补助",
            year=2020,
            state="拟发",
            amount=Decimal(500),
            batch="2020年门诊",
        ).save()
    assert refused(take_in(register(tmp_path / "春.xlsx", row(someone)))) == [
        "张三的2020年度门诊医疗补助已列入门诊医疗补助（批次：2020年门诊），500.00元，拟发。一项待遇只发一次，"
        "这一行没有登记，请核对"
    ]
    assert not Payment.select().exists()


def test_what_a_register_tells_twice_is_kept_and_looked_into_and_two_halves_are_no_doubt(
    tmp_path, take_in, person
):
    someone, other = person(), person(name="李四")
    halves = row(other, notes="上半年"), row(other, "2020-09-01", "2020-09", notes="下半年")
    plan = take_in(register(tmp_path / "春.xlsx", row(someone), row(someone, amount=580), *halves))
    assert refused(plan) == []
    (words,) = [each.words for sheet in plan.sheets for each in sheet.findings if "一项待遇" in each.words]
    assert words.startswith("张三的2020年度门诊医疗补助在第3行已有一笔，已作为两笔登记")
    assert Payment.select().count() == 4
    assert [each.weight for each in findings_of(someone) if "有两笔" in each.message] == [9]
    assert not [each for each in findings_of(other) if "有两笔" in each.message]


def test_in_another_year_it_is_paid_again(tmp_path, take_in, person):
    someone = person()
    rows = row(someone), row(someone, PartDate(2021, 5, 18).earliest().isoformat(), "2021-05")
    assert refused(take_in(register(tmp_path / "两年.xlsx", *rows))) == []
    assert Payment.select().count() == 2


def august(file, *sheets):
    heading = ["姓名", "身份证号", "补助项目", "金额", "发放日期", "资金来源"]
    return factories.workbook(
        file,
        {
            f"2020年8月发放{n}": [["2020年8月优抚补助发放表"], heading, *rows]
            for n, rows in enumerate(sheets, start=1)
        },
    )


def test_a_corrected_amount_that_two_sheets_tell_is_one_payment(tmp_path, take_in):
    """The first sheet corrected the payment, and the second, which found it no more, entered it once again without a word."""
    number = factories.citizen_number()
    paid = ["甲", number, "生活补助", 650, "2020-08-25", "中央"]
    take_in(august(tmp_path / "a.xlsx", [paid]))
    plan = take_in(
        august(tmp_path / "b.xlsx", [[*paid[:3], 700, *paid[4:]]], [[*paid[:3], 700, paid[4], "省级"]])
    )
    [payment] = Payment.select()
    assert (payment.amount, payment.fund) == (700, "中央")
    told = [each.words for sheet in plan.sheets for each in sheet.findings]
    assert told == [
        "金额(元)由“650.00”改为“700.00”",
        "同一条在另一张表上已有，资金来源“省级”与那里的“中央”不一致，以先读到的为准，请核对",
    ]


@pytest.mark.parametrize("old_first", [True, False])
@pytest.mark.parametrize(("said", "field"), [({"fund": "省级"}, "fund"), ({"amount": 700}, "amount")])
def test_each_sheet_of_an_import_is_as_old_as_it_says_itself(tmp_path, take_in, old_first, said, field):
    """What an officer typed after the one list was made, and before the other."""
    rows = {
        name: [name, factories.citizen_number(), "生活补助", 650, "2020-08-25", "中央"] for name in "甲乙"
    }
    heading = ["姓名", "身份证号", "补助项目", "金额", "发放日期", "资金来源"]
    take_in(factories.workbook(tmp_path / "a.xlsx", {"补助发放": [heading, *rows.values()]}))
    with journal.entry("更正发放", USER):
        for payment in Payment.select():
            payment.fund, payment.amount = "区级", Decimal(680)
            payment.save()
    sheets = {}
    for name, title in (("甲", "2020年9月补助发放"), ("乙", "补助发放")):
        row = [*rows[name][:3], said.get("amount", 680), "2020-08-25", said.get("fund", "区级")]
        sheets[title] = [[title], heading, row]
    file = factories.workbook(tmp_path / "b.xlsx", dict(sorted(sheets.items(), reverse=not old_first)))
    plan = take_in(file)
    assert [(each.sheet, each.row, each.letter, each.name, each.field) for each in plan.proposals] == [
        ("2020年9月补助发放", 3, "F" if field == "fund" else "D", "甲", field)
    ]
    assert {payment.outsider.name: getattr(payment, field) for payment in Payment.select()} == {
        "甲": "区级" if field == "fund" else 680, "乙": said[field],
    }  # fmt: skip


def test_what_is_kept_of_somebody_without_a_file_is_not_asked_again(tmp_path, take_in):
    row = ["甲", factories.citizen_number(), "生活补助", 650, "2020-08-25", "中央"]
    take_in(august(tmp_path / "a.xlsx", [row]))
    with journal.entry("更正发放", USER):
        payment = Payment.get()
        payment.fund = "区级"
        payment.save()
    later = august(tmp_path / "b.xlsx", [[*row[:5], "省级"]])
    plan = finish(imports.read_workbooks([later]))
    [proposal] = plan.proposals
    assert (proposal.person, proposal.name) == (None, "甲")
    proposal.kept = True
    finish(imports.apply(plan, USER))
    kept = Settlement.get()
    assert (kept.person_id, kept.record, Payment.get().fund) == (None, payment.uid, "区级")
    assert finish(imports.read_workbooks([later])).proposals == []
