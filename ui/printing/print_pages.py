"""The pages to print: asking which go to which printer, with the page after the last one sent ready to go on with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from models.printing.printings import SHEET_SIDES, PagesWanted
from ui.printing.placing_box import PlacingBox
from ui.printing.sheet_placing import Edges, Placing
from ui.widgets import theme
from ui.widgets.dialogs import run_dialog
from ui.widgets.spoken_names import called

NO_PRINTER = "这台电脑还没有安装打印机。可以先“保存PDF”，拿到有打印机的电脑上打印。"


class PrintPagesDialog(QDialog):
    """Printer, pages, copies, both sides, and how this printer wants its pages."""

    def __init__(
        self,
        count: int,
        sent: int = 0,
        double_sided: bool = False,
        parent: QWidget | None = None,
        free: Edges | None = None,
        sheets_of: Callable[[PagesWanted], int] | None = None,
    ) -> None:
        """``sent`` is the last page that an interrupted print has sent, 0 when there is none.

        ``free`` is how near to the edges of their sheets the pages come, in mm; ``sheets_of`` tells how many sheets some
        pages take.
        """
        super().__init__(parent)
        self.setWindowTitle("打印")
        self.count = count
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.names = called(QComboBox(), "打印机")
        self.names.addItems(QPrinterInfo.availablePrinterNames())
        self.names.setCurrentText(QPrinterInfo.defaultPrinterName())
        self.first, self.last, self.copies = _number(1, count), _number(1, count), _number(1, 99)
        for box, words in ((self.first, "从第几页"), (self.last, "到第几页"), (self.copies, "份数")):
            called(box, words)
        self.last.setValue(count)
        self.sides = QComboBox()
        self.sides.addItems(SHEET_SIDES)
        self.double_sided = QCheckBox("双面打印（沿长边翻转）")
        self.double_sided.setChecked(double_sided)
        self._free, self._sheets_of = free, sheets_of
        self.goes_on = False  # whether an interrupted print is to be gone on with
        self.promise = theme.look(QLabel(), "hint")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = theme.look(
            self.buttons.addButton("开始打印", QDialogButtonBox.ButtonRole.AcceptRole), "primary"
        )
        self._lay_out(sent)
        self._join()

    def pages(self) -> PagesWanted:
        return PagesWanted(
            self.first.value(),
            self.last.value(),
            self.sides.currentText(),
            self.double_sided.isChecked(),
            self.copies.value(),
        )

    def settle(self, place: str, pages: PagesWanted) -> None:
        """Show what was chosen when the run began; where it goes on only the printer may still be another one."""
        self.names.setCurrentText(place)
        self.first.setValue(pages.first)
        self.last.setValue(pages.last)
        self.sides.setCurrentText(pages.sides)
        self.copies.setValue(pages.copies)
        self.double_sided.setChecked(pages.both_sides)
        for widget in (self.first, self.last, self.sides, self.copies, self.double_sided):
            widget.setEnabled(False)

    def placing(self) -> Placing:
        return self.placing_box.placing()

    def go_on_after(self, sent: int) -> None:
        """Begin with the page after ``sent``."""
        self.first.setValue(sent + 1)
        self.last.setValue(self.count)
        self.goes_on = True

    def propose(self, pages: PagesWanted) -> None:
        """Begin with a choice."""
        self.last.setValue(pages.last)
        self.first.setValue(pages.first)

    def ready_printer(self, title: str) -> QPrinter:
        """The printer as chosen."""
        if self.names.currentText():
            self.printer.setPrinterName(self.names.currentText())
        if (source := self.placing().source) >= 0:
            self.printer.setPaperSource(QPrinter.PaperSource(source))
        self.printer.setDocName(title)
        self.printer.setCopyCount(self.copies.value())
        duplex = (
            QPrinter.DuplexMode.DuplexLongSide
            if self.double_sided.isChecked()
            else QPrinter.DuplexMode.DuplexNone
        )
        self.printer.setDuplex(duplex)
        return self.printer

    def _lay_out(self, sent: int) -> None:
        more = QPushButton("打印机设置…")
        more.clicked.connect(self._native)
        rows = QFormLayout()
        rows.addRow("打印机", _beside(self.names, more))
        rows.addRow(
            "页码",
            _beside(QLabel("从第"), self.first, QLabel("页到第"), self.last, QLabel("页"), stretch=True),
        )
        if 0 < sent < self.count:
            again = QPushButton(f"从第{sent + 1}页继续")
            again.setToolTip(f"上次送到第{sent}页时中断了。若最后几页卡在打印机里，请把页码再往前调")
            again.clicked.connect(lambda: self.go_on_after(sent))
            rows.addRow("", _beside(again, QLabel(f"上次送到第{sent}页"), stretch=True))
        rows.addRow("范围", self.sides)
        rows.addRow("份数", _beside(self.copies, stretch=True))
        rows.addRow("", self.double_sided)
        rows.addRow("", self.promise)
        self.placing_box = PlacingBox(self.printer, rows, self._free)
        layout = QVBoxLayout(self)
        layout.addLayout(rows)
        if not self.names.count():
            hint = QLabel(NO_PRINTER)
            hint.setWordWrap(True)
            theme.look(hint, "doubt")
            layout.addWidget(hint)
            self.go.setEnabled(False)
        layout.addWidget(self.buttons)

    def _join(self) -> None:
        self.first.valueChanged.connect(self.last.setMinimum)
        for number in (self.first, self.last, self.copies):
            number.valueChanged.connect(self._say_promise)
        self.sides.currentIndexChanged.connect(self._say_promise)
        self.double_sided.toggled.connect(self._say_promise)
        self._say_promise()
        self.sides.currentIndexChanged.connect(lambda index: self._one_side() if index else None)
        self.buttons.accepted.connect(self._accept)
        self.names.currentTextChanged.connect(self._show_printer)
        self._show_printer(self.names.currentText())
        self.buttons.rejected.connect(self.reject)

    def _say_promise(self) -> None:
        """How many sheets will come out."""
        if self._sheets_of is not None:
            pages = self.pages()
            count = len(pages.numbers()) * pages.copies
            self.promise.setText(f"共{count:,}页，要用{self._sheets_of(pages):,}张纸")

    def _accept(self) -> None:
        self.placing_box.remember()
        self.accept()

    def _show_printer(self, name: str) -> None:
        if name:
            self.printer.setPrinterName(name)
        self.placing_box.show_printer(name)

    def _one_side(self) -> None:
        """Odd and even pages apart are for printers that cannot turn the sheet."""
        self.double_sided.setChecked(False)

    def _native(self) -> None:
        run_dialog(QPrintDialog(self.ready_printer(""), self))
        self.names.setCurrentText(self.printer.printerName())
        self.copies.setValue(self.printer.copyCount())
        self.double_sided.setChecked(self.printer.duplex() != QPrinter.DuplexMode.DuplexNone)


def _number(lowest: int, highest: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(lowest, highest)
    box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)  # the arrow keys do as well
    box.setMinimumWidth(64)
    return box


def _beside(*widgets: QWidget, stretch: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch()
    return row
