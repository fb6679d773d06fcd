"""Uses of accounts 账号: a list that shows the bank accounts of several was read, and cells copied with them went out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView, QWidget

from models.office.deeds import SAVE_FILE
from models.uses import uses
from models.uses.uses import UseDeed
from ui.disclosure.masked_cells import is_masked
from ui.jobs.operations import allowed
from ui.widgets import clipboard

LIST_READ_AFTER = 3000  # milliseconds for which a list is shown until it counts as read
ACCOUNT = "账号"  # in the heading of a column


class AccountsRead(QObject):
    """Notes that a table was read which shows accounts of more than one row, once for as many rows as there are."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table, self._noted = table, 0
        self._timer = QTimer(self, singleShot=True, interval=LIST_READ_AFTER)
        self._timer.timeout.connect(self.note)
        table.installEventFilter(self)
        table.model().modelReset.connect(self._timer.start)

    def note(self) -> None:
        """Write down that the list is read, where it shows accounts now."""
        rows = self._table.model().rowCount()
        if rows > 1 and rows != self._noted and self._table.isVisible() and self._shows_accounts():
            self._noted = rows
            uses.note_use(UseDeed.LISTED, f"{self._title()}，带银行账号", people=rows)

    def _shows_accounts(self) -> bool:
        model, across = self._table.model(), Qt.Orientation.Horizontal
        headings = (
            str(model.headerData(column, across) or "")
            for column in range(model.columnCount())
            if not self._table.isColumnHidden(column)
        )
        return not is_masked() and any(ACCOUNT in heading for heading in headings)

    def _title(self) -> str:
        """What the window calls the list."""
        return self._table.accessibleName() or self._table.window().windowTitle() or "名单"

    # What Qt asks for

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._timer.start()
        return False


def copy_cells(table: QWidget, headings: Sequence[str], body: Sequence[Sequence[str]]) -> None:
    """Put cells on the clipboard, with their headings unless it is one alone; more take the right to save a file."""
    alone = len(headings) == len(body) == 1
    if not alone and not allowed(table, SAVE_FILE):
        return
    rows = body if alone else [headings, *body]
    QGuiApplication.clipboard().setMimeData(clipboard.cells(rows))
    columns = [place for place, heading in enumerate(headings) if ACCOUNT in heading]
    if not is_masked() and (copied := sum(any(row[place] for place in columns) for row in body)):
        uses.note_use(UseDeed.COPIED, f"{copied}个银行账号", people=copied, place="剪贴板")
