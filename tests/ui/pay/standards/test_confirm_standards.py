"""Standards confirmed together with their paper."""

from __future__ import annotations

from models.pay.standards import grids
from models.pay.standards.standards import Standard
from ui.pay.standards.confirm_standards import ConfirmDialog


def test_standards_are_confirmed_together_with_their_paper(session, qtbot):
    waiting = list(grids.listed("带病回乡退役军人", 2020, unconfirmed=True))
    dialog = ConfirmDialog(session, waiting)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert "请填写文号或依据" in dialog.problem.text()
    assert not Standard.get_by_id(waiting[0].id).confirmed
    dialog.document.set_value("青退役军人发〔2020〕9号")
    dialog.accept()
    kept = Standard.get_by_id(waiting[0].id)
    assert (kept.confirmed, kept.document) == (True, "青退役军人发〔2020〕9号")
    assert dialog.result() == dialog.DialogCode.Accepted
