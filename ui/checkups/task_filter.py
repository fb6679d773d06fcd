"""The filter of tasks: which of a checkup's differences are wanted, by what it takes, by which book may be wrong, by words."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from models.checkups.check_items import EFFORTS, CheckedBook
from models.checkups.checkup import Checkup
from models.checkups.differences import NOT_SURE, UNSURE, Difference
from models.core.words import half_width
from ui.forms.combo_boxes import Box
from ui.tables.search_box import finds
from ui.widgets import theme
from ui.widgets.spoken_names import called

ALL_TASKS = "全部"


class TaskFilter(QWidget):
    """Two choices and words; a difference fits when it fits all three."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.effort = called(Box(), "怎样办")
        self.wrong = called(Box(), "哪边可能有误")
        self.words = finds(called(QLineEdit(placeholderText="姓名、身份证号、街道、项目"), "找"))
        self.effort.setMinimumContentsLength(13)
        self.effort.addItem(ALL_TASKS, None)
        self.wrong.addItem(ALL_TASKS, None)
        for book in CheckedBook:
            self.wrong.addItem(str(book), str(book))
        self.wrong.addItem(NOT_SURE, UNSURE)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for label, editor in (("怎样办", self.effort), ("哪边可能有误", self.wrong), ("找", self.words)):
            line.addWidget(theme.look(QLabel(label), "label"))
            line.addWidget(editor, 1 if editor is self.words else 0)
        for box in (self.effort, self.wrong):
            box.currentIndexChanged.connect(lambda *_: self.changed.emit())
        self.words.textChanged.connect(lambda *_: self.changed.emit())

    def tell_counts(self, checkup: Checkup) -> None:
        """Say beside each effort how much takes it; the choice is everything again."""
        counted = Counter(each.effort for each in checkup.differences)
        before = self.effort.blockSignals(True)
        self.effort.clear()
        self.effort.addItem(ALL_TASKS, None)
        for effort in EFFORTS:
            self.effort.addItem(f"{effort}（{counted[effort]:,}）", effort)
        self.effort.blockSignals(before)

    def fits(self, each: Difference) -> bool:
        """Whether a difference is among those that are wanted."""
        effort, wrong, subject = self.effort.currentData(), self.wrong.currentData(), each.subject
        said = f"{subject.name} {subject.number} {subject.street}{subject.community} {each.label}".upper()
        wanted = half_width(self.words.text()).upper().split()
        chosen = effort in (None, each.effort) and wrong in (None, str(each.wrong))
        return chosen and all(word in said for word in wanted)
