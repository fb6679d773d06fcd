"""The lines of one run: its groups as buttons with their numbers, the lines of the chosen group below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.pay.runs import run_lines
from models.pay.runs.run_lines import (
    GROUP_ALL,
    GROUP_BOUNCED,
    GROUP_FAILED,
    GROUP_HELD,
    GROUP_NO_ACCOUNT,
    GROUP_OVERPAID,
    GROUP_UNKNOWN,
    LINE_GROUPS,
)
from models.pay.runs.runs import LineKind, PayLine, PayRun
from models.pay.standards import months
from reports.pay import run_lines as lists
from ui.lists.list_foot import with_foot
from ui.tables.filter_line import FilterLine
from ui.tables.list_columns import table_columns
from ui.tables.tables import QueryModel, RecordTable
from ui.widgets import theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.spoken_names import called

NO_RUN = "还没有发放批次。\n\n点“编制批次”，选定月份，程序按待遇和标准算出每个人的应发金额。"
NOTHING = "这一组没有明细"
ATTENTION = (GROUP_HELD, GROUP_UNKNOWN, GROUP_FAILED, GROUP_BOUNCED, GROUP_NO_ACCOUNT, GROUP_OVERPAID)


def ink_of_line(line: PayLine) -> str:
    """What nobody is paid for, or what is taken back, stands out."""
    if line.kind == LineKind.NOT_RECKONED or run_lines.bank_failed(line):
        return "problem"
    return "doubt" if (line.amount or 0) < 0 else ""


class RunLines(QWidget):
    """Says ``chosen`` when another line is the current one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.run: PayRun | None = None
        self.group = GROUP_ALL
        self._counts: dict[str, int] = {}
        self.rows = QueryModel(table_columns(lists.RUN_LINE_LIST, ink=ink_of_line), self)
        self.table = called(RecordTable(self.rows, "run_lines", NO_RUN, self), "批次明细")
        self.line = FilterLine()
        self.groups: dict[str, QPushButton] = {}
        self.why = theme.look(QLabel(wordWrap=True), "quiet")
        self._lay_out()
        self._join()

    def show_run(self, run: PayRun | None) -> None:
        """Show the lines of a run, of the group that is chosen."""
        if run is None or self.run is None or run.id != self.run.id:
            self.group = GROUP_ALL
        self.run = run
        self._count()
        self.refresh()

    def refresh(self) -> None:
        query = (
            PayLine.select().where(PayLine.id == 0)
            if self.run is None
            else run_lines.run_lines_of(self.run, self.group, self.line.words())
        )
        self.table.set_empty_text(NO_RUN if self.run is None else NOTHING)
        self.rows.show(query)
        self._explain()

    def show_group(self, group: str) -> None:
        """Show the lines of a group only."""
        self.group = group
        self._mark()
        self.refresh()

    def count(self, group: str) -> int:
        """How many lines are in a group."""
        return self._counts.get(group, 0)

    def current(self) -> PayLine | None:
        found: PayLine | None = self.table.record()
        return found

    def selected(self) -> list[PayLine]:
        """The lines of which something is selected."""
        found = [self.rows.record(self.rows.row_of(key)) for key in self.table.selected_keys()]
        return [line for line in found if line is not None]

    def _count(self) -> None:
        counts = self._counts = {} if self.run is None else run_lines.group_counts(self.run)
        for words, button in self.groups.items():
            number = counts.get(words, 0)
            button.setText(f"{words} {number:,}")
            button.setVisible(bool(counts) and (number > 0 or words == GROUP_ALL))
            theme.marked(button, "attention", words in ATTENTION and number > 0)
        self.line.setVisible(bool(counts))
        if not counts.get(self.group):
            self.group = GROUP_ALL
        self._mark()

    def _mark(self) -> None:
        for words, button in self.groups.items():
            button.setChecked(words == self.group)

    def _explain(self) -> None:
        """The whole reason of the current line, which no column has room for."""
        line = self.current()
        self.why.setText("" if line is None else f"{line.name}　{_when(line)}　{line.reason}")
        self.why.setVisible(line is not None)
        self.chosen.emit(line)

    def _lay_out(self) -> None:
        strip = FlowLayout(spacing=4)
        for words in LINE_GROUPS:
            button = QPushButton(words)
            button.setCheckable(True)
            button.setAutoDefault(False)
            theme.look(button, "group")
            button.clicked.connect(lambda _=False, words=words: self.show_group(words))
            self.groups[words] = button
            strip.addWidget(button)
        self.words = self.line.add_words()
        self.words.setPlaceholderText("姓名、身份证号、账号、街道")
        top = QHBoxLayout()
        top.addLayout(strip, 1)
        self.line.setFixedWidth(230)
        top.addWidget(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(with_foot(self.table), 1)
        column.addWidget(self.why)

    def _join(self) -> None:
        self.line.changed.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._explain())


def _when(line: PayLine) -> str:
    return months.month_words(months.month_of(line.month)) if line.month else ""
