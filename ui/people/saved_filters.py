"""Saved filters: the button that keeps them under a name and brings them back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton, QWidget

from models.filters import saved_filters
from models.filters.filters import Filter
from models.filters.saved_filters import SavedFilter
from ui.jobs import messages
from ui.jobs.session import Session
from ui.widgets.icons import icon


class SavedFilters(QToolButton):
    """A menu of the office's filters; says ``chosen`` with one, ``wanted`` when the present one shall be kept."""

    chosen = Signal(object)
    wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setText("常用筛选")
        self.setIcon(icon("mdi6.bookmark-outline"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choices = QMenu(self)
        self.setMenu(self.choices)
        self.reload()

    def reload(self) -> None:
        self.choices.clear()
        known = saved_filters.saved()
        for saved in known:
            action = self.choices.addAction(saved.name)
            action.setToolTip(saved.chosen.sentence())
            action.triggered.connect(lambda _=False, saved=saved: self.chosen.emit(saved.chosen))
        self.choices.addSeparator()
        self.choices.addAction(icon("mdi6.bookmark-plus-outline"), "保存现在的筛选…", self.wanted.emit)
        if known:
            gone = self.choices.addMenu("删除")
            for saved in known:
                gone.addAction(saved.name).triggered.connect(lambda _=False, saved=saved: self.forget(saved))

    def keep(self, wanted: Filter) -> None:
        """Ask for a name and keep the filter under it."""
        if wanted == Filter():
            messages.tell(self, "现在没有筛选。请先在左边选好条件，再保存")
            return
        name, yes = QInputDialog.getText(self, "保存筛选", "名称：", text=wanted.sentence()[:30])
        if yes and name.strip():
            saved_filters.keep_filter(name, wanted, self.session.user)
            self.session.wrote()

    def forget(self, saved: SavedFilter) -> None:
        if messages.ask_losing(self, f"删除常用筛选“{saved.name}”？", "删除"):
            saved_filters.forget(saved, self.session.user)
            self.session.wrote()
