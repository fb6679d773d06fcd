"""The choice of the people of a form 填谁: those listed or those selected, and whether only of the kind that the form names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLabel, QRadioButton, QWidget

from models.people.person import Person
from ui.pages.page import PrintWish

READ_AT_ONCE = 1000  # people read with one query
LOOKED_THROUGH = 500  # people among whom two of the form's kind are looked for as samples


class PeopleChoice(QWidget):
    """Who is filled in; says ``changed`` when other people are, and ``kind_changed`` when the form's kind counts or not."""

    changed = Signal()
    kind_changed = Signal()

    def __init__(self, wish: PrintWish, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wish = wish
        found = f"（{wish.sentence}）" if wish.sentence else ""
        self.listed = QRadioButton(f"列表中的{len(wish.listed)}人{found}")
        self.chosen = QRadioButton(f"选中的{len(wish.chosen)}人")
        self.own_kind = QCheckBox("只填表名写明的身份")
        self.chosen.setVisible(bool(wish.chosen))
        (self.chosen if len(wish.chosen) > 1 else self.listed).setChecked(True)
        group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(QLabel("填谁："))
        for button in (self.listed, self.chosen):
            group.addButton(button)
            line.addWidget(button)
        line.addWidget(self.own_kind)
        line.addStretch()
        group.buttonClicked.connect(lambda: self.changed.emit())
        self.own_kind.clicked.connect(lambda: self.kind_changed.emit())

    @property
    def by_choice(self) -> bool:
        """Whether the people were selected one by one, so that each who does not fit is told."""
        return self.chosen.isChecked()

    def show_kinds(self, kinds: Sequence[str]) -> None:
        """Offer to leave out whoever is of none of the kinds that a form names."""
        self.own_kind.setVisible(bool(kinds))
        self.own_kind.setText(f"只填身份是{'、'.join(kinds)}的（表名写明）")
        self.own_kind.setChecked(True)

    def ids(self) -> list[int]:
        return self.wish.chosen if self.by_choice else self.wish.listed

    def people(self) -> list[Person]:
        """Those to be filled in, in the order of the list."""
        ids = self.ids()
        by_id: dict[int, Person] = {}
        for at in range(0, len(ids), READ_AT_ONCE):
            by_id |= {
                each.id: each for each in Person.select().where(Person.id.in_(ids[at : at + READ_AT_ONCE]))
            }
        return [by_id[each] for each in ids if each in by_id]

    def samples(self, kinds: Sequence[str], count: int) -> list[Person]:
        """The first of them, of one of these kinds where there are such."""
        people = self.people()
        if kinds:
            some = people[:LOOKED_THROUGH]
            people = [
                each for each in some if any(right.kind in kinds for right in each.identities)
            ] or people
        return people[:count]
