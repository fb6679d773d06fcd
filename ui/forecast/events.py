"""The section 到期事项: the events of the coming months, by day, with the file behind each."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.forecast import event_calendar
from models.forecast.coming_events import EVENT_MATTERS, ComingEvent
from models.forecast.forecasts import USUAL_MONTHS
from models.pay.standards import months
from reports.forecast import events as prints
from ui.forecast.span_box import SpanBox
from ui.jobs.questions import Question
from ui.jobs.session import Session
from ui.lists.list_foot import with_foot
from ui.lists.shown_columns import offer_as_shown
from ui.pages.page import Page
from ui.printing.print_button import Gathered, PrintButton
from ui.tables.fact_rows import FactRows
from ui.tables.filter_line import FilterLine
from ui.tables.list_columns import table_columns
from ui.tables.tables import SEARCHING, RecordTable
from ui.widgets.buttons import act_button
from ui.widgets.spoken_names import called

MATTER, MONTH, STREET = "事项", "月份", "街道(镇)"
NOTHING_COMES = "这些月里没有到期的事项。"
NOTHING_FITS = "没有符合条件的事项。\n\n可以换一个词，或改选“全部”。"


class EventsSection(Page):
    """All events of the months chosen above, narrowed by matter, month and street."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.span = SpanBox(USUAL_MONTHS)
        self._asked = self.span.span()
        self._found: list[ComingEvent] = []
        self.sentence = ""
        self.counting = Question(lambda: (self._asked, event_calendar.events_of_months(self._asked)), self)
        self.rows = FactRows(
            table_columns(prints.EVENT_LIST), lambda event: hash((event.day, *event.key)), self
        )
        self.table = called(RecordTable(self.rows, "events", NOTHING_COMES, self), "到期事项")
        self.line = FilterLine()
        self.open_button = act_button("打开档案", "mdi6.account-details-outline", self.open_person)
        self.prints = PrintButton()
        self._lay_out()
        self.counting.answered.connect(self._take)
        self.span.changed.connect(self.refresh)
        self.line.changed.connect(self.narrow)
        self.table.opened.connect(lambda _: self.open_person())

    # --- what can be done

    def read(self) -> None:
        """Ask the archive in the background."""
        self._asked = self.span.span()
        self._say("正在清点……")
        self.table.set_empty_text(SEARCHING)
        self.counting.ask()

    def how_much(self) -> str:
        return self.sentence

    def focus(self) -> None:
        self.table.setFocus()

    def open_person(self) -> None:
        event = self.table.record()
        if event is not None and event.person is not None:
            self.person_wanted.emit(event.person)

    def narrow(self) -> None:
        """Show what the filter line lets pass."""
        matter, month, street = (self.line.chosen(label) for label in (MATTER, MONTH, STREET))
        words = self.line.words()
        shown = [
            each
            for each in self._found
            if matter in ("", each.matter)
            and month in ("", _month(each))
            and street in ("", each.street)
            and all(word in f"{each.name} {each.number} {each.title} {each.words}" for word in words.split())
        ]
        self.table.set_empty_text(NOTHING_FITS if self._found else NOTHING_COMES)
        self.rows.show_facts(shown)
        self._say(f"{months.span_words(self._asked[0], self._asked[-1])}：到期事项{len(shown):,}件")

    # --- how it is made

    def _take(self, answer: Any) -> None:
        span, self._found = answer
        if span == self._asked:
            matters = {each.matter for each in self._found}
            self.line.offer(MATTER, [matter for matter in EVENT_MATTERS if matter in matters])
            self.line.offer(MONTH, dict.fromkeys(map(_month, self._found)))
            self.line.offer(STREET, sorted({each.street for each in self._found if each.street}))
            self.narrow()

    def _say(self, words: str) -> None:
        self.sentence = words
        self.say_count()

    def _register(self) -> Gathered:
        chosen = [self.line.chosen(label) for label in (MATTER, MONTH, STREET)]
        words = "　".join(filter(None, (*chosen, self.line.words())))
        shown, span, practice = self.rows.facts(), self._asked, self.session.practice
        return lambda: prints.events_register(shown, span, words, practice)

    def _lay_out(self) -> None:
        self.line.add_words().setMaximumWidth(260)
        for label in (MATTER, MONTH, STREET):
            self.line.add_choice(label)
        self.prints.offer_register("到期事项清单", self._register)
        offer_as_shown(self.prints, "到期事项", self.table, self.session.practice)
        head = QHBoxLayout()
        for widget in (self.span, self.line, self.open_button, self.prints):
            head.addWidget(widget, int(widget is self.line))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(with_foot(self.table), 1)


def _month(event: ComingEvent) -> str:
    return months.month_words(event.day.year * 12 + event.day.month - 1)
