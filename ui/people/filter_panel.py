"""The panel of the filter: kind, state, place, grade, insurance, age, papers and findings; named choices are kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.core import codes
from models.filters.filters import BETWEEN_PLACES, NOT_RECORDED, UNVISITED, Filter
from models.own_fields.own_fields import OWN_FIELDS, own_fields
from models.people.places_lived import Places, communities, places_lived
from ui.jobs.questions import Question
from ui.people.own_conditions import OwnConditionsButton
from ui.people.several_streets import SeveralStreets
from ui.widgets.dialogs import run_dialog
from ui.widgets.scrolling import ScrolledColumn
from ui.widgets.spoken_names import called

ANY, SEVERAL = "不限", "选几个…"
GRADES = {"一至四级": 4, "一至六级": 6, "七至十级": -4}


class FilterPanel(ScrolledColumn):
    """Says ``changed`` with the filter each time a choice is made."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None, reload: bool = True) -> None:
        """Without ``reload`` the places are offered once somebody asks for it."""
        super().__init__(parent)
        self._rest = Filter()  # what the panel has no editors for: words, ids, birthdays to come
        self.kind = _choice(codes.table("kind").names())
        self.state = _choice((*codes.table("state").names(), NOT_RECORDED))
        self.street, self.community = _choice(()), _choice(())
        self.grade = _choice((*GRADES, *codes.table("grade").names()))
        self.insurance = _choice((*codes.table("insurance").names(), NOT_RECORDED))
        self.unvisited = _choice(tuple(UNVISITED))
        self.age_from, self.age_to = called(_age(), "年龄，从几岁"), called(_age(), "年龄，到几岁")
        self.own = OwnConditionsButton()
        self.missing, self.findings = QCheckBox("缺必备材料"), QCheckBox("有疑点")
        self.nothing = QPushButton("清除筛选")
        self._places: Places = {}
        self.asking = Question(places_lived, self)
        self._lay_out()
        self._join()
        self.show_places({})
        if reload:
            self.reload()

    # --- what it speaks

    def value(self) -> Filter:
        """The filter as chosen."""
        return replace(
            self._rest,
            kind=_said(self.kind),
            state=_said(self.state),
            street=_said(self.street),
            community=_said(self.community),
            grade=grades(_said(self.grade)),
            insurance=_said(self.insurance),
            unvisited=_said(self.unvisited),
            age_from=_years(self.age_from),
            age_to=_years(self.age_to),
            missing_papers=self.missing.isChecked(),
            with_findings=self.findings.isChecked(),
            own=self.own.value(),
        )

    def set_value(self, wanted: Filter) -> None:
        """Show a filter, without saying ``changed``."""
        self._rest = wanted
        with QSignalBlocker(self):
            _show(self.kind, wanted.kind)
            _show(self.state, wanted.state)
            _show(self.street, wanted.street)
            self._offer_communities()
            _show(self.community, wanted.community)
            _show(
                self.grade, next((words for words in _words_of_grades() if grades(words) == wanted.grade), "")
            )
            _show(self.insurance, wanted.insurance)
            _show(self.unvisited, wanted.unvisited)
            for box, years in ((self.age_from, wanted.age_from), (self.age_to, wanted.age_to)):
                box.setText("" if years is None else str(years))
            self.own.set_value(wanted.own)
            self.missing.setChecked(wanted.missing_papers)
            self.findings.setChecked(wanted.with_findings)

    def reload(self) -> None:
        """Offer the streets and communities that the archive now knows, once it has said so."""
        self.asking.ask()
        self.rows.setRowVisible(self.own, bool(own_fields()))

    def show_places(self, lived: Places) -> None:
        """Offer these streets and communities."""
        self._places = lived
        with QSignalBlocker(self):
            _offer(self.street, (*filter(None, lived), NOT_RECORDED, SEVERAL))
            self._offer_communities()

    # --- how it is made

    def _lay_out(self) -> None:
        inside = QWidget()
        rows = self.rows = QFormLayout()
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, box in (
            ("身份", self.kind), ("状态", self.state), ("街道(镇)", self.street), ("村(社区)", self.community),
            ("伤残等级", self.grade), ("医保", self.insurance), ("走访", self.unvisited),
        ):  # fmt: skip
            rows.addRow(words, box)
        ages = QHBoxLayout()
        for each in (self.age_from, QLabel("至"), self.age_to, QLabel("岁")):
            ages.addWidget(each)
        rows.addRow("年龄", ages)
        rows.addRow(OWN_FIELDS, self.own)
        rows.setRowVisible(self.own, bool(own_fields()))
        rows.addRow("", self.missing)
        rows.addRow("", self.findings)
        column = QVBoxLayout(inside)
        column.setContentsMargins(10, 10, 10, 10)
        column.addLayout(rows)
        column.addWidget(self.nothing)
        column.addStretch()
        self.column = column
        self.setWidget(inside)

    def _join(self) -> None:
        for box in (self.kind, self.state, self.community, self.grade, self.insurance, self.unvisited):
            box.currentIndexChanged.connect(self._say)
        self.street.currentIndexChanged.connect(self._on_street)
        self.asking.answered.connect(self.show_places)
        for age in (self.age_from, self.age_to):
            age.editingFinished.connect(self._say)
        self.own.changed.connect(self._say)
        for tick in (self.missing, self.findings):
            tick.toggled.connect(self._say)
        self.nothing.clicked.connect(self._clear)

    def _on_street(self) -> None:
        if _said(self.street) == SEVERAL:
            self._ask_streets()
        with QSignalBlocker(self):
            self._offer_communities()
        self._say()

    def _ask_streets(self) -> None:
        """Several streets instead of one; those of before where the officer thinks better of it."""
        before = self._rest.street
        dialog = SeveralStreets([*filter(None, self._places)], before.split(BETWEEN_PLACES), self.window())
        _show(self.street, BETWEEN_PLACES.join(dialog.chosen()) if run_dialog(dialog) else before)

    def _offer_communities(self) -> None:
        """Those of the street, or of all streets that are chosen."""
        streets = _said(self.street).split(BETWEEN_PLACES)
        found = (each for street in streets for each in communities(self._places, street))
        _offer(self.community, (*found, NOT_RECORDED))

    def _clear(self) -> None:
        nothing = Filter(words=self._rest.words)
        self.set_value(nothing)
        self.changed.emit(nothing)

    def _say(self) -> None:
        chosen = self.value()
        if not self.signalsBlocked() and chosen != self._rest:
            self._rest = chosen
            self.changed.emit(chosen)


