"""The recovery code, shown once: in large type, printed or copied, and proven to be on paper before it goes."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.archive.recovery_code import CODE_GROUP, LOOK_ALIKE
from models.core.record import Refusal
from models.printing.printings import PagesWanted
from reports import recovery_sheet
from reports.recovery_sheet import RecoverySheet
from ui.jobs import messages
from ui.jobs.operations import attempt
from ui.jobs.private_folder import PrivateFolder
from ui.jobs.saving import PDF, ask_place
from ui.printing.print_pages import PrintPagesDialog
from ui.printing.print_run import PrintRun
from ui.printing.sheet_placing import Placing
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called
from ui.widgets.theme import look

WHY = (
    "忘记密码时，只有它能打开档案库；程序里不留底，离开这一页就再也看不到。"
    "请打印（或工整抄下），装信封封存，锁进保险柜。"
)


class RecoveryCode(QWidget):
    """Shows the code of a sheet and asks for one group of it back, as a proof that it stands on paper."""

    changed = Signal()  # whether it is proven may have changed

    def __init__(self, sheet: RecoverySheet, folder: Path, parent: QWidget | None = None) -> None:
        """``folder`` is the archive's own, where the code must not be saved."""
        super().__init__(parent)
        self.sheet, self._folder = sheet, folder
        self.groups = sheet.code.split("-")
        self.asked = secrets.randbelow(len(self.groups))
        self.print_button = QPushButton(icon("mdi6.printer-outline"), "打印恢复码单…")
        self.save_button = QPushButton(icon("mdi6.content-save-outline"), "存为PDF（到U盘）…")
        self.done_words = look(QLabel(), "good")
        self.typed = called(QLineEdit(), "再输一遍恢复码")
        self.verdict = look(QLabel(), "hint")
        self._run: PrintRun | None = None
        self._lay_out()
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self.save)
        self.typed.textChanged.connect(self._check)

    def proven(self) -> bool:
        """Whether the group asked for was typed from the paper."""
        return self._plain(self.typed.text()) == self.groups[self.asked]

    def print(self) -> None:
        """Ask for the printer and send the sheet."""
        asked = PrintPagesDialog(1, parent=self)
        if run_dialog(asked):
            self.send(asked.ready_printer("档案库恢复码单"), asked.placing())

    def send(self, printer: QPrinter, placing: Placing | None = None) -> None:
        """Print the sheet out of the memory; the file that is made for it is gone before anything is printed."""
        folder, paper, document = PrivateFolder(), QBuffer(self), QPdfDocument(self)
        file = folder.path / "恢复码单.pdf"
        recovery_sheet.write_recovery_sheet(self.sheet, file)
        made = file.read_bytes()
        paper.setData(made)
        folder.discard()
        paper.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(paper)
        wanted = PagesWanted(1, 1, copies=printer.copyCount())
        self._run = PrintRun(document, printer, wanted, self, BytesIO(made), placing)
        self._run.failed.connect(messages.explain)
        self._run.ended.connect(self._after_printing(document))
        self._run.start()

    def save(self) -> None:
        """Save the sheet where the officer says, but never beside what it opens."""
        file = ask_place(self, "档案库恢复码单.pdf", PDF, "保存恢复码单", deed="")
        if file is not None and attempt(self, lambda: self._write(file)):
            self._say(f"已保存到 {file}。打印以后请删掉这个文件")

    def _write(self, file: Path) -> None:
        if file.resolve().is_relative_to(self._folder.resolve()):
            raise Refusal("恢复码不能存在档案库自己的文件夹里，那等于把钥匙挂在锁上。请存到U盘")
        recovery_sheet.write_recovery_sheet(self.sheet, file)

    def _say(self, words: str) -> None:
        self.done_words.setText(words)
        self.done_words.setVisible(bool(words))

    def _after_printing(self, document: QPdfDocument) -> Callable[[int, bool], None]:
        def ended(_page: int, whole: bool) -> None:
            document.close()
            self._say("已送到打印机，请看看纸上的字是否清楚" if whole else "")

        return ended

    def _lay_out(self) -> None:
        why = QLabel(WHY)
        why.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        buttons.addStretch()
        self.done_words.setWordWrap(True)
        self.done_words.hide()
        ask = QLabel(f"请看着纸，输入第{self.asked + 1}组的{CODE_GROUP}个字符")
        self.typed.setMaxLength(2 * CODE_GROUP)
        self.typed.setFixedWidth(10 * self.fontMetrics().horizontalAdvance("W"))
        proof = QHBoxLayout()
        for widget in (ask, self.typed, self.verdict):
            proof.addWidget(widget)
        proof.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(why)
        layout.addWidget(self._large())
        layout.addLayout(buttons)
        layout.addWidget(self.done_words)
        layout.addLayout(proof)

    def _large(self) -> QFrame:
        card = look(QFrame(), "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 10, 16, 12)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(2)
        for number, group in enumerate(self.groups):
            row, column = divmod(number, len(self.groups) // 2)
            grid.setRowMinimumHeight(3 * row + 2, 8 if row == 0 else 0)
            label, words = look(QLabel(f"第{number + 1}组"), "hint"), look(QLabel(group), "figure")
            words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)  # not into the clipboard
            for offset, each in enumerate((label, words)):
                grid.addWidget(each, 3 * row + offset, column, Qt.AlignmentFlag.AlignCenter)
        return card

    def _check(self) -> None:
        typed = self._plain(self.typed.text())
        if self.proven():
            said, manner = "对，已抄好", "good"
        elif len(typed) < CODE_GROUP:
            said, manner = "", "hint"
        else:
            said, manner = "与恢复码不一样，请对照着重新抄一遍", "problem"
        self.verdict.setText(said)
        look(self.verdict, manner)
        self.changed.emit()

    @staticmethod
    def _plain(text: str) -> str:
        return "".join(each for each in text.upper().translate(LOOK_ALIKE) if each.isalnum())
