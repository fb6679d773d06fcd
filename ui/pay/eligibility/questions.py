"""Questions 资格核验, a section of 补助发放: what stands open against grants in a month, the most money first, to be decided one by one or together."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.core.amounts import yuan
from models.core.dates import this_day
from models.pay.dues import held_grants, open_questions
from models.pay.dues.open_questions import HELD_BACK, Questioned
from models.pay.eligibility.eligibility_decisions import EligibilityAnswer
from models.pay.standards import months
from reports.pay import eligibility_questions as prints
from ui.jobs import messages
from ui.jobs.questions import Question
from ui.jobs.session import Session
from ui.lists.list_foot import ListFoot
from ui.lists.shown_columns import offer_as_shown
from ui.pages.page import Page
from ui.pay.dues.grants import AT_ONCE, found_by
from ui.pay.dues.month_box import MonthBox
from ui.pay.eligibility.deciding import DECIDE, decide_questions
from ui.printing.print_button import Gathered, PrintButton
from ui.tables.fact_rows import FactRows
from ui.tables.filter_line import FilterLine
from ui.tables.list_columns import table_columns
from ui.tables.tables import SEARCHING, RecordTable
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.spoken_names import called

NOTHING_ASKED = "这个月没有待核定的疑问。"
NO_SUCH_QUESTIONS = "没有符合条件的疑问。\n\n可以换一个词，或改选“全部”。"
CHOOSE_FIRST = "请先选中要核定的人；同一事项的可以多选，一起核定。"


def _ink(asked: Questioned) -> str:
    return "doubt" if asked.question.carried else "problem"


class QuestionsPage(Page):
    """Everybody's open questions of one month."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        today = this_day()
        self.month = MonthBox(months.month(today.year, today.month))
        self._asked_for = self.month.month()
        self._open: list[Questioned] = []
        self.looking = Question(lambda: open_questions.open_questions(self._asked_for), self)
        columns = table_columns(prints.QUESTION_LIST, ink=_ink, inked=("state",))
        self.rows = FactRows(columns, lambda asked: hash(asked.key), self)
        self.table = called(RecordTable(self.rows, "eligibility", NOTHING_ASKED, self), "资格核验的疑问")
        self.line = FilterLine()
        self.whole = theme.look(QLabel(wordWrap=True), "quiet")
        self.sentence = theme.look(QLabel(wordWrap=True), "quiet")
        self.decide_button = act_button(DECIDE, "mdi6.gavel", self.decide, primary=True)
        self.open_button = act_button("打开档案", "mdi6.account-details-outline", self.open_person)
        self.prints = PrintButton()
        self._lay_out()
        self._join()
        self.refresh()

    # --- what can be done

    def read(self) -> None:
        """Look for what is open; in a large archive in the background."""
        self._asked_for = self.month.month()
        self.sentence.setText(f"正在查{months.month_words(self._asked_for)}的疑问……")
        self.table.set_empty_text(SEARCHING)
        self.looking.ask(at_once=held_grants.count() <= AT_ONCE)

    def how_much(self) -> str:
        return self.sentence.text()

    def focus(self) -> None:
        self.table.setFocus()

    def open_person(self) -> None:
        if (asked := self.table.record()) is not None:
            self.person_wanted.emit(asked.claim.person)

    def chosen(self) -> list[Questioned]:
        """The questions of which something is selected."""
        found = [self.rows.record(self.rows.row_of(key)) for key in self.table.selected_keys()]
        return [each for each in found if each is not None]

    def decide(self) -> None:
        """Ask about the questions that are selected; those of one rule together."""
        if asked := self.chosen():
            decide_questions(self.session, asked, self)
        else:
            messages.tell(self, CHOOSE_FIRST)

    def narrow(self) -> None:
        """Show what the filter line lets pass."""
        words, rule = self.line.words(), self.line.chosen("事项")
        street, state = self.line.chosen("街道"), self.line.chosen("情况")
        people = found_by(words) if words else None
        shown = [
            each
            for each in self._open
            if (people is None or each.claim.person in people)
            and rule in ("", each.question.rule.code)
            and street in ("", each.claim.street)
            and state in ("", each.state)
        ]
        self.table.set_empty_text(NO_SUCH_QUESTIONS if self._open else NOTHING_ASKED)
        self.rows.show_facts(shown)
        self._tell(shown)
        self._show()

    # --- how it is made

    def _take(self, found: list[Questioned]) -> None:
        self._open = found
        self.line.offer("事项", sorted({each.question.rule.code for each in found}))
        self.line.offer("街道", sorted({each.claim.street for each in found if each.claim.street}))
        self.narrow()

    def _tell(self, shown: list[Questioned]) -> None:
        """How many people and what money; a grant of which two things are asked counts once."""
        by_grant = {each.question.identity: each for each in shown}
        held = {each.question.identity for each in shown if not each.question.carried}
        parts = [
            (str(EligibilityAnswer.CARRIED), [each for key, each in by_grant.items() if key not in held]),
            (HELD_BACK, [each for key, each in by_grant.items() if key in held]),
        ]
        told = [
            f"{words}{len(some):,}项，每月{yuan(Decimal(sum(each.fen for each in some)).scaleb(-2))}元"
            for words, some in parts
            if some
        ]
        people = len({each.claim.person for each in shown})
        head = f"{months.month_words(self._asked_for)}：待核定{people:,}人，疑问{len(shown):,}条"
        self.sentence.setText("；".join([head, *told]))
        self.say_count()

    def _show(self) -> None:
        asked = self.table.record()
        self.whole.setText("" if asked is None else f"{asked.claim.name}　{asked.sentence()}")
        self.whole.setVisible(asked is not None)
        for button in (self.decide_button, self.open_button):
            button.setEnabled(asked is not None)

    def _register(self) -> Gathered:
        chosen = [self.line.chosen(label) for label in ("事项", "街道", "情况")]
        words = "　".join(filter(None, (*chosen, self.line.words())))
        shown, month, practice = self.rows.facts(), self._asked_for, self.session.practice
        return lambda: prints.questions_register(shown, month, words, practice)

    def _lay_out(self) -> None:
        words = self.line.add_words()
        words.setMaximumWidth(260)
        for label in ("事项", "街道"):
            self.line.add_choice(label)
        self.line.add_choice("情况", (str(EligibilityAnswer.CARRIED), HELD_BACK))
        self.prints.offer_register("资格核验清单", self._register)
        offer_as_shown(self.prints, "资格核验", self.table, self.session.practice)
        acts = QHBoxLayout()
        for widget in (self.month, self.decide_button, self.open_button, self.prints):
            acts.addWidget(widget)
        acts.addStretch(1)
        self.head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.head.addWidget(self.line, 1)
        self.head.addLayout(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(8)
        column.addLayout(self.head)
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)
        column.addWidget(ListFoot(self.table, self.sentence))

    def _join(self) -> None:
        self.looking.answered.connect(self._take)
        self.month.changed.connect(self.refresh)
        self.line.changed.connect(self.narrow)
        self.table.selectionModel().currentRowChanged.connect(
            lambda *_: QTimer.singleShot(0, self, self._show)
        )
        self.table.opened.connect(lambda _: self.decide())
