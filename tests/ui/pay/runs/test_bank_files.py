"""代发文件 in the window."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog

from models.pay.runs.bank_files import BankTemplate
from models.uses.uses import uses_asked
from ui.pay.runs.bank_files import BankFileDialog


def test_the_bank_file_says_who_is_not_in_it(session, sent, qtbot, tmp_path, monkeypatch, boxes):
    dialog = BankFileDialog(session, sent)
    qtbot.addWidget(dialog)
    assert dialog.sample.toPlainText().splitlines()[0].startswith("序号　姓名")
    out = tmp_path / "代发.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(out), ""))
    dialog.export()
    assert out.exists()
    assert "已导出2人，1,200.00元" in boxes[-1]
    assert "不在文件里的1人：丙" in boxes[-1]
    assert [(each.title, each.people) for each in uses_asked()] == [("代发", 2)]


def test_a_template_is_changed_and_shown_at_once(session, sent, qtbot, dialogs, boxes):
    dialog = BankFileDialog(session, sent)
    qtbot.addWidget(dialog)

    def fill(asked):
        asked.form.editors["columns"].set_value("账号=银行账号")
        asked.save()
        assert "模板里应有一栏“金额”" in asked.form.messages["columns"].text()
        asked.form.editors["columns"].set_value('卡号=银行账号\n钱=金额\n币种="人民币"')
        asked.save()

    dialogs.fill = fill
    dialog.change()
    assert dialog.sample.toPlainText().splitlines()[1].endswith("600.00　人民币")
    assert BankTemplate.select().count() == 1
    boxes.answer = "删除"
    dialog.drop()
    assert BankTemplate.select().count() == 0
