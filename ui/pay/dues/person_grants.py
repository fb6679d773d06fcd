"""What a person is entitled to: a card for each grant, the month that is reckoned, the months paid, and the slip."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.core.jobs import Job, Step
from models.pay.dues import held_grants
from models.pay.standards import months
from models.people.person import Person
from reports.paper.fonts import Missing
from reports.pay import slips
from ui.jobs.session import Session
from ui.pay.dues.grant_card import GrantCard
from ui.pay.dues.grants import usual_month
from ui.pay.dues.month_box import MonthBox
from ui.printing.print_button import PrintButton
from ui.widgets import theme

NO_GRANT = "没有优抚身份，不享受定期抚恤补助。"
NOT_RUN = "还没有编进发放批次，没有可以打印的通知单"


class PersonGrants(QWidget):
    """Stands above the list of what was paid; says ``decision_wanted`` with a grant of which something is asked."""

    decision_wanted = Signal(object)

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._person = session, person
        self.month = MonthBox(usual_month(), "应发月份")
        self.paid = theme.look(QLabel(wordWrap=True), "quiet")
        self.prints = PrintButton("打印通知单")
        self.cards: list[GrantCard] = []
        self._room = QVBoxLayout()
        self._lay_out()
        self.month.changed.connect(self.refresh)
        self.prints.choices.aboutToShow.connect(self.offer)

    def refresh(self) -> None:
        """Reckon anew, from the archive as it is now."""
        grants = held_grants.grants_of_person(self._person, self.month.month())
        while len(self.cards) < len(grants):
            card = GrantCard(opens=False)
            card.decision_wanted.connect(self.decision_wanted)
            self.cards.append(card)
            self._room.addWidget(card)
        for place, card in enumerate(self.cards):
            card.show_grant(grants[place] if place < len(grants) else None, named=False)
        self.paid.setText(self._paid() if grants else NO_GRANT)

    def offer(self) -> None:
        """Offer a slip for each year that has runs with this person."""
        self.prints.choices.clear()
        lines = slips.of_person(self._person)
        for year in sorted({line.run.first.year for line in lines if line.run.first}, reverse=True):
            self.prints.offer_paper(f"{year}年待遇发放通知单", partial(self._slip, year))
        if not lines:
            self.prints.choices.addAction(NOT_RUN).setEnabled(False)

    def _slip(self, year: int, file: Path) -> Job[tuple[Missing, ...]]:
        yield Step(0, 0, "正在排版")
        slips.write_year(self._person, year, file)
        return ()

    def _paid(self) -> str:
        spans = [months.span_words(*span) for span in held_grants.months_paid(self._person)]
        return f"已发月份：{'、'.join(spans)}" if spans else "还没有登记已发放的月份"

    def _lay_out(self) -> None:
        self._room.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self.month)
        top.addWidget(self.paid, 1)
        top.addWidget(self.prints)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(self._room)
