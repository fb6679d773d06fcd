"""Second page of an import: what was understood of each sheet and each column, to be corrected where it is wrong."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSplitter, QTableWidget, QVBoxLayout, QWidget

from models.core import codes
from models.imports.evidence.taught import OF_REGISTER, OF_ROSTER, TableForm
from models.imports.plan import Plan, SheetPlan
from models.imports.registers.kinds import REGISTER_KINDS
from models.imports.registers.reading import Register
from models.imports.rosters.headings import MIXED
from models.imports.sheet_answers import SheetAnswer, SheetAnswers, sheet_key
from models.imports.sheets.columns import FoundColumn, form_of, place_in_form
from models.imports.sheets.dictionary import dictionary_of
from ui.imports.column_fields import NEW_OWN
from ui.imports.column_table import ColumnTable, add_row, mark_row, set_up_table
from ui.imports.sheet_picture import SheetPicture
from ui.widgets import theme
from ui.widgets.spoken_names import called

BY_ITSELF, ROW_BY_ROW = "自动判断", "花名册（每行写明哪一类）"
SHEETS = ("文件", "工作表", "行数", "按哪一类读", "说明")
FILE_WIDTH = 220  # pixels at most
HEIGHTS = (150, 250, 190)  # pixels of the sheets, the columns, the picture
ABOUT = "“{}”的各栏存到哪里（不对的可以改；导入后记住，下次遇到表头完全相同的表照办）"
NO_COLUMNS = "“{}”还没有认出各栏：请先选“按哪一类读”，再在下面选“表头在”哪一行"
TO_SAY = "有{}栏要您指明存到哪里"
NOT_READ = "没有读入：请在“按哪一类读”里选，再在下面指明表头在哪一行、各栏是什么"


class UnderstoodPage(QWidget):
    """Sheets above, the columns of the chosen sheet and its first rows below; says ``corrected`` when the files must be read again."""

    corrected = Signal()
    own_wanted = Signal(object)  # a column that is to become a field of the office's own

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds: dict[str, str] = {}  # by the sheet's name, or with its file's where several have it
        self.heading_rows: dict[str, int] = {}  # likewise
        self.taught: dict[TableForm, dict[int, str]] = {}
        self.sheets, self.columns, self.picture = (
            called(QTableWidget(0, len(SHEETS)), "工作表"),
            called(ColumnTable(), "各栏"),
            SheetPicture(),
        )
        set_up_table(self.sheets, SHEETS)
        self.about = theme.look(QLabel(wordWrap=True), "heading")
        self._plan = Plan()
        self._names: Counter[str] = Counter()
        self._lay_out()
        self.sheets.currentCellChanged.connect(lambda row, *_: self._show_columns(row))
        self.columns.chosen.connect(self._on_field)
        self.picture.heading_said.connect(self._on_heading)

    def answers(self) -> SheetAnswers:
        """What the officer said of sheets and columns."""
        keys = {*self.kinds, *self.heading_rows}
        sheets = {key: SheetAnswer(self.kinds.get(key, ""), self.heading_rows.get(key)) for key in keys}
        return SheetAnswers(sheets, {form: dict(fields) for form, fields in self.taught.items()})

    def show_plan(self, plan: Plan) -> None:
        """Show what was understood, keeping the chosen sheet; the first one with a question goes before."""
        row = max(0, self.sheets.currentRow())
        self._plan, self._names = plan, Counter(sheet.roster.sheet.name for sheet in plan.sheets)
        self.sheets.setRowCount(0)
        for sheet in plan.sheets:
            self._add_sheet(sheet)
        for file, reason in plan.unread:
            add_row(self.sheets, (file, "", "", "", reason))
        self.sheets.resizeColumnsToContents()
        self.sheets.setColumnWidth(0, min(self.sheets.columnWidth(0), FILE_WIDTH))
        asking = [at for at, sheet in enumerate(plan.sheets) if _questions(sheet)]
        row = asking[0] if asking and row not in asking else min(row, self.sheets.rowCount() - 1)
        self.sheets.setCurrentCell(row, 0)
        self._show_columns(row)
        if asking:
            self.columns.ask()

    def show_again(self) -> None:
        """Show what is understood, whatever was begun and given up."""
        self._show_columns(self.sheets.currentRow())

    # --- sheets

    def _add_sheet(self, plan: SheetPlan) -> None:
        roster, key = plan.roster, self._key(plan)
        people = str(len(roster.lines)) if roster.lines else ""
        row = add_row(self.sheets, (plan.file, roster.sheet.name, people, "", _words(plan)))
        if _questions(plan):
            mark_row(self.sheets, row)
        box = called(QComboBox(), f"{roster.sheet.name}按哪种表读")
        box.addItem(BY_ITSELF, "")
        for kind in (*codes.table("kind").names(), *REGISTER_KINDS):
            box.addItem(kind, kind)
        box.insertItem(1, ROW_BY_ROW, MIXED)
        chosen = box.findData(self.kinds.get(key, "") or roster.read_as or "")
        box.setCurrentIndex(max(0, chosen))
        box.setEnabled(bool(roster.sheet.rows))
        box.activated.connect(lambda: self._on_kind(key, box.currentData()))
        self.sheets.setCellWidget(row, 3, box)

    def _key(self, plan: SheetPlan) -> str:
        name = plan.roster.sheet.name
        return name if self._names[name] < 2 else sheet_key(plan.file, name)

    def _on_kind(self, sheet: str, kind: str) -> None:
        self.kinds.pop(sheet, None)
        if kind:
            self.kinds[sheet] = kind
        self.corrected.emit()

    # --- columns

    def _chosen(self) -> SheetPlan | None:
        row = self.sheets.currentRow()
        return self._plan.sheets[row] if 0 <= row < len(self._plan.sheets) else None

    def _show_columns(self, row: int) -> None:
        plan = self._plan.sheets[row] if 0 <= row < len(self._plan.sheets) else None
        roster = plan.roster if plan is not None else None
        words = ABOUT if roster is not None and roster.columns else NO_COLUMNS
        self.about.setText(words.format(roster.sheet.name) if roster is not None else "")
        self.columns.show_sheet(roster)
        said = self.heading_rows.get(self._key(plan)) if plan is not None else None
        sheet, found = (roster.sheet, roster.heading_row) if roster is not None else (None, None)
        self.picture.show_sheet(sheet, said, found)

    def _on_field(self, column: FoundColumn, field: str) -> None:
        if field == NEW_OWN:
            self.own_wanted.emit(column)
        else:
            self.teach(column, field)

    def teach(self, column: FoundColumn, field: str) -> None:
        """Let a column of the chosen sheet be about a field."""
        if (plan := self._chosen()) is None:
            return
        roster = plan.roster
        register = roster.kind.name if isinstance(roster, Register) and roster.kind is not None else ""
        form = form_of(roster.columns, dictionary_of(OF_REGISTER if register else OF_ROSTER), register)
        self.taught.setdefault(form, {})[place_in_form(roster.columns, column)] = field
        self.corrected.emit()

    def _on_heading(self, row: int | None) -> None:
        if (plan := self._chosen()) is None:
            return
        self.heading_rows.pop(self._key(plan), None)
        if row is not None:
            self.heading_rows[self._key(plan)] = row
        self.corrected.emit()

    def _lay_out(self) -> None:
        upper, lower = QWidget(), QWidget()
        above, below = QVBoxLayout(upper), QVBoxLayout(lower)
        for part in (above, below):
            part.setContentsMargins(0, 0, 0, 0)
        above.addWidget(theme.look(QLabel("读到的工作表"), "heading"))
        above.addWidget(self.sheets)
        below.addWidget(self.about)
        below.addWidget(self.columns)
        parts = QSplitter(Qt.Orientation.Vertical)
        for widget in (upper, lower, self.picture):
            parts.addWidget(widget)
        parts.setChildrenCollapsible(False)
        parts.setSizes(list(HEIGHTS))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts)


def _questions(plan: SheetPlan) -> int:
    return sum(column.asked for column in plan.roster.columns)


def _words(plan: SheetPlan) -> str:
    """How a sheet was read, or why not, and what the officer has to say."""
    roster = plan.roster
    refused = "；".join(remark.words for remark in roster.refused)
    asked = TO_SAY.format(count) if (count := _questions(plan)) else ""
    return "；".join(filter(None, (asked, refused or _read_as(roster.read_as))))


def _read_as(kind: str | None) -> str:
    if not kind:
        return NOT_READ
    return "每行写明是哪一类" if kind == MIXED else f"按“{kind}”读入"
