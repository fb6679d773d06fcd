"""New standards 新年度标准: the last grid copied, the new amounts typed or pasted beside the old ones, confirmed with the paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.core.dates import PartDate
from models.core.record import Refusal
from models.pay.standards import grids, months, standards
from models.pay.standards.grids import Pair
from models.pay.standards.months import Month
from reports.tables.list_columns import ListColumn, Listing, Says
from reports.tables.register import END
from ui.forms.editors import LineEdit
from ui.jobs import messages
from ui.jobs.operations import attempt_write
from ui.jobs.session import Session
from ui.tables.fact_rows import FactRows
from ui.tables.list_columns import table_columns
from ui.tables.query_rows import Index
from ui.tables.tables import Column, RecordTable
from ui.widgets import theme, window_size
from ui.widgets.buttons import act_button

NEW_STANDARDS_EXPLAINED = (
    "左边是上一标准，请在“新标准”一栏逐格填写文件上的金额（双击或直接输入，回车到下一行；也可从表格复制一列，在这里粘贴）。"
    "没有填的保持上一标准的金额，不会用于计算。"
)


def _old(pair: Pair) -> Decimal | None:
    return pair.older.amount if pair.older is not None else None


def _known(pair: Pair) -> Decimal | None:
    """The amount that was found somewhere but nobody has confirmed; a copied row says only what the last one said."""
    assert pair.newer is not None
    return None if grids.TO_FILL in pair.newer.notes else pair.newer.amount


NEW_GRID_LIST = Listing(
    None,
    (
        ListColumn("layer", 50, heading="层级", field="newer.layer"),
        ListColumn("whom", 200, heading="对象", words=lambda pair: pair.newer.whom()),
        ListColumn("unit", 90, heading="计发单位", field="newer.unit"),
        ListColumn("old", 110, align=END, heading="上一标准(元)", words=_old),
        ListColumn("new", 110, align=END, heading="新标准(元)"),
        ListColumn("more", 90, align=END, heading="增加(元)"),
        ListColumn("percent", 74, align=END, heading="增幅"),
        ListColumn("known", 120, align=END, heading="已查到(未确认)", words=_known),
        ListColumn("source", 200, heading="出处", field="newer.source"),
    ),
)
NEW = [each.key for each in NEW_GRID_LIST.shown()].index("new")  # the column that is typed into


class GridRows(FactRows):
    """The pairs of a new grid; ``typed`` holds what was typed, by the standard's id."""

    def __init__(self, parent: QWidget) -> None:
        self.typed: dict[int, Decimal] = {}
        super().__init__(self._columns(), lambda pair: pair.newer.id, parent)

    def put(self, row: int, words: str) -> bool:
        """Take an amount as it is typed; empty words take it back. False when it is no amount."""
        bare = words.replace(",", "").replace("元", "").strip()
        pair: Pair = self.facts()[row]
        assert pair.newer is not None
        if not bare:
            self.typed.pop(pair.newer.id, None)
        elif bare.replace(".", "", 1).isdigit() and bare.isascii() and Decimal(bare) > 0:
            self.typed[pair.newer.id] = Decimal(bare)
        else:
            return False
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        return True

    def _columns(self) -> list[Column]:
        own: dict[str, Says] = {
            "new": lambda pair: self.typed.get(pair.newer.id),
            "more": self._more,
            "percent": self._percent,
        }
        return table_columns(NEW_GRID_LIST, own, ink=self._unlikely, inked=("more", "percent"))

    def _more(self, pair: Pair) -> Decimal | None:
        assert pair.newer is not None
        new, old = self.typed.get(pair.newer.id), _old(pair)
        return None if new is None or old is None else new - old

    def _percent(self, pair: Pair) -> str:
        more, old = self._more(pair), _old(pair)
        return f"{more / old * 100:+.2f}%" if more is not None and old else ""

    def _unlikely(self, pair: Pair) -> str:
        """A standard that falls, or rises by half, is most often a slip of the pen."""
        more, old = self._more(pair), _old(pair)
        return "problem" if more is not None and old and not 0 <= more <= old / 2 else ""

    # What Qt asks for

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() == NEW else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.EditRole:
            return self.text(index.row(), index.column())
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        return role == Qt.ItemDataRole.EditRole and self.put(index.row(), str(value or ""))


