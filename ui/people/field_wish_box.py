"""The wish for a field of many people, as a box: which field, and one value for all or words to be replaced."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from models.core.fields import Text
from models.filters.field_changes import FieldWish, changeable
from models.own_fields.own_fields import own_field
from ui.forms.own_editor import own_editor
from ui.forms.record_form import editor_for
from ui.widgets.spoken_names import called

NOTHING_TO_FIND = "请写出要找的字"


class FieldWishBox(QWidget):
    """Says ``changed`` when something else is wanted; each field has its own editor."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = changeable()
        self.field = QComboBox(maxVisibleItems=20)
        for name, field in self._fields.items():
            self.field.addItem(field.verbose_name, name)
        self.sets, self.replaces = QRadioButton("全部改成"), QRadioButton("查找替换")
        self.sets.setChecked(True)
        self.sought, self.instead = (
            QLineEdit(placeholderText="要找的字"),
            QLineEdit(placeholderText="换成的字，可以空着"),
        )
        self.editor: Any = called(QLineEdit(), "改成")
        for widget, name in ((self.field, "栏目"), (self.sought, "要找的字"), (self.instead, "换成的字")):
            widget.setAccessibleName(name)
        self._lay_out()
        self._join()
        self.field.setCurrentText(self._fields["street"].verbose_name)

    def wanted(self) -> FieldWish:
        """What is wanted, as said."""
        name = self.field.currentData()
        if self.replaces.isChecked():
            return FieldWish(name, find=self.sought.text(), by=self.instead.text())
        return FieldWish(name, self.editor.value())

    def fault(self) -> str:
        """Why it cannot be done so; empty when it can."""
        if self.replaces.isChecked():
            return "" if self.sought.text() else NOTHING_TO_FIND
        fault: str = self.editor.fault()
        return fault

    def _on_field(self) -> None:
        """Another field: its own editor, and words to be replaced where it holds words."""
        field = self._fields[self.field.currentData()]
        own = own_field(self.field.currentData())
        editor: Any = own_editor(own) if own is not None else editor_for(field)
        old, self.editor = self.editor, called(editor, "改成")
        self.editor.changed.connect(self.changed)
        self._one.replaceWidget(old, self.editor)
        old.deleteLater()
        self.replaces.setEnabled(isinstance(field, Text))
        if not self.replaces.isEnabled():
            self.sets.setChecked(True)
        self._mark()

    def _mark(self) -> None:
        """Only what counts can be typed into."""
        self.editor.setEnabled(self.sets.isChecked())
        for box in (self.sought, self.instead):
            box.setEnabled(self.replaces.isChecked())
        self.changed.emit()

    def _lay_out(self) -> None:
        self._one, two = QHBoxLayout(), QHBoxLayout()
        self._one.addWidget(self.editor)
        for widget in (self.sought, QLabel("换成"), self.instead):
            two.addWidget(widget)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow("栏目", self.field)
        form.addRow(self.sets, self._one)
        form.addRow(self.replaces, two)
        group = QButtonGroup(self)
        for button in (self.sets, self.replaces):
            group.addButton(button)

    def _join(self) -> None:
        self.field.currentIndexChanged.connect(self._on_field)
        self.sets.toggled.connect(self._mark)
        for box in (self.sought, self.instead):
            box.textChanged.connect(self.changed)
