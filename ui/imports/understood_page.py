"""Second page of an import: what was understood of each sheet and each column, to be corrected where it is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.core import codes
from models.core.record import Sealed
from models.imports.plan import Plan, SheetPlan
from models.imports.registers.kinds import REGISTER_KINDS
from models.imports.registers.reading import Register
from models.imports.rosters.reading import MIXED, Roster
from models.imports.sheets.dictionary import NOTHING, OF_REGISTER
from models.people.identity import BankAccount, Identity
from models.people.person import Person
from ui.widgets import theme

BY_ITSELF = "自动判断"
REMARK, LEFT_OUT = "记为备注", "不导入"
SHEETS = ("文件", "工作表", "行数", "按哪一类读", "说明")
COLUMNS = ("列", "表上的栏目", "存入档案的")


def fields() -> Iterator[tuple[str, str]]:
    """``(field, what the officer calls it)`` of all that a column can be about."""
    yield "", REMARK
    yield NOTHING, LEFT_OUT
    yield "row.kind", "身份（每行写明）"
    for part, model in (("person", Person), ("identity", Identity), ("account", BankAccount)):
        for name, label in model.labels().items():
            field = model._meta.fields[name]
            told = not (field.ours or isinstance(field, Sealed))
            if told and f"{part}.{name}" != "identity.kind":
                yield f"{part}.{name}", label if part != "identity" or name != "notes" else "身份备注"


def fields_of_register(register: Register) -> Iterator[tuple[str, str]]:
    """``(field, what the officer calls it)`` of all that a register's column can be about."""
    yield OF_REGISTER, REMARK
    yield f"{OF_REGISTER}{NOTHING}", LEFT_OUT
    kinds = [table.kind for table in register.tables] or ([register.kind] if register.kind else [])
    for kind in dict.fromkeys(kinds):
        for name, field in kind.fields.items():
            yield f"{OF_REGISTER}{name}", field.label


class UnderstoodPage(QWidget):
    """Sheets above, the columns of the chosen sheet below; says ``corrected`` when the files must be read again."""

    corrected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds: dict[str, str] = {}
        self.headings: dict[str, str] = {}  # heading → field, as corrected
        self.sheets, self.columns = _table(SHEETS), _table(COLUMNS)
        self.about = theme.look(QLabel(wordWrap=True), "heading")
        self._plan = Plan()
        self._fields = list(fields())
        self._lay_out()
        self.sheets.currentCellChanged.connect(lambda row, *_: self._show_columns(row))

    def show_plan(self, plan: Plan) -> None:
        """Show what was understood, keeping the chosen sheet."""
        row = max(0, self.sheets.currentRow())
        self._plan = plan
        self.sheets.setRowCount(0)
        for sheet in plan.sheets:
            self._add_sheet(sheet)
        for file, reason in plan.unread:
            _add_row(self.sheets, (file, "", "", "", reason))
        self.sheets.resizeColumnsToContents()
        self.sheets.setColumnWidth(0, min(self.sheets.columnWidth(0), 220))
        self.sheets.setCurrentCell(min(row, self.sheets.rowCount() - 1), 0)
        self._show_columns(self.sheets.currentRow())

    # --- sheets

    def _add_sheet(self, plan: SheetPlan) -> None:
        roster = plan.roster
        people = str(len(roster.lines)) if roster.lines else ""
        words = "；".join(remark.words for remark in roster.refused) or _read_as(roster.read_as)
        row = _add_row(self.sheets, (plan.file, roster.sheet.name, people, "", words))
        box = QComboBox()
        box.addItems([BY_ITSELF, *codes.table("kind").names(), *REGISTER_KINDS])
        box.setCurrentText(self.kinds.get(roster.sheet.name, "") or roster.read_as or BY_ITSELF)
        box.setEnabled(bool(roster.columns))
        box.activated.connect(lambda: self._on_kind(roster.sheet.name, box.currentText()))
        self.sheets.setCellWidget(row, 3, box)

    def _on_kind(self, sheet: str, kind: str) -> None:
        self.kinds.pop(sheet, None)
        if kind != BY_ITSELF:
            self.kinds[sheet] = kind
        self.corrected.emit()

    # --- columns

    def _show_columns(self, row: int) -> None:
        self.columns.setRowCount(0)
        if not 0 <= row < len(self._plan.sheets):
            self.about.setText("")
            return
        roster = self._plan.sheets[row].roster
        self.about.setText(f"“{roster.sheet.name}”的各栏存到哪里（不对的可以改，改过的下次自动照办）")
        for letters, heading, field in roster.columns:
            at = _add_row(self.columns, (letters, " ".join(heading.split()), ""))
            self.columns.setCellWidget(at, 2, self._field_box(roster, heading, field))
        self.columns.resizeColumnsToContents()
        self.columns.setColumnWidth(1, max(220, self.columns.columnWidth(1)))

    def _field_box(self, sheet: Roster | Register, heading: str, field: str) -> QComboBox:
        box = QComboBox()
        box.setMaxVisibleItems(24)
        register = isinstance(sheet, Register)
        for name, label in fields_of_register(sheet) if isinstance(sheet, Register) else self._fields:
            box.addItem(label, name)
        field = f"{OF_REGISTER}{field}" if register else field
        box.setCurrentIndex(max(0, box.findData(field)))
        box.activated.connect(lambda: self._on_field(heading, box.currentData()))
        return box

    def _on_field(self, heading: str, field: str) -> None:
        self.headings[heading] = field
        self.corrected.emit()

    def _lay_out(self) -> None:
        upper, lower = QWidget(), QWidget()
        above, below = QVBoxLayout(upper), QVBoxLayout(lower)
        above.setContentsMargins(0, 0, 0, 0)
        below.setContentsMargins(0, 0, 0, 0)
        above.addWidget(theme.look(QLabel("读到的工作表"), "heading"))
        above.addWidget(self.sheets)
        below.addWidget(self.about)
        below.addWidget(self.columns)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(upper)
        parts.addWidget(lower)
        parts.setSizes([220, 260])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts)


def _read_as(kind: str | None) -> str:
    if not kind:
        return "没有人员或登记，没有读入"
    return "每行写明是哪一类" if kind == MIXED else f"按“{kind}”读入"


def _table(headings: tuple[str, ...]) -> QTableWidget:
    table = QTableWidget(0, len(headings))
    table.setHorizontalHeaderLabels(headings)
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setAlternatingRowColors(True)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table


def _add_row(table: QTableWidget, words: tuple[str, ...]) -> int:
    row = table.rowCount()
    table.insertRow(row)
    for column, each in enumerate(words):
        item = QTableWidgetItem(each)
        item.setToolTip(each)
        table.setItem(row, column, item)
    return row
