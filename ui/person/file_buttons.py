"""The buttons for a file as a whole: while reading 打印 and 修改, while changing 取消 and 保存."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.widgets import theme
from ui.widgets.icons import icon


class FileButtons(QWidget):
    """The buttons, and their keys for the whole window that they stand in."""

    edit_wanted = Signal()
    save_wanted = Signal()
    leave_wanted = Signal()
    print_wanted = Signal()
    merge_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.print_button = QPushButton(icon("mdi6.printer-outline"), "打印(Ctrl+P)")
        self.merge_button = QPushButton(icon("mdi6.call-merge"), "合并…")
        self.merge_button.setToolTip("这个人另有一份档案：两份并排对照，合成一份")
        self.merge_button.setAutoDefault(False)
        self.merge_button.clicked.connect(lambda: self.merge_wanted.emit())
        self.edit_button = QPushButton(icon("mdi6.pencil-outline"), "修改(F2)")
        self.leave_button = QPushButton("取消(Esc)")
        save = QPushButton(icon("mdi6.content-save", "paper"), "保存(Ctrl+S)")
        self.save_button = theme.look(save, "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.merge_button)
        for button, keys, wanted in (
            (self.print_button, "Ctrl+P", self.print_wanted),
            (self.edit_button, "F2", self.edit_wanted),
            (self.leave_button, "Esc", self.leave_wanted),
            (self.save_button, "Ctrl+S", self.save_wanted),
        ):
            row.addWidget(button)
            button.clicked.connect(wanted)
            QShortcut(QKeySequence(keys), window, wanted.emit)
        self.show_editing(False)

    def only_read(self) -> None:
        """Nothing is written in a file of a past day."""
        for button in (self.merge_button, self.edit_button):
            button.setEnabled(False)
            button.setToolTip("现在看的是往日的档案，要修改请先回到今天")

    def show_editing(self, editing: bool) -> None:
        """Show the buttons for changing, or those for reading."""
        for button in (self.merge_button, self.print_button, self.edit_button):
            button.setVisible(not editing)
        for button in (self.leave_button, self.save_button):
            button.setVisible(editing)
