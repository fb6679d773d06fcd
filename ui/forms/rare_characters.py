"""Rare characters 生僻字: found by their parts and put into the field where one types."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QFont, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from models.characters.character_parts import characters_of
from models.characters.characters import MOST_STROKES, strokes
from ui.widgets import theme, window_size
from ui.widgets.dialogs import run_dialog
from ui.widgets.enter_key import ENTER
from ui.widgets.spoken_names import called

RARE_KEY = Qt.Key.Key_F8
OFFERED = "生僻字…(F8)"
HOW = "写出这个字的部件，如 页由、火华、氵羽；也可以写它的编码，如 2CC56。选中一个，按回车填入。"
NONE_FOUND = "没有由这些部件组成的字。换一种拆法再试，少写一个部件也行。"
PAUSE = 150  # milliseconds after the last key
CELL = 64  # pixels of a found character


class RareCharacters(QDialog):
    """Asks for parts, shows what is put together of them; ``chosen`` is the character, '' until one is taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = ""
        self.setWindowTitle("生僻字")
        self.parts = called(QLineEdit(placeholderText="部件，如 页由"), "部件")
        self.found = called(QListWidget(), "找到的字")
        self.found.setViewMode(QListWidget.ViewMode.IconMode)
        self.found.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.found.setMovement(QListWidget.Movement.Static)
        self.found.setUniformItemSizes(True)
        self.found.setGridSize(QSize(CELL, CELL))
        self.found.setFont(_large(self.found))
        self.told = theme.look(QLabel(wordWrap=True), "quiet")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take_button = self.buttons.addButton("填入", QDialogButtonBox.ButtonRole.AcceptRole)
        self.copy_button = self.buttons.addButton("复制", QDialogButtonBox.ButtonRole.ActionRole)
        theme.look(self.take_button, "primary")
        layout = QVBoxLayout(self)
        for each in (QLabel(HOW, wordWrap=True), self.parts, self.found, self.told, self.buttons):
            layout.addWidget(each)
        self._wait = QTimer(self, singleShot=True, interval=PAUSE)
        self._connect()
        self.search()
        window_size.resize(self, 620, 460)

    def search(self) -> None:
        """Show the characters of the parts at once."""
        self._wait.stop()
        words = self.parts.text().strip()
        self.found.clear()
        for character in characters_of(words):
            item = QListWidgetItem(character)
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            item.setToolTip(_about(character))
            self.found.addItem(item)
        self.found.setCurrentRow(0)
        if words and not self.found.count():
            self.told.setText(NONE_FOUND)
        self._on_current()

    def accept(self) -> None:
        item = self.found.currentItem()
        if item is not None:
            self.chosen = item.text()
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter behind the parts looks and leads into what was found, as the arrow down does; it takes nothing yet."""
        if self.parts.hasFocus() and event.key() in (*ENTER, Qt.Key.Key_Down):
            self.search()
            if self.found.count():
                self.found.setFocus()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.parts.textChanged.connect(lambda _: self._wait.start())
        self._wait.timeout.connect(self.search)
        self.found.itemActivated.connect(lambda _: self.accept())
        self.found.currentItemChanged.connect(lambda *_: self._on_current())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.copy_button.clicked.connect(self._copy)

    def _on_current(self) -> None:
        item = self.found.currentItem()
        self.take_button.setEnabled(item is not None)
        self.copy_button.setEnabled(item is not None)
        if item is not None:
            self.told.setText(_about(item.text()))
        elif not self.parts.text().strip():
            self.told.setText("")

    def _copy(self) -> None:
        if (item := self.found.currentItem()) is not None:
            QGuiApplication.clipboard().setText(item.text())
            self.told.setText(f"已复制“{item.text()}”。")


class TakesRareCharacters(QLineEdit):
    """A line into which F8, or the menu of the mouse, puts a rare character."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == RARE_KEY and not self.isReadOnly():
            self.ask_rare_character()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.usual_menu().exec(event.globalPos())

    def usual_menu(self) -> QMenu:
        """Qt's own menu, and a line for rare characters where one may type."""
        menu = self.createStandardContextMenu()
        if not self.isReadOnly():
            menu.addSeparator()
            menu.addAction(OFFERED, self.ask_rare_character)
        return menu

    def ask_rare_character(self) -> None:
        """Let one be chosen, and put it where the cursor stands."""
        asking = RareCharacters(self.window())
        if run_dialog(asking):
            self.insert(asking.chosen)


def _about(character: str) -> str:
    count = strokes(character)
    drawn = f"，{count}画" if count < MOST_STROKES else ""
    return f"{character}　U+{ord(character):04X}{drawn}"


def _large(widget: QWidget) -> QFont:
    font = widget.font()
    font.setPointSizeF(theme.size() * 2)
    return font
