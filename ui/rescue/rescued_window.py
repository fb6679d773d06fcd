"""The window of a rescued archive 抢救出的档案库: how the rescue went, and the list of what could not be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from models.core.files import plain_words, write_whole
from models.core.record import Refusal
from models.rescue.rescue import Rescued
from ui.jobs import messages
from ui.jobs.saved_files import tell_saved
from ui.jobs.saving import PERSONAL, ask_place
from ui.rescue.rescue_window import RESCUE_TITLE
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called
from ui.widgets.theme import look

LIST_FILE, TEXT_FILE = "抢救清单.txt", "文本文件 (*.txt)"
LIST_EXPLAINED = (
    "下面这些请照纸质档案核对、补登，写着“已按操作日志补回”的看一眼就行。清单请保存或抄下，关闭以后不再显示。"
)
SMALLEST_RESULT = (720, 420)  # pixels


class RescuedWindow(QDialog):
    """Tells how a rescue went, and keeps the list of what could not be read where the officer says."""

    def __init__(self, rescued: Rescued, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(RESCUE_TITLE)
        self._rescued = rescued
        self.list = called(QPlainTextEdit("\n".join(rescued.lost), readOnly=True), "和原来不一样的")
        self.list.setTabChangesFocus(True)
        self.save_button = QPushButton(icon("mdi6.content-save-outline"), "保存清单…")
        self.open_button = look(QPushButton("打开新的档案库"), "primary")
        self._lay_out()
        self.save_button.clicked.connect(self.save)
        self.open_button.clicked.connect(self.accept)

    def save(self) -> None:
        """Write the list as plain text."""
        place = ask_place(self, LIST_FILE, TEXT_FILE, deed="")
        if place is None:
            return
        lines = [self._rescued.words(), *self._rescued.lost]
        try:
            with plain_words(place):
                write_whole(place, "\r\n".join(lines).encode("utf-8-sig"))
        except Refusal as refusal:
            messages.explain(refusal, self)
        else:
            tell_saved(self, place, PERSONAL)

    def _lay_out(self) -> None:
        lost = bool(self._rescued.lost)
        where = look(
            QLabel(f"新的档案库在：{self._rescued.folder}\n用原来的用户名和密码打开。", wordWrap=True),
            "quiet",
        )
        close = QPushButton("关闭")
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addStretch()
        buttons.addWidget(self.open_button)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for each in (look(QLabel(self._rescued.words(), wordWrap=True), "title"), where):
            layout.addWidget(each)
        explained = look(QLabel(LIST_EXPLAINED, wordWrap=True), "hint")
        layout.addWidget(explained)
        layout.addWidget(self.list, stretch=1)
        layout.addLayout(buttons)
        of_the_list: tuple[QWidget, ...] = (explained, self.list, self.save_button)
        for widget in of_the_list:
            widget.setVisible(lost)
        for button in (self.save_button, close):
            button.setAutoDefault(False)
        self.open_button.setDefault(True)
        self.setMinimumWidth(SMALLEST_RESULT[0])
        if lost:
            self.setMinimumHeight(SMALLEST_RESULT[1])


def tell_rescued(parent: QWidget, rescued: Rescued, then: Callable[[Path], object]) -> None:
    """Show how it went, and go on with the new archive when that is wished."""
    if run_dialog(RescuedWindow(rescued, parent)):
        then(rescued.folder)
