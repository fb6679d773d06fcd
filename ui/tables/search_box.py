"""The search box: waits until one pauses in typing, and takes a whole list of names or numbers when one is pasted."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.forms.rare_characters import TakesRareCharacters
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

FINDS = "finds"  # the name of boxes to which Ctrl+F leads
SEARCH_PAUSE = 120  # milliseconds
LEAVING = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
SEARCH_HINT = "姓名、拼音首字母、身份证号、电话、证书编号、街道、身份、状态…… 可写几个词；也可粘贴整列名单"


def finds(box: QLineEdit) -> QLineEdit:
    """Let Ctrl+F lead to a box that searches the page on which it stands, and return it."""
    box.setObjectName(FINDS)
    return box


def go_to_search(page: QWidget) -> bool:
    """Put the cursor into the search box that one sees on a page; False where there is none."""
    boxes: list[QLineEdit] = page.findChildren(QLineEdit, FINDS)
    box = next((each for each in boxes if each.isVisible() and each.isEnabled()), None)
    if box is not None:
        box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        box.selectAll()
    return box is not None


class SearchBox(TakesRareCharacters):
    """Says ``searched`` with the words, or ``listed`` with the text of a pasted list."""

    searched = Signal(str)
    listed = Signal(str)
    left = Signal()  # Enter or the arrow down: on to the table

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        finds(called(self, "查找优抚对象")).setPlaceholderText(SEARCH_HINT)
        self.setToolTip(f"{SEARCH_HINT}（Ctrl+F）")
        self.setClearButtonEnabled(True)
        self.addAction(icon("mdi6.magnify", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        self._wait = QTimer(self, singleShot=True, interval=SEARCH_PAUSE)
        self._wait.timeout.connect(self.search)
        self.textEdited.connect(lambda: self._wait.start())
        self.textChanged.connect(lambda words: words or self._wait.start())  # the clear button edits nothing

    def search(self) -> None:
        """Search at once for what stands in the box."""
        self._wait.stop()
        self.searched.emit(self.text().strip())

    def take_in(self) -> None:
        """Paste: several lines are a list, one line is words."""
        words = QGuiApplication.clipboard().text()
        if len([line for line in words.splitlines() if line.strip()]) > 1:
            self._wait.stop()
            self.listed.emit(words)
        else:
            self.insert(words.strip())
            self._wait.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take_in()
        elif event.key() in LEAVING:
            self.search()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.usual_menu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                menu.insertAction(action, self._paste_action(menu))
                menu.removeAction(action)
        menu.exec(event.globalPos())

    def _paste_action(self, parent: QWidget) -> QAction:
        action = QAction("粘贴（多行即为名单）\tCtrl+V", parent)
        action.triggered.connect(self.take_in)
        return action
