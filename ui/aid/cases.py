"""The cases of medical aid that a form offers to choose from."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from models.payments.medical_case import MedicalCase
from models.people.outsiders import Outsider
from models.people.person import Person
from ui.forms.combo_boxes import Box


class CaseBox(Box):
    """One of a person's cases, the newest first, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases: list[MedicalCase] = []

    def offer(self, whom: Person | Outsider | None) -> None:
        """Offer the cases of this person, keeping the one chosen if it is among them."""
        kept = self.value()
        blocked = self.blockSignals(True)
        self._cases = list(whom.cases.order_by(MedicalCase.id.desc())) if whom is not None else []  # type: ignore[union-attr]
        self.clear()
        self.addItems(["", *(described_case(each) for each in self._cases)])
        self.set_value(kept)
        self.blockSignals(blocked)

    def value(self) -> Any:
        row = self.currentIndex()
        return self._cases[row - 1] if row > 0 else None

    def set_value(self, value: MedicalCase | None) -> None:
        self.setCurrentIndex(self._cases.index(value) + 1 if value in self._cases else 0)


def described_case(case: MedicalCase) -> str:
    """A case so that two of one person can be told apart."""
    cost = f"{case.cost:,.2f}元" if case.cost is not None else ""
    day = str(case.day) if case.day else ""
    return "　".join(filter(None, (case.kind, day, case.hospital, case.invoice, cost)))