class NewGridDialog(QDialog):
    """The grid from one month on; what is typed is kept when it is saved, and used for pay when it is confirmed."""

    def __init__(self, session: Session, begins: Month, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self.begins = session, begins
        self.setWindowTitle(f"{months.month_words(begins)}起的新标准")
        self.rows = GridRows(self)
        self.table = RecordTable(self.rows, "new_grid", "这个月没有待填的标准", self)
        self.document = LineEdit(60, "如 青退役军人发〔2021〕35号")
        self.source = LineEdit(120, "文件名称、发文单位或网址")
        self.told = theme.look(QLabel(), "quiet")
        self.save_button = act_button("先保存，以后再确认", "mdi6.content-save-outline", self.save)
        self.confirm_button = act_button(
            "保存并确认填好的", "mdi6.check-decagram-outline", self.confirm, primary=True
        )
        self._lay_out()
        self.rows.dataChanged.connect(lambda *_: self._tell())
        self.table.itemDelegate().closeEditor.connect(self._on_typed)
        self.table.opened.connect(lambda _: self._type())
        self.rows.show_facts(grids.drafts(begins))
        if self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(0, NEW))
        self._tell()

    def save(self) -> None:
        self._fill(sure=False)

    def confirm(self) -> None:
        """Confirm what was filled in; the rest waits."""
        self._fill(sure=True)

    def paste(self) -> None:
        """Put copied amounts into the rows from the current one down."""
        row = max(self.table.currentIndex().row(), 0)
        for words in QGuiApplication.clipboard().text().splitlines():
            if row >= self.rows.rowCount():
                break
            if not self.rows.put(row, words.split("\t")[-1]):
                messages.tell(self, f"“{words}”不是金额，粘贴到这里停下")
                break
            row += 1

    def _type(self) -> None:
        """Enter on a row begins to type; the Enter that ends typing comes here too."""
        if self.table.state() == QAbstractItemView.State.NoState:
            self.table.edit(self.rows.index(self.table.currentIndex().row(), NEW))

    def _on_typed(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter leads to the next row."""
        row = self.table.currentIndex().row() + 1
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and row < self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(row, NEW))

    def _fill(self, sure: bool) -> None:
        document, source, user = self.document.value(), self.source.value(), self._session.user
        if attempt_write(
            self, self._session, lambda: grids.fill_grid(self.rows.typed, user, document, source, sure)
        ):
            self.accept()

    def _tell(self) -> None:
        filled, rows = len(self.rows.typed), self.rows.rowCount()
        self.told.setText(f"共{rows}条，填了{filled}条" + ("" if filled < rows else "，都填好了"))

    def _lay_out(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(triggers.DoubleClicked | triggers.AnyKeyPressed | triggers.EditKeyPressed)
        QShortcut(QKeySequence.StandardKey.Paste, self.table, self.paste).setContext(
            Qt.ShortcutContext.WidgetShortcut
        )
        fields = QFormLayout()
        fields.addRow("文号", self.document)
        fields.addRow("依据", self.source)
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        cancel = QPushButton("取消")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        for button in (self.confirm_button, self.save_button, cancel):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(theme.look(QLabel(NEW_STANDARDS_EXPLAINED, wordWrap=True), "quiet"))
        column.addWidget(self.table, 1)
        column.addLayout(fields)
        column.addLayout(foot)
        window_size.resize(self, 960, 640)


def ask_begin(session: Session, parent: QWidget) -> Month | None:
    """From which month the new grid is; it is copied from the last one when there is none yet. None: nothing wanted."""
    waiting = grids.draft_months()
    newest = max((each.first for each in standards.standards() if each.first < months.NEVER), default=0)
    proposed = waiting[0] if waiting else newest + 12 if newest else months.month(date.today().year, 8)
    words, yes = QInputDialog.getText(
        parent,
        "新年度标准",
        "新标准从哪个月起执行？（把上一标准照抄一份，再逐格填写新金额）",
        text=months.iso(proposed),
    )
    if not yes:
        return None
    try:
        month = months.read_month(words.strip())
        if month not in waiting:
            _copy(session, month)
    except Refusal as refusal:
        messages.explain(refusal, parent)
        return None
    return month


def _copy(session: Session, month: Month) -> None:
    """Copy what is not there yet of the last grid; some of a new one may have come with the program."""
    try:
        standards.copy_year(PartDate(month // 12, month % 12 + 1), session.user)
    except Refusal:
        if not grids.drafts(month):
            raise
    session.wrote()
