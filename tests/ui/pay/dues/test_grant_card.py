"""The card of a grant: what, why, and what is wanting."""

from __future__ import annotations

from models.core.dates import PartDate
from models.pay.standards import months
from tests.ui.pay.dues.conftest import SICK, choose, row
from ui.pay.tab import PayingPage


def test_an_exclusion_is_shown_with_its_clause(page, granted, person, qtbot):
    someone = person(pension="城镇职工基本养老保险")
    granted(
        someone=someone, kind="农村籍退役士兵", category="", grade="", nature="", service_years=3,
        approved="2012-01-01",
    )  # fmt: skip
    page.refresh()
    choose(page, 0, qtbot)
    assert row(page)["condition"] == "不重复享受"
    assert "民发〔2011〕110号" in page.card.why.text()


def test_what_is_missing_opens_the_standard(session, qtbot, granted, dialogs):
    granted(**SICK)
    whole = PayingPage(session)
    qtbot.addWidget(whole)
    page = whole.show_section("待遇")
    page.month.set_month(months.month(2020, 9))
    choose(page, 0, qtbot)
    assert page.card.button.text() == "打开这条标准"
    page.card.button.click()
    shown = whole.shown()
    assert shown.table.record().whom() == "带病回乡退役军人"
    assert not shown.table.record().confirmed


def test_a_standard_that_there_is_none_of_is_asked_for_with_what_is_known(session, qtbot, granted, dialogs):
    granted(grade="二级")
    whole = PayingPage(session)
    qtbot.addWidget(whole)
    page = whole.show_section("待遇")
    page.month.set_month(months.month(2019, 9))
    choose(page, 0, qtbot)
    asked = []
    dialogs.fill = lambda dialog: asked.append(
        [dialog.form.editors[name].value() for name in ("kind", "grade", "nature", "unit", "begins")]
    )
    assert page.card.button.text() == "登记这条标准"
    page.card.button.click()
    assert asked == [["伤残人员", "二级", "因战", "年", PartDate(2019, 9)]]


def test_what_is_missing_in_the_file_is_no_matter_of_standards(page, granted, qtbot):
    granted(approved=None)
    page.refresh()
    choose(page, 0, qtbot)
    assert row(page)["condition"] == "未计算"
    assert page.card.button.isHidden()
