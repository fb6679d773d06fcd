"""Grants 待遇: who is entitled to what, and what a month comes to; with what is wanting where it cannot be reckoned."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.core import codes
from models.core.amounts import yuan
from models.core.dates import this_day
from models.pay.dues import held_grants
from models.pay.dues.held_grants import GRANT_CONDITIONS, HeldCondition, HeldGrant
from models.pay.runs.runs import RunKind
from models.pay.runs.runs import runs as all_runs
from models.pay.standards import months
from models.pay.standards.months import Month
from models.people import search
from models.people.identity import Identity
from models.people.person import Person
from reports.pay import held_grants as prints
from ui.jobs.questions import Question
from ui.jobs.session import Session
from ui.lists.list_foot import ListFoot
from ui.lists.shown_columns import offer_as_shown
from ui.pages.page import Page
from ui.pay.dues.grant_acts import GrantButton
from ui.pay.dues.grant_card import GrantCard
from ui.pay.dues.month_box import MonthBox
from ui.printing.print_button import Gathered, PrintButton
from ui.tables.fact_rows import FactRows
from ui.tables.filter_line import FilterLine
from ui.tables.list_columns import table_columns
from ui.tables.tables import SEARCHING, RecordTable
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.spoken_names import called

AT_ONCE = held_grants.FEW_IDENTITIES  # identities; more are reckoned in the background
NO_IDENTITIES_YET = "档案库里还没有优抚身份。\n\n先在“优抚对象”里新建或导入人员。"
NO_SUCH_GRANTS = "没有符合条件的待遇。\n\n可以换一个词，或改选“全部”。"


def _ink(grant: HeldGrant) -> str:
    if grant.asked() and grant.condition == HeldCondition.PAID:
        return "doubt"
    inks: dict[str, str] = {
        HeldCondition.UNKNOWN: "problem", HeldCondition.HELD: "problem", HeldCondition.EXCLUDED: "doubt",
        HeldCondition.PAID: "",
    }  # fmt: skip
    return inks.get(grant.condition, "faint")


class Narrowed(NamedTuple):
    """The grants that the filter line lets pass, and what they come to in words."""

    grants: list[HeldGrant]
    told: str


class GrantsPage(Page):
    """The section 待遇."""

    standard_wanted = Signal(object)
    decision_wanted = Signal(object)  # a HeldGrant of which something is asked

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._held: list[HeldGrant] = []
        self._asked = usual_month()  # the month that is reckoned
        self.reckoning = Question(lambda: held_grants.held_grants(self._asked), self)
        self._wanted = "", "", ""  # words, kind and condition of the filter line
        self.narrowing = Question(lambda: narrowed(self._held, *self._wanted), self)
        self.rows = FactRows(
            table_columns(prints.GRANT_LIST, ink=_ink), lambda grant: grant.claim.identity, self
        )
        self.table = called(RecordTable(self.rows, "grants", NO_IDENTITIES_YET, self), "待遇")
        self.line, self.month = FilterLine(), MonthBox(usual_month())
        self.card = GrantCard()
        self.sentence = theme.look(QLabel(wordWrap=True), "quiet")
        self.act = GrantButton(session, self.identity, self)
        self.open_button = act_button("打开档案", "mdi6.account-details-outline", self.open_person)
        self.prints = PrintButton()
        self._lay_out()
        self._join()
        self.refresh()

    # --- what can be done

    def identity(self) -> Identity | None:
        """The identity that is chosen, as it is in the archive now."""
        grant = self.table.record()
        return None if grant is None else Identity.get_or_none(Identity.id == grant.claim.identity)

    def read(self) -> None:
        """Reckon everything; a large archive in the background."""
        self._asked = self.month.month()
        self.sentence.setText(f"正在计算{months.month_words(self._asked)}的应发……")
        self.table.set_empty_text(SEARCHING)
        self.reckoning.ask(at_once=held_grants.count() <= AT_ONCE)

    def how_much(self) -> str:
        return self.sentence.text()

    def focus(self) -> None:
        self.table.setFocus()

    def open_person(self) -> None:
        if (grant := self.table.record()) is not None:
            self.person_wanted.emit(grant.claim.person)

    def narrow(self) -> None:
        """Show those that the filter line lets pass; of many in the background."""
        self._wanted = self.line.words(), self.line.chosen("身份"), self.line.chosen("情况")
        self.narrowing.ask(at_once=len(self._held) <= AT_ONCE)

    # --- how it is made

    def _take(self, found: list[HeldGrant]) -> None:
        self._held = found
        self.narrow()

    def _take_narrowed(self, narrowed: Narrowed) -> None:
        self.table.set_empty_text(NO_SUCH_GRANTS if self._held else NO_IDENTITIES_YET)
        self.rows.show_facts(narrowed.grants)
        self.sentence.setText(f"{months.month_words(self.month.month())}：{narrowed.told}")
        self.say_count()
        self._show()

    def _show(self) -> None:
        grant = self.table.record()
        self.card.show_grant(grant)
        for button in (self.act, self.open_button):
            button.setEnabled(grant is not None)

    def _register(self) -> Gathered:
        words = "　".join(
            filter(None, (self.line.chosen("身份"), self.line.chosen("情况"), self.line.words()))
        )
        shown, month, practice = self.rows.facts(), self.month.month(), self.session.practice
        return lambda: prints.grants_register(shown, month, words, practice)

    def _lay_out(self) -> None:
        words = self.line.add_words()
        words.setMaximumWidth(260)
        self.line.add_choice("身份", codes.table("kind").names())
        self.line.add_choice("情况", GRANT_CONDITIONS)
        self.prints.offer_register("应发明细表", self._register)
        offer_as_shown(self.prints, "待遇应发", self.table, self.session.practice)
        acts = QHBoxLayout()
        for widget in (self.month, self.act, self.open_button, self.prints):
            acts.addWidget(widget)
        acts.addStretch()
        self.head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.head.addWidget(self.line, 1)
        self.head.addLayout(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(8)
        column.addLayout(self.head)
        column.addWidget(self.table, 1)
        column.addWidget(self.card)
        column.addWidget(ListFoot(self.table, self.sentence))

    def _join(self) -> None:
        self.reckoning.answered.connect(self._take)
        self.narrowing.answered.connect(self._take_narrowed)
        self.month.changed.connect(self.refresh)
        self.line.changed.connect(self.narrow)
        self.table.selectionModel().currentRowChanged.connect(
            lambda *_: QTimer.singleShot(0, self, self._show)
        )
        self.table.opened.connect(lambda grant: self.person_wanted.emit(grant.claim.person))
        self.card.standard_wanted.connect(self.standard_wanted)
        self.card.decision_wanted.connect(self.decision_wanted)


def narrowed(held: list[HeldGrant], words: str, kind: str, condition: str) -> Narrowed:
    """Those of some grants that the filter line lets pass; what is empty lets all pass."""
    people = found_by(words) if words else None
    shown = [
        grant
        for grant in held
        if (people is None or grant.claim.person in people)
        and kind in ("", grant.claim.kind)
        and (not condition or condition == grant.condition)
    ]
    counted = Counter(grant.condition for grant in shown)
    total = sum((prints.due_of(grant) or Decimal(0) for grant in shown), Decimal(0))
    rest = "".join(
        f"；{each}{counted[each]:,}项"
        for each in GRANT_CONDITIONS
        if counted[each] and each != HeldCondition.PAID
    )
    return Narrowed(shown, f"应发{counted[HeldCondition.PAID]:,}项，合计{yuan(total)}元{rest}")


def found_by(words: str) -> set[int]:
    """The ids of the people whom the words find."""
    rows: Any = search.find_people(words).select(Person.id).order_by().tuples()
    return {key for (key,) in rows}


def usual_month() -> Month:
    """The last month of the newest run, or this month when there is none."""
    last = max((run.span[-1] for run in all_runs(RunKind.REGULAR)), default=None)
    today = this_day()
    return months.month(today.year, today.month) if last is None else last
