"""回盘 in the window: shown before it is entered."""

from __future__ import annotations

from models.imports.words.return_words import BankAnswer
from models.pay.returns import returns
from models.pay.runs import steps
from models.payments.payment import Payment
from tests.ui.pay.runs.conftest import returned, waited
from ui.pay.runs.returns import FAILURES_ONLY, ReturnDialog
from ui.pay.standards.rules import WaysDialog


def test_a_return_is_shown_before_it_is_read_in(session, sent, qtbot, tmp_path):
    dialog = ReturnDialog(session, sent, returned(tmp_path / "回盘.csv", sent, failed=("乙",)))
    qtbot.addWidget(dialog)
    assert [dialog.rows.text(row, 0) for row in range(3)] == ["失败", "失败", "成功"]
    assert "成功1人，失败2人" in dialog.sentence.text()
    assert Payment.select().count() == 0
    dialog.enter()
    assert waited(qtbot, dialog)
    assert Payment.select().count() == 1
    again = ReturnDialog(session, sent, tmp_path / "回盘.csv")
    qtbot.addWidget(again)
    assert not again.yes.isEnabled()


def test_a_word_that_nobody_knows_is_shown_as_a_question_and_is_not_entered(session, sent, qtbot, tmp_path):
    file = returned(tmp_path / "回盘.csv", sent)
    file.write_text(file.read_text("gb18030").replace("成功", "转人工", 1), "gb18030")
    dialog = ReturnDialog(session, sent, file)
    qtbot.addWidget(dialog)
    results = [dialog.rows.text(row, 0) for row in range(dialog.rows.rowCount())]
    assert results.count("待核实") == 1
    row = results.index("待核实")
    assert "看不出是否发放成功" in dialog.rows.text(row, 4)
    assert "待核实1人" in dialog.sentence.text()
    dialog.enter()
    assert waited(qtbot, dialog)
    assert Payment.select().count() == results.count("成功")


def test_a_file_that_is_no_return_is_refused_in_words(session, sent, qtbot, tmp_path):
    file = tmp_path / "别的.csv"
    file.write_text("姓名,电话\n甲,1\n", "utf-8")
    dialog = ReturnDialog(session, sent, file)
    qtbot.addWidget(dialog)
    assert "找不到有“账号”和“金额”的表头" in dialog.problem.text()
    assert not dialog.yes.isEnabled()
    assert dialog.only_failures.text() == FAILURES_ONLY


def test_one_click_says_what_the_bank_s_word_means_and_the_file_is_read_anew(session, sent, qtbot, tmp_path):
    file = returned(tmp_path / "回盘.csv", sent)
    file.write_text(file.read_text("gb18030").replace("成功", "批扣完毕"), "gb18030")
    dialog = ReturnDialog(session, sent, file)
    qtbot.addWidget(dialog)
    assert "“批扣完毕”（2人）" in dialog.asked.question.text()
    dialog.asked.buttons[BankAnswer.PAID].click()
    assert "成功2人" in dialog.sentence.text()
    assert dialog.asked.isHidden()
    rules = WaysDialog(session)
    qtbot.addWidget(rules)
    page = rules.return_words
    assert page.words.item(0).text() == "批扣完毕　→　成功"
    page.forget_button.click()
    assert page.words.count() == 0
    dialog.read()
    assert "待核实2人" in dialog.sentence.text()


def test_money_that_came_back_is_entered_as_a_question_and_decided_in_the_run(
    session, sent, page, boxes, qtbot, tmp_path
):
    returns.apply_return(returns.read_return(sent, returned(tmp_path / "一.csv", sent)), "王芳")
    dialog = ReturnDialog(session, sent, returned(tmp_path / "二.csv", sent, failed=("甲", "乙")))
    qtbot.addWidget(dialog)
    assert {dialog.rows.text(row, 0) for row in range(dialog.rows.rowCount())} == {"退汇待确认"}
    dialog.enter()
    assert waited(qtbot, dialog)
    page.refresh()
    assert page.lines.count("退汇待确认") == 2
    boxes.answer = "确认退汇"
    page.acts.decide_bounced()
    assert (len(steps.failed(sent)), Payment.select().count()) == (3, 0)
