"""The last good sheet 最后一张好纸: asked after a paper jam, by the code or the number at which the officer looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from models.printing.planned_sheets import PlannedSheets
from models.printing.printings import Printing
from models.printing.printouts import PageOnPaper
from reports.paper.page_mark import PageMark
from ui.widgets import theme, window_size
from ui.widgets.spoken_names import called

QUESTION = (
    "请把已经打出的纸理好，去掉卡坏、没打完整的，看最后一张好纸右下角的“纸码”（没有纸码的看页码），"
    "在下面输入，或者直接在列表里选。程序从它的下一张接着打，不重打、不漏打。"
)
NONE_GOOD = "一张好的也没有，从第1张重新打"


class LastGoodSheetDialog(QDialog):
    """The sheets that may have come out, the last surely sent chosen; typing narrows them down."""

    def __init__(
        self,
        printing: Printing,
        plan: PlannedSheets,
        pages: Mapping[int, PageOnPaper],
        parent: QWidget | None = None,
    ) -> None:
        """``pages`` tells what lies on each page, by its number in the paper."""
        super().__init__(parent)
        self.setWindowTitle("从卡纸的地方接着打")
        progress = printing.progress
        self._words = [NONE_GOOD]
        for sheet, numbers in enumerate(plan.sheets[: progress.handed], start=1):
            self._words.append(f"第{sheet:,}张　{_sheet_words(numbers, pages)}")
        self.typed = called(
            QLineEdit(placeholderText="纸码、第几张，或者姓名", clearButtonEnabled=True), "最后一张好的纸"
        )
        self.found = QSortFilterProxyModel(self)
        self.found.setSourceModel(QStringListModel(self._words, self))
        self.found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list = called(QListView(), "各张纸")
        self.list.setModel(self.found)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verdict = QLabel(wordWrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = theme.look(
            self.buttons.addButton("接着打", QDialogButtonBox.ButtonRole.AcceptRole), "primary"
        )
        self._total = len(plan.sheets)
        self._lay_out(progress.sent, progress.handed)
        self._join()
        self.choose(progress.sent)

    def last_good(self) -> int | None:
        """The number of the sheet, 0 when none is good; None when none is chosen."""
        index = self.list.currentIndex()
        return self.found.mapToSource(index).row() if index.isValid() else None

    def choose(self, sheet: int) -> None:
        """Choose a sheet, which must be among those shown."""
        index = self.found.mapFromSource(self.found.sourceModel().index(sheet, 0))
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._say()

    def look_for(self, words: str) -> None:
        """Show the sheets of a code, a number or a name, or of the text of a code."""
        words = words.strip()
        number = int(words) if words.isdecimal() and len(words) < 6 else None
        if number is not None and number < len(self._words):
            self.found.setFilterFixedString("")
            self.choose(number)
            return
        with suppress(ValueError):  # a scanner's gun types the whole text of the code
            words = PageMark.read(words).short
        self.found.setFilterFixedString(words)
        if self.found.rowCount():
            self.choose(self.found.mapToSource(self.found.index(self.found.rowCount() - 1, 0)).row())
        self._say()

    def _lay_out(self, sent: int, handed: int) -> None:
        doubt = f"，其中第{sent + 1:,}张到第{handed:,}张不一定出来了" if handed > sent else ""
        layout = QVBoxLayout(self)
        for words in (f"共{self._total:,}张，已经送出{handed:,}张{doubt}。", QUESTION):
            label = QLabel(words, wordWrap=True)
            layout.addWidget(label)
        layout.addWidget(self.typed)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.verdict)
        layout.addWidget(self.buttons)
        window_size.resize(self, 640, 480)

    def _join(self) -> None:
        self.typed.textChanged.connect(self.look_for)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _on_current(self, current: QModelIndex, _: QModelIndex) -> None:
        self._say()

    def _say(self) -> None:
        good = self.last_good()
        self.go.setEnabled(good is not None)
        if good is None:
            self.verdict.setText("没有这样的纸。请核对纸码，或者清空以后在列表里选。")
        elif good == self._total:
            self.verdict.setText("全部都打出来了，不用再打。按“接着打”，台账记为打完。")
        else:
            self.verdict.setText(f"从第{good + 1:,}张接着打，还有{self._total - good:,}张。")


def _sheet_words(pages: Sequence[int], known: Mapping[int, PageOnPaper]) -> str:
    """What lies on the front and the back of a sheet."""
    told = [known[page] for page in pages if page in known]
    if not told:
        return "、".join(f"第{page:,}页" for page in pages)
    parts = [f"{each.part} 第{each.place}页 纸码{each.code}" for each in told]
    return f"{told[0].name} {told[0].number}　{'；背面 '.join(parts)}"
