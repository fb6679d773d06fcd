"""One approval in its dialog: signed to the end, withdrawn, paid, its decision kept."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QFileDialog

from models.aid.oneoffs import OneOff
from models.approvals.approval import Approval, steps_of
from tests.ui.approvals.conftest import DAY
from ui.approvals.dialog import ApprovalDialog
from ui.disclosure.copy_dialog import CopyDialog
from ui.forms.small_question import Asking
from ui.printing.preview import PreviewWindow


def test_signing_goes_on_to_the_end(session, qtbot, case, filled):
    made = case()

    def fill(dialog):
        dialog.form.editors["signed_by"].set_value("马负责")
        dialog.form.editors["signed_on"].set_value(DAY)

    filled(fill)
    shown = ApprovalDialog(session, made)
    qtbot.addWidget(shown)
    shown.show()
    assert not shown.steps.buttons.itemAt(0).widget().isVisibleTo(shown)
    for step in steps_of(made):
        shown.steps.change(step)
    assert Approval.get().state == "同意"
    assert "【同意，2020年9月10日办结】" in shown.about.text()
    assert not shown.withdraw_button.isEnabled()


def test_an_applicant_withdraws_with_a_reason(session, qtbot, case, monkeypatch):
    made = case()
    shown = ApprovalDialog(session, made)
    qtbot.addWidget(shown)

    def run(dialog):
        dialog.show()
        dialog.accept()
        assert dialog.problem.text() == "请填写撤回的原因"
        dialog.editors["reason"].set_value("本人放弃")
        dialog.accept()

    monkeypatch.setattr(Asking, "exec", run)
    shown.withdraw()
    assert Approval.get().state == "撤回"


def test_what_was_agreed_to_is_drawn_up_or_without_an_amount_by_hand(session, qtbot, case, filled):
    def sign(dialog):
        dialog.form.editors["signed_by"].set_value("马负责")
        dialog.form.editors["signed_on"].set_value(DAY)

    for asked in (Decimal(3000), None):
        filled(sign)
        made = case(asked=asked)
        shown = ApprovalDialog(session, made)
        qtbot.addWidget(shown)
        assert not shown.pay_button.isEnabled()
        for step in steps_of(made):
            shown.steps.change(step)
        assert shown.pay_button.isEnabled() == (asked is None)
        if asked is None:
            filled(lambda dialog: dialog.form.editors["amount"].set_value(Decimal(500)))
            shown.pay()
        one = OneOff.get(OneOff.approval == made)
        assert (one.item, one.amount, one.state) == ("临时救助", asked or 500, "拟发")
        assert not shown.pay_button.isEnabled()  # once only


def test_what_the_form_asks_is_filled_in_and_stands_in_the_file_at_the_end(session, qtbot, case, filled):
    made = case("评定残疾等级")
    shown = ApprovalDialog(session, made)
    qtbot.addWidget(shown)
    shown.show()
    assert "还没有填写伤残等级、伤残性质" in shown.facts.text()

    def fill(dialog):
        assert "approved" not in dialog.form.editors  # which the decision says
        dialog.form.editors["grade"].set_value("六级")
        dialog.form.editors["nature"].set_value("因公")

    filled(fill)
    shown.fill_facts()
    owed = "区级签署以前：“评定残疾等级”须先公示7个工作日，还没有登记公示"
    assert shown.facts.text() == f"认定内容　伤残等级：六级；伤残性质：因公\n{owed}"


def test_a_refusal_shows_its_letter_at_once(session, qtbot, case, filled):
    made = case()
    shown = ApprovalDialog(session, made)
    qtbot.addWidget(shown)

    def refuse(dialog):
        said = {"verdict": "不同意", "opinion": "不符合条件", "signed_by": "马负责", "signed_on": DAY}
        for name, value in said.items():
            dialog.form.editors[name].set_value(value)

    filled(refuse)
    shown.steps.change(steps_of(made)[0])
    qtbot.waitUntil(lambda: bool(PreviewWindow.shown))
    (letter,) = PreviewWindow.shown
    assert letter.title == "不予认定决定书"
    letter.close()


def test_a_decision_is_kept_as_a_word_file_only_where_something_was_refused(
    session, qtbot, case, filled, monkeypatch, tmp_path, boxes
):
    made = case()
    shown = ApprovalDialog(session, made)
    qtbot.addWidget(shown)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "书.docx"), ""))
    monkeypatch.setattr(CopyDialog, "exec", lambda dialog: dialog.save_as(".docx") or True)
    shown.save_decision()
    assert "没有不予认定的决定" in boxes[-1]

    def refuse(dialog):
        for name, value in (
            ("verdict", "不同意"),
            ("opinion", "不符合条件"),
            ("signed_by", "马负责"),
            ("signed_on", DAY),
        ):
            dialog.form.editors[name].set_value(value)

    filled(refuse)
    shown.steps.change(steps_of(made)[0])
    shown.save_decision()
    assert (tmp_path / "书.docx").stat().st_size > 0


def test_signed_papers_show_how_the_case_stands(session, shown, case):
    made = case(asked=Decimal(3000), cause="住院", handler="王芳")
    about = shown(ApprovalDialog(session, made))
    assert about.about.text() == f"{made.number}　张三　临时救助　【办理中】"
    assert about.more.text() == "2020年9月10日受理，经办人王芳，申请3,000.00元　事由：住院"
    assert about.withdraw_button.isEnabled()
