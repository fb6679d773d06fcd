"""The example 样表 beside what was understood of it: each column with its meaning, and the run as it will be written."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.core.record import Refusal
from models.pay.runs.bank_files import FACTS, BankTemplate
from models.pay.runs.runs import PayRun
from models.pay.templates.example_columns import ExampleColumn
from models.pay.templates.examples import Example, keep_example, needed_facts
from ui.forms.editors import LineEdit
from ui.jobs.operations import attempt_write
from ui.jobs.session import Session
from ui.pay.templates.first_lines import first_lines
from ui.widgets import theme, window_size
from ui.widgets.buttons import act_button
from ui.widgets.spoken_names import called
from ui.widgets.whole_words import tell_headings

HEADINGS = ("样表的栏目", "样表里写的", "以后写什么", "")
TO_CONFIRM, CONFIRMED, TO_CHOOSE = "请确认", "", "请选择"
FIXED = "固定文字："
EXAMPLE_TOLD = (
    "这是从“{file}”看懂的。每一栏写什么请核对，标着“请确认”的请选定；下面是这个批次照此写出的样子。"
)
MISSING = "还没有指定哪一栏是{what}"
LEFT_TO_CONFIRM = "还有{count}栏请确认"


class ExampleDialog(QDialog):
    """Shows an example, lets its columns be corrected, and keeps it as a template of the office."""

    def __init__(
        self, session: Session, run: PayRun, example: Example, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._run, self._example = session, run, example
        self.kept: BankTemplate | None = None
        self.setWindowTitle(f"按样表学会　{example.file}")
        self.name = called(LineEdit(40), "模板名称")
        self.name.set_value(example.file.rpartition(".")[0])
        self.table = called(QTableWidget(len(example.columns), len(HEADINGS)), "样表的各栏")
        tell_headings(self.table.horizontalHeader())
        self.boxes = [self._box(column) for column in example.columns]
        self.sample = called(QPlainTextEdit(readOnly=True), "批次写出来的样子")
        self.problem = theme.look(QLabel(wordWrap=True), "problem")
        self.all_right = act_button("其余都对", "mdi6.check-all", self.confirm_all)
        self.save_button = act_button("存为模板", "mdi6.content-save", self.save, primary=True)
        self._fill()
        self._lay_out()
        self.name.textChanged.connect(lambda _: self.show_state())
        self.show_state()

    def choose(self, place: int) -> None:
        """Take what the box of a column says as decided."""
        column, words = self._example.columns[place], self.boxes[place].currentText()
        if words != TO_CHOOSE:
            column.what, column.sure = _what(words), True
        self.show_state()

    def confirm_all(self) -> None:
        """Take every suggestion as it stands."""
        for column in self._example.asked:
            column.sure = bool(column.what)
        self.show_state()

    def save(self) -> None:
        """Keep the template as one entry, and close."""
        name = self.name.value().strip()
        attempt_write(
            self, self._session, lambda: keep_example(self._example, name, self._session.user), self._kept
        )

    def show_state(self) -> None:
        """Show what is still open, and what the run will look like."""
        for place, column in enumerate(self._example.columns):
            if (item := self.table.item(place, len(HEADINGS) - 1)) is None:
                continue
            item.setText(CONFIRMED if column.sure else TO_CONFIRM if column.what else TO_CHOOSE)
        asked, missing = self._example.asked, needed_facts(self._example)
        said = [MISSING.format(what=what) for what in missing] + (
            [LEFT_TO_CONFIRM.format(count=len(asked))] if asked else []
        )
        said += [] if self.name.value().strip() else ["请填写模板名称"]
        self.problem.setText("；".join(said))
        self.save_button.setEnabled(not said)
        self.all_right.setVisible(any(column.what for column in asked))
        self.sample.setPlainText(self._sample())

    def _sample(self) -> str:
        try:
            return first_lines(self._run, self._example.template(self.name.value()))
        except Refusal as refusal:
            return str(refusal)

    def _kept(self, template: BankTemplate) -> None:
        self.kept = template
        self.accept()

    # --- how it is made

    def _box(self, column: ExampleColumn) -> QComboBox:
        box = QComboBox()
        fixed = {column.what} if column.what.startswith('"') else set()
        fixed |= {f'"{column.values[0]}"'} if len(set(column.values)) == 1 and column.values[0] else set()
        box.addItems([TO_CHOOSE, *FACTS, *(f"{FIXED}{words[1:-1]}" for words in sorted(fixed))])
        box.setCurrentText(_shown(column.what))
        return box

    def _fill(self) -> None:
        self.table.setHorizontalHeaderLabels(HEADINGS)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        for place, column in enumerate(self._example.columns):
            for at, words in enumerate((column.heading, column.samples, "", "")):
                self.table.setItem(place, at, QTableWidgetItem(words))
            self.table.setCellWidget(place, 2, self.boxes[place])
            self.boxes[place].activated.connect(partial(self._activated, place))
        self.table.resizeColumnsToContents()
        self.table.setColumnWidth(1, 240)
        self.table.setColumnWidth(2, 220)
        self.table.setColumnWidth(3, 76)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def _activated(self, place: int, _: int) -> None:
        self.choose(place)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(QLabel("模板名称"))
        top.addWidget(self.name, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.all_right)
        foot.addWidget(self.problem, 1)
        cancel = QPushButton("取消")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot.addWidget(self.save_button)
        foot.addWidget(cancel)
        self.sample.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        words = EXAMPLE_TOLD.format(file=self._example.file)
        column.addWidget(theme.look(QLabel(words, wordWrap=True), "quiet"))
        column.addLayout(top)
        column.addWidget(self.table, 3)
        column.addWidget(self.sample, 2)
        column.addLayout(foot)
        window_size.resize(self, 860, 600)


def _shown(what: str) -> str:
    return f"{FIXED}{what[1:-1]}" if what.startswith('"') else what or TO_CHOOSE


def _what(words: str) -> str:
    return f'"{words.removeprefix(FIXED)}"' if words.startswith(FIXED) else words
