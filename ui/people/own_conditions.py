"""Conditions on the office's own fields in the filter's panel: a button that says them, and the dialog that asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.own_fields.own_conditions import ASKED_BETWEEN, NOT_SAID, OwnFieldCondition
from models.own_fields.own_fields import OwnField, OwnType, own_fields
from ui.forms.editors import CodeBox, LineEdit
from ui.forms.own_editor import own_editor
from ui.widgets import theme
from ui.widgets.dialogs import run_dialog
from ui.widgets.scrolling import scrolled_page
from ui.widgets.spoken_names import called

ANY_OWN = "不限"
ANSWERS = {OwnType.FLAG: ("是", "否")}


class OwnConditionBox(QWidget):
    """What one field is to say, asked by its type."""

    def __init__(self, field: OwnField, asked: OwnFieldCondition) -> None:
        super().__init__()
        self.field = field
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.words: Any = None
        self.ends: tuple[Any, ...] = ()
        if field.type in ASKED_BETWEEN:
            ends: tuple[Any, Any] = own_editor(field), own_editor(field)
            self.ends = ends
            for editor, end, which in zip(ends, (asked.low, asked.high), ("从", "到"), strict=True):
                called(editor, f"{field.name}，{which}").set_value(field.value(end))
                editor.setPlaceholderText("元" if field.type == OwnType.MONEY else "")
            for widget in (ends[0], QLabel("至"), ends[1]):
                row.addWidget(widget)
            return
        offered = ANSWERS.get(OwnType(field.type), field.offered)
        self.words = (
            LineEdit(hint="含有的字") if field.type == OwnType.WORDS else CodeBox(names=(*offered, NOT_SAID))
        )
        self.words.set_value(asked.words)
        row.addWidget(called(self.words, field.name))

    def condition(self) -> OwnFieldCondition | None:
        """What is wanted; None where nothing is."""
        said = self.words.value() if self.words is not None else ""
        low, high = (self.field.says(each.value()) for each in self.ends) if self.ends else ("", "")
        return OwnFieldCondition(self.field.key, said, low, high) if said or low or high else None

    def fault(self) -> str:
        """Why what was typed cannot be understood; empty when it can."""
        return next((words for each in self.ends if (words := each.fault())), "")


class OwnConditionsDialog(QDialog):
    """A line for each field; 确定 wants them all together."""

    def __init__(self, asked: Sequence[OwnFieldCondition], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("按自设栏目筛选")
        known = {each.key: each for each in asked if each.field() is not None}
        self.boxes = [
            OwnConditionBox(each, known.get(each.key, OwnFieldCondition(each.key))) for each in own_fields()
        ]
        self.problem = theme.look(QLabel(wordWrap=True), "problem")
        self.problem.hide()
        inside = QWidget()
        lines = QFormLayout(inside)
        for box in self.boxes:
            lines.addRow(box.field.name, box)
        buttons = QDialogButtonBox()
        theme.look(buttons.addButton("确定", QDialogButtonBox.ButtonRole.AcceptRole), "primary")
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        for widget in (
            QLabel("写好的各栏要同时符合，空着的不限。"),
            scrolled_page(inside),
            self.problem,
            buttons,
        ):
            column.addWidget(widget)
        self.setMinimumWidth(460)

    def accept(self) -> None:
        fault = next((words for box in self.boxes if (words := box.fault())), "")
        self.problem.setText(fault)
        self.problem.setVisible(bool(fault))
        if not fault:
            super().accept()

    def wanted(self) -> tuple[OwnFieldCondition, ...]:
        return tuple(found for box in self.boxes if (found := box.condition()) is not None)


class OwnConditionsButton(QPushButton):
    """Says what is wanted of the office's own fields, and asks for it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wanted: tuple[OwnFieldCondition, ...] = ()
        called(self, "按自设栏目筛选")
        self.clicked.connect(self.ask)
        self.set_value(())

    def value(self) -> tuple[OwnFieldCondition, ...]:
        return self._wanted

    def set_value(self, wanted: Sequence[OwnFieldCondition]) -> None:
        self._wanted = tuple(wanted)
        told = "，".join(filter(None, (each.said() for each in self._wanted)))
        self.setText((told and f"{len(self._wanted)}个条件…") or f"{ANY_OWN}…")
        self.setToolTip(told)

    def ask(self) -> None:
        """Ask for the conditions."""
        dialog = OwnConditionsDialog(self._wanted, self.window())
        if run_dialog(dialog):
            self.set_value(dialog.wanted())
            self.changed.emit()
