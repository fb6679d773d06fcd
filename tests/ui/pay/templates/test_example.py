"""An example beside what was understood of it."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog

from models.pay.runs import bank_files
from models.pay.templates.examples import read_example
from tests import factories
from tests.ui.pay.runs.conftest import draw, people, sent
from ui.pay.runs.bank_files import BankFileDialog
from ui.pay.templates.example import ExampleDialog

__all__ = ["draw", "people", "sent"]
HEADING = ("序号", "账号", "户名", "金额", "代码", "用途")


def a_file(folder):
    rows = [
        (n, factories.card_number(40 + n), f"人{'甲乙丙'[n - 1]}", 600.5 * n, f"A{n}", "优抚")
        for n in (1, 2, 3)
    ]
    return factories.workbook(
        folder / "代发样表.xlsx", {"Sheet1": [("西宁市代发明细表",), HEADING, *rows, ("", "", "合计", 3603)]}
    )


def test_what_is_not_sure_is_asked_and_the_run_is_shown_as_it_will_be_written(session, sent, qtbot, tmp_path):
    dialog = ExampleDialog(session, sent, read_example(a_file(tmp_path)))
    qtbot.addWidget(dialog)
    assert dialog.name.value() == "代发样表"
    assert [box.currentText() for box in dialog.boxes] == [
        "序号", "银行账号", "户名", "金额", "请选择", "固定文字：优抚",
    ]  # fmt: skip
    assert dialog.problem.text() == "还有2栏请确认"
    assert not dialog.save_button.isEnabled()
    lines = dialog.sample.toPlainText().splitlines()
    assert (lines[0], lines[1].split("　")[:2], lines[-1].split("　")[2:]) == (
        "西宁市代发明细表", ["序号", "账号"], ["合计", "1200.00"],
    )  # fmt: skip
    dialog.boxes[4].setCurrentText("空白")
    dialog.choose(4)
    dialog.confirm_all()
    assert dialog.save_button.isEnabled()
    dialog.save()
    assert dialog.kept is not None
    assert bank_files.templates()[0].name == "代发样表"


def test_a_learnt_template_is_listed_where_files_are_written_and_can_be_removed(
    session, sent, qtbot, tmp_path, monkeypatch, boxes
):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(a_file(tmp_path)), ""))

    def decide(dialog):
        dialog.boxes[4].setCurrentText("批次号")
        dialog.choose(4)
        dialog.confirm_all()
        dialog.save()
        return 1

    monkeypatch.setattr(ExampleDialog, "exec", decide)
    shown = BankFileDialog(session, sent)
    qtbot.addWidget(shown)
    shown.learn()
    assert shown.template().name == "代发样表"
    assert "西宁市代发明细表" in shown.sample.toPlainText()
    boxes.answer = "删除"
    shown.drop()
    assert shown.template().name != "代发样表"


def test_a_file_that_is_no_list_of_payees_is_refused_in_words(
    session, sent, qtbot, tmp_path, monkeypatch, boxes
):
    file = factories.workbook(tmp_path / "别的.xlsx", {"表": [("姓名", "电话"), ("甲", "1")]})
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(file), ""))
    shown = BankFileDialog(session, sent)
    qtbot.addWidget(shown)
    shown.learn()
    assert "找不到收款账号" in boxes[-1]