def grades(words: str) -> tuple[str, ...]:
    """The grades that a choice stands for."""
    names = codes.table("grade").names()
    if not words:
        return ()
    many = GRADES.get(words)
    if many is None:
        return (words,)
    return names[:many] if many > 0 else names[many:]


def _words_of_grades() -> tuple[str, ...]:
    return (*GRADES, *codes.table("grade").names())


def _choice(names: tuple[str, ...]) -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(6)
    box.setMaxVisibleItems(20)
    _offer(box, names)
    return box


def _offer(box: QComboBox, names: tuple[str, ...]) -> None:
    """Offer these names, keeping what is chosen where it is still offered."""
    now = _said(box)
    with QSignalBlocker(box):
        box.clear()
        box.addItems([ANY, *names])
        for row, name in enumerate(names, start=1):
            box.setItemData(row, name, Qt.ItemDataRole.ToolTipRole)
        _show(box, now)


def _show(box: QComboBox, words: str) -> None:
    """Choose an entry; one that is not offered, as a street without people, is put in."""
    with QSignalBlocker(box):
        if words and box.findText(words) < 0:
            box.addItem(words)
        box.setCurrentIndex(max(0, box.findText(words)) if words else 0)


def _said(box: QComboBox) -> str:
    return box.currentText() if box.currentIndex() > 0 else ""


def _age() -> QLineEdit:
    box = QLineEdit()
    box.setValidator(QIntValidator(0, 150, box))
    box.setMaximumWidth(60)
    return box


def _years(box: QLineEdit) -> int | None:
    return int(box.text()) if box.text() else None
