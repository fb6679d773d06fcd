"""Budgets 预算: planned, committed, paid, left, by programme and source; where money went unplanned it shows too."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.aid import budgets, oneoff_register
from models.aid.budgets import BUDGET_SOURCES, Budget, BudgetLine
from models.core.dates import this_day
from models.payments.payment import payment_years as paid_years
from reports.aid import budgets as papers
from ui.aid.amounts import RulesDialog
from ui.forms.combo_boxes import CodeBox
from ui.forms.file_forms import FileForm
from ui.forms.record_dialog import RecordDialog
from ui.jobs import messages
from ui.jobs.operations import attempt_entry
from ui.jobs.session import Session
from ui.pages.page import Page
from ui.printing.print_button import PrintButton
from ui.tables.list_columns import table_columns
from ui.widgets import theme
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called
from ui.widgets.whole_words import tell_headings


def _ink(line: BudgetLine) -> str:
    """What is overspent stands out; what nobody planned stands back."""
    return "faint" if line.left is None else "problem" if line.left < 0 else ""


class BudgetForm(FileForm[Budget]):
    """One line of the plan."""

    def __init__(self) -> None:
        super().__init__()
        self.for_fields(Budget, ["year", "programme"], required=["year", "programme"])
        self.bind("fund", "资金来源", CodeBox(names=BUDGET_SOURCES, editable=True), required=True)
        self.for_fields(Budget, ["planned", "document", "notes"], required=["planned"])


class BudgetsPage(Page):
    """The section 预算."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.lines: list[BudgetLine] = []
        self.years = called(QComboBox(), "年度")
        self.columns = table_columns(papers.BUDGET_LIST, ink=_ink, inked=("left",))
        self.table = called(QTableWidget(0, len(self.columns)), "预算")
        tell_headings(self.table.horizontalHeader())
        self.sentence = theme.look(QLabel(wordWrap=True), "quiet")
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out()
        self.years.currentIndexChanged.connect(lambda _: self._show())
        self.table.itemSelectionChanged.connect(self._mark)
        self.table.cellDoubleClicked.connect(lambda *_: self.change())
        self.refresh()

    def year(self) -> int:
        return int(self.years.currentData() or this_day().year)

    def read(self) -> None:
        """Read everything, keeping the year."""
        kept = self.years.currentData()
        known = {*budgets.budget_years(), *oneoff_register.oneoff_years(), *paid_years(), this_day().year}
        blocked = self.years.blockSignals(True)
        self.years.clear()
        for year in sorted(known, reverse=True):
            self.years.addItem(f"{year}年", year)
        planned = next(iter((*budgets.budget_years(), *paid_years())), None)
        self.years.setCurrentIndex(max(0, self.years.findData(kept or planned)))
        self.years.blockSignals(blocked)
        self._show()

    def how_much(self) -> str:
        return self.sentence.text()

    def focus(self) -> None:
        self.table.setFocus()

    def add(self) -> None:
        """Plan money for a programme; the chosen line says for which."""
        line = self._current()
        new = Budget(year=self.year(), fund="区级财政")
        if line is not None and line.budget is None:
            new.programme, new.fund = line.programme, line.fund or new.fund
        self._ask(new, "登记预算")

    def change(self) -> None:
        line = self._current()
        if line is not None and line.budget is None:
            self.add()
        elif line is not None and line.budget is not None:
            self._ask(Budget.get_by_id(line.budget.id), f"修改{line.fund}{line.programme}预算")

    def delete(self) -> None:
        line = self._current()
        if line is None or line.budget is None:
            return
        if messages.ask_losing(
            self, f"要删除{line.year}年{line.fund}的{line.programme}预算吗？", "删除", "不删除"
        ):
            title = f"删除{line.fund}{line.programme}预算"
            attempt_entry(self, self.session, title, line.budget.delete_instance)

    def show_rules(self) -> None:
        """The office's own amounts and ratios."""
        run_dialog(RulesDialog(self.session, self))

    def _ask(self, record: Budget, title: str) -> None:
        form = BudgetForm()
        form.edit(record)
        run_dialog(RecordDialog(self.session, form, title, None, self))

    def _current(self) -> BudgetLine | None:
        row = self.table.currentRow()
        return self.lines[row] if 0 <= row < len(self.lines) and self.table.selectedItems() else None

    def _show(self) -> None:
        self.lines = budgets.budget_lines(self.year())
        self.table.setRowCount(len(self.lines))
        for row, line in enumerate(self.lines):
            self._fill(row, line)
        paid = sum((line.paid for line in self.lines), Decimal(0))
        planned = sum((line.planned or Decimal(0) for line in self.lines), Decimal(0))
        committed = sum((line.committed for line in self.lines), Decimal(0))
        over = sum(line.left is not None and line.left < 0 for line in self.lines)
        words = f"{self.year()}年预算{planned:,.2f}元，已发放{paid:,.2f}元，拟发和已批准{committed:,.2f}元"
        none = f"{self.year()}年还没有预算，也没有发放。点“登记预算”，按发放类别和资金来源各登记一条"
        self.sentence.setText(words + (f"；{over}项超出预算" if over else "") if self.lines else none)
        self.say_count()
        self._mark()

    def _fill(self, row: int, line: BudgetLine) -> None:
        for place, column in enumerate(self.columns):
            item = QTableWidgetItem(str(column.text(line)))
            item.setTextAlignment(column.align | Qt.AlignmentFlag.AlignVCenter)
            if column.ink is not None and (ink := column.ink(line)):
                item.setForeground(theme.colour(ink))
            self.table.setItem(row, place, item)

    def _mark(self) -> None:
        line = self._current()
        self.buttons["修改"].setEnabled(line is not None)
        self.buttons["删除"].setEnabled(line is not None and line.budget is not None)

    def _lay_out(self) -> None:
        self.table.setHorizontalHeaderLabels([column.title for column in self.columns])
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head = QHBoxLayout()
        head.addWidget(QLabel("年度"))
        head.addWidget(self.years)
        head.addStretch()
        for words, picture, act in (
            ("登记预算", "mdi6.plus", self.add), ("修改", "mdi6.pencil-outline", self.change),
            ("删除", "mdi6.trash-can-outline", self.delete), ("一次性标准…", "mdi6.scale-balance", self.show_rules),
        ):  # fmt: skip
            button = self.buttons[words] = QPushButton(
                icon(picture, "paper" if act == self.add else "icon"), words
            )
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, act=act: act())
            head.addWidget(button)
        theme.look(self.buttons["登记预算"], "primary")
        prints = PrintButton()
        prints.offer_register(
            "预算执行情况表", lambda: partial(papers.sheet, self.year(), self.session.practice)
        )
        head.addWidget(prints)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.sentence)
