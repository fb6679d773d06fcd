"""Approvals in the window: taken in, signed level by level, told when too early, printed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog

from models.aid.oneoffs import OneOff
from models.approvals.approval import Approval, ApprovalState, accept, steps_of
from models.approvals.notices import PublicNotice
from models.core import journal
from models.core.dates import PartDate
from models.office.workdays import CalendarDay
from ui.approvals.dialog import ApprovalDialog
from ui.approvals.page import ApprovalsPage
from ui.approvals.signing import SignDialog
from ui.approvals.steps import due_words
from ui.approvals.workdays import WorkdaysDialog
from ui.forms.record_dialog import RecordDialog
from ui.forms.small_question import Asking

USER = "王芳"
DAY = PartDate(2020, 9, 10)


@pytest.fixture
def case(person):
    def make(matter="临时救助", someone=None, **facts):
        made = Approval(
            person=someone or person(), matter=matter, accepted_on=DAY, state=ApprovalState.OPEN, **facts
        )
        with journal.entry("受理", USER):
            accept(made)
        return made

    return make


@pytest.fixture
def filled(monkeypatch):
    def by(fill):
        def run(dialog):
            dialog.show()
            fill(dialog)
            return QDialog.DialogCode.Accepted

        monkeypatch.setattr(RecordDialog, "exec", run)

    return by


def test_an_application_is_taken_in_with_its_number_and_levels(session, qtbot, person, filled):
    someone = person(name="甲某")
    page = ApprovalsPage(session)
    qtbot.addWidget(page)
    page.show()

    def fill(dialog):
        editors = dialog.form.editors
        editors["person"].set_value(someone)
        editors["matter"].set_value("临时救助")
        editors["accepted_on"].set_value(DAY)
        editors["applied_on"].set_value(DAY)
        dialog.save()

    filled(fill)
    page.add()
    made = Approval.get()
    assert (made.number, len(steps_of(made))) == ("2020-0001", 3)
    assert page.sentence.text() == "共1件，办理中1件，其中超过期限0件"
    assert page.rows.text(0, 6) == "村（社区）"


def test_a_level_out_of_turn_is_told_while_one_types(session, qtbot, case):
    made = case()
    dialog = SignDialog(session, steps_of(made)[2])
    qtbot.addWidget(dialog)
    assert "还没有签署同意" in dialog.form.messages["verdict"].text()
    dialog.save()
    assert steps_of(made)[2].verdict == ""


def test_signing_goes_on_to_the_end(session, qtbot, case, filled):
    made = case()

    def fill(dialog):
        dialog.form.editors["signed_by"].set_value("马负责")
        dialog.form.editors["signed_on"].set_value(DAY)
        dialog.save()

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


def test_a_level_that_has_nothing_before_it_yet_is_not_due(case, identity):
    rural = identity(kind="农村籍退役士兵", service_years=3, state="受理")
    approval = case("农村籍退役士兵老年生活补助", rural.person, identity=rural, starts=PartDate(2020, 10))
    assert due_words(steps_of(approval)[0]) == ""


def test_a_notice_is_registered_where_the_approval_is(session, qtbot, case, filled):
    made = case()
    shown = ApprovalDialog(session, made)
    qtbot.addWidget(shown)

    def fill(dialog):
        dialog.form.editors["begins"].set_value(DAY)
        dialog.save()

    filled(fill)
    shown.notices.add()
    assert PublicNotice.get().days == 7
    assert shown.notices.rows.rowCount() == 1


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


def test_the_office_puts_a_holiday_down(session, qtbot, archive, filled):
    dialog = WorkdaysDialog(session)
    qtbot.addWidget(dialog)

    def fill(asked):
        asked.form.editors["day"].set_value(PartDate(2027, 2, 8))
        asked.form.editors["works"].set_value(False)
        asked.save()

    filled(fill)
    dialog.own.add()
    assert CalendarDay.get().works is False


def test_deleting_takes_the_levels_along_and_undo_brings_all_back(session, qtbot, case, boxes):
    case()
    page = ApprovalsPage(session)
    qtbot.addWidget(page)
    page.show()
    page.table.selectRow(0)
    boxes.answer = "删除"
    page.delete()
    assert Approval.select().count() == 0
    session.undo(session.last_undoable().number)
    assert len(steps_of(Approval.get())) == 3


def test_what_was_agreed_to_becomes_a_payment_to_be_made(session, qtbot, case, filled):
    made = case(asked=Decimal(3000))

    def sign(dialog):
        dialog.form.editors["signed_by"].set_value("马负责")
        dialog.form.editors["signed_on"].set_value(DAY)
        dialog.save()

    filled(sign)
    shown = ApprovalDialog(session, made)
    qtbot.addWidget(shown)
    assert not shown.pay_button.isEnabled()
    for step in steps_of(made):
        shown.steps.change(step)
    assert shown.pay_button.isEnabled()
    filled(lambda dialog: dialog.save())
    shown.pay()
    one = OneOff.get()
    assert (one.item, one.amount, one.approval_id, one.state) == ("临时救助", 3000, made.id, "拟发")
    assert not shown.pay_button.isEnabled()  # once only


def test_a_decision_is_kept_as_a_word_file_only_where_something_was_refused(
    session, qtbot, case, filled, monkeypatch, tmp_path, boxes
):
    made = case()
    shown = ApprovalDialog(session, made)
    qtbot.addWidget(shown)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "书.docx"), ""))
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
        dialog.save()

    filled(refuse)
    shown.steps.change(steps_of(made)[0])
    shown.save_decision()
    assert (tmp_path / "书.docx").stat().st_size > 0
