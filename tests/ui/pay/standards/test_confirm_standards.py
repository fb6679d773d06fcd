"""Standards confirmed together with their paper."""

from __future__ import annotations

from models.core.dates import PartDate
from models.pay.standards import grids
from models.pay.standards.standards import CRITERIA, Standard
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


def test_a_standard_that_rises_far_is_asked_about_before_it_is_confirmed(session, qtbot, boxes):
    (waiting,) = list(grids.listed("带病回乡退役军人", 2020, unconfirmed=True))[:1]
    with session.entry("以前的标准"):
        for before in waiting.confirmed_beside():
            before.delete_instance()
        Standard(
            **{name: getattr(waiting, name) for name in ("layer", "kind", *CRITERIA, "unit")},
            amount=waiting.amount / 2, begins=PartDate(2018, 8), ends=PartDate(2019, 7), confirmed=True, source="旧文件",
        ).save()  # fmt: skip
    dialog = ConfirmDialog(session, [waiting])
    qtbot.addWidget(dialog)
    dialog.source.set_value("新文件")
    dialog.accept()
    assert "涨100%" in boxes[-1]
    assert not Standard.get_by_id(waiting.id).confirmed
    boxes.answer = "核对无误，确认"
    dialog.accept()
    assert Standard.get_by_id(waiting.id).confirmed
