"""Kept choices: the button that keeps what was chosen on a page under a name, and brings it back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton, QWidget

from ui.jobs import messages
from ui.jobs.session import Session
from ui.widgets.icons import icon


class KeptChoices(QToolButton):
    """A menu of kept records; says ``chosen`` with the choice of one, ``wanted`` when the present one shall be kept.

    A record has a ``name`` and a choice ``chosen``; what is kept and forgotten, a kind of its own says.
    """

    TITLE: ClassVar[str]
    NOUN: ClassVar[str]  # what is kept: 筛选
    chosen = Signal(object)
    wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setText(self.TITLE)
        self.setIcon(icon("mdi6.bookmark-outline"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choices = QMenu(self)
        self.setMenu(self.choices)
        self.reload()

    def known(self) -> Iterable[Any]:
        """The records that there are."""
        raise NotImplementedError

    def told(self, record: Any) -> str:
        """What a record chooses, in a sentence."""
        raise NotImplementedError

    def keep_as(self, name: str, choice: Any) -> None:
        """Keep a choice under a name."""
        raise NotImplementedError

    def let_go(self, record: Any) -> None:
        """Keep a record no longer."""
        raise NotImplementedError

    def reload(self) -> None:
        self.choices.clear()
        known = list(self.known())
        for record in known:
            action = self.choices.addAction(record.name)
            action.setToolTip(self.told(record))
            action.triggered.connect(lambda _=False, record=record: self.chosen.emit(record.chosen))
        self.choices.addSeparator()
        self.choices.addAction(
            icon("mdi6.bookmark-plus-outline"), f"保存现在的{self.NOUN}…", self.wanted.emit
        )
        if known:
            gone = self.choices.addMenu("删除")
            for record in known:
                gone.addAction(record.name).triggered.connect(
                    lambda _=False, record=record: self.forget(record)
                )

    def keep(self, choice: Any, suggested: str) -> None:
        """Ask for a name and keep the choice under it."""
        name, yes = QInputDialog.getText(self, f"保存{self.NOUN}", "名称：", text=suggested)
        if yes and name.strip():
            self.keep_as(name, choice)
            self.session.wrote()

    def forget(self, record: Any) -> None:
        if messages.ask_losing(self, f"删除{self.TITLE}“{record.name}”？", "删除"):
            self.let_go(record)
            self.session.wrote()
