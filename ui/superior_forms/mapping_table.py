"""The mapping table of a form's headings 对应: what goes where, with two people as samples, to be put right by the officer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QTableWidget, QWidget

from models.superior_forms.asked import AskedFact
from models.superior_forms.form_fields import LEFT_EMPTY, fields_offered
from reports.superior_forms.samples import SampledFact
from ui.imports.column_table import NOT_CHOSEN, SHOWN_FIELDS, add_row, mark_row, set_up_table

MAPPED = ("格", "表上的栏目", "填什么", "举例", "举例", "说明")
FIELD, WIDTHS = 2, (52, 190, 220, 150, 150)
EMPTY_WORDS = "留空，不填"


class MappingTable(QTableWidget):
    """Every heading of a form; says ``chosen`` with the heading and the field that the officer chose for it."""

    chosen = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(MAPPED), parent)
        set_up_table(self, MAPPED)
        for at, width in enumerate(WIDTHS):
            self.setColumnWidth(at, width)

    def show_samples(self, samples: Sequence[SampledFact], names: Sequence[str]) -> None:
        """Show the headings and what they would say of the people of these names, keeping the row one is at."""
        row = self.currentRow()
        self.setHorizontalHeaderLabels(
            [*MAPPED[:3], *(names[at] if at < len(names) else "" for at in (0, 1)), MAPPED[5]]
        )
        self.setRowCount(0)
        for each in samples:
            self._add(each)
        if 0 <= row < self.rowCount():
            self.setCurrentCell(row, 1)

    def ask(self) -> None:
        """Go to the first heading that waits for an answer."""
        for row in range(self.rowCount()):
            box = self.cellWidget(row, FIELD)
            if isinstance(box, QComboBox) and box.currentData() is None:
                self.scrollTo(self.model().index(row, 1))
                box.setFocus()
                return

    def _add(self, sample: SampledFact) -> None:
        said = [*sample.said, "", ""][:2]
        row = add_row(self, (sample.fact.cell, sample.fact.heading, "", *said, sample.told))
        if sample.fact.open:
            mark_row(self, row)
        self.setCellWidget(row, FIELD, self._box(sample))

    def _box(self, sample: SampledFact) -> QComboBox:
        fact, box = sample.fact, QComboBox()
        box.setMaxVisibleItems(SHOWN_FIELDS)
        fields = fields_offered()
        if fact.open:
            box.addItem(NOT_CHOSEN, None)
            _offer_likely(box, fact, fields)
        box.addItem(EMPTY_WORDS, LEFT_EMPTY)
        for field, label in fields.items():
            box.addItem(label, field)
        if not fact.open:
            box.setCurrentIndex(max(0, box.findData(fact.field if fact.field in fields else LEFT_EMPTY)))
        box.activated.connect(lambda: self._on_chosen(sample, box.currentData()))
        return box

    def _on_chosen(self, sample: SampledFact, field: str | None) -> None:
        if field is not None:
            self.chosen.emit(sample, field)


def _offer_likely(box: QComboBox, fact: AskedFact, fields: dict[str, str]) -> None:
    """The field that a heading may ask, before all others."""
    if fact.field in fields:
        box.addItem(f"{fields[fact.field]}（可能）", fact.field)
        box.insertSeparator(box.count())
