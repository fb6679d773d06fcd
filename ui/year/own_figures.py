"""Making a figure of one's own: which records, which of them, and how they are counted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.year.figures import own_conditions, own_figures
from models.year.figures.own_figures import OwnFigure
from models.year.figures.spans import span_names
from ui.forms.combo_boxes import Box, CodeBox
from ui.forms.editors import LineEdit
from ui.forms.file_forms import FileForm
from ui.widgets import theme
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called


class KeyBox(Box):
    """A box that shows names and gives the keys that the program knows them by."""

    def __init__(self, nothing: str | None = "") -> None:
        """``nothing`` stands first and is no key; with None there is always something chosen."""
        super().__init__()
        self.setMinimumContentsLength(8)
        self._nothing = {} if nothing is None else {"": nothing}
        self._known: dict[str, str] = {}

    def offer(self, known: Mapping[str, str]) -> None:
        """Offer these keys by their names, keeping the one chosen where it is still there."""
        kept = self.value()
        blocked = self.blockSignals(True)
        self._known = self._nothing | dict(known)
        self.clear()
        self.addItems(list(self._known.values()))
        self.set_value(kept)
        self.blockSignals(blocked)

    def value(self) -> str:
        row = self.currentIndex()
        return list(self._known)[row] if row >= 0 else ""

    def set_value(self, value: str) -> None:
        self.setCurrentIndex(list(self._known).index(value) if value in self._known else 0)


class ConditionLine(QWidget):
    """One condition: a column, a relation, a value."""

    changed = Signal()
    dropped = Signal()

    def __init__(self, columns: Mapping[str, str]) -> None:
        super().__init__()
        self.column, self.relation, self.value = KeyBox(), CodeBox(names=own_conditions.RELATIONS), LineEdit()
        called(self.column, "栏目")
        called(self.relation, "关系")
        called(self.value, "内容")
        self.column.offer(columns)
        self.relation.set_value(own_conditions.IS)
        self.value.setPlaceholderText("不填表示“没有登记”")
        self.drop_button = theme.look(QPushButton(icon("mdi6.close"), ""), "flat")
        called(self.drop_button, "去掉这个条件").setToolTip("去掉这个条件")
        self.drop_button.setAutoDefault(False)
        self.drop_button.clicked.connect(self.dropped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self.column, 3), (self.relation, 1), (self.value, 3), (self.drop_button, 0)):
            row.addWidget(widget, stretch)
        for editor in (self.column, self.relation, self.value):
            editor.changed.connect(self.changed)

    def said(self) -> list[str]:
        return [self.column.value(), self.relation.value(), self.value.text().strip()]


class Conditions(QWidget):
    """The conditions of a figure, one to a line; its value is what the record keeps."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._columns: dict[str, str] = {}
        self.lines: list[ConditionLine] = []
        self.add_button = QPushButton(icon("mdi6.plus"), "添加条件")
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(lambda: self.add())
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(self.add_button)

    def offer(self, columns: Mapping[str, str]) -> None:
        """Conditions are put on these columns from now on."""
        self._columns = dict(columns)
        for line in self.lines:
            line.column.offer(columns)

    def add(self) -> ConditionLine:
        """One more line."""
        line = ConditionLine(self._columns)
        line.changed.connect(self.changed)
        line.dropped.connect(lambda: self._drop(line))
        self.lines.append(line)
        self._rows.insertWidget(len(self.lines) - 1, line)
        self.updateGeometry()
        return line

    def value(self) -> str:
        said = [line.said() for line in self.lines if line.column.value()]
        return json.dumps(said, ensure_ascii=False) if said else ""

    def set_value(self, value: str) -> None:
        for line in list(self.lines):
            self._drop(line)
        for column, relation, words in json.loads(value or "[]"):
            line = self.add()
            line.column.set_value(column)
            line.relation.set_value(relation)
            line.value.setText(words)

    def set_read_only(self, read_only: bool) -> None:
        self.setEnabled(not read_only)

    def fault(self) -> str:
        return ""

    def hint(self) -> str:
        return ""

    def _drop(self, line: ConditionLine) -> None:
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
        self.changed.emit()


class OwnFigureForm(FileForm[OwnFigure]):
    """One figure of the office's own; what can be chosen follows from the kind of record."""

    def __init__(self) -> None:
        super().__init__()
        self.kind = CodeBox(names=own_figures.counted_kinds())
        self.conditions, self.summed = Conditions(), KeyBox()
        self.measure, self.display = (
            CodeBox(names=own_figures.MEASURES),
            CodeBox(names=own_figures.OWN_DISPLAYS),
        )
        self.for_fields(OwnFigure, ["name"], required=["name"], wide=["name"])
        self.bind("kind", "统计哪种记录", self.kind, required=True)
        self.bind("measure", "怎样计数", self.measure, required=True)
        self.bind("column", "合计哪一栏", self.summed)
        self.for_fields(OwnFigure, ["unit"])
        self.bind("display", "显示方式", self.display, required=True)
        self.bind("span", "只算哪个时段", CodeBox(names=span_names()))
        self.for_fields(OwnFigure, ["planned"])
        self.bind("conditions", "筛选条件(同时符合)", self.conditions, self.COLUMNS)
        self.kind.changed.connect(self._on_kind)
        self.measure.changed.connect(self._on_measure)
        self.summed.changed.connect(self._on_measure)

    def edit(self, record: OwnFigure) -> None:
        self._offer(record.kind)
        super().edit(record)
        self._say()

    def _on_kind(self) -> None:
        self._offer(self.kind.value())
        self._on_measure()

    def _offer(self, kind: str) -> None:
        known = kind in own_figures.counted_kinds()
        self.conditions.offer(own_figures.columns(kind) if known else {})
        self.summed.offer(own_figures.summable_fields(kind) if known else {})

    def _on_measure(self) -> None:
        """Suggest the unit that goes with how it is counted."""
        self._say()
        unit: Any = self.editors["unit"]
        if self.kind.value() in own_figures.counted_kinds() and self.record is not None:
            unit.set_value(own_figures.unit_of(self.kind.value(), self.measure.value(), self.summed.value()))
            self.record.unit = unit.value()

    def _say(self) -> None:
        self.summed.setEnabled(self.measure.value() == own_figures.MEASURE_SUM)
