"""The files for a bank 导出银行文件: the run in the columns that it asks for; the templates are the office's to change."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.core.amounts import yuan
from models.core.record import Refusal
from models.office.deeds import SAVE_BANK_FILE
from models.pay.runs.bank_files import BANK_FORMATS, FACTS, BankTemplate, templates
from models.pay.runs.runs import PayRun
from models.pay.templates.bank_lines import BANK_PLACES
from models.pay.templates.examples import Example, read_example
from reports.pay import banks as bank_files
from ui.forms.combo_boxes import CodeBox, FlagBox
from ui.forms.editors import LineEdit, TextEdit
from ui.forms.file_forms import FileForm
from ui.forms.record_dialog import RecordDialog
from ui.jobs import messages
from ui.jobs.operations import attempt
from ui.jobs.saved_files import tell_written
from ui.jobs.saving import ask_place, note_saved
from ui.jobs.session import Session
from ui.pay.templates.example import ExampleDialog
from ui.pay.templates.first_lines import first_lines
from ui.printing.print_button import file_name
from ui.widgets import theme, window_memory, window_size
from ui.widgets.buttons import act_button
from ui.widgets.dialogs import run_dialog
from ui.widgets.spoken_names import called

EXAMPLES = "银行文件 (*.xlsx *.xls *.csv *.txt);;所有文件 (*)"
LAST_TEMPLATE = "pay/template"
TEMPLATE_HELP = (
    f'每行一栏，写成“表头=内容”。内容可用：{"、".join(FACTS)}；固定文字写在引号里，如 币种="人民币"。'
    f"固定文字和表头以上、明细以下的行里，可写每批自动填的：{'、'.join(f'{{{place}}}' for place in BANK_PLACES)}；一行里各格用 | 分开。"
)


class TemplateForm(FileForm[BankTemplate]):
    """One template."""

    def __init__(self) -> None:
        super().__init__()
        self.for_fields(BankTemplate, ["name"], required=["name"])
        self.bind("format", "文件格式", CodeBox(names=BANK_FORMATS), required=True)
        self.bind("heading", "首行为表头", FlagBox())
        self.bind("encoding", "字符编码", CodeBox(names=("gbk", "gb18030", "utf-8-sig", "utf-8")))
        self.bind("separator", "分隔符", LineEdit(1))
        self.bind("columns", "各栏", TextEdit(9), span=2, required=True)
        self.bind("opening", "表头以上的行", TextEdit(2), span=2)
        self.bind("closing", "明细以下的行", TextEdit(2), span=2)
        self.add_wide(theme.look(QLabel(TEMPLATE_HELP, wordWrap=True), "hint"))
        self.for_fields(BankTemplate, ["notes"])


class BankFileDialog(QDialog):
    """Chooses a template, shows what will be written, and writes it where the officer says."""

    def __init__(self, session: Session, run: PayRun, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._run = session, run
        self.setWindowTitle(f"导出银行文件　{run.number}")
        self.box = called(QComboBox(), "银行模板")
        self.notes, self.problem = (
            theme.look(QLabel(wordWrap=True), "hint"),
            theme.look(QLabel(wordWrap=True), "problem"),
        )
        self.sample = called(QPlainTextEdit(readOnly=True), "文件写出来的样子")
        self.export_button = act_button("导出…", "mdi6.export", self.export, primary=True)
        self.drop_button = act_button("删除模板", "mdi6.trash-can-outline", self.drop)
        self._templates: list[BankTemplate] = []
        self._lay_out()
        self.reload(str(window_memory.recall(LAST_TEMPLATE, "")))
        self.box.currentIndexChanged.connect(lambda _: self._show())
        self._show()

    def template(self) -> BankTemplate:
        return self._templates[max(0, self.box.currentIndex())]

    def reload(self, name: str = "") -> None:
        """Offer the templates as they are now."""
        blocked = self.box.blockSignals(True)
        self._templates = templates()
        self.box.clear()
        self.box.addItems([each.name for each in self._templates])
        self.box.setCurrentIndex(max(0, self.box.findText(name)))
        self.box.blockSignals(blocked)

    def export(self) -> None:
        """Write the file, and say who is not in it."""
        template = self.template()
        proposed = f"{file_name(self._run.title())}.{template.format}"
        chosen = ask_place(
            self, proposed, f"{template.format} (*.{template.format})", "保存银行文件", SAVE_BANK_FILE
        )
        if chosen is not None:
            attempt(
                self,
                lambda: bank_files.write_bank_file(self._run, template, chosen),
                lambda written: self._written(chosen, written),
            )

    def _written(self, chosen: Path, written: bank_files.BankFileWritten) -> None:
        note_saved(chosen, written.payees)
        window_memory.remember(LAST_TEMPLATE, self.template().name)
        left = "、".join(payee.name for payee in written.left_out[:10])
        without = f"\n没有银行账号、不在文件里的{len(written.left_out)}人：{left}。" if left else ""
        tell_written(
            self,
            chosen,
            f"已导出{written.payees}人，{yuan(written.amount)}元，保存到 {chosen}。{without}\n文件含有个人信息，用完请妥善处理。",
        )
        self.accept()

    def change(self) -> None:
        """Change the template; one that came with the program is kept as the office's own."""
        shown = self.template()
        self._ask(shown if shown.id else _copy(shown, shown.name))

    def learn(self) -> None:
        """Learn a template from a file that the bank accepted."""
        chosen, _ = QFileDialog.getOpenFileName(self, "选择一份银行收下的文件（样表）", "", EXAMPLES)
        if chosen:
            attempt(self, lambda: read_example(Path(chosen)), self._show_example)

    def _show_example(self, example: Example) -> None:
        dialog = ExampleDialog(self._session, self._run, example, self)
        if run_dialog(dialog) and dialog.kept is not None:
            self.reload(dialog.kept.name)
            self._show()

    def copy(self) -> None:
        """A new template from the one that is shown."""
        self._ask(_copy(self.template(), f"{self.template().name}（副本）"))

    def drop(self) -> None:
        """Delete the office's own template; the program's own comes back when it had that name."""
        shown = self.template()
        if shown.id and messages.ask_losing(self, f"要删除模板“{shown.name}”吗？", "删除", "不删除"):
            with self._session.entry(f"删除银行模板：{shown.name}"):
                shown.delete_instance()
            self.reload()
            self._show()

    def _ask(self, template: BankTemplate) -> None:
        form = TemplateForm()
        form.edit(template)
        if run_dialog(RecordDialog(self._session, form, "银行文件模板", None, self, QSize(680, 600))):
            self.reload(template.name)
            self._show()

    def _show(self) -> None:
        template = self.template()
        own = "本单位的模板" if template.id else "随程序提供的模板，请与银行的样表核对"
        self.notes.setText("。".join(filter(None, (own, template.notes))))
        self.drop_button.setEnabled(bool(template.id))
        try:
            self.sample.setPlainText(first_lines(self._run, template))
            problem = ""
        except Refusal as refusal:
            self.sample.setPlainText("")
            problem = str(refusal)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.export_button.setEnabled(not problem)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(QLabel("模板"))
        top.addWidget(self.box, 1)
        for button in (
            act_button("按样表学会…", "mdi6.file-search-outline", self.learn),
            act_button("修改模板", "mdi6.pencil-outline", self.change),
            act_button("复制为新模板", "mdi6.content-copy", self.copy),
            self.drop_button,
        ):
            top.addWidget(button)
        self.sample.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        foot = QHBoxLayout()
        foot.addStretch()
        cancel = QPushButton("取消")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.export_button.setDefault(True)
        for button in (self.export_button, cancel):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.notes)
        column.addWidget(theme.look(QLabel("文件开头的几行："), "quiet"))
        column.addWidget(self.sample, 1)
        column.addWidget(self.problem)
        column.addLayout(foot)
        window_size.resize(self, 760, 420)


def _copy(template: BankTemplate, name: str) -> BankTemplate:
    """The same template under a name; its columns one to a line, as they are easily changed."""
    facts = {
        n: getattr(template, n)
        for n in ("format", "encoding", "separator", "heading", "opening", "closing", "notes")
    }
    return BankTemplate(name=name, columns=template.columns.replace("|", "\n"), **facts)
