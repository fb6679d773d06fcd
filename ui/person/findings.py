"""Findings 疑点: what is doubtful in one person's file; each is corrected, or settled with a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from models.core.record import Refusal
from models.people import findings
from models.people.findings import Listed
from models.people.person import Person
from ui.jobs.session import Session
from ui.widgets import theme
from ui.widgets.spoken_names import called

GRAVE = 7  # money or identity
SAME_PERSON = "可能是同一人"  # what findings say of two files


class FindingCard(QFrame):
    """One finding, with room for the reason why it may stay."""

    settled = Signal()
    correct = Signal(object)  # the finding whose field is to be corrected
    merge_wanted = Signal()  # two files may be one person's

    def __init__(self, session: Session, found: Listed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.look(self, "card")
        self._session, self.found = session, found
        self.reason = called(QLineEdit(placeholderText="处理意见，如“已对照身份证核实”"), "处理意见")
        self.settle_button, self.correct_button = QPushButton("核实无误"), QPushButton("去修改")
        self.problem = theme.look(QLabel(wordWrap=True), "problem")
        self.problem.hide()
        whose = "·".join(filter(None, (found.kind, found.label)))
        words = QLabel(found.message, wordWrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        self.merge_button = QPushButton("对照合并…")
        self.merge_button.setVisible(SAME_PERSON in found.message)
        for widget in (self.reason, self.settle_button, self.merge_button, self.correct_button):
            row.addWidget(widget, 1 if widget is self.reason else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.addWidget(
            theme.look(QLabel(whose), "doubtchip" if found.weight < GRAVE else "problemchip"),
            0,
            Qt.AlignmentFlag.AlignLeft,
        )
        layout.addWidget(words)
        layout.addLayout(row)
        layout.addWidget(self.problem)
        for button in (self.settle_button, self.merge_button, self.correct_button):
            button.setAutoDefault(False)
        self.merge_button.clicked.connect(self.merge_wanted)
        self.settle_button.clicked.connect(self.settle)
        self.reason.returnPressed.connect(self.settle)
        self.correct_button.clicked.connect(lambda: self.correct.emit(self.found))

    def settle(self) -> None:
        """Say why this may stay as it is."""
        try:
            findings.settle_finding(self.found, self.reason.text(), self._session.user)
        except Refusal as refusal:
            self.problem.setText(str(refusal))
            self.problem.show()
            self.reason.setFocus()
            return
        self._session.wrote()
        self.settled.emit()


class FindingsDialog(QDialog):
    """The findings of one person, worst first; closes itself when none is left."""

    correct = Signal(object)
    merge_wanted = Signal()

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{person.name}的疑点")
        self._session, self._person = session, person
        self.cards: list[FindingCard] = []
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close = QPushButton("关闭")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(
            theme.look(
                QLabel("核对后在档案里改正；确实无误的，写明处理意见，以后不再提示。", wordWrap=True), "hint"
            )
        )
        layout.addWidget(self._area, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(620, 460)
        self.show_findings()

    def show_findings(self) -> None:
        """Show what is left."""
        found = findings.findings_of(self._person)
        if not found and self.cards:
            self.accept()
            return
        self.cards = [FindingCard(self._session, each) for each in found]
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        for card in self.cards:
            card.settled.connect(self.show_findings, Qt.ConnectionType.QueuedConnection)
            card.correct.connect(self._on_correct)
            card.merge_wanted.connect(self._on_merge)
            column.addWidget(card)
        column.addStretch()
        self._area.setWidget(inside)

    def _on_merge(self) -> None:
        self.accept()
        self.merge_wanted.emit()

    def _on_correct(self, found: Listed) -> None:
        self.accept()
        self.correct.emit(found)
