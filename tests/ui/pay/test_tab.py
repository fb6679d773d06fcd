"""The tab 补助发放: what a grant lacks is found among the standards."""

from __future__ import annotations

from models.core.dates import PartDate
from models.pay.standards import months
from tests.ui.pay.dues.conftest import SICK, choose
from ui.pay.tab import PayingPage


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


def test_a_standard_that_there_is_none_of_is_asked_for_with_what_is_known(
    session, qtbot, granted, only_printed, dialogs
):
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


def test_what_is_asked_of_a_grant_is_decided_from_its_card(session, qtbot, granted, dialogs):
    someone = granted(**SICK).person
    granted(someone=someone, kind="参战退役人员", category="", grade="", nature="")
    whole = PayingPage(session)
    qtbot.addWidget(whole)
    page = whole.show_section("待遇")
    page.month.set_month(months.month(2019, 9))
    choose(page, 0, qtbot)
    assert page.card.amount.text().startswith("2019年9月：没有核定，不发")
    page.card.decide_button.click()
    assert list(dialogs) == ["资格核定：" + someone.name + " 带病-参战"]
