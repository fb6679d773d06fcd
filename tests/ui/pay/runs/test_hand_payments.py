"""Lines that were paid otherwise, in the window."""

from __future__ import annotations

from decimal import Decimal

from models.pay.runs import runs
from models.pay.runs.run_doubts import unpaid
from models.pay.runs.runs import LineKind
from models.payments.payment import Payment
from ui.forms.record_dialog import RecordDialog


def select(page, *names):
    page.lines.table.clearSelection()
    for row in range(page.lines.rows.rowCount()):
        if page.lines.rows.record(row).name in names:
            page.lines.table.selectRow(row)


def test_a_line_is_entered_as_paid_otherwise_and_taken_back(page, sent, boxes, qtbot):
    page.refresh()
    select(page, "甲")
    boxes.answer = "登记"
    page.acts.paid_by_hand()
    assert boxes[-1] == "登记甲，合计600.00元，已用现金或另行转账发放？"
    qtbot.waitUntil(lambda: page.run().state == "回盘")
    assert Payment.select().count() == 1
    select(page, "乙")
    page.acts.take_back_by_hand()
    assert "请先在明细中选中" in boxes[-1]
    select(page, "甲")
    boxes.answer = "撤下"
    page.acts.take_back_by_hand()
    assert boxes[-1].startswith("撤下甲，合计600.00元的另行发放登记？")
    assert Payment.select().count() == 0


def test_of_whom_nothing_was_computed_the_sum_is_asked(page, sent, boxes, monkeypatch):
    page.refresh()
    page.lines.show_group("未计算")
    select(page, "丁")

    def fill(dialog):
        assert dialog.windowTitle() == "登记已另行发放：丁"
        dialog.form.editors["amount"].setText("300.50")
        assert dialog.form.editors["item"].value() == "伤残抚恤金"
        dialog.save()
        return dialog.result()

    monkeypatch.setattr(RecordDialog, "exec", fill)
    page.acts.paid_by_hand()
    (line,) = runs.lines_of(sent, LineKind.NOT_RECKONED)
    made = Payment.get()
    assert (made.person_id, made.month, made.amount) == (line.person_id, line.month, Decimal("300.50"))
    assert unpaid(sent) == []
