"""New standards 新年度标准: the last grid copied, the new amounts typed or pasted beside the old ones, confirmed with the paper."""

from __future__ import annotations

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

from models.core.dates import PartDate, this_day
from models.core.record import Refusal
from models.pay.standards import derived, grids, months, standards
from models.pay.standards.months import Month
from ui.forms.editors import LineEdit
from ui.jobs import messages
from ui.jobs.operations import attempt_write
from ui.jobs.session import Session
from ui.pay.standards.grid_rows import NEW, GridRows
from ui.tables.tables import RecordTable
from ui.widgets import theme, window_size
from ui.widgets.buttons import act_button
from ui.widgets.spoken_names import called

NEW_STANDARDS_EXPLAINED = (
    "左边是上一标准，请在“新标准”一栏逐格填写文件上的金额（双击或直接输入，回车到下一行；也可从表格复制一列，在这里粘贴）。"
    "没有填的保持上一标准的金额，不会用于计算。提标幅度登记并确认过的，可以先推算，推算的数额写在“已查到”一栏，供对照文件。"
)


class NewGridDialog(QDialog):
    """The grid from one month on; what is typed is kept when it is saved, and used for pay when it is confirmed."""

    def __init__(self, session: Session, begins: Month, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self.begins = session, begins
        self.setWindowTitle(f"{months.month_words(begins)}起的新标准")
        self.rows = GridRows(begins, self)
        self.table = called(RecordTable(self.rows, "new_grid", "这个月没有待填的标准", self), "待填的标准")
        self.document = LineEdit(60, "如 青退役军人发〔2021〕35号；文号、依据至少填一项")
        self.source = LineEdit(120, "文件名称、发文单位或网址")
        self.told = theme.look(QLabel(), "quiet")
        self.derive_button = act_button("按提标幅度推算", "mdi6.calculator-variant-outline", self.derive)
        self.save_button = act_button("先保存，以后再确认", "mdi6.content-save-outline", self.save)
        self.confirm_button = act_button(
            "保存并确认填好的", "mdi6.check-decagram-outline", self.confirm, primary=True
        )
        self._lay_out()
        self.rows.dataChanged.connect(lambda *_: self._tell())
        self.table.itemDelegate().closeEditor.connect(self._on_typed)
        self.table.opened.connect(lambda _: self._type())
        self._read()
        if self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(0, NEW))

    def derive(self) -> None:
        """Reckon by the rates of the rise what nobody has filled in; it stands beside, to be held against the paper."""
        attempt_write(
            self,
            self._session,
            lambda: derived.derive_grid(self.begins, self._session.user),
            lambda _: self._read(),
        )

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

    def _read(self) -> None:
        self.rows.show_facts(grids.drafts(self.begins))
        self._tell()

    def _tell(self) -> None:
        filled, rows = len(self.rows.typed), self.rows.rowCount()
        words = f"共{rows}条，填了{filled}条" + ("" if filled < rows else "，都填好了")
        if misfits := self.rows.misfits():
            words += f"；{misfits}格与其他各格的提标幅度不符，请再核对文件"
        self.told.setText(words)

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
        for button in (self.derive_button, self.confirm_button, self.save_button, cancel):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(theme.look(QLabel(NEW_STANDARDS_EXPLAINED, wordWrap=True), "quiet"))
        column.addWidget(self.table, 1)
        column.addLayout(fields)
        column.addLayout(foot)
        window_size.resize(self, 1240, 640)


def ask_begin(session: Session, parent: QWidget) -> Month | None:
    """From which month the new grid is; it is copied from the last one when there is none yet. None: nothing wanted."""
    waiting = grids.draft_months()
    newest = max((each.first for each in standards.standards() if each.first < months.NEVER), default=0)
    proposed = waiting[0] if waiting else newest + 12 if newest else months.month(this_day().year, 8)
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
