from __future__ import annotations

from datetime import date

from models.core import journal
from models.core.dates import PartDate
from models.imports.workbooks.sheet import Sheet
from models.pay.dues.dues import dues
from models.pay.standards.months import month
from models.superior_forms.form_dues import NOT_REGULAR, dues_of_people, month_due
from models.superior_forms.form_fields import MONTH_DUE
from models.superior_forms.understanding import understand
from tests.conftest import USER

DAY = date(2020, 8, 1)


def test_the_amount_is_what_the_archive_reckons_of_the_forms_kind(identity):
    right = identity(
        kind="伤残人员", category="残疾军人", grade="一级", nature="因战", approved=PartDate(2013, 7, 8)
    )
    (draft,) = dues(month(2020, 8))
    with journal.entry("确认标准", USER):
        standard = draft.missing.draft
        standard.confirmed = True
        standard.save()
    (due,) = dues(month(2020, 8))
    assert draft.refused
    found = dues_of_people([right.person.id], DAY)[right.person.id]
    amount, reason = month_due(found, "")
    assert amount == due.yuan > 0
    assert reason == ""
    assert month_due(found, "参战退役人员") == (None, NOT_REGULAR)


def test_what_has_no_confirmed_standard_is_told_and_not_paid_as_nothing(identity):
    right = identity(kind="参战退役人员", approved=PartDate(2013, 7, 8))
    amount, reason = month_due(dues_of_people([right.person.id], DAY)[right.person.id], "")
    assert amount is None
    assert reason


def test_a_person_without_regular_pay_is_told(person):
    assert month_due(list(dues_of_people([person().id], DAY).values()), "") == (None, NOT_REGULAR)


def test_a_heading_of_money_is_asked_about_and_never_guessed(archive):
    rows = [["姓名", "身份证号", "月补助标准", "慰问金额"], ["", "", "", ""]]
    asked = understand("市局.xlsx", [Sheet("表", False, rows, 1, 0, (), frozenset(), 0)]).asked()
    assert [(fact.field, fact.sure) for fact in asked[2:]] == [(MONTH_DUE, False), ("", False)]
