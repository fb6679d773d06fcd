"""Decisions 资格核定 of one person's grants: the latest first, each with its scans; and deciding anew."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.pay.dues import open_questions
from models.pay.eligibility import eligibility_decisions
from models.pay.eligibility.eligibility_decisions import EligibilityDecision
from models.pay.standards.months import Month
from models.people.person import Person
from reports.pay.eligibility_questions import DECISION_LIST
from ui.jobs.operations import attempt_entry
from ui.jobs.session import Session
from ui.materials.attachments import AttachmentsDialog
from ui.pay.eligibility.deciding import decide_questions
from ui.tables.list_columns import table_columns
from ui.tables.tables import QueryModel, RecordTable
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.dialogs import run_dialog
from ui.widgets.spoken_names import called

ROWS_HIGH = 4  # rows of decisions that are seen at once
NEVER_DECIDED = "还没有资格核定"


class PersonDecisions(QWidget):
    """Hidden while nothing was decided of the person."""

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._person = session, person
        self.rows = QueryModel(table_columns(DECISION_LIST), self)
        self.table = called(RecordTable(self.rows, "decisions", NEVER_DECIDED, self), "资格核定")
        self.scans_button = act_button("证明材料…", "mdi6.paperclip", self.show_scans)
        self.again_button = act_button("撤回核定", "mdi6.undo-variant", self.take_back)
        self._lay_out()

    def refresh(self) -> None:
        """Read what was decided."""
        found = EligibilityDecision.select().where(EligibilityDecision.person == self._person)
        self.rows.show(found.order_by(EligibilityDecision.id.desc()))
        self.setVisible(self.rows.rowCount() > 0)
        shown = min(self.rows.rowCount(), ROWS_HIGH)
        self.table.setFixedHeight((shown + 2) * self._row_height)
        if self.rows.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.rows.index(0, 0))

    def decide(self, identity: int, month: Month) -> None:
        """Ask about what is open against a grant of this person in a month."""
        decide_questions(self._session, open_questions.questions_of({identity}, month), self.window())

    def show_scans(self) -> None:
        """The scans of the decision that is chosen."""
        if (chosen := self.table.record()) is not None:
            named = f"{self._person.name}　{chosen.rule}"
            run_dialog(AttachmentsDialog(self._session, chosen, named, self))

    def take_back(self) -> None:
        """Take the chosen decision back, so that its question is open again."""
        if (chosen := self.table.record()) is not None:
            title = f"撤回资格核定：{self._person.name} {chosen.rule}"
            attempt_entry(self, self._session, title, lambda: eligibility_decisions.take_back(chosen))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(theme.look(QLabel("资格核定"), "heading"))
        head.addStretch()
        head.addWidget(self.scans_button)
        head.addWidget(self.again_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.table)
        self._row_height = self.table.verticalHeader().defaultSectionSize()
